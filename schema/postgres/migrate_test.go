package postgres_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// Several migrations of the same schema take turns; those of other schemas do not
// wait for them.
func TestMigrateAtOnce(t *testing.T) {
	url := postgrestest.Empty(t)
	schemas := []string{"district1", "district1", "district2", "%22District%203%22"}
	errs := make([]error, len(schemas))
	var wg sync.WaitGroup
	for i, name := range schemas {
		wg.Go(func() {
			errs[i] = postgres.Migrate(t.Context(), url+"&search_path="+name)
		})
	}

	wg.Wait()

	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}

	for _, name := range schemas {
		open(t, url+"&search_path="+name) // it requires the newest version
	}

	if err := postgres.Migrate(t.Context(), url+"&search_path=district1,public"); err != nil {
		t.Errorf("again: %v", err)
	}
}

func TestMigrateWithoutTheRight(t *testing.T) {
	test := postgrestest.Database(t)
	err := postgres.Migrate(t.Context(), test.Extract+"&search_path=district17")
	if schema.KindOf(err) != schema.Refused {
		t.Errorf("got %v, want refused", err)
	}
}

func TestGrant(t *testing.T) {
	url := postgrestest.Empty(t)
	if err := postgres.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}

	err := postgres.Grant(t.Context(), url, "", "nobody's")
	wantKind(t, err, schema.Config)

	const hint = `create it: create role "nobody's" login password`
	var fault *schema.Fault
	if errors.As(err, &fault); !strings.HasPrefix(fault.Hint, hint) {
		t.Errorf("got %v, hint %q, want a fault that says how to create the role", err, fault.Hint)
	}

	for _, names := range [][2]string{
		{"schoolinks_test_extract", "schoolinks_test_extract"},
		{"schoolinks_test_extract", `"schoolinks_test_extract"`},
		{"SCHOOLINKS_test_extract", " schoolinks_test_EXTRACT "},
	} {
		err := postgres.Grant(t.Context(), url, names[0], names[1])
		wantKind(t, err, schema.Config)
		err = postgres.CheckRoles(t.Context(), "postgres://nowhere.invalid/x", names[0], names[1])
		wantKind(t, err, schema.Config)
	}

	if err := postgres.Grant(t.Context(), url, "Schoolinks_TEST_extract", ""); err != nil {
		t.Errorf("a name without quotes: got %v", err)
	}
	err = postgres.Grant(t.Context(), url, `"Schoolinks_TEST_extract"`, "")
	wantKind(t, err, schema.Config)

	for range 2 {
		err := postgres.Grant(t.Context(), url, "schoolinks_test_extract", "schoolinks_test_publish")
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestRights(t *testing.T) {
	test := postgrestest.Database(t)
	for _, c := range []struct {
		url, program string
		want         []string
	}{
		{test.Extract, "extract", nil},
		{test.Publish, "publish", nil},
		{test.Owner, "publish", nil},
		{test.Publish, "extract", []string{
			"insert on snapshot", "insert on student", "insert on leaver", "insert on pin.reason", "delete on pin",
			"usage on snapshot_number", "execute on drop_snapshot",
		}},
		{test.Extract, "publish", []string{"update on delivery.released_at", "usage on fence"}},
	} {
		got := lackingRights(t, c.url, c.program)
		for _, right := range c.want {
			if !slices.Contains(got, right) {
				t.Errorf("%s for %s: got %q, want %s too", c.url, c.program, got, right)
			}
		}

		if len(c.want) == 0 && len(got) > 0 {
			t.Errorf("%s for %s: got %q, want nothing", c.url, c.program, got)
		}
	}
}

// lackingRights returns what Check says that the role may not do.
func lackingRights(t *testing.T, url, program string) []string {
	t.Helper()
	failed := failures{}
	db := postgres.Check(t.Context(), url, postgres.Options{Program: program, Now: now}, failed)
	if db != nil {
		db.Close()
	}
	if failed["role"] == nil {
		return nil
	}

	wantKind(t, failed["role"], schema.Refused)
	rights, ok := strings.CutPrefix(failed["role"].Error(), "this role may not ")
	if !ok {
		t.Errorf("got %v, want what the role may not do", failed["role"])
	}

	return strings.Split(rights, ", ")
}

// failures are the checks that failed.
type failures map[string]error

func (failures) OK(string, string, ...any)           {}
func (failures) Warn(string, string, string, ...any) {}
func (f failures) Fail(check string, err error) {
	f[check] = err
}
