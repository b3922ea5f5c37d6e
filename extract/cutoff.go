package extract

import (
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Cutoff returns the moment up to which attendance counts, as the district's wall
// clock written in UTC: PowerSchool's dates have no zone. when is "now",
// "yesterday", a day (to its end) or a day and time (2026-11-20T10:30:00); now is
// the time in the district's zone.
func Cutoff(when string, now time.Time) (time.Time, error) {
	year, month, day := now.Date()
	hour, minute, second := now.Clock()
	wall := time.Date(year, month, day, hour, minute, second, 0, time.UTC)

	switch when {
	case "now":
		return wall, nil
	case "yesterday":
		before := wall.AddDate(0, 0, -1)
		return endOfDay(before), nil
	}

	date, err := time.Parse(time.DateOnly, when)
	if err == nil {
		return endOfDay(date), nil
	}

	at, err := time.Parse("2006-01-02T15:04:05", when)
	if err == nil {
		return at, nil
	}

	err = fmt.Errorf("attendance through %q: not a day or a time", when)
	return time.Time{}, schema.NewFault(schema.Config, err,
		"write 2026-11-20 for the end of that day, or 2026-11-20T10:30:00")
}

func endOfDay(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 23, 59, 59, 0, time.UTC)
}
