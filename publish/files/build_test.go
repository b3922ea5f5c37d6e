package files_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// sealed returns a builder of a snapshot of these students.
func sealed(t *testing.T, students ...schema.Student) (*files.Builder, *publishtest.Memory) {
	t.Helper()
	store := publishtest.NewMemory(time.Now)
	s := schema.Snapshot{
		Settings: publishtest.Settings(),
		Findings: schema.FindingCounts{schema.NumberShared: 2, schema.ScopeUnknown: 4},
	}
	for _, student := range students {
		s.Findings.Add(student.Findings...)
	}
	leavers := []schema.Leaver{{DCID: 77, Number: "77"}}
	if err := store.Take(t.Context(), &s, students, leavers); err != nil {
		t.Fatal(err)
	}

	return &files.Builder{
		Snapshots: store,
		Kinds:     files.All(),
		Rules:     publishtest.Rules(),
		Log:       slog.New(slog.DiscardHandler),
	}, store
}

// text returns the bytes of a content.
func text(t *testing.T, c schema.Content) string {
	t.Helper()
	r, err := files.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()

	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wantFault checks the kind of an error, and its text.
func wantFault(t *testing.T, err error, kind schema.Kind, says string) {
	t.Helper()
	known := err != nil && schema.KindOf(err) == kind
	if !known || err.Error() != says {
		t.Errorf("got %v (kind %d), want kind %d: %s", err, schema.KindOf(err), kind, says)
	}
}

// numbered is student n under another number.
func numbered(n int64, number string) schema.Student {
	s := publishtest.Student(n)
	s.Number = number
	return s
}

func TestBuild(t *testing.T) {
	without, shared := numbered(5, ""), numbered(6, "1002")
	late := publishtest.Student(7)
	late.DaysPresent = "21" // more than there were
	late.Findings = []schema.Finding{schema.AttendanceOutOfRange.Saying("21 of 20 days")}
	b, _ := sealed(t, without, publishtest.Student(4), shared, publishtest.Student(2), late)

	built, err := b.Build(t.Context(), schema.Latest)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{"roster": text(t, built.Roster)}
	for _, f := range built.Files {
		got[f.Rule.Name] = text(t, f.Content)
	}
	want := map[string]string{
		"attendance_percentage.csv": "student_number,attendance_percentage\n1007,1.05\n1004,0.95\n",
		"gpa.csv":                   gpaHeader + "1007,3.25,3.5\n1004,3.25,3.5\n",
		"student_tags.csv":          tagsHeader + "1004,IEP,,\n1004,504,,\n1002,IEP,,\n",
		"roster": "number,school,grade,days\n" +
			"1007,18,12,20\n1004,17,9,20\n1002,17,11,20\n1002,17,11,20\n",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	none := map[int64]int64{}
	findings := schema.FindingTallies{
		schema.AttendanceOutOfRange: {Count: 1, Schools: map[int64]int64{18: 1}, Grades: map[int64]int64{12: 1}},
		schema.NumberShared:         {Count: 2, Schools: map[int64]int64{17: 2}, Grades: map[int64]int64{11: 2}},
		schema.ScopeUnknown:         {Count: 4, Schools: none, Grades: none},
	}
	if diff := cmp.Diff(findings, built.Findings); diff != "" {
		t.Errorf("findings: -want +got:\n%s", diff)
	}
}

const (
	gpaHeader  = "student_number,numerator_unweighted,numerator_weighted\n"
	tagsHeader = "student_number,name,detailed_name,description\n"
)

func TestBuildReportsProgress(t *testing.T) {
	b, _ := sealed(t, publishtest.District(5)...)
	type step struct{ done, total int64 }
	var got []step
	b.Progress = func(_ string, done, total int64) { got = append(got, step{done, total}) }

	if _, err := b.Build(t.Context(), schema.Latest); err != nil {
		t.Fatal(err)
	}
	if len(got) != 5 || got[4] != (step{5, 5}) {
		t.Errorf("got the progress %v, want five steps to 5 of 5", got)
	}
}

// TestBuildKeepsThoseWhoShareANumber where the rules say so: each has their
// rows.
func TestBuildKeepsThoseWhoShareANumber(t *testing.T) {
	b, _ := sealed(t, numbered(6, "1002"), publishtest.Student(2))
	b.Rules.SharedNumber = files.Keep
	b.Rules.Files = b.Rules.Files[1:]

	built, err := b.Build(t.Context(), schema.Ref{Number: 1})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{
		gpaHeader + "1002,3.25,3.5\n1002,3.25,3.5\n",
		tagsHeader + "1002,IEP,,\n1002,IEP,,\n",
	} {
		if got := text(t, built.Files[i].Content); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	for _, test := range []struct {
		name    string
		happens func(*files.Builder, *publishtest.Memory)
		kind    schema.Kind
		says    string
	}{
		{"a student was changed", func(_ *files.Builder, store *publishtest.Memory) {
			store.Tamper(1, func(students []schema.Student) { students[0].SimpleGPA = "4" })
		}, schema.Rejected, "read snapshot 1: it differs from what was sealed"},
		{"another identifier", func(b *files.Builder, _ *publishtest.Memory) {
			b.Rules.Identifier = schema.KnownByStateNumber
		}, schema.Config, "snapshot 1 identifies students by student_number, " +
			"but students.identifier is state_studentnumber"},
		{"a file that is not known", func(b *files.Builder, _ *publishtest.Memory) {
			b.Kinds = b.Kinds[:2]
		}, schema.Config, `this program does not know the file "tags"`},
		{"dropped before", func(_ *files.Builder, store *publishtest.Memory) {
			drop(store)
		}, schema.Config, schema.ErrNoSnapshot.Error()},
		{"dropped while it is read", func(b *files.Builder, store *publishtest.Memory) {
			b.Progress = func(string, int64, int64) { drop(store) }
		}, schema.Config, schema.ErrNoSnapshot.Error()},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, store := sealed(t, publishtest.District(3)...)
			test.happens(b, store)

			built, err := b.Build(t.Context(), schema.Ref{Number: 1})
			wantFault(t, err, test.kind, test.says)
			if built != nil {
				t.Errorf("got %+v, want nothing", built)
			}
		})
	}
}

// drop takes snapshot 1 away.
func drop(store *publishtest.Memory) {
	if err := store.Drop(context.Background(), 1); err != nil {
		panic(err) // it is in memory
	}
}

// TestIdentifiersOfOldSnapshots: snapshots that do not name an identifier have
// student numbers.
func TestIdentifiersOfOldSnapshots(t *testing.T) {
	for _, test := range []struct {
		rules, snapshot schema.Identifier
		fits            bool
	}{
		{"", "", true},
		{"", schema.KnownByStudentNumber, true},
		{schema.KnownByStudentNumber, "", true},
		{schema.KnownByDCID, schema.KnownByDCID, true},
		{schema.KnownByDCID, "", false},
		{"", schema.KnownByDCID, false},
	} {
		rules := files.Rules{Identifier: test.rules}
		s := schema.Snapshot{Settings: schema.Settings{Identifier: test.snapshot}}

		err := rules.Identified(s)
		if fits := err == nil; fits != test.fits {
			t.Errorf("rules %q, snapshot %q: got %v, want it to fit %v", test.rules, test.snapshot, err, test.fits)
		}
	}
}

func TestBuildIsInterrupted(t *testing.T) {
	b, _ := sealed(t, publishtest.District(3)...)
	ctx, cancel := context.WithCancel(t.Context())
	b.Progress = func(string, int64, int64) { cancel() }

	if _, err := b.Build(ctx, schema.Latest); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
