package powerschool_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// No Oracle runs these tests, so the statement must hold nothing that either
// database is known not to understand.
func TestStatementIsOfBothDatabases(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\bdual\b|\bnvl\b|\brownum\b|::|\blimit\b|;|\bilike\b|\btrue\b|\bfalse\b|\bfetch\b|\binterval\b|\bfilter\b|[)a-z0-9_] as [a-z]|\busing\b`)
	alias := regexp.MustCompile(`\b[a-z_0-9]{31,}\b`)
	q := d118()
	q.Names = true
	for _, d := range []struct{ name, cutoff, statement string }{
		{"postgres", "cast($1 as timestamp)", text(t, source(t, postgres(nil), q).Statement)},
		{"oracle", "to_date(:1, 'YYYY-MM-DD HH24:MI:SS')", text(t, source(t, oracle(), q).Statement)},
	} {
		if strings.Count(d.statement, d.cutoff) != 1 {
			t.Errorf("%s: want %s once in:\n%s", d.name, d.cutoff, d.statement)
		}
		rest := strings.Replace(d.statement, d.cutoff, "", 1)
		if found := forbidden.FindString(rest); found != "" {
			t.Errorf("%s: %q in:\n%s", d.name, found, d.statement)
		}
		if found := alias.FindString(rest); found != "" {
			t.Errorf("%s: name %q is longer than Oracle 12.1 allows", d.name, found)
		}
		if n := strings.Count(strings.ToLower(rest), "join s_il_stu_x "); n != 1 {
			t.Errorf("%s: s_il_stu_x is joined %d times, want once", d.name, n)
		}
	}
}

func TestStatementBindsTheCutoffAsText(t *testing.T) {
	_, binds := source(t, oracle(), d118()).Statement(through)
	if diff := cmp.Diff([]any{"2026-11-23 23:59:59"}, binds); diff != "" {
		t.Error(diff)
	}
}

// Oracle takes 1,000 items in a list.
func TestStatementSplitsLists(t *testing.T) {
	q := d118()
	q.Grades = make([]int64, 2001)
	q.ExcludeSchools = make([]int64, 1001)
	statement := text(t, source(t, oracle(), q).Statement)
	for part, want := range map[string]int{"s.grade_level in (": 3, " or s.grade_level in (": 2, "s.schoolid not in (": 2, " and s.schoolid not in (": 1} {
		if got := strings.Count(statement, part); got != want {
			t.Errorf("got %q %d times, want %d", part, got, want)
		}
	}
	q.ExcludeSchools = nil
	if statement := text(t, source(t, oracle(), q).Statement); !strings.Contains(statement, "s.schoolid is not null") {
		t.Error("without excluded schools, students without a school are in scope")
	}
}
