package publish

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Guard is the limits on what a publication may take away from, or add to,
// what is live. A limit that is exceeded, or cannot be evaluated, holds the
// publication for a person; half way to it there is a warning.
type Guard struct {
	Lost            Limit           `json:"lost"`  // rows removed of students who are still in the snapshot: by tag, GPA column, and for attendance
	Left            Limit           `json:"left"`  // rows removed of students who are not: by tag, file and school
	Added           Limit           `json:"added"` // rows that were not there: by tag
	Vanished        Vanished        `json:"vanished"`
	GPAJump         GPAJump         `json:"gpa_jump"`
	AttendanceShift AttendanceShift `json:"attendance_shift"`
	Cumulative      Cumulative      `json:"cumulative"`

	SnapshotMaxAge time.Duration `json:"snapshot_max_age"` // an older newest snapshot is not published
	ApprovalTTL    time.Duration `json:"approval_ttl"`     // an approval must come within this of the planning
	Pause          []Pause       `json:"-"`
}

// Limit trips when more than Percent of the live rows, and more than Rows rows
// are concerned.
type Limit struct {
	Percent float64 `json:"percent"`
	Rows    int64   `json:"rows"`
}

// Vanished trips when what had rows has none, and at least so many of them are
// gone rather than moved elsewhere.
type Vanished struct {
	Tag         int64 `json:"tag"`
	School      int64 `json:"school"`
	TagInSchool int64 `json:"tag_in_school"`
}

// GPAJump trips when more than Percent of a column's values, and more than
// Rows, move by more than By or are lost.
type GPAJump struct {
	Percent float64 `json:"percent"`
	By      float64 `json:"by"` // grade points
	Rows    int64   `json:"rows"`
}

// AttendanceShift trips when the mean attendance of the students who were
// enrolled for at least Days days, then and now, moves by more than Points.
type AttendanceShift struct {
	Points float64 `json:"points"` // percentage points
	Days   int64   `json:"days"`
}

// Cumulative trips when a tag or a file has fewer rows than the most it had in
// the last Deliveries, by more than Percent of that and by more rows than Lost
// (a tag) or Left (a file) lets go. An approval, or adopted files, begin anew.
type Cumulative struct {
	Percent    float64 `json:"percent"`
	Deliveries int64   `json:"deliveries"`
}

// Pause is days on which nothing is sent, the first and the last included.
type Pause struct {
	From, To string // 2026-07-01
	Reason   string
}

// paused returns the pause that a day falls into, or nil.
func (g Guard) paused(day string) *Pause {
	i := slices.IndexFunc(g.Pause, func(p Pause) bool { return p.From <= day && day <= p.To })
	if i < 0 {
		return nil
	}
	return &g.Pause[i]
}

// judge returns the limits that a publication's tallies exceed, and those that
// they are more than half way to. past is what was delivered before, the newest
// first.
func (g Guard) judge(tallies []schema.Tally, past []schema.Past) (trips, warnings []schema.Trip) {
	held, half := judge{Guard: g, past: past, part: 1, gone: map[string]bool{}}, judge{Guard: g, past: past, part: 0.5, gone: map[string]bool{}}
	for _, t := range tallies {
		held.tally(t)
		half.tally(t)
	}
	for _, w := range half.trips {
		if !slices.ContainsFunc(held.trips, func(t schema.Trip) bool { return t.Limit == w.Limit && t.Unit == w.Unit }) {
			warnings = append(warnings, w)
		}
	}
	return byLimit(held.trips), byLimit(warnings)
}

// limits are the names of the limits, the gravest first.
var limits = []string{"empty", "baseline", "older", "vanished", "lost", "left", "added", "gpa_jump", "attendance_shift", "cumulative"}

func byLimit(trips []schema.Trip) []schema.Trip {
	slices.SortStableFunc(trips, func(a, b schema.Trip) int {
		return cmp.Compare(slices.Index(limits, a.Limit), slices.Index(limits, b.Limit))
	})
	return trips
}

// judge holds tallies against a part of each limit.
type judge struct {
	Guard
	past  []schema.Past
	part  float64
	gone  map[string]bool // tags that nobody has: that no school has them need not be said
	trips []schema.Trip
}

func (j *judge) trip(limit string, t schema.Tally, format string, args ...any) {
	j.trips = append(j.trips, newTrip(limit, unit(t), format, args...))
}

func newTrip(limit, unit, format string, args ...any) schema.Trip {
	return schema.Trip{Limit: limit, Unit: unit, Says: unit + ": " + fmt.Sprintf(format, args...)}
}

func (j *judge) tally(t schema.Tally) {
	switch t.By {
	case schema.ByFile:
		j.share("left", t, t.Left, j.Left)
		j.cumulative(t, j.Left.Rows)
	case schema.ByTag:
		j.gone[t.Value] = t.Rows == 0
		j.share("lost", t, t.Lost, j.Lost)
		j.share("left", t, t.Left, j.Left)
		j.share("added", t, t.Added, j.Added)
		j.vanished(t, j.Vanished.Tag)
		j.cumulative(t, j.Lost.Rows)
	case schema.ByColumn:
		j.share("lost", t, t.Lost, j.Lost)
		j.jump(t)
		j.shift(t)
	case schema.BySchool:
		if t.Value != "" {
			j.share("left", t, t.Left, j.Left)
			j.vanished(t, j.Vanished.School)
		}
	case schema.ByTagInSchool:
		if t.School != "" && !j.gone[t.Value] {
			j.vanished(t, j.Vanished.TagInSchool)
		}
	}
}

var verbs = map[string]string{"lost": "lost", "left": "gone with students who left", "added": "added"}

func (j *judge) share(limit string, t schema.Tally, rows int64, l Limit) {
	if !j.exceeds(rows, t.Before, l) {
		return
	}
	if t.Before == 0 {
		j.trip(limit, t, "%d rows %s where there were none", rows, verbs[limit])
	} else {
		j.trip(limit, t, "%d of %d rows %s (%s %%); the limit is %g %%", rows, t.Before, verbs[limit], percent(rows, t.Before, l.Percent), l.Percent)
	}
}

func (j *judge) exceeds(rows, of int64, l Limit) bool {
	return float64(rows) > j.part*float64(l.Rows) && float64(rows)*100 > j.part*l.Percent*float64(of)
}

func (j *judge) vanished(t schema.Tally, floor int64) {
	if t.Rows == 0 && float64(t.Lost+t.Left) >= j.part*float64(floor) { // what moved elsewhere is not taken away
		j.trip("vanished", t, "none of %d rows remain", t.Before)
	}
}

func (j *judge) jump(t schema.Tally) {
	jumped := int64(t.Figures["moved"])
	moved, of := jumped+t.Lost, t.Before-t.Left
	if jumped > 0 && j.exceeds(moved, of, Limit{j.GPAJump.Percent, j.GPAJump.Rows}) {
		j.trip("gpa_jump", t, "%d of %d values moved by more than %g or were lost (%s %%); the limit is %g %%",
			moved, of, j.GPAJump.By, percent(moved, of, j.GPAJump.Percent), j.GPAJump.Percent)
	}
}

func (j *judge) shift(t schema.Tally) {
	shift := t.Figures["shift"]
	if math.Abs(shift) > j.part*j.AttendanceShift.Points {
		j.trip("attendance_shift", t, "the mean of %d students moved by %+.1f points; the limit is %g", int64(t.Figures["measured"]), shift, j.AttendanceShift.Points)
	}
}

func (j *judge) cumulative(t schema.Tally, floor int64) {
	most := int64(0)
	for _, p := range j.past {
		for _, was := range p.Tallies {
			if was.File == t.File && was.By == t.By && was.Value == t.Value {
				most = max(most, was.Rows)
			}
		}
	}
	if less := most - t.Rows; j.exceeds(less, most, Limit{j.Cumulative.Percent, floor}) {
		j.trip("cumulative", t, "%d rows are %d fewer than the most in the last %d deliveries, %d (%s %%); the limit is %g %%",
			t.Rows, less, len(j.past), most, percent(less, most, j.Cumulative.Percent), j.Cumulative.Percent)
	}
}

// percent writes a share in whole percent, or finer where that would look like
// the limit itself.
func percent(rows, of int64, limit float64) string {
	share := 100 * float64(rows) / float64(of)
	s := strconv.FormatFloat(share, 'f', 0, 64)
	if s != strconv.FormatFloat(limit, 'f', 0, 64) && (s != "100" || share == 100) {
		return s
	}
	return strconv.FormatFloat(share, 'f', 1, 64)
}

// unit names what a tally counts, for people.
func unit(t schema.Tally) string {
	switch t.By {
	case schema.ByFile:
		return "file " + t.File
	case schema.BySchool:
		return "school " + t.Value + ", file " + t.File
	case schema.ByTagInSchool:
		return "tag " + t.Value + " at school " + t.School
	}
	return string(t.By) + " " + t.Value
}
