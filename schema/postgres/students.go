package postgres

import (
	"context"
	"iter"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const studentColumns = `
		dcid, id, coalesce(number, ''), enroll_status, grade_level, schoolid,
		coalesce(first_name, ''), coalesce(last_name, ''),
		coalesce(days_present::text, ''), coalesce(days_enrolled::text, ''), days_unknown,
		coalesce(simple_gpa, ''), coalesce(weighted_gpa, ''), facts::text, coalesce(rows, -1), findings
	from student`

// The order is that of schema.CompareNumbers, descending: digits by value (their
// length, then their digits), then everything else by bytes. If the identifier is
// text, digits of one value can differ in leading zeros: those go by bytes too, so
// that the rows of each number stay together.
const inFileOrder = `
	order by
		case when number !~ '[^0-9]' then pg_catalog.length(pg_catalog.ltrim(number, '0')) else -1 end desc,
		case when number !~ '[^0-9]' then pg_catalog.ltrim(number, '0') else number end collate "C" desc nulls last,
		number collate "C" desc,
		dcid`

// Students yields the students of a snapshot in the order of the files: by
// schema.CompareNumbers descending, students without a number last, then by
// the number's bytes descending and by dcid. A student is valid only during the
// step. An error comes last.
func (db *DB) Students(ctx context.Context, snapshot int64) iter.Seq2[*schema.Student, error] {
	const query = `select` + studentColumns + ` where snapshot = $1` + inFileOrder
	return db.students(ctx, studentFields, query, snapshot)
}

// StudentsNumbered returns the students of a snapshot who have one of the
// numbers; none if there is no such snapshot.
func (db *DB) StudentsNumbered(
	ctx context.Context,
	snapshot int64,
	numbers []string,
) (found []schema.Student, err error) {
	const query = `select` + studentColumns + ` where snapshot = $1 and number = any($2) order by dcid`
	students := db.students(ctx, studentFields, query, snapshot, numbers)
	for s, err := range students {
		if err != nil {
			return nil, err
		}
		found = append(found, kept(s))
	}

	return found, nil
}

// kept is a copy of a student that is valid only during a step.
func kept(s *schema.Student) schema.Student {
	k := *s
	k.Findings = slices.Clone(s.Findings)
	return k
}

// students yields the students of a query; fields says where its columns go,
// except for the last, the findings.
func (db *DB) students(
	ctx context.Context,
	fields func(*schema.Student) []any,
	query string,
	args ...any,
) iter.Seq2[*schema.Student, error] {
	return func(yield func(*schema.Student, error) bool) {
		const doing = "read the students"

		rows, err := db.pool.Query(ctx, query, args...)
		if err != nil {
			yield(nil, fault(doing, err))
			return
		}
		defer rows.Close()

		var s schema.Student
		var findings []string
		into := append(fields(&s), &findings)
		for rows.Next() {
			if err := rows.Scan(into...); err != nil {
				yield(nil, fault(doing, err))
				return
			}

			s.Findings = s.Findings[:0]
			for _, name := range findings {
				f := schema.Finding(name)
				s.Findings = append(s.Findings, f)
			}

			if !yield(&s, nil) {
				return
			}
		}

		if err := rows.Err(); err != nil {
			yield(nil, fault(doing, err))
		}
	}
}

// studentFields are where studentColumns go, except for the last, the findings.
func studentFields(s *schema.Student) []any {
	return []any{
		&s.DCID,
		&s.ID,
		&s.Number,
		&s.EnrollStatus,
		&s.GradeLevel,
		&s.SchoolID,
		&s.FirstName,
		&s.LastName,
		(*string)(&s.DaysPresent),
		(*string)(&s.DaysEnrolled),
		&s.DaysUnknown,
		(*string)(&s.SimpleGPA),
		(*string)(&s.WeightedGPA),
		(*string)(&s.Facts),
		&s.Rows,
	}
}

type queryer interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
}

// collect returns every row of a query, nil for none.
func collect[T any](
	ctx context.Context,
	q queryer,
	scan pgx.RowToFunc[T],
	sql string,
	args ...any,
) ([]T, error) {
	rows, err := q.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.AppendRows([]T(nil), rows, scan)
}
