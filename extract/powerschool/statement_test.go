package powerschool_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// everything is a query that uses every feature.
func everything(window schema.Window) schema.Settings {
	q := children()
	q.Names = true
	q.Identifier = schema.KnownByStateNumber
	q.Attendance.Window = window
	q.GPA = schema.GPA{Source: schema.GPAOfClassRank, Simple: "simple", Weighted: "4", MaxAge: 400}
	q.Attendance.MembersOnly = true
	q.Attendance.Unrecorded = schema.UnrecordedExclude
	q.Attendance.BoundDays = 400
	q.Attendance.StaleAfter = 30
	q.BlankDate = "1900-01-01"
	q.Facts = append(q.Facts,
		dated("inclusive", inclusive),
		dated("exclusive", exclusive),
		program("504", in("programid", "504")),
		program("spe", schema.Where{Column: "name", Prefix: "SPE -"}),
		program("sped", schema.Where{Column: "name", Contains: "SPED", Not: true}),
		schema.Fact{Name: "lunch", Table: "Students", Column: "lunchstatus"})

	return q
}

// These tests do not run on Oracle, so the statement must hold nothing that either
// database is known not to understand.
func TestStatementIsForBothDatabases(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)` +
		`\b(dual|nvl|rownum|limit|ilike|true|false|fetch|interval|filter|using|text|coalesce)\b` +
		`|::|;|[)a-z0-9_] as [a-z]`)
	allowed := regexp.MustCompile(
		`cast\(\$\d+ as timestamp\)|to_date\(:\d+, 'YYYY-MM-DD HH24:MI:SS'\)| as varchar\(`)
	alias := regexp.MustCompile(`\b[a-z_0-9]{31,}\b`)
	named := d118()
	named.Names = true

	for _, q := range []schema.Settings{
		named,
		everything(schema.WindowFTE),
		everything(schema.WindowEnrollment),
		everything(schema.WindowSchoolYear),
	} {
		for name, d := range map[string]powerschool.Driver{"postgres": postgres(nil), "oracle": oracle()} {
			statement := asked(t, source(t, d, q))
			rest := allowed.ReplaceAllString(statement, "")
			if found := forbidden.FindString(rest); found != "" {
				t.Errorf("%s: %q in:\n%s", name, found, statement)
			}
			if found := alias.FindString(rest); found != "" {
				t.Errorf("%s: name %q is longer than Oracle 12.1 allows", name, found)
			}
		}
	}

	statement := asked(t, source(t, oracle(), named))
	for _, table := range []string{"s_il_stu_x ", "s_stu_crdc_x "} {
		if n := strings.Count(statement, "join "+table); n != 1 {
			t.Errorf("%s is joined %d times, want once", table, n)
		}
	}
}

// Oracle's driver binds by position, in the order in which placeholders stand.
func TestPlaceholdersStandInOrder(t *testing.T) {
	placeholders := regexp.MustCompile(`:\d+`)
	for _, window := range windows {
		statement, binds := source(t, oracle(), everything(window)).Statement(at(through))
		for i, placeholder := range placeholders.FindAllString(statement, -1) {
			if want := fmt.Sprintf(":%d", i+1); placeholder != want || i >= len(binds) {
				t.Fatalf("%s: placeholder %d is %s of %d:\n%s", window, i+1, placeholder, len(binds), statement)
			}
		}

		for _, bound := range binds {
			if _, ok := bound.(string); !ok {
				t.Errorf("got %v bound, want text", bound)
			}
		}

		if strings.Contains(statement, "SPE") || strings.Contains(statement, "144") {
			t.Errorf("a value of a condition stands in the text:\n%s", statement)
		}
	}
}

func TestStatementBindsTheCutoffAsText(t *testing.T) {
	_, binds := source(t, oracle(), d118()).Statement(at(through))
	if diff := cmp.Diff([]any{"2026-11-23 23:59:59"}, binds); diff != "" {
		t.Error(diff)
	}
}

// Oracle takes 1,000 items in a list.
func TestStatementSplitsLists(t *testing.T) {
	q := d118()
	q.Grades = make([]int64, 2001)
	q.ExcludeSchools = make([]int64, 1001)
	statement := asked(t, source(t, oracle(), q))
	for part, want := range map[string]int{
		"s.grade_level in (":       3,
		" or s.grade_level in (":   2,
		"s.schoolid not in (":      2,
		" and s.schoolid not in (": 1,
	} {
		if got := strings.Count(statement, part); got != want {
			t.Errorf("got %q %d times, want %d", part, got, want)
		}
	}

	q.ExcludeSchools = nil
	statement = asked(t, source(t, oracle(), q))
	if !strings.Contains(statement, "s.schoolid is not null") {
		t.Error("without excluded schools, students without a school are in scope")
	}
}

// The conditions on dates that Check has found repeat no placeholder either.
func TestPlaceholdersOfDates(t *testing.T) {
	t.Parallel()
	url := readAwkward(t, "dates").load(t, "s_nj_stu_x", "studentsdcid", 0)
	q := elsewhere(schema.Fact{
		Name:    "begun",
		Table:   "s_nj_stu_x",
		Student: schema.StudentsDCID,
		Where:   []schema.Where{in("begins", "2026-09-01", "2026", "2025-09-01")},
		Dates:   inclusive,
	})
	s := open(t, url, q)
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}

	statement, binds := s.Statement(at(through))
	for i := range binds {
		place := fmt.Sprintf(`\$%d\b`, i+1)
		if n := len(regexp.MustCompile(place).FindAllString(statement, -1)); n != 1 {
			t.Errorf("placeholder %d stands %d times, want once:\n%s", i+1, n, statement)
		}
	}
}
