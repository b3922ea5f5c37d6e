package diff_test

import (
	"strconv"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// change is one thing that happens between two nights, and what the diff of their
// publications says about it.
type change struct {
	name    string
	kind    string
	before  func(*district) // before the first night
	happens func(*district) // before the second
	after   func(*district) // after it
	want    []string
}

func (test change) explained(t *testing.T) {
	d := newDistrict(t, test.kind)
	if test.before != nil {
		test.before(d)
	}
	d.night()
	test.happens(d)
	d.night()
	if test.after != nil {
		test.after(d)
	}

	d.want("changes", test.want, d.changes(d.compare(1, 2)))
}

// gone is the row of student 3, who leaves; the reason follows.
const gone = "gpa data 1003 -3.25,3.5 "

func some(n int64) *int64 { return &n }

func TestReasonsToLeave(t *testing.T) {
	for _, test := range []struct {
		name                  string
		status, grade, school *int64 // of the leaver
		want                  string
	}{
		{"graduated", some(3), some(99), some(17), "left_graduated: left: graduated"},
		{"transferred", some(2), some(9), some(17), "left_transferred: left: transferred out"},
		{"inactive", some(1), some(9), some(17), "left_inactive: left: inactive"},
		{"pre-registered", some(-1), some(9), some(17), "out_of_scope: out of scope: pre-registered"},
		{"grade and school are not read", some(0), some(13), some(901),
			"out_of_scope: out of scope: grade 13, school 901"},
		{"enrolled, in scope, and not there", some(0), some(9), some(17),
			"left_unknown: left: PowerSchool does not say why"},
		{"without a status", nil, some(9), some(17),
			"left_unknown: left: PowerSchool does not say why"},
	} {
		t.Run(test.name, change{
			kind:    "gpa",
			happens: func(d *district) { d.leave(3, test.status, test.grade, test.school) },
			want:    []string{gone + test.want},
		}.explained)
	}
}

func TestReasonsToEnterOrLeaveTheScope(t *testing.T) {
	for _, test := range []change{
		{
			name:    "entered",
			kind:    "gpa",
			before:  func(d *district) { d.students = d.students[:7] },
			happens: func(d *district) { d.students = d.students[:8] },
			want:    []string{"gpa data 1008 +3.25,3.5 entered: entered"},
		},
		{
			name: "without a leaver",
			kind: "gpa",
			happens: func(d *district) {
				d.vanish(3)
				d.leavers = nil
			},
			want: []string{gone + "left_unknown: left: PowerSchool does not say why"},
		},
		{
			name: "left by the scope",
			kind: "gpa",
			happens: func(d *district) {
				d.settings.Grades = []int64{9, 10, 11}
				d.leave(3, some(0), some(12), some(18))
			},
			want: []string{gone + "settings_changed: the scope of the extract changed"},
		},
		{
			name: "entered by the scope",
			kind: "gpa",
			before: func(d *district) {
				d.settings.ExcludeSchools = []int64{17}
				d.students = d.students[:7]
			},
			happens: func(d *district) {
				d.settings.ExcludeSchools = nil
				d.students = d.students[:8]
			},
			want: []string{"gpa data 1008 +3.25,3.5 settings_changed: the scope of the extract changed"},
		},
		{
			name:   "entered, whatever the scope",
			kind:   "gpa",
			before: func(d *district) { d.students = d.students[:7] },
			happens: func(d *district) {
				d.settings.ExcludeSchools = nil
				d.students = d.students[:8]
			},
			want: []string{"gpa data 1008 +3.25,3.5 entered: entered"},
		},
	} {
		t.Run(test.name, test.explained)
	}
}

func TestReasonsOfValues(t *testing.T) {
	for _, test := range []change{
		{name: "nothing", kind: "gpa", happens: func(*district) {}},
		{
			name: "facts",
			kind: "tags",
			happens: func(d *district) {
				d.mark(4, "0", "0")
				d.mark(1, "1", "1")
			},
			want: []string{
				"tags data 1004 IEP -, fact_changed: fact iep changed 1 → 0",
				"tags data 1004 504 -, fact_changed: fact section_504 changed 1 → 0",
				"tags data 1001 IEP +, fact_changed: fact iep changed 0 → 1",
				"tags data 1001 504 +, fact_changed: fact section_504 changed 0 → 1",
			},
		},
		{
			name:    "a fact of several rows, then of none",
			kind:    "tags",
			before:  func(d *district) { d.student(4).Facts = `{"iep":["0","1"]}` },
			happens: func(d *district) { d.student(4).Facts = `{}` },
			want:    []string{"tags data 1004 IEP -, fact_changed: fact iep changed 0 and 1 → null"},
		},
		{
			name: "GPAs",
			kind: "gpa",
			happens: func(d *district) {
				d.grade(4, "4")
				d.student(4).WeightedGPA = ""
			},
			want: []string{
				"gpa data 1004 3.25,3.5>4.0, value_changed: simple GPA 3.25 → 4, weighted GPA 3.5 → null",
			},
		},
		{
			name:    "days",
			kind:    "attendance",
			happens: func(d *district) { d.attend(4, "20", "21") },
			want: []string{"attendance data 1004 0.95>0.9523809523809523 " +
				"value_changed: days present 19 → 20, days enrolled 20 → 21"},
		},
		{
			name: "rejected",
			kind: "gpa",
			happens: func(d *district) {
				d.grade(4, "")
				d.student(4).Findings = []schema.Finding{schema.SimpleNotNumber}
			},
			want: []string{"gpa data 1004 3.25,3.5>,3.5 source_rejected: source value rejected: simple_not_number"},
		},
		{
			name: "no longer rejected",
			kind: "attendance",
			before: func(d *district) {
				d.attend(4, "", "")
				d.student(4).Findings = []schema.Finding{schema.FTEMissing}
			},
			happens: func(d *district) {
				d.attend(4, "1", "1")
				d.student(4).Findings = nil
			},
			want: []string{"attendance data 1004 +1.0 source_rejected: source value no longer rejected: fte_missing"},
		},
		{
			name:    "a number that is shared",
			kind:    "gpa",
			happens: func(d *district) { d.student(3).Number = "1004" },
			want: []string{
				"gpa data 1004 -3.25,3.5 source_rejected: source value rejected: number_shared",
				gone + "left_unknown: left: PowerSchool does not say why",
			},
		},
	} {
		t.Run(test.name, test.explained)
	}
}

func TestReasonsOfSettings(t *testing.T) {
	for _, test := range []change{
		{
			name:    "a number that is no longer shared",
			kind:    "gpa",
			before:  func(d *district) { d.student(3).Number = "1004" },
			happens: func(d *district) { d.student(3).Number = "1003" },
			want: []string{
				"gpa data 1004 +3.25,3.5 source_rejected: source value no longer rejected: number_shared",
				"gpa data 1003 +3.25,3.5 entered: entered",
			},
		},

		{
			name: "the window",
			kind: "attendance",
			happens: func(d *district) {
				d.settings.Attendance.Window = schema.WindowSchoolYear
				d.student(4).DaysPresent = "10"
			},
			want: []string{"attendance data 1004 0.95>0.5 settings_changed: the extract's settings for it changed, " +
				"days present 19 → 10"},
		},
		{
			name: "the window is not the GPA's",
			kind: "gpa",
			happens: func(d *district) {
				d.settings.Attendance.Window = schema.WindowSchoolYear
				d.grade(4, "4")
			},
			want: []string{"gpa data 1004 3.25,3.5>4.0,3.5 value_changed: simple GPA 3.25 → 4"},
		},
		{
			name: "a fact's definition",
			kind: "tags",
			happens: func(d *district) {
				d.settings.Facts = []schema.Fact{{Name: "iep", Table: "plans"}, d.settings.Facts[1]}
				d.mark(4, "0", "0")
			},
			want: []string{
				"tags data 1004 IEP -, settings_changed: the definition of fact iep changed, its value changed 1 → 0",
				"tags data 1004 504 -, fact_changed: fact section_504 changed 1 → 0",
			},
		},
		{
			name: "a fact that is not read",
			kind: "tags",
			happens: func(d *district) {
				d.settings.Facts = d.settings.Facts[1:]
				d.mark(2, "", "0")
			},
			want: []string{"tags data 1002 IEP -, not_comparable: fact iep is no longer read"},
		},

		{
			name: "the rules",
			kind: "tags",
			happens: func(d *district) {
				d.mark(3, "1", "0")
				d.Rules.Tags = []files.Tag{d.Rules.Tags[0]}
			},
			want: []string{
				"tags data 1003 IEP +, fact_changed: fact iep changed 0 → 1",
				"tags rules 1008 504 -, rule_changed: the rules changed, the student did not",
				"tags rules 1004 504 -, rule_changed: the rules changed, the student did not",
			},
		},
		{
			name:    "the rules of another file",
			kind:    "tags",
			happens: func(d *district) { d.Rules.GPA.OmitZero = true },
		},
	} {
		t.Run(test.name, test.explained)
	}
}

// eitherFact is a tag for those who have one of the two facts.
var eitherFact = []files.Tag{{Name: "ANY", When: files.Condition{Any: []files.Condition{
	{Fact: "iep", Is: "1"},
	{Fact: "section_504", Is: "1"},
}}}}

// dated has the facts hold between dates only.
func dated(d *district) {
	for i := range d.settings.Facts {
		d.settings.Facts[i].Dates = schema.Dates{Start: "begins", End: "ends"}
	}
}

// TestReasonsOfSeveral: when several things changed, the reason names each that
// the row depends on, and never one that it does not.
func TestReasonsOfSeveral(t *testing.T) {
	for _, test := range []change{
		{
			name:   "a GPA, and another that is rejected but was blank",
			kind:   "gpa",
			before: func(d *district) { d.grade(4, "") },
			happens: func(d *district) {
				d.student(4).WeightedGPA = "2.1"
				d.student(4).Findings = []schema.Finding{schema.SimpleNotNumber}
			},
			want: []string{"gpa data 1004 ,3.5>,2.1 value_changed: weighted GPA 3.5 → 2.1, " +
				"source value rejected: simple_not_number"},
		},
		{
			name: "a GPA that is rejected, and one that is no longer",
			kind: "gpa",
			before: func(d *district) {
				d.student(4).WeightedGPA = ""
				d.student(4).Findings = []schema.Finding{schema.WeightedDiffers}
			},
			happens: func(d *district) {
				d.grade(4, "")
				d.student(4).WeightedGPA = "3.5"
				d.student(4).Findings = []schema.Finding{schema.SimpleNotNumber}
			},
			want: []string{"gpa data 1004 3.25,>,3.5 source_rejected: source value rejected: simple_not_number, " +
				"source value no longer rejected: weighted_differs"},
		},
		{
			name: "moved, and days",
			kind: "attendance",
			happens: func(d *district) {
				d.attend(4, "", "")
				d.student(4).SchoolID = 18
			},
			want: []string{"attendance data 1004 -0.95 value_changed: moved from school 17 to school 18, " +
				"days present 19 → null, days enrolled 20 → null"},
		},
		{
			name: "moved, without days that count",
			kind: "attendance",
			happens: func(d *district) {
				d.attend(4, "", "")
				d.student(4).SchoolID = 18
				d.student(4).Findings = []schema.Finding{schema.YearMissing}
			},
			want: []string{"attendance data 1004 -0.95 value_changed: moved from school 17 to school 18, " +
				"source value rejected: year_missing"},
		},
		{
			name:    "moved, which is nothing to a GPA",
			kind:    "gpa",
			happens: func(d *district) { d.grade(4, "4"); d.student(4).SchoolID = 18 },
			want:    []string{"gpa data 1004 3.25,3.5>4.0,3.5 value_changed: simple GPA 3.25 → 4"},
		},
		{
			name:    "a fact whose dates may have ended",
			kind:    "tags",
			before:  dated,
			happens: func(d *district) { d.student(4).Facts = `{"iep":["1"]}` },
			want: []string{"tags data 1004 504 -, fact_changed: " +
				"fact section_504 changed 1 → null (the value is gone, or its dates ended)"},
		},
		{
			name:    "a fact that its dates did not change",
			kind:    "tags",
			before:  dated,
			happens: func(d *district) { d.mark(4, "1", "0") },
			want:    []string{"tags data 1004 504 -, fact_changed: fact section_504 changed 1 → 0"},
		},
		{
			name:   "a fact, and the definition of another",
			kind:   "tags",
			before: func(d *district) { d.Rules.Tags = eitherFact },
			happens: func(d *district) {
				d.settings.Facts = []schema.Fact{{Name: "iep", Table: "plans"}, d.settings.Facts[1]}
				d.mark(4, "1", "0")
				d.mark(8, "0", "0")
				d.mark(5, "0", "1")
			},
			want: []string{
				"tags data 1008 ANY -, settings_changed: the definition of fact iep changed, " +
					"its value changed 1 → 0, fact section_504 changed 1 → 0",
				"tags data 1005 ANY +, fact_changed: fact section_504 changed 0 → 1",
			},
		},
		{
			name: "the number is another child's",
			kind: "gpa",
			happens: func(d *district) {
				d.student(3).Number = "1004"
				d.student(4).Number = "9"
				d.grade(3, "2")
			},
			want: []string{
				"gpa data 1004 3.25,3.5>2.0,3.5 other_student: the number is another student's now",
				gone + "left_unknown: left: PowerSchool does not say why",
				"gpa data 9 +3.25,3.5 entered: entered",
			},
		},
		{
			name: "no longer shared, and a GPA",
			kind: "gpa",
			before: func(d *district) {
				d.student(3).Number = "1004"
				d.grade(4, "")
			},
			happens: func(d *district) {
				d.student(3).Number = ""
				d.grade(4, "2")
			},
			want: []string{"gpa data 1004 +2.0,3.5 source_rejected: " +
				"source value no longer rejected: number_shared, simple GPA null → 2"},
		},
		{
			name:    "shared tags",
			kind:    "tags",
			happens: func(d *district) { d.student(3).Number = "1004"; d.mark(3, "0", "0"); d.mark(4, "0", "1") },
			want: []string{"tags data 1004 IEP -, fact_changed: fact iep changed 1 → 0, " +
				"another student has the number too"},
		},
	} {
		t.Run(test.name, test.explained)
	}
}

// TestReasonsToLeaveAScopeOfGraduates: who is read whatever the status left for
// another reason.
func TestReasonsToLeaveAScopeOfGraduates(t *testing.T) {
	change{
		kind:    "gpa",
		before:  func(d *district) { d.settings.EnrollStatus = []int64{0, 3} },
		happens: func(d *district) { d.leave(3, some(3), some(99), some(17)) },
		want:    []string{gone + "out_of_scope: out of scope: grade 99"},
	}.explained(t)
}

func TestReasonsUnknown(t *testing.T) {
	for _, test := range []change{
		{
			name:    "the snapshot before is gone",
			kind:    "gpa",
			happens: func(d *district) { d.grade(4, "4") },
			after:   func(d *district) { d.check(d.store.Drop(d.Context(), 1)) },
			want:    []string{"gpa data 1004 3.25,3.5>4.0,3.5 unknown: snapshot 1 is gone"},
		},
		{
			name:    "the snapshot after is gone",
			kind:    "gpa",
			happens: func(d *district) { d.grade(4, "4") },
			after:   func(d *district) { d.check(d.store.Drop(d.Context(), 2)) },
			want:    []string{"gpa data 1004 3.25,3.5>4.0,3.5 unknown: snapshot 2 is gone"},
		},
		{
			name:    "nothing that the snapshots say",
			kind:    "gpa",
			happens: func(d *district) { d.grade(4, "4") },
			after: func(d *district) {
				d.store.Tamper(2, func(students []schema.Student) { students[3].SimpleGPA = "3.25" })
			},
			want: []string{"gpa data 1004 3.25,3.5>4.0,3.5 unknown: nothing in the snapshots explains it"},
		},
	} {
		t.Run(test.name, test.explained)
	}
}

// TestReasonsBackwards compares a newer publication with an older one.
func TestReasonsBackwards(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.students = d.students[:7]
	d.night()
	d.students = d.students[:8]
	d.vanish(3)
	d.grade(4, "4")
	d.night()

	d.want("changes", []string{
		"gpa data 1008 -3.25,3.5 older_snapshot: not in the older snapshot",
		"gpa data 1004 4.0,3.5>3.25,3.5 value_changed: simple GPA 4 → 3.25",
		"gpa data 1003 +3.25,3.5 older_snapshot: only in the older snapshot",
	}, d.changes(d.compare(2, 1)))
}

// TestManyReasons has more changes than are looked up at once.
func TestManyReasons(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.students = nil
	for n := int64(1); n <= 2500; n++ {
		d.students = append(d.students, schema.Student{
			DCID:       n,
			Number:     strconv.FormatInt(n, 10),
			GradeLevel: 9,
			SchoolID:   17,
			SimpleGPA:  "3",
			Facts:      "{}",
		})
	}
	d.night()
	for i := range d.students {
		d.students[i].SimpleGPA = "4"
	}
	d.night()

	summaries, err := d.compare(1, 2).Summary(t.Context())
	d.check(err)
	want := []diff.ReasonCount{{Code: diff.ValueChanged, Rows: 2500}}
	d.want("reasons", want, summaries[0].Causes[0].Reasons)

	seen := map[string]bool{}
	for _, l := range d.changes(d.compare(1, 2)) {
		seen[l] = true
	}
	if len(seen) != 2500 {
		t.Errorf("got %d different changes, want 2500", len(seen))
	}
}
