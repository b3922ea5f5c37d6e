package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Draft is a snapshot that nobody sees until it is sealed: one transaction,
// which only one process at a time can hold.
type Draft struct {
	db       *DB
	tx       pgx.Tx // nil when it has ended
	number   int64
	students *copying // nil before the first student, and after the last
}

// Begin begins a draft. It is a schema.Locked fault while another one is open.
func (db *DB) Begin(ctx context.Context) (*Draft, error) {
	const doing = "begin the snapshot"
	tx, err := db.begin(ctx)
	if err != nil {
		return nil, fault(doing, err)
	}

	locked, err := db.takeTurn(ctx, tx)
	switch {
	case err != nil:
		err = fault(doing, err)
	case !locked:
		err = errors.New("another extract is running")
		err = schema.NewFault(schema.Locked, err, "wait until it has ended")
	default:
		d := &Draft{db: db, tx: tx}
		return d, nil
	}

	rollback(ctx, tx)

	return nil, err
}

// takeTurn takes the lock of extract, and reports whether it was free.
func (db *DB) takeTurn(ctx context.Context, tx pgx.Tx) (locked bool, err error) {
	// PowerSchool may take as long as its own timeout allows, before the first
	// row and between rows: only the whole run is bounded.
	const wait = `
		select
			pg_catalog.set_config('statement_timeout', $1::text, true),
			pg_catalog.set_config('idle_in_transaction_session_timeout', $1::text, true)`

	limit := strconv.FormatInt(db.timeout.Milliseconds(), 10)
	if _, err := tx.Exec(ctx, wait, limit); err != nil {
		return false, err
	}

	const try = `select from extract_turn for update skip locked`
	tag, err := tx.Exec(ctx, try)
	return tag.RowsAffected() == 1, err
}

// Number returns the number that the snapshot will have, or 0 before its first
// student.
func (d *Draft) Number() int64 {
	return d.number
}

const copyStudents = `copy student (snapshot, dcid, id, number, enroll_status, grade_level, schoolid,
	first_name, last_name, days_present, days_enrolled, days_unknown,
	simple_gpa, weighted_gpa, facts, findings, rows) from stdin`

// Write stores a student. The context of the first call is used for all of
// them. An error ends the draft.
func (d *Draft) Write(ctx context.Context, s *schema.Student) error {
	if d.students == nil {
		if err := d.drawNumber(ctx); err != nil {
			d.Discard()
			return err
		}
		d.students = startCopy(ctx, d.tx, "copy students", copyStudents)
	}

	d.students.line.student(d.number, s)
	if err := d.students.send(); err != nil {
		_, err = d.endStudents(err)
		return err
	}

	return nil
}

// Close ends the writing of students, and returns how many the store then has.
// An error ends the draft.
func (d *Draft) Close() (students int64, err error) {
	if d.students == nil {
		return 0, nil
	}
	return d.endStudents(nil)
}

// endStudents ends the copying; cause is why it ends early, if it does. The
// error is that cause, or what the store says if the store is the reason.
func (d *Draft) endStudents(cause error) (students int64, err error) {
	students, err = d.students.end(cause)
	d.students = nil

	if err != nil {
		d.Discard()
	}

	return students, err
}

// drawNumber takes the snapshot's number. A run without students leaves no gap.
func (d *Draft) drawNumber(ctx context.Context) error {
	row := d.tx.QueryRow(ctx, `select pg_catalog.nextval('snapshot_number')`)
	err := row.Scan(&d.number)
	return fault("draw the snapshot's number", err)
}

func (r *line) student(snapshot int64, s *schema.Student) {
	r.int(snapshot)
	r.int(s.DCID)
	r.int(s.ID)
	r.text("number", s.Number)
	r.int(s.EnrollStatus)
	r.int(s.GradeLevel)
	r.int(s.SchoolID)
	r.text("first_name", s.FirstName)
	r.text("last_name", s.LastName)
	r.text("days_present", string(s.DaysPresent))
	r.text("days_enrolled", string(s.DaysEnrolled))
	r.int(s.DaysUnknown)
	r.text("simple_gpa", string(s.SimpleGPA))
	r.text("weighted_gpa", string(s.WeightedGPA))
	r.text("facts", string(s.Facts))
	r.findings("findings", s.Findings)
	r.int(s.Rows)
}

// Missing returns the students of the newest snapshot who were not written to
// this one, by dcid, with nothing but DCID and Number.
func (d *Draft) Missing(ctx context.Context) ([]schema.Leaver, error) {
	const query = `
		select before.dcid, coalesce(before.number, '')
		from student before
		where before.snapshot = (select pg_catalog.max(number) from snapshot)
		and not exists (
			select from student now
			where now.snapshot = $1
			and now.dcid = before.dcid
		)
		order by before.dcid`

	scan := func(row pgx.CollectableRow) (l schema.Leaver, err error) {
		err = row.Scan(&l.DCID, &l.Number)
		return l, err
	}

	leavers, err := collect(ctx, d.tx, scan, query, d.number)
	return leavers, fault("read the students who left", err)
}

// SharedNumbers returns how many of the students written share their number
// with another.
func (d *Draft) SharedNumbers(ctx context.Context) (students int64, err error) {
	const query = `
		select coalesce(pg_catalog.sum(students), 0)::bigint
		from (
			select pg_catalog.count(*) as students
			from student
			where snapshot = $1
			and number is not null
			group by number
			having pg_catalog.count(*) > 1
		) shared`

	row := d.tx.QueryRow(ctx, query, d.number)
	err = row.Scan(&students)
	return students, fault("count shared numbers", err)
}

// Seal adds leavers and the snapshot's own row, gives s its number and makes
// all of it visible at once and for good.
func (d *Draft) Seal(ctx context.Context, s *schema.Snapshot, leavers []schema.Leaver) error {
	const doing = "seal the snapshot"

	if err := d.addLeavers(ctx, leavers); err != nil {
		return err
	}
	if err := d.addSnapshot(ctx, s); err != nil {
		return fault(doing, err)
	}

	tx := d.tx
	d.tx = nil
	if err := d.db.commit(ctx, tx, doing); err != nil {
		return fault(doing, err)
	}

	s.Number = d.number

	return nil
}

// addSnapshot inserts the snapshot's own row.
func (d *Draft) addSnapshot(ctx context.Context, s *schema.Snapshot) error {
	findings, err := json.Marshal(s.Findings)
	if err != nil {
		return err
	}
	rows, err := json.Marshal(s.Rows)
	if err != nil {
		return err
	}

	const insert = `
		insert into snapshot (
			number, run, attendance_through, taken_at, settings,
			source_rows, students, leavers, findings, digest, digest_version, students_digest, rows)
		values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce(nullif($9::text, 'null'), '{}')::json, $10, $11, $12,
			nullif($13::text, 'null')::json)`

	_, err = d.tx.Exec(ctx, insert,
		d.number, s.Run, s.AttendanceThrough, s.TakenAt, s.Settings.Text(),
		s.SourceRows, s.Students, s.Leavers, string(findings),
		s.Digest[:], max(1, s.DigestVersion), bytesOrNull(s.StudentsDigest), string(rows))

	return err
}

func (d *Draft) addLeavers(ctx context.Context, leavers []schema.Leaver) error {
	if len(leavers) == 0 {
		return nil
	}

	const copyLeavers = `copy leaver (
		snapshot, dcid, number, enroll_status, grade_level, schoolid) from stdin`
	c := startCopy(ctx, d.tx, "copy leavers", copyLeavers)

	var err error
	for i := range leavers {
		c.line.leaver(d.number, &leavers[i])
		err = c.send()
		if err != nil {
			break
		}
	}

	_, err = c.end(err)
	return err
}

func (r *line) leaver(snapshot int64, l *schema.Leaver) {
	r.int(snapshot)
	r.int(l.DCID)
	r.text("number", l.Number)
	r.intOrNull(l.EnrollStatus)
	r.intOrNull(l.GradeLevel)
	r.intOrNull(l.SchoolID)
}

// Discard ends the draft and keeps nothing of it. It does nothing after Seal.
func (d *Draft) Discard() {
	if d.students != nil {
		_, _ = d.students.end(errCopyGivenUp) // this very error comes back
		d.students = nil
	}

	if d.tx != nil {
		rollback(context.Background(), d.tx)
		d.tx = nil
	}
}
