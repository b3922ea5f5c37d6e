package powerschool_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// dictionary of the tests' PostgreSQL.
const dictionary = `select upper(table_name) table_name, upper(column_name) column_name, upper(udt_name) type_name
	from information_schema.columns where table_schema = 'public'`

// findable is a database whose only students are the first of n numbers, all in scope.
func findable(t *testing.T, n int, tables string) *powerschool.Source {
	t.Helper()
	url := postgrestest.Empty(t)
	postgrestest.Exec(t, url, fmt.Sprintf(`
		create table students (dcid numeric, id numeric, enroll_status numeric, grade_level numeric, schoolid numeric);
		insert into students select n, 1000 + n, 0, 9, 17 from generate_series(1, %d) n;
		insert into students values (9001, 9001, 2, 9, 17), (9002, 9002, 0, 9, 901);`, n)+tables)

	db, err := sql.Open("pgx", url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })

	d := postgres(db)
	d.Dictionary = func(string) string { return dictionary }
	return source(t, d, d118())
}

// TestFindMatches: which of the columns each word finds.
func TestFindMatches(t *testing.T) {
	t.Parallel()
	columns := []string{
		"sec504planstatus", "special_education_tf", "flagspeced", "flaglep", "elastatus", "level",
		"e0790_lep_indicator", "all_iep", "low_income", "lunchstatus", "economically_disadv", "gate",
		"aggregates", "e0034_gt", "tel504x5041", "giftedtf",
	}
	list := strings.Join(columns, " numeric, ")
	s := findable(t, 1, "create table s_xx_stu_x (studentsdcid numeric, "+list+" numeric)")

	for words, want := range map[string]string{
		"504":        "sec504planstatus tel504x5041",
		"IEP":        "all_iep flagspeced special_education_tf",
		"special_ed": "all_iep flagspeced special_education_tf",
		"ell":        "e0790_lep_indicator elastatus flaglep",
		"level":      "grade_level level",
		"low income": "economically_disadv low_income lunchstatus",
		"income":     "low_income",
		"GATE":       "e0034_gt gate giftedtf",
		"5041 tf":    "special_education_tf tel504x5041",
	} {
		found, err := s.Find(t.Context(), strings.Fields(words), at(through))
		if err != nil {
			t.Fatal(err)
		}

		var got []string
		for _, c := range found.Candidates {
			got = append(got, c.Fact.Column)
		}
		slices.Sort(got)
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: got %s, want %s", words, got, want)
		}
	}
}

// TestFindCounts the students in scope, each once for a value, while its dates hold.
func TestFindCounts(t *testing.T) {
	t.Parallel()
	s := findable(t, 40, `
		create table u_x504 (studentsdcid numeric, whocreated varchar(9), own varchar(9));
		insert into u_x504 select dcid, 'Admin',
			case when dcid > 27 then ' Y ' when dcid > 14 then 'Y' end from students;
		create table u_child504 (id numeric, studentsdcid numeric, whocreated varchar(9), code varchar(9),
			day timestamp);
		insert into u_child504 select n, dcid, 'Admin', 'A' from students, generate_series(1, 2) n where dcid <= 30;
		create table s_c504_c (studentsdcid numeric, kind504 varchar(9), calendar_day timestamp,
			programstartdate timestamp, programenddate timestamp);
		insert into s_c504_c select dcid, 'A', null, '2020-01-01', null from students, generate_series(1, 3);
		insert into s_c504_c select dcid, 'B', null, '2020-01-01', '2021-01-01' from students;
		insert into s_c504_c select dcid, 'C', null, '2030-01-01', null from students;
		insert into s_c504_c select dcid, 'D', null, null, '2026-11-23' from students where dcid <= 12`)

	found, err := s.Find(t.Context(), []string{"504"}, at(through))
	if err != nil {
		t.Fatal(err)
	}

	got := map[string]string{}
	for _, c := range found.Candidates {
		got[c.Place()] = fmt.Sprint(c.Values.Values, c.Other, c.Many, c.Rare)
	}
	want := map[string]string{
		"u_child504":       "[{1 30} {0 10}] 0 false false",
		"u_x504.own":       "[{Y 26} { 14}] 0 false false",
		"s_c504_c.kind504": "[{A 40} {D 12}] 0 false false",
		"s_c504_c":         "[{1 40}] 0 false false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestFindShowsNobody: text that could be about one student does not come back.
func TestFindShowsNobody(t *testing.T) {
	t.Parallel()
	s := findable(t, 300, `
		create table u_x (studentsdcid numeric, a504 varchar(99), b504 varchar(99), c504 varchar(99), d504 varchar(99),
			e504 varchar(99), f504 varchar(99), g504 varchar(99));
		insert into u_x select dcid,
			mod(dcid, 20),
			mod(dcid, 21),
			case when dcid <= 3 then 'Canary' || dcid else mod(dcid, 9)::text end,
			case when dcid <= 4 then 'Canary' || dcid end,
			case when dcid <= 99 then 'Canary ' || repeat('long ', 4) else 'short' end,
			case when dcid <= 99 then E'Canary\u202e' else 'plain' end,
			case dcid when 1 then 'Canary' when 2 then 'FDC' else 'N' end
			from students`)

	found, err := s.Find(t.Context(), []string{"504"}, at(through))
	if err != nil {
		t.Fatal(err)
	}

	got := map[string]string{}
	for _, c := range found.Candidates {
		got[c.Fact.Column] = fmt.Sprint(len(c.Values.Values), c.Other, c.Many, c.Rare)
		for _, v := range c.Values.Values {
			if strings.Contains(v.Text, "Canary") {
				t.Errorf("%s: %q is told", c.Fact.Column, v.Text)
			}
		}
	}
	want := map[string]string{
		"a504": "20 0 false false",
		"b504": "0 0 true false",
		"c504": "9 3 false false",
		"d504": "0 0 false true",
		"e504": "1 99 false false",
		"f504": "1 99 false false",
		"g504": "2 1 false false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFindRefusesShortWords(t *testing.T) {
	t.Parallel()
	s := source(t, oracle(), d118())
	for _, words := range [][]string{{"5"}, {"504", ""}, {"-_"}, nil} {
		_, err := s.Find(t.Context(), words, at(through))
		if schema.KindOf(err) != schema.Config || schema.HintOf(err) == "" {
			t.Errorf("%q: got %v, want a schema.Config fault with a hint", words, err)
		}
	}
}
