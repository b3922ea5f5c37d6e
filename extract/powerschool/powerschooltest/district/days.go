package district

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
)

// writeDay writes a day of attendance of all who are enrolled.
func (d District) writeDay(w *bufio.Writer, day time.Time, students []student) {
	r := d.of(day)
	date := day.Format(time.DateOnly) + "\t"
	var line []byte
	for i := range students {
		s := &students[i]
		if s.status != 0 {
			continue
		}

		value := "1"
		switch x := r.Float64(); {
		case x < 0.0005:
			value = null
		case x < s.absences:
			value = "0"
		case x < s.absences+0.01:
			value = "0.5"
		}

		line = appendNumber(line[:0], s.id)
		line = appendNumber(line, s.school)
		line = append(line, date...)
		line = appendNumber(line, s.fte)
		line = appendNumber(line, s.grade)
		line = append(line, value...)
		line = append(line, "\t1\t1\n"...)
		w.Write(line) // its error comes back from Flush
	}
}

// appendNumber appends a column that is a number.
func appendNumber(line []byte, n int) []byte {
	return append(strconv.AppendInt(line, int64(n), 10), '\t')
}

// of returns the chance of one day.
func (d District) of(day time.Time) *rand.Rand {
	return rand.New(rand.NewPCG(d.Seed, uint64(day.Unix())))
}

// NextDay lets one ordinary school day pass: some students gain and lose a
// flag, some GPAs change, 4 students transfer out and 3 enroll, and attendance
// is taken.
func (d District) NextDay(ctx context.Context, url string) error {
	return within(ctx, url, func(tx pgx.Tx) error {
		var day time.Time
		if err := tx.QueryRow(ctx, "select max(calendardate) from ps_adaadm_daily_ctod").Scan(&day); err != nil {
			return fmt.Errorf("find the last day: %w", err)
		}
		for day = day.AddDate(0, 0, 1); !weekday(day); {
			day = day.AddDate(0, 0, 1)
		}

		r := d.of(day)
		steps := []func(context.Context, pgx.Tx, *rand.Rand, time.Time) error{
			changeFlags,
			changeGPAs,
			transferOut,
			enrollMore,
		}
		for _, step := range steps {
			if err := step(ctx, tx, r, day); err != nil {
				return err
			}
		}

		return d.takeAttendance(ctx, tx, day)
	})
}

// Break gives the district the illness that the guard is there for: S_IL_STU_X
// comes back empty.
func (District) Break(ctx context.Context, url string) error {
	return within(ctx, url, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "delete from s_il_stu_x")
		return err
	})
}

// changeFlags lets 3 students gain and 3 lose each flag.
func changeFlags(ctx context.Context, tx pgx.Tx, r *rand.Rand, _ time.Time) error {
	for _, f := range []struct{ table, column, off, on string }{
		{"s_il_stu_x", "iep", "0", "1"},
		{"s_il_stu_x", "lep", "0", "1"},
		{"s_il_stu_x", "lii", "0", "1"},
		{"s_il_stu_plan504_x", "participant", "0", "1"},
		{"s_stu_crdc_x", "giftedtalentedprograms_yn", "'N'", "'Y'"},
	} {
		for _, to := range [][2]string{{f.off, f.on}, {f.on, f.off}} {
			join := fmt.Sprintf("join %s x on x.studentsdcid = s.dcid and x.%s = %s", f.table, f.column, to[0])
			some, err := choose(ctx, tx, r, 3, join)
			if err != nil {
				return err
			}

			update := fmt.Sprintf("update %s set %s = %s where studentsdcid = any($1)", f.table, f.column, to[1])
			if _, err := tx.Exec(ctx, update, some); err != nil {
				return fmt.Errorf("change %s: %w", f.column, err)
			}
		}
	}

	return nil
}

// changeGPAs gives 12 students other averages.
func changeGPAs(ctx context.Context, tx pgx.Tx, r *rand.Rand, _ time.Time) error {
	some, err := choose(ctx, tx, r, 12,
		"join u_def_ext_students0 x on x.studentsdcid = s.dcid and x.simple_gpa <> 'N/A'")
	if err != nil {
		return err
	}

	for _, dcid := range some {
		simple, weighted := averages(r)
		_, err := tx.Exec(ctx, `
			update u_def_ext_students0
			set simple_gpa = $2, weighted_gpa = $3
			where studentsdcid = $1`, dcid, simple, weighted)
		if err != nil {
			return fmt.Errorf("change a GPA: %w", err)
		}
	}

	return nil
}

func transferOut(ctx context.Context, tx pgx.Tx, r *rand.Rand, day time.Time) error {
	some, err := choose(ctx, tx, r, 4, "")
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, "update students set enroll_status = 2, exitdate = $2 where dcid = any($1)", some, day)
	return err
}

// choose chooses n of the students enrolled in the high schools.
func choose(ctx context.Context, tx pgx.Tx, r *rand.Rand, n int, join string) ([]int64, error) {
	rows, err := tx.Query(ctx, `
		select cast(s.dcid as bigint)
		from students s `+join+`
		where s.enroll_status = 0 and s.grade_level between 9 and 12 and s.schoolid <> 901
		order by s.dcid`)
	if err != nil {
		return nil, fmt.Errorf("choose students: %w", err)
	}

	all, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("choose students: %w", err)
	}

	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(n, len(all))], nil
}

// enrollMore enrolls 3 students in the high schools.
func enrollMore(ctx context.Context, tx pgx.Tx, r *rand.Rand, day time.Time) error {
	var last int
	if err := tx.QueryRow(ctx, "select cast(max(id) as bigint) from students").Scan(&last); err != nil {
		return fmt.Errorf("find the newest student: %w", err)
	}

	var more []student
	for len(more) < 3 {
		s := newStudent(r, last+len(more), day)
		enrolled := s.status == 0
		highSchool := s.grade >= 9 && s.school != 901
		if enrolled && highSchool {
			more = append(more, s)
		}
	}

	return enroll(ctx, tx, more)
}

// takeAttendance writes the day of all who are enrolled by then.
func (d District) takeAttendance(ctx context.Context, tx pgx.Tx, day time.Time) error {
	rows, err := tx.Query(ctx, `
		select cast(id as bigint), cast(schoolid as bigint), cast(fteid as bigint), cast(grade_level as bigint)
		from students
		where enroll_status = 0
		order by id`)
	if err != nil {
		return fmt.Errorf("list the enrolled: %w", err)
	}

	enrolled, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (s student, err error) {
		s.absences = 0.05
		return s, row.Scan(&s.id, &s.school, &s.fte, &s.grade)
	})
	if err != nil {
		return fmt.Errorf("list the enrolled: %w", err)
	}

	return copyTable(ctx, tx, "ps_adaadm_daily_ctod", func(w *bufio.Writer) { d.writeDay(w, day, enrolled) })
}
