package powerschool_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const childTables = `
	create table s_ca_stu_calpadsprograms_c (
		studentsdcid numeric(10,0), programcode varchar(10),
		startdate timestamp(0), enddate timestamp(0));
	create table spenrollments (
		studentid numeric(10,0), programid numeric(10,0),
		enter_date timestamp(0), exit_date timestamp(0));
	create table gen (id numeric(10,0), cat varchar(20), name varchar(80));

	insert into gen
	select 504, 'specprog', 'SPE - ' || n
	from generate_series(1, 7) n;

	insert into s_ca_stu_calpadsprograms_c
	select dcid, 144, '2026-09-01', null
	from students, generate_series(0, cast(mod(dcid, 40) as int)) n
	where n > 0;

	insert into spenrollments
	select id, 504, '2026-09-01', null
	from students, generate_series(0, cast(mod(id, 30) as int)) n
	where n > 0`

// A student has one row, and the same days and GPAs, with any number of rows in
// child tables.
func TestChildRowsMultiplyNothing(t *testing.T) {
	t.Parallel()
	url := small(t)
	postgrestest.Exec(t, url, childTables)

	readWith := func(window schema.Window, facts ...schema.Fact) ([]schema.Student, schema.Read) {
		q := elsewhere(facts...)
		q.Attendance.Window = window
		return read(t, open(t, url, q), through)
	}

	facts := append(children().Facts,
		program("by_id", in("programid", "504")),
		program("by_name", schema.Where{Column: "name", Prefix: "SPE"}))
	for _, window := range windows {
		want, plain := readWith(window)
		got, multiplied := readWith(window, facts...)
		if plain != multiplied || plain.Rows == 0 {
			t.Errorf("%s: got %+v, want %+v", window, multiplied, plain)
		}

		for i := range got {
			if facts := childFacts(got[i]); got[i].Facts != facts {
				t.Errorf("%s: got %s, want %s", window, got[i].Facts, facts)
			}
			got[i].Facts = want[i].Facts
		}

		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-without +with):\n%s", window, diff)
		}
	}
}

// childFacts are the facts of a student of the child tables above.
func childFacts(s schema.Student) schema.Facts {
	dated, id := "0", "0"
	if s.DCID%40 > 0 {
		dated = "1"
	}
	if s.ID%30 > 0 {
		id = "1"
	}

	return schema.NewFacts(map[string][]string{
		"is_144":     {dated},
		"dates_only": {dated},
		"is_0":       {"0"},
		"in_101_y":   {"0"},
		"by_id":      {id},
		"by_name":    {id},
	})
}
