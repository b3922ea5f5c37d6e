package migrations_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

// Several on the same schema take turns; several schemas do not meet.
func TestUpAtOnce(t *testing.T) {
	url := postgrestest.Empty(t)
	schemas := []string{"district1", "district1", "district2", "%22District%203%22"}
	errs := make([]error, len(schemas))
	var wg sync.WaitGroup
	for i, name := range schemas {
		wg.Go(func() { errs[i] = migrations.Up(t.Context(), url+"&search_path="+name) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	for _, name := range schemas {
		check(t, url+"&search_path="+name)
	}
	if err := migrations.Up(t.Context(), url+"&search_path=district1,public"); err != nil {
		t.Errorf("again: %v", err)
	}
}

func check(t *testing.T, url string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	current, newest, err := migrations.Version(t.Context(), conn)
	if err != nil || current != newest || newest < 2 {
		t.Errorf("%s: got version %d of %d, %v", url, current, newest, err)
	}
}

func TestUpWithoutTheRight(t *testing.T) {
	test := postgrestest.Database(t)
	err := migrations.Up(t.Context(), test.Extract+"&search_path=district17")
	if schema.KindOf(err) != schema.Refused {
		t.Errorf("got %v, want refused", err)
	}
}

func TestGrant(t *testing.T) {
	url := postgrestest.Empty(t)
	if err := migrations.Up(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	err := migrations.Grant(t.Context(), url, "", "nobody's")
	var fault *schema.Fault
	if !errors.As(err, &fault) || fault.Kind != schema.Config || !strings.HasPrefix(fault.Hint, `create role "nobody's" login password`) {
		t.Errorf("got %v, want a fault that says how to create the role", err)
	}
	for range 2 {
		if err := migrations.Grant(t.Context(), url, "schoolinks_test_extract", "schoolinks_test_publish"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLacking(t *testing.T) {
	test := postgrestest.Database(t)
	for _, c := range []struct {
		url, program string
		want         []string
	}{
		{test.Extract, "extract", nil},
		{test.Publish, "publish", nil},
		{test.Owner, "publish", nil},
		{test.Publish, "extract", []string{"insert on snapshot", "insert on student", "insert on leaver", "insert on pin", "delete on pin",
			"usage on snapshot_number", "execute on drop_snapshot"}},
		{test.Extract, "publish", []string{"update on delivery.outcome", "usage on fence"}},
	} {
		conn, err := pgx.Connect(t.Context(), c.url)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(t.Context())
		got, err := migrations.Lacking(t.Context(), conn, c.program)
		for _, right := range c.want {
			if !slices.Contains(got, right) {
				t.Errorf("%s for %s: got %q, want %s too", c.url, c.program, got, right)
			}
		}
		if err != nil || len(c.want) == 0 && len(got) > 0 {
			t.Errorf("%s for %s: got %q, %v, want nothing", c.url, c.program, got, err)
		}
	}
}
