package extract_test

import (
	"context"
	"iter"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// answer is a Source that says this.
type answer struct {
	students []schema.Student
	read     schema.Read
}

func (a answer) Students(_ context.Context, _ schema.Moment, read *schema.Read) iter.Seq2[*schema.Student, error] {
	return func(yield func(*schema.Student, error) bool) {
		for i := range a.students {
			if !yield(&a.students[i], nil) {
				return
			}
		}
		*read = a.read
	}
}

func (answer) Leavers(context.Context, []schema.Leaver) error { return nil }

// paper is a Draft that keeps what is written, and what the snapshot before had.
type paper struct {
	before   *schema.Snapshot
	students []schema.Before // of before
	written  []schema.Student
	sealed   *schema.Snapshot
}

func (p *paper) Before(context.Context) (*schema.Snapshot, iter.Seq2[schema.Before, error], error) {
	return p.before, func(yield func(schema.Before, error) bool) {
		for _, s := range p.students {
			if !yield(s, nil) {
				return
			}
		}
	}, nil
}

func (p *paper) Write(_ context.Context, s *schema.Student) error {
	kept := *s
	kept.Findings = slices.Clone(s.Findings)
	p.written = append(p.written, kept)
	return nil
}

func (p *paper) Close() (int64, error)                              { return int64(len(p.written)), nil }
func (p *paper) Missing(context.Context) ([]schema.Leaver, error)   { return nil, nil }
func (p *paper) SharedNumbers(context.Context) (n int64, err error) { return 0, nil }
func (p *paper) Number() int64                                      { return 2 }
func (p *paper) Discard()                                           {}

func (p *paper) Seal(_ context.Context, s *schema.Snapshot, _ []schema.Leaver) error {
	p.sealed = s
	return nil
}

var asked = schema.Settings{
	EnrollStatus: []int64{0},
	GPA:          schema.GPA{Table: "u_x", Simple: "s"},
	Facts:        []schema.Fact{{Name: "iep", Table: "s_il_stu_x", Column: "iep"}},
}

// run takes a snapshot of what a source says.
func run(p *paper, a answer, change func(*extract.Options)) (*schema.Snapshot, error) {
	o := extract.Options{
		Run:      "run",
		Moment:   schema.Moment{Through: time.Unix(0, 0), Day: time.Unix(0, 0)},
		Settings: asked,
		Log:      slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(&o)
	}

	a.read.Rows = int64(len(a.students))
	return extract.Run(context.Background(), a, p, o)
}

var attended = schema.Read{Attended: true}

// A student who had a row in an extension table the night before has a finding; one
// who never had it has none.
func TestRowsThatAreGone(t *testing.T) {
	was := asked
	was.Facts = []schema.Fact{
		{Name: "a", Table: "another", Column: "a"},
		{Name: "iep", Table: "S_IL_STU_X", Column: "iep"},
	} // the tables are u_x, another and s_il_stu_x
	p := &paper{
		before: &schema.Snapshot{Number: 1, Settings: was},
		students: []schema.Before{
			{DCID: 1, Rows: 0b101},
			{DCID: 2, Rows: 0b101},
			{DCID: 3, Rows: 0b111},
			{DCID: 4, Rows: schema.RowsUnknown},
			{DCID: 6, Rows: 0b010},
		},
	}
	now := answer{read: attended, students: []schema.Student{
		{DCID: 1, Rows: 0b11},
		{DCID: 2, Rows: 0b01, Findings: []schema.Finding{schema.FTEMissing, schema.SimpleDiffers}},
		{DCID: 3, Rows: 0b00},
		{DCID: 4, Rows: 0b00},
		{DCID: 5, Rows: 0b00},
		{DCID: 6, Rows: 0b00},
	}}

	s, err := run(p, now, nil)
	if err != nil {
		t.Fatal(err)
	}

	got := map[int64][]schema.Finding{}
	for _, student := range p.written {
		if student.Findings != nil {
			got[student.DCID] = student.Findings
		}
	}
	il, gpa := schema.RowMissing.Of("s_il_stu_x"), schema.RowMissing.Of("u_x")
	want := map[int64][]schema.Finding{
		2: {schema.FTEMissing, il, schema.SimpleDiffers},
		3: {il, gpa},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	counts := schema.FindingCounts{
		schema.FTEMissing:             1,
		schema.SimpleDiffers:          1,
		il:                            2,
		gpa:                           1,
		schema.NoRow.Of("s_il_stu_x"): 3,
		schema.NoRow.Of("u_x"):        3,
	}
	if diff := cmp.Diff(counts, s.Findings); diff != "" {
		t.Errorf("counts: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int64{"u_x": 2, "s_il_stu_x": 1}, s.Rows); diff != "" {
		t.Errorf("rows: -want +got:\n%s", diff)
	}
}

func TestFirstSnapshotHasNothingBefore(t *testing.T) {
	p := &paper{}
	if _, err := run(p, answer{read: attended, students: []schema.Student{{DCID: 1}}}, nil); err != nil {
		t.Fatal(err)
	}
	if len(p.written[0].Findings) > 0 {
		t.Errorf("got %v", p.written[0].Findings)
	}
}

func TestStudentsOutOfOrder(t *testing.T) {
	p := &paper{}
	_, err := run(p, answer{read: attended, students: []schema.Student{{DCID: 2}, {DCID: 1}}}, nil)
	if schema.KindOf(err) != schema.Rejected || p.sealed != nil {
		t.Errorf("got %v, sealed %v", err, p.sealed)
	}
}

// gpas are a hundred students, some of whom have this GPA.
func gpas(some int, gpa schema.Decimal, findings ...schema.Finding) answer {
	a := answer{read: attended}
	for i := range 100 {
		s := schema.Student{DCID: int64(i), SimpleGPA: "3.5"}
		if i < some {
			s.SimpleGPA = gpa
			s.Findings = findings
		}
		a.students = append(a.students, s)
	}
	return a
}

// A few GPAs of 95 are mistakes; many are a scale of 100 points.
func TestUnusualGPAs(t *testing.T) {
	for some, want := range map[int]int64{0: 0, 1: 1, 5: 5, 6: 0, 100: 0} {
		s, err := run(&paper{}, gpas(some, "95.43"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Findings[schema.SimpleUnusual]; got != want {
			t.Errorf("%d of 100: got %d findings, want %d", some, got, want)
		}
	}
}

// A range that leaves out more than mistakes is itself one.
func TestRangeThatLeavesOutMany(t *testing.T) {
	ranged := func(o *extract.Options) { o.Settings.GPA.Range = &schema.GPARange{Least: "0", Greatest: "4"} }
	for some, kind := range map[int]schema.Kind{5: 0, 6: schema.Config} {
		p := &paper{}
		_, err := run(p, gpas(some, "", schema.SimpleOutOfRange.Saying("4.5")), ranged)
		sealed := p.sealed != nil
		if schema.KindOf(err) != kind || sealed != (kind == 0) {
			t.Errorf("%d of 100: got %v, sealed %t", some, err, sealed)
		}
	}
}

// Nobody has a day that counts: in summer, or because of a day that a person chose.
func TestNobodyAttended(t *testing.T) {
	a := answer{students: []schema.Student{{DCID: 1}, {DCID: 2}}}
	s, err := run(&paper{}, a, nil)
	if err != nil || s.Findings[schema.NoAttendance] != 2 {
		t.Errorf("got %v, %v", s, err)
	}

	p := &paper{}
	_, err = run(p, a, func(o *extract.Options) { o.ByHand = true })
	if schema.KindOf(err) != schema.Config || p.sealed != nil {
		t.Errorf("by hand: got %v, sealed %v", err, p.sealed)
	}
}

func TestAt(t *testing.T) {
	chicago := time.FixedZone("CST", -6*60*60)
	now := time.Date(2026, 11, 24, 3, 30, 0, 0, time.UTC).In(chicago) // 21:30 on the 23rd
	for when, want := range map[string]string{
		"now":                 "2026-11-23 21:30:00",
		"yesterday":           "2026-11-22 23:59:59",
		"2026-11-20":          "2026-11-20 23:59:59",
		"2026-11-23":          "2026-11-23 23:59:59",
		"2026-11-23T21:30:00": "2026-11-23 21:30:00",
		"2026-11-23T21:30:01": "in the future",
		"2026-11-24":          "in the future",
		"2027-01-01T00:00:00": "in the future",
		"tomorrow":            "not a day or a time",
	} {
		m, err := extract.At(when, now)
		got := m.Through.Format(time.DateTime)
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", when, got, want)
		}
		if err != nil && schema.KindOf(err) != schema.Config {
			t.Errorf("%s: got kind %d", when, schema.KindOf(err))
		}
		if day := m.Day.Format(time.DateTime); err == nil && day != "2026-11-23 00:00:00" {
			t.Errorf("%s: got day %s", when, day)
		}
	}
}
