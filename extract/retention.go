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

// Fate is whether a snapshot is kept.
type Fate struct {
	Snapshot schema.Snapshot
	Reasons  []string // why it is kept; none when it is to be dropped
}

// Kept reports whether there is a reason to keep the snapshot.
func (f Fate) Kept() bool { return len(f.Reasons) > 0 }

// Fates decides about all snapshots, which come the newest first. Days, weeks
// and months are those of zone. The newest, a pinned one and those in use are
// kept whatever the retention: the store would not drop them.
func (r Retention) Fates(snapshots []schema.Snapshot, uses []schema.Use, zone *time.Location) []Fate {
	fates := make([]Fate, len(snapshots))
	used := reasonsOf(uses)
	for i, s := range snapshots {
		f := Fate{Snapshot: s}
		if i == 0 {
			f.Reasons = append(f.Reasons, "newest")
		}
		if s.Pin != nil {
			f.Reasons = append(f.Reasons, "pinned: "+s.Pin.Reason)
		}
		f.Reasons = append(f.Reasons, used[s.Number]...)
		if int64(i) < r.Last {
			f.Reasons = append(f.Reasons, "last")
		}
		fates[i] = f
	}
	keepPeriods(fates, r.Daily, zone, day)
	keepPeriods(fates, r.Weekly, zone, week)
	keepPeriods(fates, r.Monthly, zone, month)
	return fates
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
func keepPeriods(fates []Fate, most int64, zone *time.Location, of func(time.Time) string) {
	seen := map[string]bool{}
	for i := range fates {
		f := &fates[i]
		period := of(f.Snapshot.TakenAt.In(zone))
		if int64(len(seen)) < most && !seen[period] {
			seen[period] = true
			f.Reasons = append(f.Reasons, period)
		}
	}
}

func day(t time.Time) string { return t.Format("daily " + time.DateOnly) }

func week(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("weekly %d-W%02d", year, week)
}

func month(t time.Time) string { return t.Format("monthly 2006-01") }
