package files

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// rows returns what a kind makes of students who share a number.
func rows(kind publish.Kind, rules publish.Rules, students ...schema.Student) (lines []string, findings []schema.Finding) {
	findings = kind.Rows(rules)(students, func(fields ...string) { lines = append(lines, strings.Join(fields, ",")) })
	return lines, findings
}

func TestFormatFloat(t *testing.T) {
	for want, f := range map[string]float64{
		"1.0": 1, "0.0": 0, "0.9714285714285714": 0.9714285714285714, "0.1": 0.1000000000000000055511151231257827,
		"0.0001": 1e-4, "1e-05": 1e-5, "5.555555555555556e-06": 0.001 / 180, "-0.5": -0.5, "1234.5": 1234.5,
		"999999999999999.0": 999999999999999, "9007199254740992.0": 9007199254740993, "1e+16": 1e16, "1e+22": 1e22, "1.5e+300": 1.5e300, "5e-324": 4.9e-324,
	} {
		if got := formatFloat(f); got != want {
			t.Errorf("formatFloat(%g) = %s, want %s", f, got, want)
		}
	}
}

func TestAttendance(t *testing.T) {
	omit := publish.Rules{Attendance: publish.AttendanceRule{OmitZero: true}}
	for _, test := range []struct {
		name              string
		rules             publish.Rules
		present, enrolled schema.Decimal
		want              string
		finding           bool
	}{
		{name: "ordinary", present: "34", enrolled: "35", want: "1,0.9714285714285714"},
		{name: "always", present: "20", enrolled: "20", want: "1,1.0"},
		{name: "decimal sums", present: "0.3", enrolled: "0.9", want: "1,0.3333333333333333"},
		{name: "never", present: "0", enrolled: "20", want: "1,0.0"},
		{name: "never, omitted", rules: omit, present: "0", enrolled: "20"},
		{name: "tiny, not omitted", rules: omit, present: "0.001", enrolled: "180", want: "1,5.555555555555556e-06"},
		{name: "present unknown", enrolled: "20"},
		{name: "enrolled unknown", present: "20"},
		{name: "not enrolled", present: "20", enrolled: "0"},
		{name: "enrolled less than nothing", present: "20", enrolled: "-1"},
		{name: "more than enrolled", present: "21", enrolled: "20", want: "1,1.05", finding: true},
		{name: "negative", present: "-1", enrolled: "20", want: "1,-0.05", finding: true},
	} {
		got, findings := rows(attendance, test.rules, schema.Student{Number: "1", DaysPresent: test.present, DaysEnrolled: test.enrolled})
		if strings.Join(got, "") != test.want || len(findings) > 0 != test.finding {
			t.Errorf("%s: got %q, %v, want %q, finding %v", test.name, got, findings, test.want, test.finding)
		}
	}
}

func TestGPA(t *testing.T) {
	for _, test := range []struct {
		name             string
		rule             publish.GPARule
		simple, weighted schema.Decimal
		want             string
	}{
		{"both", publish.GPARule{Require: publish.Both, OmitZero: true}, "3.5", "4", "1,3.5,4.0"},
		{"one of both", publish.GPARule{Require: publish.Both}, "3.5", "", ""},
		{"any", publish.GPARule{Require: publish.Any}, "3.5", "", "1,3.5,"},
		{"the other", publish.GPARule{Require: publish.Any}, "", "4", "1,,4.0"},
		{"none", publish.GPARule{Require: publish.Any}, "", "", ""},
		{"zero blank", publish.GPARule{Require: publish.Any, OmitZero: true}, "0", "3.2", "1,,3.2"},
		{"zero drops", publish.GPARule{Require: publish.Both, OmitZero: true}, "0", "3.2", ""},
		{"zero sent", publish.GPARule{Require: publish.Both}, "0", "3.2", "1,0.0,3.2"},
		{"underflow is zero", publish.GPARule{Require: publish.Any, OmitZero: true}, schema.Decimal("0." + strings.Repeat("0", 399) + "1"), "3.2", "1,,3.2"},
	} {
		got, _ := rows(gpa, publish.Rules{GPA: test.rule}, schema.Student{Number: "1", SimpleGPA: test.simple, WeightedGPA: test.weighted})
		if strings.Join(got, "") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestTags(t *testing.T) {
	rules := publish.Rules{Tags: []publish.Tag{
		{Name: "IEP", When: publish.Condition{Fact: "iep", Is: "1"}},
		{Name: "GFT", When: publish.Condition{Fact: "gifted", Is: "Y"}},
	}}
	for _, test := range []struct {
		facts []schema.Facts
		want  []string
	}{
		{[]schema.Facts{`{"iep":["1"],"gifted":["Y"]}`}, []string{"1,IEP,,", "1,GFT,,"}},
		{[]schema.Facts{`{"iep":["1.0"]}`}, []string{"1,IEP,,"}},
		{[]schema.Facts{`{"iep":[" 01 "],"gifted":["y "]}`}, []string{"1,IEP,,", "1,GFT,,"}},
		{[]schema.Facts{`{"iep":["0","1"]}`}, []string{"1,IEP,,"}},
		{[]schema.Facts{`{"iep":["2"],"gifted":["Yes"]}`}, nil},
		{[]schema.Facts{`{"iep":["-1"],"gifted":["1"]}`}, nil},
		{[]schema.Facts{`{}`}, nil},
		{[]schema.Facts{`{"gifted":["Y"]}`, `{"iep":["1"],"gifted":["Y"]}`}, []string{"1,IEP,,", "1,GFT,,"}},
	} {
		var students []schema.Student
		for _, f := range test.facts {
			students = append(students, schema.Student{Number: "1", Facts: f})
		}
		got, _ := rows(tags, rules, students...)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.facts, diff)
		}
	}
}

func TestSharedNumberLeavesOutGPAAndAttendance(t *testing.T) {
	s := schema.Student{Number: "1", DaysPresent: "1", DaysEnrolled: "1", SimpleGPA: "3", WeightedGPA: "3"}
	for _, kind := range []publish.Kind{attendance, gpa} {
		if got, _ := rows(kind, publish.Rules{GPA: publish.GPARule{Require: publish.Any}}, s, s); got != nil {
			t.Errorf("%s: got %q, want no row", kind.Name, got)
		}
	}
}
