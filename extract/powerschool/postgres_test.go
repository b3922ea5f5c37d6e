package powerschool_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

var through = time.Date(2026, 11, 23, 23, 59, 59, 0, time.UTC)

// d118 is the query of the D118 script's constants.
func d118() schema.Settings {
	return schema.Settings{
		EnrollStatus:   []int64{0},
		Grades:         []int64{8, 9, 10, 11, 12},
		ExcludeSchools: []int64{901},
		Attendance:     schema.Attendance{View: "ps_adaadm_daily_ctod", Window: schema.WindowFTE},
		GPA: schema.GPA{
			Table:    "u_def_ext_students0",
			Simple:   "simple_gpa",
			Weighted: "weighted_gpa",
			Range:    &schema.GPARange{},
		},
		Facts: []schema.Fact{
			{Name: "gifted", Table: "s_stu_crdc_x", Column: "giftedtalentedprograms_yn"},
			{Name: "iep", Table: "s_il_stu_x", Column: "iep"},
			{Name: "lep", Table: "s_il_stu_x", Column: "lep"},
			{Name: "lii", Table: "S_IL_STU_X", Column: "LII"},
			{Name: "section_504", Table: "s_il_stu_plan504_x", Column: "participant"},
		},
	}
}

func postgres(db *sql.DB) powerschool.Driver {
	return powerschool.Driver{
		DB:   db,
		Bind: func(n int) string { return "$" + strconv.Itoa(n) },
		Timestamp: func(placeholder string) string {
			return "cast(" + placeholder + " as timestamp)"
		},
		Fault: func(err error) error {
			var pg *pgconn.PgError
			if errors.As(err, &pg) && (pg.Code == "42P01" || pg.Code == "42703") {
				return schema.NewFault(schema.Config, powerschool.ErrAbsent, "")
			}
			return schema.NewFault(schema.Unreachable, err, "")
		},
	}
}

func oracle() powerschool.Driver {
	return powerschool.Driver{
		Bind: func(n int) string { return ":" + strconv.Itoa(n) },
		Timestamp: func(placeholder string) string {
			return "to_date(" + placeholder + ", 'YYYY-MM-DD HH24:MI:SS')"
		},
	}
}

// open returns the source of q in the PostgreSQL database at url.
func open(tb testing.TB, url string, q schema.Settings) *powerschool.Source {
	tb.Helper()
	db, err := sql.Open("pgx", url)
	if err != nil {
		tb.Fatal(err)
	}

	tb.Cleanup(func() { db.Close() })

	return source(tb, postgres(db), q)
}

func source(tb testing.TB, d powerschool.Driver, q schema.Settings) *powerschool.Source {
	tb.Helper()
	s, err := powerschool.New(d, q)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// at is the moment of a cutoff, asked about on the same day.
func at(through time.Time) schema.Moment {
	return schema.Moment{Through: through, Day: through}
}

// read returns all students of a source.
func read(
	tb testing.TB,
	s *powerschool.Source,
	through time.Time,
) (students []schema.Student, read schema.Read) {
	tb.Helper()
	for st, err := range s.Students(context.Background(), at(through), &read) {
		if err != nil {
			tb.Fatal(err)
		}

		kept := *st
		kept.Findings = slices.Clone(st.Findings)
		students = append(students, kept)
	}

	return students, read
}

// exhaust reads all students, and returns the error that ends them.
func exhaust(ctx context.Context, s *powerschool.Source) (read schema.Read, err error) {
	for _, err := range s.Students(ctx, at(through), &read) {
		if err != nil {
			return read, err
		}
	}
	return read, nil
}

func hours(n int) time.Duration {
	return time.Duration(n) * time.Hour
}
