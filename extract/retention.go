package extract

import (
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Retention is how many snapshots are kept, of each kind; 0 keeps none for the
// sake of that kind. A snapshot is kept when any kind keeps it.
type Retention struct {
	Last    int64 // the newest ones
	Daily   int64 // the last one of each of so many days, not counting days without one
	Weekly  int64 // likewise of ISO weeks
	Monthly int64 // likewise of months
}

// Choice is whether a snapshot is kept.
type Choice struct {
	Snapshot schema.Snapshot
	Reasons  []string // why it is kept; none when it is to be dropped
}

// Kept reports whether there is a reason to keep the snapshot.
func (c Choice) Kept() bool { return len(c.Reasons) > 0 }

// Choose decides about all snapshots, which come the newest first. Days, weeks
// and months are those of zone. The newest, a pinned one and those in use are
// kept whatever the retention: the store would not drop them.
func (r Retention) Choose(snapshots []schema.Snapshot, uses []schema.Use, zone *time.Location) []Choice {
	choices := make([]Choice, len(snapshots))
	used := reasonsOf(uses)
	for i, s := range snapshots {
		c := Choice{Snapshot: s}
		if i == 0 {
			c.Reasons = append(c.Reasons, "newest")
		}
		if s.Pin != nil {
			c.Reasons = append(c.Reasons, "pinned: "+s.Pin.Reason)
		}
		c.Reasons = append(c.Reasons, used[s.Number]...)
		if int64(i) < r.Last {
			c.Reasons = append(c.Reasons, "last")
		}
		choices[i] = c
	}
	keepPeriods(choices, r.Daily, zone, day)
	keepPeriods(choices, r.Weekly, zone, week)
	keepPeriods(choices, r.Monthly, zone, month)
	return choices
}

// reasonsOf says by the number of a snapshot what it is in use for.
func reasonsOf(uses []schema.Use) map[int64][]string {
	reasons := map[int64][]string{}
	for _, u := range uses {
		if u.Live {
			reasons[u.Snapshot] = append(reasons[u.Snapshot], "live at "+u.Destination)
		}
		if u.Waiting {
			reasons[u.Snapshot] = append(reasons[u.Snapshot], fmt.Sprintf("publication %d is %s", u.Publication, u.State))
		}
	}
	return reasons
}

// keepPeriods keeps the newest snapshot of each of the newest periods that
// have one, at most so many.
func keepPeriods(choices []Choice, most int64, zone *time.Location, of func(time.Time) string) {
	seen := map[string]bool{}
	for i := range choices {
		c := &choices[i]
		period := of(c.Snapshot.TakenAt.In(zone))
		if int64(len(seen)) < most && !seen[period] {
			seen[period] = true
			c.Reasons = append(c.Reasons, period)
		}
	}
}

func day(t time.Time) string { return t.Format("daily " + time.DateOnly) }

func week(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("weekly %d-W%02d", year, week)
}

func month(t time.Time) string { return t.Format("monthly 2006-01") }
