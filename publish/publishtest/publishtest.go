// Package publishtest tests publish without its servers: a Store and a Server
// in memory, which keep their promises and can be told to break, a small
// district with its students, and Contract, which checks that a store keeps the
// promises of the store's interfaces. The store in schema/postgres runs
// the same Contract, so the one in memory cannot drift away from it.
package publishtest

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Destination is where the publications here go.
const Destination = "district@sftp.example.org:22/automated"

// Settings are the extract settings of the snapshots here.
func Settings() schema.Settings {
	return schema.Settings{
		EnrollStatus:   []int64{0},
		Grades:         []int64{9, 10, 11, 12},
		ExcludeSchools: []int64{901},
		Identifier:     schema.KnownByStudentNumber,
		Attendance:     schema.Attendance{View: "ps_adaadm_daily_ctod", Window: schema.WindowFTE},
		GPA:            schema.GPA{Table: "u_def_ext_students0", Simple: "simple_gpa", Weighted: "weighted_gpa"},
		Facts: []schema.Fact{
			{Name: "iep", Table: "s_il_stu_x", Column: "iep"},
			{Name: "section_504", Table: "s_il_stu_plan504_x", Column: "participant"},
		},
		Through: "now",
	}
}

// ours are the kinds of the three files, however many kinds there are.
var ours = []string{"attendance", "gpa", "tags"}

// Rules make three files of the students here: their attendance, their GPAs, and
// the tags IEP and 504.
func Rules() files.Rules {
	rules := files.Rules{
		Header:       "student_number",
		SharedNumber: files.Omit,
		GPA:          files.GPARule{Require: files.Any},
		Tags: []files.Tag{
			{Name: "IEP", When: files.Condition{Fact: "iep", Is: "1"}},
			{Name: "504", When: files.Condition{Fact: "section_504", Is: "1"}},
		},
		Quote: files.QuoteMinimal,
	}
	for _, kind := range files.All() {
		if !slices.Contains(ours, kind.Name) {
			continue
		}
		rules.Files = append(rules.Files, files.FileRule{
			Kind:      kind.Name,
			Name:      kind.FileName,
			WhenEmpty: kind.WhenEmpty,
		})
	}
	return rules
}

// Student is student n: in one of two schools and four grades, with attendance
// and both GPAs. Every second student has an IEP, every fourth also a 504.
func Student(n int64) schema.Student {
	facts := map[string][]string{"iep": {"0"}, "section_504": {"0"}}
	if n%2 == 0 {
		facts["iep"] = []string{"1"}
	}
	if n%4 == 0 {
		facts["section_504"] = []string{"1"}
	}

	return schema.Student{
		DCID:         n,
		ID:           n + 500,
		Number:       strconv.FormatInt(1000+n, 10),
		GradeLevel:   9 + n%4,
		SchoolID:     17 + n%2,
		DaysPresent:  "19",
		DaysEnrolled: "20",
		SimpleGPA:    "3.25",
		WeightedGPA:  "3.5",
		Facts:        schema.NewFacts(facts),
	}
}

// District is students 1 to n.
func District(n int64) (students []schema.Student) {
	for i := range n {
		students = append(students, Student(i+1))
	}
	return students
}

// stagedAs names a file as publish/sftp does until it has its final name.
func stagedAs(tag, name string) string { return fmt.Sprintf(".%s.%s.part", name, tag) }
