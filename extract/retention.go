package extract

import (
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Retention says how many snapshots of each kind are kept; 0 keeps none of that
// kind. A snapshot is kept if any kind keeps it. Days, weeks and months without a
// snapshot do not count.
type Retention struct {
	Last    int64 // the newest ones
	Daily   int64 // the last one of each day
	Weekly  int64 // the last one of each ISO week
	Monthly int64 // the last one of each month
}

// Choice is whether a snapshot is kept.
type Choice struct {
	Snapshot schema.Snapshot
	Reasons  []string // why it is kept; none when it is to be dropped
}

// Kept reports whether there is a reason to keep the snapshot.
func (c Choice) Kept() bool {
	return len(c.Reasons) > 0
}

// Choose decides which snapshots are kept. They come with the newest first. Days,
// weeks and months are those of zone. The newest one, pinned ones and those in use
// are always kept: the store would not drop them.
func (r Retention) Choose(
	snapshots []schema.Snapshot,
	uses []schema.Use,
	zone *time.Location,
) []Choice {
	used := reasonsOf(uses)
	choices := make([]Choice, len(snapshots))
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

// reasonsOf returns, by the number of a snapshot, what it is in use for.
func reasonsOf(uses []schema.Use) map[int64][]string {
	reasons := map[int64][]string{}
	add := func(snapshot int64, reason string) {
		reasons[snapshot] = append(reasons[snapshot], reason)
	}

	for _, u := range uses {
		if u.Live {
			add(u.Snapshot, "live at "+u.Destination)
		}
		if u.Waiting {
			waits := fmt.Sprintf("publication %d is %s", u.Publication, u.State)
			add(u.Snapshot, waits)
		}
	}

	return reasons
}

// keepPeriods keeps the newest snapshot of each of the newest periods that have
// one, of no more periods than most.
func keepPeriods(
	choices []Choice,
	most int64,
	zone *time.Location,
	periodOf func(time.Time) string,
) {
	seen := map[string]bool{}
	for i := range choices {
		c := &choices[i]
		takenAt := c.Snapshot.TakenAt.In(zone)
		period := periodOf(takenAt)
		room := int64(len(seen)) < most
		if room && !seen[period] {
			seen[period] = true
			c.Reasons = append(c.Reasons, period)
		}
	}
}

func day(t time.Time) string {
	return t.Format("daily " + time.DateOnly)
}

func week(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("weekly %d-W%02d", year, week)
}

func month(t time.Time) string {
	return t.Format("monthly 2006-01")
}
