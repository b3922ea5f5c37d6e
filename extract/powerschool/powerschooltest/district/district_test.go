package district_test

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

var friday = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)

// count asks a question whose answer is a number.
func count(t *testing.T, url, question string) (n int64) {
	t.Helper()
	db, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(context.Background())

	if err := db.QueryRow(t.Context(), "select cast(("+question+") as bigint)").Scan(&n); err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return n
}

// story asks everything that a day changes.
func story(t *testing.T, url string) (answers []int64) {
	for _, question := range []string{
		"select count(*) from students where enroll_status = 0",
		"select count(*) from students where enroll_status = 2",
		"select count(*) from ps_adaadm_daily_ctod",
		"select count(distinct calendardate) from ps_adaadm_daily_ctod",
		"select count(*) from ps_adaadm_daily_ctod where attendancevalue = 0",
		"select count(*) from s_il_stu_x",
		"select sum(iep * studentsdcid) from s_il_stu_x",
		"select sum(participant * studentsdcid) from s_il_stu_plan504_x",
		"select sum(hashtext(simple_gpa)) from u_def_ext_students0",
	} {
		answers = append(answers, count(t, url, question))
	}

	return answers
}

func TestDistrictIsTheSameAgain(t *testing.T) {
	t.Parallel()
	d := district.District{Students: 500, Days: 10, Seed: 3, LastDay: friday}
	var told [][]int64
	for range 2 {
		url := postgrestest.Empty(t)
		if err := d.Load(t.Context(), url); err != nil {
			t.Fatal(err)
		}

		first := story(t, url)
		if err := d.NextDay(t.Context(), url); err != nil {
			t.Fatal(err)
		}

		second := story(t, url)
		enrolled, left, days := second[0] == first[0]-1, second[1] == first[1]+4, second[3] == 11
		attendance := second[2] == first[2]+second[0]
		flags := second[5] == 503 && second[6] != first[6]
		if !enrolled || !left || !days || !attendance || !flags {
			t.Errorf("a day goes from %v to %v", first, second)
		}

		monday := count(t, url, "select extract(epoch from max(calendardate)) from ps_adaadm_daily_ctod")
		if monday != friday.AddDate(0, 0, 3).Unix() {
			t.Errorf("the next day is %s", time.Unix(monday, 0).UTC())
		}
		if err := d.Break(t.Context(), url); err != nil {
			t.Fatal(err)
		}

		if n := count(t, url, "select count(*) from s_il_stu_x"); n != 0 {
			t.Errorf("S_IL_STU_X holds %d rows", n)
		}
		told = append(told, append(first, second...))
	}

	if diff := cmp.Diff(told[0], told[1]); diff != "" {
		t.Error(diff)
	}
}
