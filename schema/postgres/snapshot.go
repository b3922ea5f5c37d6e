package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const selectSnapshot = `
	select
		s.number, s.run, s.attendance_through, s.taken_at, s.settings::text,
		s.source_rows, s.students, s.leavers, s.findings::text,
		s.digest, s.digest_version, s.students_digest, coalesce(s.rows::text, 'null'),
		p.reason, p.by, p.at, p.recorded_at, coalesce(p.db_user, '')
	from snapshot s
	left join pin p on p.snapshot = s.number`

// Snapshots returns all snapshots, the newest first.
func (db *DB) Snapshots(ctx context.Context) ([]schema.Snapshot, error) {
	query := selectSnapshot + ` order by s.number desc`
	snapshots, err := collect(ctx, db.pool, scanSnapshot, query)
	return snapshots, fault("list the snapshots", err)
}

// Snapshot returns the one that ref names. If there is none, the error is a
// schema.Config fault that says which ones exist, and a schema.ErrNoSnapshot.
func (db *DB) Snapshot(ctx context.Context, ref schema.Ref) (schema.Snapshot, error) {
	var where string
	var arg any
	switch {
	case ref.Number != 0:
		where = ` where s.number = $1`
		arg = ref.Number
	case !ref.By.IsZero():
		where = ` where s.taken_at < $1 order by s.number desc limit 1`
		arg = ref.By
	default:
		where = ` order by s.number desc limit 1 offset $1`
		arg = ref.Back
	}

	query := selectSnapshot + where
	found, err := collect(ctx, db.pool, scanSnapshot, query, arg)
	if err != nil {
		return schema.Snapshot{}, fault("look for the snapshot", err)
	}
	if len(found) == 0 {
		return schema.Snapshot{}, db.noSnapshot(ctx, ref)
	}

	return found[0], nil
}

// noSnapshotError says which snapshot does not exist; it is a
// schema.ErrNoSnapshot.
type noSnapshotError string

func (e noSnapshotError) Error() string {
	return string(e)
}

func (noSnapshotError) Is(target error) bool {
	return target == schema.ErrNoSnapshot
}

// noSnapshot is the fault that ref names no snapshot.
func (db *DB) noSnapshot(ctx context.Context, ref schema.Ref) error {
	n, err := db.neighbors(ctx, "snapshot", ref.Number)
	if err != nil {
		return fault("look for the snapshot", err)
	}

	var says, hint string
	switch {
	case n.total == 0:
		says = "there is no snapshot yet"
		hint = "run: extract run"
	case ref.Number != 0:
		says = fmt.Sprintf("there is no snapshot %d", ref.Number)
		hint = n.nearest()
	case !ref.By.IsZero():
		says = "no snapshot was taken before " + ref.By.Format(time.DateTime)
		hint = fmt.Sprintf("the oldest is %d", *n.oldest)
	case n.total == 1:
		says = "there is only one snapshot"
		hint = fmt.Sprintf("it is %d", *n.oldest)
	default:
		says = fmt.Sprintf("there are only %d snapshots", n.total)
		hint = fmt.Sprintf("the oldest is %d", *n.oldest)
	}

	return schema.NewFault(schema.Config, noSnapshotError(says), hint)
}

func scanSnapshot(row pgx.CollectableRow) (s schema.Snapshot, err error) {
	var settings string
	var findings, digest, students, rows []byte
	var reason, by *string
	var at, recordedAt *time.Time
	var dbUser string

	err = row.Scan(
		&s.Number, &s.Run, &s.AttendanceThrough, &s.TakenAt, &settings,
		&s.SourceRows, &s.Students, &s.Leavers, &findings,
		&digest, &s.DigestVersion, &students, &rows,
		&reason, &by, &at, &recordedAt, &dbUser,
	)
	if err != nil {
		return s, err
	}

	s.Digest = schema.Sum(digest)
	if students != nil {
		s.StudentsDigest = new(schema.Sum(students))
	}
	s.Settings = parseSettings("snapshot", s.Number, settings)

	if reason != nil {
		s.Pin = &schema.Pin{
			Reason: *reason,
			By:     *by,
			At:     *at,
		}
		s.Pin.Recorded = recorded(recordedAt, dbUser)
	}

	err = errors.Join(
		json.Unmarshal(findings, &s.Findings),
		json.Unmarshal(rows, &s.Rows))
	return s, err
}

// recorded is what the database says about a row; a row of an older version has
// neither.
func recorded(at *time.Time, dbUser string) (r schema.Recorded) {
	if at != nil {
		r.RecordedAt = *at
		r.DBUser = dbUser
	}
	return r
}

// Leavers returns the leavers of a snapshot, by dcid.
func (db *DB) Leavers(ctx context.Context, snapshot int64) ([]schema.Leaver, error) {
	return db.LeaversBetween(ctx, snapshot-1, snapshot)
}

// LeaversBetween returns the leavers of the snapshots after first and up to
// last, those of each by dcid.
func (db *DB) LeaversBetween(ctx context.Context, first, last int64) ([]schema.Leaver, error) {
	const query = `
		select dcid, coalesce(number, ''), enroll_status, grade_level, schoolid
		from leaver
		where snapshot > $1
		and snapshot <= $2
		order by snapshot, dcid`

	leavers, err := collect(ctx, db.pool, scanLeaver, query, first, last)
	return leavers, fault("read the leavers", err)
}

func scanLeaver(row pgx.CollectableRow) (l schema.Leaver, err error) {
	err = row.Scan(
		&l.DCID,
		&l.Number,
		&l.EnrollStatus,
		&l.GradeLevel,
		&l.SchoolID,
	)
	return l, err
}
