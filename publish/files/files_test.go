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

func TestConditions(t *testing.T) {
	c := func(fact string, change func(*publish.Condition)) publish.Condition {
		c := publish.Condition{Fact: fact}
		change(&c)
		return c
	}
	is := func(fact, value string) publish.Condition { return publish.Condition{Fact: fact, Is: value} }
	in := func(values ...string) func(*publish.Condition) {
		return func(c *publish.Condition) { c.In = values }
	}
	notIn := func(values ...string) func(*publish.Condition) {
		return func(c *publish.Condition) { c.NotIn = values }
	}
	notBlank := func(c *publish.Condition) { c.NotBlank = true }
	of := func(conditions ...publish.Condition) []publish.Condition { return conditions }
	for _, test := range []struct {
		name  string
		when  publish.Condition
		facts schema.Facts
		want  bool
	}{
		{"in", c("a", in("F", "2")), `{"a":["2.0"]}`, true},
		{"in, text", c("a", in("F", "2")), `{"a":[" f "]}`, true},
		{"in, none of several", c("a", in("F", "2")), `{"a":["3","G"]}`, false},
		{"in, one of several", c("a", in("F", "2")), `{"a":["3","F"]}`, true},
		{"in, absent", c("a", in("F", "2")), `{"b":["F"]}`, false},
		{"not in", c("a", notIn("00", "500")), `{"a":["504"]}`, true},
		{"not in, listed", c("a", notIn("00", "500")), `{"a":["500"]}`, false},
		{"not in, listed by value", c("a", notIn("00", "500")), `{"a":["0"]}`, false},
		{"not in, absent", c("a", notIn("00", "500")), `{}`, false},
		{"not in, blank", c("a", notIn("00", "500")), `{"a":[" "]}`, false},
		{"not in, all of several listed", c("a", notIn("00", "500")), `{"a":["0","500"]}`, false},
		{"not in, one of several is not listed", c("a", notIn("00", "500")), `{"a":["00","504"]}`, true},
		{"not blank", c("a", notBlank), `{"a":["0"]}`, true},
		{"not blank, space", c("a", notBlank), `{"a":["  "]}`, false},
		{"not blank, absent", c("a", notBlank), `{"b":["0"]}`, false},
		{"all", publish.Condition{All: of(is("a", "1"), is("b", "1"))}, `{"a":["1"],"b":["1"]}`, true},
		{"all but one", publish.Condition{All: of(is("a", "1"), is("b", "1"))}, `{"a":["1"],"b":["0"]}`, false},
		{"any", publish.Condition{Any: of(is("a", "1"), is("b", "1"))}, `{"b":["1"]}`, true},
		{"any of none", publish.Condition{Any: of(is("a", "1"), is("b", "1"))}, `{"a":["0"],"c":["1"]}`, false},
		{"nested", publish.Condition{All: of(c("c", notBlank), publish.Condition{Any: of(is("a", "1"), is("b", "1"))})}, `{"b":["1"],"c":["x"]}`, true},
		{"nested, outer fails", publish.Condition{All: of(c("c", notBlank), publish.Condition{Any: of(is("a", "1"), is("b", "1"))})}, `{"b":["1"]}`, false},
	} {
		got, _ := rows(tags, publish.Rules{Tags: []publish.Tag{{Name: "T", When: test.when}}}, schema.Student{Number: "1", Facts: test.facts})
		if (got != nil) != test.want {
			t.Errorf("%s, %s: got %q, want a tag %v", test.name, test.facts, got, test.want)
		}
	}
}

func TestConditionFacts(t *testing.T) {
	is := func(fact string) publish.Condition { return publish.Condition{Fact: fact, Is: "1"} }
	when := publish.Condition{Any: []publish.Condition{is("b"), {All: []publish.Condition{is("a"), is("b"), is("c")}}}}
	if diff := cmp.Diff([]string{"b", "a", "c"}, when.Facts()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestScaleAndDecimals(t *testing.T) {
	digits := func(n int) *int { return &n }
	percent := publish.AttendanceRule{Scale: publish.Percent}
	for _, test := range []struct {
		rule              publish.AttendanceRule
		present, enrolled schema.Decimal
		want              string
	}{
		{publish.AttendanceRule{Scale: publish.Fraction}, "34", "35", "0.9714285714285714"},
		{percent, "34", "35", "97.14285714285714"},
		{percent, "29", "100", "29.0"}, // 29 / 100 × 100 in doubles is 28.999999999999996
		{percent, "20", "20", "100.0"},
		{publish.AttendanceRule{Decimals: digits(4)}, "34", "35", "0.9714"},
		{publish.AttendanceRule{Decimals: digits(2)}, "1", "1", "1.00"},
		{publish.AttendanceRule{Decimals: digits(0)}, "1", "2", "1"},
		{publish.AttendanceRule{Decimals: digits(2)}, "1", "200", "0.01"}, // a half, away from zero
		{publish.AttendanceRule{Decimals: digits(2)}, "-1", "200", "-0.01"},
		{publish.AttendanceRule{Decimals: digits(2)}, "1", "201", "0.00"},
		{publish.AttendanceRule{Decimals: digits(2)}, "-1", "201", "0.00"},
		{publish.AttendanceRule{Decimals: digits(2)}, "1.005", "1", "1.01"}, // 1.00499… as a double
		{publish.AttendanceRule{Scale: publish.Percent, Decimals: digits(1)}, "34", "35", "97.1"},
		{publish.AttendanceRule{Scale: publish.Percent, Decimals: digits(1)}, "0", "35", "0.0"},
	} {
		got, _ := rows(attendance, publish.Rules{Attendance: test.rule}, schema.Student{Number: "1", DaysPresent: test.present, DaysEnrolled: test.enrolled})
		if strings.Join(got, "") != "1,"+test.want {
			t.Errorf("%s of %s days under %+v: got %q, want %s", test.present, test.enrolled, test.rule, got, test.want)
		}
	}
	for value, want := range map[schema.Decimal]string{"3.5": "3.500", "3.1415": "3.142", "2.0005": "2.001", "0": "0.000", "-0.0001": "0.000", "12": "12.000"} {
		got, _ := rows(gpa, publish.Rules{GPA: publish.GPARule{Require: publish.Any, Decimals: digits(3)}}, schema.Student{Number: "1", SimpleGPA: value})
		if strings.Join(got, "") != "1,"+want+"," {
			t.Errorf("GPA %s: got %q, want %s", value, got, want)
		}
	}
}

// A share that falls to zero is a value lost, however many digits it has.
func TestZeroIsBlankAttendance(t *testing.T) {
	for value, want := range map[string]bool{"": true, "0.0": true, "-0.0": true, "0.000": true, "0": true, "0.001": false, "100.0": false, "10": false, "1e-05": false} {
		if attendance.Blank(value) != want {
			t.Errorf("Blank(%q) = %v, want %v", value, !want, want)
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
