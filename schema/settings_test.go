package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parse(text string) Settings {
	s, err := ParseSettings(text)
	if err != nil {
		panic(err)
	}
	return s
}

// every is settings in which every key has a value.
var every = Settings{
	EnrollStatus:   []int64{0, -1},
	Grades:         []int64{9, 10},
	ExcludeSchools: []int64{901},
	Identifier:     KnownByStateNumber,
	Names:          true,
	Attendance:     Attendance{View: "ps_adaadm_daily_ctod", Window: WindowSchoolYear},
	GPA:            GPA{Source: GPAOfExtension, Table: "u_x", Simple: "s", Weighted: "w"},
	Facts: []Fact{
		{
			Name:   "iep",
			Table:  "s_il_stu_x",
			Column: "iep",
			Dates:  Dates{Start: "b", End: "e", EndExclusive: true, GraceDays: 3},
		},
		{
			Name:    "spe",
			Table:   "spenrollments",
			Student: StudentID,
			Where: []Where{
				{Column: "code", In: []string{"1", "<2>"}},
				{Column: "exit", NotBlank: true},
			},
			Lookups: Lookups{{
				Table: "gen",
				On:    "programid",
				Key:   "id",
				Where: []Where{{Column: "name", Prefix: "SPE"}},
			}},
		},
	},
	Through: "yesterday",
}

// The digest of a snapshot covers this text: it must not change.
const everyText = `{"enroll_status":[0,-1],"grades":[9,10],"exclude_schools":[901],` +
	`"identifier":"state_studentnumber","names":true,` +
	`"attendance":{"view":"ps_adaadm_daily_ctod","window":"school_year"},` +
	`"gpa":{"source":"extension","table":"u_x","simple":"s","weighted":"w"},` +
	`"facts":[{"name":"iep","table":"s_il_stu_x","column":"iep",` +
	`"start":"b","end":"e","end_exclusive":true,"grace_days":3},` +
	`{"name":"spe","table":"spenrollments","student":"studentid",` +
	`"where":[{"column":"code","in":["1","\u003c2\u003e"]},{"column":"exit","not_blank":true}],` +
	`"lookup":{"table":"gen","on":"programid","key":"id","where":[{"column":"name","prefix":"SPE"}]}}],` +
	`"through":"yesterday"}`

func TestSettingsText(t *testing.T) {
	if diff := cmp.Diff(everyText, every.Text()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	least := Settings{EnrollStatus: []int64{0}}
	const want = `{"enroll_status":[0],"grades":null,"exclude_schools":null,"identifier":"","names":false,` +
		`"attendance":{"view":"","window":""},"gpa":{"source":"","simple":"","weighted":""},` +
		`"facts":null,"through":""}`
	if diff := cmp.Diff(want, least.Text()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := (Settings{}).Text(); got != "{}" {
		t.Errorf("the zero Settings are %s, want {}", got)
	}
}

func TestSettingsComeBackAsTheyWere(t *testing.T) {
	got := parse(everyText)
	got.text = ""
	if diff := cmp.Diff(everyText, got.Text()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	for _, text := range []string{
		everyText,
		`{}`,
		` { "names" : false,  "grades": [9, 10] } `,
		`{"facts":[],"a key of tomorrow":{"b":1.50}}`,
		`{"enroll_status":[0],"gpa":{"table":"t","simple":"s","weighted":"w"}}`,
	} {
		s, err := ParseSettings(text)
		if err != nil || s.Text() != text {
			t.Errorf("got %s, %v, want %s", s.Text(), err, text)
		}
	}
}

// The store of yesterday has settings that lack newer keys.
func TestSettingsOfYesterday(t *testing.T) {
	s := parse(`{"enroll_status":[0],"grades":[9],"exclude_schools":[],"names":true,
		"attendance":{"view":"v","window":"fte"},"gpa":{"table":"t","simple":"s","weighted":"w"},
		"facts":[{"name":"iep","table":"t","column":"c"}]}`)
	if got := s.Identifier.Column(); got != "student_number" {
		t.Errorf("students are known by %s, want student_number", got)
	}
	if diff := cmp.Diff([]string{"iep"}, s.FactNames()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if !s.InScope(&Student{GradeLevel: 9, SchoolID: 1}) || s.InScope(&Student{GradeLevel: 8, SchoolID: 1}) {
		t.Error("grade 9 is in scope, and grade 8 is not")
	}

	none := parse(`{}`)
	known := none.FactNames() != nil || none.Names || none.InScope(&Student{})
	if known {
		t.Errorf("something is known of {}: %+v", none)
	}
}

// The keys that came with version 3 are left out where they say what older versions
// did.
func TestSettingsOfVersion3(t *testing.T) {
	s := Settings{
		EnrollStatus: []int64{0},
		Attendance: Attendance{
			MembersOnly: true,
			Unrecorded:  UnrecordedExclude,
			BoundDays:   400,
			StaleAfter:  30,
		},
		GPA: GPA{
			Source:    GPAOfClassRank,
			StoreCode: "Y1",
			MaxAge:    400,
			Range:     &GPARange{Least: "0", Greatest: "5.5"},
		},
		Facts: []Fact{{
			Where:   []Where{{Column: "c", Contains: "X1", Not: true}},
			Lookups: Lookups{{Table: "a"}, {Table: "b"}},
		}},
		BlankDate: "1900-01-01",
		Schema:    "ps",
	}
	text := s.Text()
	for _, part := range []string{
		`"members_only":true,"unrecorded":"exclude","bounded":400,"stale_after":30}`,
		`"store_code":"Y1","max_age":400,"range":"0..5.5"}`,
		`"where":[{"column":"c","contains":"X1","not":true}],"lookup":[{"table":"a",`,
		`"blank_date":"1900-01-01","schema":"ps"`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%s is not in %s", part, text)
		}
	}

	again := parse(text)
	again.text = ""
	if diff := cmp.Diff(s, again, cmp.AllowUnexported(Settings{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSettingsThatCannotBeRead(t *testing.T) {
	for _, text := range []string{
		``, `null`, `[]`, `"x"`, `{`, `{"names":"yes"}`, `{"facts":{"name":"iep"}}`, `{"grades":[9.5]}`,
	} {
		if s, err := ParseSettings(text); err == nil {
			t.Errorf("%s: got %+v, want an error", text, s)
		}
	}
}

func TestScope(t *testing.T) {
	s := Settings{
		EnrollStatus:   []int64{0},
		Grades:         []int64{9},
		ExcludeSchools: []int64{901},
	}

	zero, nine, thirteen := int64(0), int64(9), int64(13)
	school, excluded := int64(1), int64(901)
	for _, c := range []struct {
		status, grade, school *int64
		holds                 bool
		outside               string
	}{
		{&zero, &nine, &school, true, ""},
		{&nine, &nine, &school, false, ""},
		{nil, &nine, &school, false, ""},
		{&zero, nil, nil, false, ""},
		{&zero, &thirteen, &excluded, false, "grade 13, school 901"},
	} {
		if got := s.Holds(c.status, c.grade, c.school); got != c.holds {
			t.Errorf("%+v: got %v", c, got)
		}
		if got := s.Outside(c.grade, c.school); got != c.outside {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
