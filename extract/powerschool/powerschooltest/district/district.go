// Package district makes up a school district in PowerSchool's tables: six
// schools, their students with flags and grades at the rates of real ones, and
// a year of attendance. The same District is the same to the last row. Nobody
// in it exists.
package district

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
)

// District is a made-up school district.
type District struct {
	Students int       // rows in STUDENTS, some of them graduates and transfers; 0 means 10,000
	Days     int       // school days with attendance; 0 means 180
	Seed     uint64    // another seed makes other students
	LastDay  time.Time // the last of these days, a date in UTC; a weekend means the Friday before
}

var (
	//go:embed schema.sql
	schemaSQL string
	//go:embed indexes.sql
	indexesSQL string
)

// Load makes the district in the empty PostgreSQL database at url, all of it
// or nothing.
func (d District) Load(ctx context.Context, url string) error {
	return within(ctx, url, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, schemaSQL); err != nil {
			return fmt.Errorf("create tables: %w", err)
		}
		if err := d.fill(ctx, tx); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, indexesSQL); err != nil {
			return fmt.Errorf("create indexes: %w", err)
		}

		return nil
	})
}

func (d District) fill(ctx context.Context, tx pgx.Tx) error {
	days := schoolDays(d.LastDay, orDefault(d.Days, 180))
	if err := copyTable(ctx, tx, "schools", writeSchools); err != nil {
		return err
	}
	if err := copyTable(ctx, tx, "terms", func(w *bufio.Writer) { writeTerms(w, days[0]) }); err != nil {
		return err
	}

	students := make([]student, orDefault(d.Students, 10_000))
	for i := range students {
		students[i] = newStudent(rand.New(rand.NewPCG(d.Seed, uint64(i))), i, days[0])
	}
	if err := enroll(ctx, tx, students); err != nil {
		return err
	}

	err := copyTable(ctx, tx, "ps_adaadm_daily_ctod", func(w *bufio.Writer) {
		for _, day := range days {
			d.writeDay(w, day, students)
		}
	})
	if err != nil {
		return err
	}

	_, err = tx.Exec(ctx, recordAbsences)
	return err
}

// Attendance is taken by day, and only absences are recorded.
const recordAbsences = `
	insert into attendance
	select row_number() over (order by calendardate, studentid), studentid, schoolid, calendardate, 'ATT_ModeDaily'
	from ps_adaadm_daily_ctod
	where attendancevalue < membershipvalue`

func orDefault(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}

// schoolDays returns the n weekdays up to last, the earliest first.
func schoolDays(last time.Time, n int) []time.Time {
	days := make([]time.Time, n)
	for day := last; n > 0; day = day.AddDate(0, 0, -1) {
		if weekday(day) {
			n--
			days[n] = day
		}
	}

	return days
}

func weekday(day time.Time) bool {
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// within runs f in one transaction.
func within(ctx context.Context, url string, f func(pgx.Tx) error) (err error) {
	db, err := pgx.Connect(ctx, url)
	if err != nil {
		return fmt.Errorf("connect to the district's database: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close(context.WithoutCancel(ctx))) }()
	return pgx.BeginFunc(ctx, db, f)
}

// copyTable fills a table with what write writes in COPY's text format.
func copyTable(ctx context.Context, tx pgx.Tx, table string, write func(*bufio.Writer)) error {
	r, w := io.Pipe()
	go func() {
		buffered := bufio.NewWriterSize(w, 1<<16)
		write(buffered)
		w.CloseWithError(buffered.Flush())
	}()

	_, err := tx.Conn().PgConn().CopyFrom(ctx, r, "copy "+table+" from stdin")
	r.Close() // ends write, if COPY ended early
	if err != nil {
		return fmt.Errorf("copy %s: %w", table, err)
	}
	return nil
}
