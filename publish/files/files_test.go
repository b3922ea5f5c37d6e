package files

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// rows returns what a kind makes of students who share a number.
func rows(kind Kind, rules Rules, students ...schema.Student) (lines []string) {
	add := func(fields ...string) { lines = append(lines, strings.Join(fields, ",")) }
	kind.Rows(rules)(students, add)
	return lines
}

func TestFormatFloat(t *testing.T) {
	for want, f := range map[string]float64{
		"1.0":                   1,
		"0.0":                   0,
		"-0.5":                  -0.5,
		"1234.5":                1234.5,
		"0.9714285714285714":    0.9714285714285714,
		"0.1":                   0.1000000000000000055511151231257827,
		"0.0001":                1e-4,
		"1e-05":                 1e-5,
		"5.555555555555556e-06": 0.001 / 180,
		"5e-324":                4.9e-324,
		"999999999999999.0":     999999999999999,
		"9007199254740992.0":    9007199254740993,
		"1e+16":                 1e16,
		"1e+22":                 1e22,
		"1.5e+300":              1.5e300,
	} {
		if got := formatFloat(f); got != want {
			t.Errorf("formatFloat(%g) = %s, want %s", f, got, want)
		}
	}
}

func TestAttendance(t *testing.T) {
	omit := Rules{Attendance: AttendanceRule{OmitZero: true}}

	for _, test := range []struct {
		name              string
		rules             Rules
		present, enrolled schema.Decimal
		want              string
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
		{name: "more than enrolled", present: "21", enrolled: "20", want: "1,1.05"},
		{name: "negative", present: "-1", enrolled: "20", want: "1,-0.05"},
	} {
		student := schema.Student{Number: "1", DaysPresent: test.present, DaysEnrolled: test.enrolled}
		got := rows(attendance, test.rules, student)
		if strings.Join(got, "") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestGPA(t *testing.T) {
	either := GPARule{Require: Any}
	both := GPARule{Require: Both}
	eitherButZero := GPARule{Require: Any, OmitZero: true}
	bothButZero := GPARule{Require: Both, OmitZero: true}
	tiny := schema.Decimal("0." + strings.Repeat("0", 399) + "1")

	for _, test := range []struct {
		name             string
		rule             GPARule
		simple, weighted schema.Decimal
		want             string
	}{
		{"both", bothButZero, "3.5", "4", "1,3.5,4.0"},
		{"one of both", both, "3.5", "", ""},
		{"any", either, "3.5", "", "1,3.5,"},
		{"the other", either, "", "4", "1,,4.0"},
		{"none", either, "", "", ""},
		{"zero blank", eitherButZero, "0", "3.2", "1,,3.2"},
		{"zero drops", bothButZero, "0", "3.2", ""},
		{"zero sent", both, "0", "3.2", "1,0.0,3.2"},
		{"underflow is zero", eitherButZero, tiny, "3.2", "1,,3.2"},
	} {
		student := schema.Student{Number: "1", SimpleGPA: test.simple, WeightedGPA: test.weighted}
		got := rows(gpa, Rules{GPA: test.rule}, student)
		if strings.Join(got, "") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestTags(t *testing.T) {
	rules := Rules{Tags: []Tag{
		{Name: "IEP", When: Condition{Fact: "iep", Is: "1"}},
		{Name: "GFT", When: Condition{Fact: "gifted", Is: "Y"}},
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

		got := rows(tags, rules, students...)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.facts, diff)
		}
	}
}

// is, in, notIn and notBlank are conditions about a fact.
func is(fact, value string) Condition { return Condition{Fact: fact, Is: value} }

func in(fact string, values ...string) Condition { return Condition{Fact: fact, In: values} }

func notIn(fact string, values ...string) Condition { return Condition{Fact: fact, NotIn: values} }

func notBlank(fact string) Condition { return Condition{Fact: fact, NotBlank: true} }

func TestConditions(t *testing.T) {
	code, noCode := in("a", "F", "2"), notIn("a", "00", "500")
	both := Condition{All: []Condition{is("a", "1"), is("b", "1")}}
	either := Condition{Any: []Condition{is("a", "1"), is("b", "1")}}
	nested := Condition{All: []Condition{notBlank("c"), either}}

	for _, test := range []struct {
		name  string
		when  Condition
		facts schema.Facts
		want  bool
	}{
		{"in", code, `{"a":["2.0"]}`, true},
		{"in, text", code, `{"a":[" f "]}`, true},
		{"in, none of several", code, `{"a":["3","G"]}`, false},
		{"in, one of several", code, `{"a":["3","F"]}`, true},
		{"in, absent", code, `{"b":["F"]}`, false},
		{"not in", noCode, `{"a":["504"]}`, true},
		{"not in, listed", noCode, `{"a":["500"]}`, false},
		{"not in, listed by value", noCode, `{"a":["0"]}`, false},
		{"not in, absent", noCode, `{}`, false},
		{"not in, blank", noCode, `{"a":[" "]}`, false},
		{"not in, all of several listed", noCode, `{"a":["0","500"]}`, false},
		{"not in, one of several is not listed", noCode, `{"a":["00","504"]}`, true},
		{"not blank", notBlank("a"), `{"a":["0"]}`, true},
		{"not blank, space", notBlank("a"), `{"a":["  "]}`, false},
		{"not blank, absent", notBlank("a"), `{"b":["0"]}`, false},
		{"all", both, `{"a":["1"],"b":["1"]}`, true},
		{"all but one", both, `{"a":["1"],"b":["0"]}`, false},
		{"any", either, `{"b":["1"]}`, true},
		{"any of none", either, `{"a":["0"],"c":["1"]}`, false},
		{"nested", nested, `{"b":["1"],"c":["x"]}`, true},
		{"nested, outer fails", nested, `{"b":["1"]}`, false},
	} {
		rules := Rules{Tags: []Tag{{Name: "T", When: test.when}}}
		got := rows(tags, rules, schema.Student{Number: "1", Facts: test.facts})
		if (got != nil) != test.want {
			t.Errorf("%s, %s: got %q, want a tag %v", test.name, test.facts, got, test.want)
		}
	}
}

func TestConditionFacts(t *testing.T) {
	all := Condition{All: []Condition{is("a", "1"), is("b", "1"), is("c", "1")}}
	when := Condition{Any: []Condition{is("b", "1"), all}}

	if diff := cmp.Diff([]string{"b", "a", "c"}, when.Facts()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// decimals is a rule's number of digits after the point.
func decimals(n int) *int { return &n }

func TestScaleAndDecimals(t *testing.T) {
	fraction := AttendanceRule{Scale: Fraction}
	percent := AttendanceRule{Scale: Percent}
	percentTo1 := AttendanceRule{Scale: Percent, Decimals: decimals(1)}
	to0 := AttendanceRule{Decimals: decimals(0)}
	to2 := AttendanceRule{Decimals: decimals(2)}
	to4 := AttendanceRule{Decimals: decimals(4)}

	for _, test := range []struct {
		rule              AttendanceRule
		present, enrolled schema.Decimal
		want              string
	}{
		{fraction, "34", "35", "0.9714285714285714"},
		{percent, "34", "35", "97.14285714285714"},
		{percent, "29", "100", "29.0"}, // 29 / 100 × 100 in doubles is 28.999999999999996
		{percent, "20", "20", "100.0"},
		{to4, "34", "35", "0.9714"},
		{to2, "1", "1", "1.00"},
		{to0, "1", "2", "1"},
		{to2, "1", "200", "0.01"}, // a half, away from zero
		{to2, "-1", "200", "-0.01"},
		{to2, "1", "201", "0.00"},
		{to2, "-1", "201", "0.00"},
		{to2, "1.005", "1", "1.01"}, // 1.00499… as a double
		{percentTo1, "34", "35", "97.1"},
		{percentTo1, "0", "35", "0.0"},
	} {
		student := schema.Student{Number: "1", DaysPresent: test.present, DaysEnrolled: test.enrolled}
		got := rows(attendance, Rules{Attendance: test.rule}, student)
		if strings.Join(got, "") != "1,"+test.want {
			t.Errorf("%s of %s days under %+v: got %q, want %s",
				test.present, test.enrolled, test.rule, got, test.want)
		}
	}
}

func TestGPADecimals(t *testing.T) {
	rules := Rules{GPA: GPARule{Require: Any, Decimals: decimals(3)}}

	for value, want := range map[schema.Decimal]string{
		"3.5":     "3.500",
		"3.1415":  "3.142",
		"2.0005":  "2.001",
		"0":       "0.000",
		"-0.0001": "0.000",
		"12":      "12.000",
	} {
		got := rows(gpa, rules, schema.Student{Number: "1", SimpleGPA: value})
		if strings.Join(got, "") != "1,"+want+"," {
			t.Errorf("GPA %s: got %q, want %s", value, got, want)
		}
	}
}

// TestZeroIsBlankAttendance: a share that falls to zero is a value lost, with any
// number of digits.
func TestZeroIsBlankAttendance(t *testing.T) {
	for value, want := range map[string]bool{
		"":      true,
		"0":     true,
		"0.0":   true,
		"-0.0":  true,
		"0.000": true,
		"0.001": false,
		"10":    false,
		"100.0": false,
		"1e-05": false,
	} {
		if attendance.Columns[0].Blank(value) != want {
			t.Errorf("Blank(%q) = %v, want %v", value, !want, want)
		}
	}
}

func TestSharedNumberLeavesOutGPAAndAttendance(t *testing.T) {
	s := schema.Student{
		Number:       "1",
		DaysPresent:  "1",
		DaysEnrolled: "1",
		SimpleGPA:    "3",
		WeightedGPA:  "3",
	}

	for _, kind := range []Kind{attendance, gpa} {
		if got := rows(kind, Rules{GPA: GPARule{Require: Any}}, s, s); got != nil {
			t.Errorf("%s: got %q, want no row", kind.Name, got)
		}
	}
}
