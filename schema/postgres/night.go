package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Nights returns every snapshot, the oldest first, with the students of one
// number, and what became of them where they left.
func (db *DB) Nights(ctx context.Context, number string) ([]schema.Night, error) {
	const doing = "read the nights"
	nights, err := collect(ctx, db.pool, func(row pgx.CollectableRow) (n schema.Night, err error) {
		var settings string
		if err := row.Scan(&n.Snapshot, &n.TakenAt, &settings); err != nil {
			return n, err
		}
		n.Settings, err = parseSettings("snapshot", n.Snapshot, settings)
		return n, err
	}, `select number, taken_at, settings::text from snapshot order by number`)
	if err != nil {
		return nil, fault(doing, err)
	}
	of := make(map[int64]*schema.Night, len(nights))
	for i := range nights {
		of[nights[i].Snapshot] = &nights[i]
	}
	if err := db.studentNights(ctx, number, of); err != nil {
		return nil, err
	}
	const leavers = `
		select snapshot, dcid, number, enroll_status, grade_level, schoolid from leaver where number = $1 order by snapshot, dcid`
	_, err = collect(ctx, db.pool, func(row pgx.CollectableRow) (struct{}, error) {
		var snapshot int64
		var l schema.Leaver
		err := row.Scan(&snapshot, &l.DCID, &l.Number, &l.EnrollStatus, &l.GradeLevel, &l.SchoolID)
		if night := of[snapshot]; night != nil {
			night.Leaver = &l
		}
		return struct{}{}, err
	}, leavers, number)
	return nights, fault(doing, err)
}

// studentNights gives the students of a number to their nights.
func (db *DB) studentNights(ctx context.Context, number string, of map[int64]*schema.Night) error {
	var snapshot int64
	into := func(s *schema.Student) []any { return append([]any{&snapshot}, studentFields(s)...) }
	const query = `select snapshot,` + studentColumns + ` where number = $1 order by snapshot, dcid`

	for s, err := range db.students(ctx, into, query, number) {
		if err != nil {
			return err
		}
		if night := of[snapshot]; night != nil {
			night.Students = append(night.Students, kept(s))
		}
	}
	return nil
}

// NumberLengths returns the least and the most digits of the student numbers
// of a snapshot; 0 where it has none.
func (db *DB) NumberLengths(ctx context.Context, snapshot int64) (least, most int, err error) {
	const query = `select coalesce(min(length(number)), 0), coalesce(max(length(number)), 0) from student where snapshot = $1`
	err = db.pool.QueryRow(ctx, query, snapshot).Scan(&least, &most)
	return least, most, fault("look at the student numbers", err)
}
