package schema

import (
	"slices"
	"strings"
	"testing"
)

// asked is what a configuration asks for.
func asked() Settings {
	return Settings{
		EnrollStatus:   []int64{0},
		Grades:         []int64{8, 9, 10, 11, 12},
		ExcludeSchools: []int64{901},
		Identifier:     KnownByStudentNumber,
		Facts: []Fact{
			{Name: "gifted", Table: "s_stu_crdc_x", Column: "gifted"},
			{Name: "iep", Table: "s_il_stu_x", Column: "iep", Dates: Dates{End: "ended"}},
			{
				Name: "spe", Table: "spenrollments", Student: StudentID,
				Where: []Where{{Column: "code", In: []string{"1", "X"}}, {Column: "exit", NotBlank: true}},
			},
		},
	}
}

func TestUnlike(t *testing.T) {
	var schools []int64
	for n := range int64(20) {
		schools = append(schools, 100+3*n)
	}

	for name, test := range map[string]struct {
		there, here func(*Settings)
		want        string
	}{
		"the same": {want: ""},
		"what no file depends on": {there: func(s *Settings) {
			s.Names = true
			s.Attendance.View = "another"
			s.GPA.Table = "another"
			s.Through = "yesterday"
			s.Facts[0].Column = "another"
		}},
		"an older version's order, case and keys": {there: func(s *Settings) {
			s.Identifier = ""
			s.Grades = []int64{12, 11, 10, 9, 8, 8}
			s.Facts[1].Table = "S_IL_STU_X"
			s.Facts[2].Where = []Where{{Column: "EXIT", NotBlank: true}, {Column: "code", In: []string{" x", "1"}}}
		}},
		"no list": {
			there: func(s *Settings) { s.ExcludeSchools = nil },
			here:  func(s *Settings) { s.ExcludeSchools = []int64{} },
		},

		"scope": {
			there: func(s *Settings) { s.EnrollStatus, s.Grades, s.ExcludeSchools = []int64{-1, 0}, s.Grades[1:], nil },
			want: "students.enroll_status is -1, 0 there and 0 here; students.grades is 9–12 there and 8–12 here; " +
				"students.exclude_schools is none there and 901 here",
		},
		"long lists": {
			there: func(s *Settings) { s.ExcludeSchools = schools[1:] },
			here:  func(s *Settings) { s.ExcludeSchools = append([]int64{1, 2, 3}, schools...) },
			want:  "students.exclude_schools has only there none and only here 1–3, 100",
		},
		"identifier": {
			there: func(s *Settings) { s.Identifier = KnownByDCID },
			want:  "students.identifier is dcid there and student_number here",
		},
		"another column": {
			there: func(s *Settings) { s.Facts[1].Column = "lep" },
			want:  "fact iep is s_il_stu_x.lep there and s_il_stu_x.iep here",
		},
		"a column, and rows": {
			there: func(s *Settings) { s.Facts[2] = Fact{Name: "spe", Table: "students", Column: "spe"} },
			want:  "fact spe is students.spe there and rows of spenrollments here",
		},
		"other dates": {
			there: func(s *Settings) { s.Facts[1].GraceDays = 30 },
			want:  "fact iep is s_il_stu_x.iep there and here, but under other conditions or dates",
		},
		"other conditions": {
			there: func(s *Settings) { s.Facts[2].Where = []Where{{Column: "code", In: []string{"1"}}} },
			want:  "fact spe is rows of spenrollments there and here, but under other conditions or dates",
		},
		"a lookup": {
			there: func(s *Settings) { s.Facts[2].Lookups = Lookups{{Table: "gen", On: "programid", Key: "id"}} },
			want:  "fact spe is rows of spenrollments there and here, but under other conditions or dates",
		},
		"not read there": {
			there: func(s *Settings) { s.Facts = s.Facts[:2] },
			want:  "fact spe is not read there and rows of spenrollments here",
		},
		"not read here": {
			here: func(s *Settings) { s.Facts = s.Facts[:2] },
			want: "fact spe is rows of spenrollments there and not read here",
		},
	} {
		there, here := asked(), asked()
		if test.there != nil {
			test.there(&there)
		}
		if test.here != nil {
			test.here(&here)
		}

		got := strings.Join(there.Unlike(here, []string{"iep", "spe"}), "; ")
		if got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

// What a store gives back means what it meant.
func TestUnlikeOfStoredSettings(t *testing.T) {
	stored := parse(every.Text())
	if got := stored.Unlike(every, every.FactNames()); len(got) > 0 {
		t.Errorf("got %q, want no difference", got)
	}
}

func TestLacks(t *testing.T) {
	s := asked()
	got := s.Lacks([]string{"gifted", "lep", "iep", "lii"})
	if want := []string{"lep", "lii"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
