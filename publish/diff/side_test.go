package diff_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const gpaHeader = "student_number,numerator_unweighted,numerator_weighted\n"

// folder makes a folder with one file.
func (d *district) folder(name, text string) (dir string) {
	d.Helper()
	dir = d.TempDir()
	d.check(os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	return dir
}

// grades is a district with one student, number 4, who has another simple GPA
// every night: 1.0 in publication 1, 2.0 in publication 2, and so on.
func grades(t *testing.T, nights int) *district {
	d := newDistrict(t, "gpa")
	d.students = d.students[3:4]

	for n := range nights {
		d.grade(4, schema.Decimal(fmt.Sprint(n+1)))
		d.night()
	}
	return d
}

func TestSides(t *testing.T) {
	d := grades(t, 2)
	d.grade(4, "3")
	d.take()
	d.plan(schema.Latest) // publication 3 was compared with 2, and is not sent
	dir := d.folder("gpa.csv", gpaHeader+"1004,9.0,3.5\n")
	back := &schema.Ref{Back: 1}

	for _, test := range []struct {
		from, to diff.Side
		want     string // the GPA of before and after
		names    string // of the sides
	}{
		{pub(1), pub(2), "1.0>2.0", "pub:1, pub:2"},
		{pub(2), pub(1), "2.0>1.0", "pub:2, pub:1"},
		{diff.Side{Baseline: 3}, pub(3), "2.0>3.0", "what was live before pub:3, pub:3"},
		{diff.Side{Baseline: 2}, pub(3), "1.0>3.0", "what was live before pub:2, pub:3"},
		{diff.Side{}, pub(3), "2.0>3.0", "live, pub:3"},
		{diff.Side{}, diff.Side{Snapshot: &schema.Ref{}}, "2.0>3.0", "live, snapshot:3"},
		{diff.Side{Snapshot: back}, snapshot(1), "2.0>1.0", "snapshot:2, snapshot:1"},
		{diff.Side{Dir: dir}, diff.Side{}, "9.0>2.0", "dir:" + dir + ", live"},
		{pub(1), diff.Side{Dir: dir}, "1.0>9.0", "pub:1, dir:" + dir},
	} {
		found := d.between(test.from, test.to, diff.Options{})
		if names := found.From.String() + ", " + found.To.String(); names != test.names {
			t.Errorf("got sides %s, want %s", names, test.names)
		}

		var got []string
		d.check(found.Changes(t.Context(), func(c diff.Change) error {
			got = append(got, c.Before[0]+">"+c.After[0])
			return nil
		}))
		d.want(test.names, []string{test.want}, got)
	}
}

// TestSidesOfAnotherProgram: neither the rules nor the students are known.
func TestSidesOfAnotherProgram(t *testing.T) {
	d := grades(t, 1)
	dir := d.folder("gpa.csv", gpaHeader+"1004,9.0,3.5\n1003,3.0,3.0\n")

	found := d.between(diff.Side{Dir: dir}, pub(1), diff.Options{})
	d.want("changes", []string{
		"gpa data 1004 9.0,3.5>1.0,3.5 unknown: made by another program",
		"gpa data 1003 -3.0,3.0 left_unknown: left: PowerSchool does not say why",
	}, d.changes(found))

	summaries, err := found.Summary(t.Context())
	d.check(err)
	d.want("note", "the rules that another program used for its files are not known", summaries[0].Note)

	back := d.between(pub(1), diff.Side{Dir: dir}, diff.Options{})
	d.want("changes back", []string{
		"gpa data 1004 1.0,3.5>9.0,3.5 unknown: made by another program",
		"gpa data 1003 +3.0,3.0 entered: entered",
	}, d.changes(back))
}

func TestSidesThatDoNotExist(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.take()
	d.plan(schema.Latest)

	for _, test := range []struct {
		from, to diff.Side
		kind     schema.Kind
		says     string
	}{
		{diff.Side{}, pub(1), schema.Config, "nothing is known to be live at " + d.Destination},
		{pub(1), pub(9), schema.Config, "there is no publication 9"},
		{diff.Side{Baseline: 9}, pub(1), schema.Config, "there is no publication 9"},
		{snapshot(9), pub(1), schema.Config, schema.ErrNoSnapshot.Error()},
		{diff.Side{Dir: d.folder("other.csv", "")}, pub(1), schema.Config, "none of the files is in "},
		{diff.Side{Dir: d.folder("gpa.csv", "a,b\n")}, pub(1), schema.Rejected, "the header is not student_number,"},
	} {
		_, err := d.Diff(t.Context(), test.from, test.to, diff.Options{})
		d.wantFault(err, test.kind, test.says)
	}
}

func TestSidesThatAreDamaged(t *testing.T) {
	d := grades(t, 2)
	p := d.stored(1)
	roster, err := d.store.Content(t.Context(), p.Roster)
	d.check(err)

	d.store.Damage(p.Files[0].Sum, roster.Zstd)
	_, err = d.Diff(t.Context(), pub(1), pub(2), diff.Options{})
	d.wantFault(err, schema.Rejected, "read gpa.csv of publication 1: ")

	d.store.Forget(p.Files[0].Sum)
	for _, from := range []diff.Side{pub(1), {Baseline: 2}} {
		_, err = d.Diff(t.Context(), from, pub(2), diff.Options{})
		d.wantFault(err, schema.Failure, "read the content: ")
	}
}

// TestLiveUnderAnOldName: a file that was renamed stays live under its old name
// too. The one with today's name counts, or else the one that was sent last.
func TestLiveUnderAnOldName(t *testing.T) {
	d := grades(t, 1)
	d.Rules.Files[0].Name = "second.csv"
	d.grade(4, "2")
	d.night()
	d.Rules.Files[0].Name = "third.csv"
	d.grade(4, "3")
	d.night()

	for name, want := range map[string]string{
		"gpa.csv":    "1.0",
		"second.csv": "2.0",
		"third.csv":  "3.0",
		"fourth.csv": "3.0",
	} {
		d.Rules.Files[0].Name = name
		d.grade(4, "9")
		d.take()

		found := d.between(diff.Side{}, diff.Side{Snapshot: &schema.Ref{}}, diff.Options{})
		d.check(found.Changes(t.Context(), func(c diff.Change) error {
			d.want(name, want, c.Before[0])
			return nil
		}))
	}
}

func TestKept(t *testing.T) {
	d := newDistrict(t, "gpa", "tags")
	d.take()
	p := d.plan(schema.Latest)
	built, err := d.Build(t.Context(), schema.Latest)
	d.check(err)

	kept, err := d.Kept(t.Context(), p.Number)
	d.check(err)
	for i, f := range built.Files {
		d.want(f.Rule.Name, f.Content, kept[i].Content)
		d.want(f.Rule.Name, files.FileRule{Kind: f.Rule.Kind, Name: f.Rule.Name}, kept[i].Rule)
	}

	_, err = d.Kept(t.Context(), 9)
	d.wantFault(err, schema.Config, "there is no publication 9")

	d.store.Forget(p.Files[1].Sum)
	_, err = d.Kept(t.Context(), p.Number)
	d.wantFault(err, schema.Failure, "read the content: ")
}
