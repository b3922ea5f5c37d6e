package config

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// elsewhere is a district that uses what the defaults do not.
const elsewhere = `
students: {identifier: state_studentnumber}
attendance: {window: school_year, scale: percent, decimals: 1}
gpa: {source: classrank, simple: Simple GPA, weighted: "", decimals: 3}
facts:
  code: {table: s_xx_stu_x, column: plan, start: b, end: e, grace_days: 5}
  lunch: {table: students, column: lunchstatus}
  program:
    table: spenrollments
    student: studentid
    where: [{column: gradelevel, is: 9}, {column: code1, in: [A, 0b]}]
    lookup: {table: gen, on: programid, where: [{column: name, prefix: 504 -}]}
    start: enter_date
    end: exit_date
    end_exclusive: true
tags:
  - {name: A, detailed_name: a, description: a, when: {fact: lunch, in: [R, F, R]}}
  - name: B
    detailed_name: b
    description: b
    when:
      any:
        - {fact: program, is: 1}
        - all: [{fact: code, not_in: [N, 00]}, {fact: lunch, not_blank: true}]
`

func TestFactsAreAskedForAsWritten(t *testing.T) {
	want := schema.Settings{
		EnrollStatus:   []int64{0},
		Grades:         []int64{8, 9, 10, 11, 12},
		ExcludeSchools: []int64{901},
		Through:        "now",
		Identifier:     schema.KnownByStateNumber,
		BlankDate:      "1900-01-01",
		Attendance: schema.Attendance{
			View:        "ps_adaadm_daily_ctod",
			Window:      schema.WindowSchoolYear,
			MembersOnly: true,
			Unrecorded:  schema.UnrecordedExclude,
			BoundDays:   400,
			StaleAfter:  30,
		},
		GPA: schema.GPA{Source: schema.GPAOfClassRank, Simple: "Simple GPA", MaxAge: 400},
		Facts: []schema.Fact{
			{
				Name:   "code",
				Table:  "s_xx_stu_x",
				Column: "plan",
				Dates:  schema.Dates{Start: "b", End: "e", GraceDays: 5},
			},
			{Name: "lunch", Table: "students", Column: "lunchstatus"},
			{
				Name:    "program",
				Table:   "spenrollments",
				Student: "studentid",
				Where: []schema.Where{
					{Column: "gradelevel", In: []string{"9"}},
					{Column: "code1", In: []string{"0b", "A"}},
				},
				Lookups: schema.Lookups{{
					Table: "gen",
					On:    "programid",
					Key:   "id",
					Where: []schema.Where{{Column: "name", Prefix: "504 -"}},
				}},
				Dates: schema.Dates{Start: "enter_date", End: "exit_date", EndExclusive: true},
			},
		},
	}

	if diff := cmp.Diff(want, parse(t, elsewhere).Settings()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// elsewhereRules are its rules, up to the files.
const elsewhereRules = `{"identifier":"student_state_id","column":"state_studentnumber","shared_number":"omit",` +
	`"attendance":{"omit_zero":false,"scale":"percent","decimals":1},` +
	`"gpa":{"require":"any","omit_zero":true,"decimals":3},` +
	`"tags":[` +
	`{"name":"A","detailed_name":"a","description":"a","when":{"fact":"lunch","in":["F","R"]}},` +
	`{"name":"B","detailed_name":"b","description":"b","when":{"any":[` +
	`{"fact":"program","is":"1"},` +
	`{"all":[{"fact":"code","not_in":["00","N"]},{"fact":"lunch","not_blank":true}]}]}}],`

const defaultRules = `{"identifier":"student_number","column":"student_number","shared_number":"omit",` +
	`"attendance":{"omit_zero":false,"scale":"fraction"},` +
	`"gpa":{"require":"any","omit_zero":true},` +
	`"tags":[` +
	`{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services",` +
	`"when":{"fact":"iep","is":"1"}},`

// TestRulesAreKeptInOneForm: equal rules must be equal text, because publications
// are compared by it.
func TestRulesAreKeptInOneForm(t *testing.T) {
	for _, test := range []struct{ config, want string }{
		{elsewhere, elsewhereRules},
		{"", defaultRules},
		{"students: {identifier: dcid}", `{"identifier":"student_sis_id","column":"dcid",`},
	} {
		got, err := json.Marshal(parse(t, test.config).Rules())
		if err != nil {
			t.Fatal(err)
		}

		beginning := string(got[:min(len(got), len(test.want))])
		if diff := cmp.Diff(test.want, beginning); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
