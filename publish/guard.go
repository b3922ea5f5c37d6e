package publish

import (
	"fmt"
	"strconv"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Guard is the limits on what a publication may take away, against what is
// live. A limit that is exceeded, or cannot be evaluated, holds the
// publication for a person.
type Guard struct {
	Lost     Limit // rows removed of students who are still in the snapshot: by tag, GPA column, and for attendance
	Left     Limit // rows removed of students who are not: by tag and by file
	Vanished Floor // a tag that falls to nothing

	SnapshotMaxAge time.Duration // an older newest snapshot is not published
	ApprovalTTL    time.Duration // an approval must come within this of the planning
}

// Limit trips when more than Percent of the live rows, and more than Rows rows
// are concerned.
type Limit struct {
	Percent float64
	Rows    int64
}

// Floor trips when what had at least Rows rows has none.
type Floor struct {
	Rows int64
}

// judge returns the limits that tallies exceed.
func (g Guard) judge(tallies []schema.Tally) []schema.Trip {
	var trips []schema.Trip
	for _, t := range tallies {
		if t.By == schema.ByTag || t.By == schema.ByColumn {
			trips = append(trips, g.Lost.check("lost", t, t.Lost)...)
		}
		if t.By == schema.ByTag || t.By == schema.ByFile {
			trips = append(trips, g.Left.check("left", t, t.Left)...)
		}
		if t.By == schema.ByTag && t.Rows == 0 && t.Before >= g.Vanished.Rows {
			trips = append(trips, schema.Trip{Limit: "vanished",
				Says: fmt.Sprintf("%s: none of %d rows remain", unit(t), t.Before)})
		}
	}
	return trips
}

func (l Limit) check(name string, t schema.Tally, rows int64) []schema.Trip {
	if rows <= l.Rows || float64(rows)*100 <= l.Percent*float64(t.Before) {
		return nil
	}
	verb := map[string]string{"lost": "lost", "left": "gone with students who left"}[name]
	return []schema.Trip{{Limit: name, Says: fmt.Sprintf("%s: %d of %d rows %s (%s %%); the limit is %g %%",
		unit(t), rows, t.Before, verb, percent(100*float64(rows)/float64(t.Before), l.Percent), l.Percent)}}
}

// percent writes a share in whole percent, or finer where that would look like
// the limit itself.
func percent(share, limit float64) string {
	s := strconv.FormatFloat(share, 'f', 0, 64)
	if s != strconv.FormatFloat(limit, 'f', 0, 64) && (s != "100" || share == 100) {
		return s
	}
	return strconv.FormatFloat(share, 'f', 1, 64)
}

// unit names what a tally counts, for people.
func unit(t schema.Tally) string {
	if t.By == schema.ByFile {
		return "file " + t.File
	}
	return string(t.By) + " " + t.Value
}
