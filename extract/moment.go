package extract

import (
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// At returns the moment that a snapshot is asked about at some time, which is in the
// district's zone: PowerSchool's dates have none. when says up to when attendance
// counts: "now", "yesterday", a day (to its end) or a day and time
// (2026-11-20T10:30:00), neither of them in the future.
func At(when string, now time.Time) (schema.Moment, error) {
	year, month, day := now.Date()
	hour, minute, second := now.Clock()
	wall := time.Date(year, month, day, hour, minute, second, 0, time.UTC)

	through, latest, err := cutoff(when, wall)
	if err != nil {
		return schema.Moment{}, err
	}
	if through.After(latest) {
		err := fmt.Errorf("attendance through %s: it is in the future", when)
		return schema.Moment{}, schema.NewFault(schema.Config, err,
			"write a day up to today, "+wall.Format(time.DateOnly)+" in the district's time zone")
	}

	return schema.Moment{
		Through: through,
		Day:     time.Date(year, month, day, 0, 0, 0, 0, time.UTC),
	}, nil
}

// cutoff is the moment up to which attendance counts, and the latest that it may be;
// now is the wall clock.
func cutoff(when string, now time.Time) (through, latest time.Time, err error) {
	switch when {
	case "now":
		return now, now, nil
	case "yesterday":
		before := now.AddDate(0, 0, -1)
		return endOfDay(before), now, nil
	}

	date, err := time.Parse(time.DateOnly, when)
	if err == nil {
		return endOfDay(date), endOfDay(now), nil
	}

	at, err := time.Parse("2006-01-02T15:04:05", when)
	if err == nil {
		return at, now, nil
	}

	err = fmt.Errorf("attendance through %q: not a day or a time", when)
	return now, now, schema.NewFault(schema.Config, err,
		"write 2026-11-20 for the end of that day, or 2026-11-20T10:30:00")
}

func endOfDay(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 23, 59, 59, 0, time.UTC)
}
