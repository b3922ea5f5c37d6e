package powerschool

import (
	"context"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Leavers fills in what STUDENTS says today about each leaver, by DCID. A leaver
// about whom it says nothing stays unchanged.
func (s *Source) Leavers(ctx context.Context, leavers []schema.Leaver) error {
	for some := range slices.Chunk(leavers, maxList) {
		if err := s.leavers(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

func (s *Source) leavers(ctx context.Context, leavers []schema.Leaver) error {
	places := make([]string, len(leavers))
	binds := make([]any, len(leavers))
	byDCID := make(map[int64]*schema.Leaver, len(leavers))
	for i := range leavers {
		l := &leavers[i]
		places[i] = s.driver.Bind(i + 1)
		binds[i] = l.DCID
		byDCID[l.DCID] = l
	}

	columns := "select dcid, enroll_status, grade_level, schoolid from " + s.query.table("students")
	list := strings.Join(places, ", ")
	query := columns + " where dcid in (" + list + ")"

	rows := s.rows(ctx, "read leavers", query, binds, nil)
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := fillIn(byDCID, r); err != nil {
			return err
		}
	}

	return nil
}

// fillIn fills in what a row says about a leaver.
func fillIn(byDCID map[int64]*schema.Leaver, r record) error {
	dcid, err := r.integer(0, "students.dcid")
	if err != nil {
		return err
	}

	l := byDCID[dcid]
	if l == nil {
		return nil
	}

	l.EnrollStatus, err = r.nullable(1, "students.enroll_status")
	if err != nil {
		return err
	}

	l.GradeLevel, err = r.nullable(2, "students.grade_level")
	if err != nil {
		return err
	}

	l.SchoolID, err = r.nullable(3, "students.schoolid")
	return err
}
