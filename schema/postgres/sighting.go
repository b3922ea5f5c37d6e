package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Sightings returns every snapshot, the oldest first, with the students who have
// one number, and the leaver if one of them left.
func (db *DB) Sightings(ctx context.Context, number string) ([]schema.Sighting, error) {
	const doing = "look for the student in the snapshots"

	const snapshots = `select number, taken_at, settings::text from snapshot order by number`
	sightings, err := collect(ctx, db.pool, scanSighting, snapshots)
	if err != nil {
		return nil, fault(doing, err)
	}

	of := make(map[int64]*schema.Sighting, len(sightings))
	for i := range sightings {
		s := &sightings[i]
		of[s.Snapshot] = s
	}

	if err := db.studentSightings(ctx, number, of); err != nil {
		return nil, err
	}

	const leavers = `
		select snapshot, dcid, number, enroll_status, grade_level, schoolid
		from leaver
		where number = $1
		order by snapshot, dcid`

	scan := func(row pgx.CollectableRow) (snapshot int64, err error) {
		var l schema.Leaver
		err = row.Scan(
			&snapshot,
			&l.DCID,
			&l.Number,
			&l.EnrollStatus,
			&l.GradeLevel,
			&l.SchoolID,
		)

		if sighting := of[snapshot]; sighting != nil {
			sighting.Leaver = &l
		}

		return snapshot, err
	}

	_, err = collect(ctx, db.pool, scan, leavers, number)
	return sightings, fault(doing, err)
}

// scanSighting reads a snapshot, without what it says about the student.
func scanSighting(row pgx.CollectableRow) (s schema.Sighting, err error) {
	var settings string
	err = row.Scan(&s.Snapshot, &s.TakenAt, &settings)
	if err != nil {
		return s, err
	}

	s.Settings = parseSettings("snapshot", s.Snapshot, settings)
	return s, nil
}

// studentSightings adds the students who have a number to their sightings.
func (db *DB) studentSightings(
	ctx context.Context,
	number string,
	of map[int64]*schema.Sighting,
) error {
	var snapshot int64
	into := func(s *schema.Student) []any {
		fields := studentFields(s)
		return append([]any{&snapshot}, fields...)
	}

	const query = `select snapshot,` + studentColumns + ` where number = $1 order by snapshot, dcid`

	students := db.students(ctx, into, query, number)
	for s, err := range students {
		if err != nil {
			return err
		}
		if sighting := of[snapshot]; sighting != nil {
			sighting.Students = append(sighting.Students, kept(s))
		}
	}

	return nil
}

// NumberLengths returns how many characters the shortest and the longest student
// number of a snapshot have; 0 if it has none.
func (db *DB) NumberLengths(ctx context.Context, snapshot int64) (least, most int, err error) {
	const query = `
		select
			coalesce(pg_catalog.min(pg_catalog.length(number)), 0),
			coalesce(pg_catalog.max(pg_catalog.length(number)), 0)
		from student
		where snapshot = $1`

	row := db.pool.QueryRow(ctx, query, snapshot)
	err = row.Scan(&least, &most)
	return least, most, fault("look at the student numbers", err)
}
