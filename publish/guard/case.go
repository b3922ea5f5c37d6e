package guard

import (
	"fmt"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Case is what the guard judges: a publication, compared with what is live.
type Case struct {
	Snapshot int64 // the number of the snapshot it was built from; 0 when nobody knows it
	Files    []File
	Tallies  []schema.Tally // of the files that could be compared
	Past     []schema.Past  // what was delivered before, newest first, back to a person's last decision

	limits []Limit
}

// File is one file of a Case.
type File struct {
	Kind, Name string
	Rows       int64
	Live       *Live // nil when nothing is known to be live under its name
}

// Live is the file that is live under a File's name.
type Live struct {
	Snapshot   int64 // the number of the snapshot it was built from
	Comparable bool
	Why        string // it cannot be compared: "the two files have different columns"
}

// Percent is a share in percent. The configuration writes it with its sign: 5%.
type Percent float64

// share is a limit on a number of rows: it is exceeded by more than a percentage
// of the rows there were, when they are also more than a fixed number.
type share struct {
	percent Percent
	rows    int64
}

func (s share) exceeded(rows, of int64, part float64) bool {
	pastRows := float64(rows) > part*float64(s.rows)
	pastPercent := float64(rows)*100 > part*float64(s.percent)*float64(of)
	return pastRows && pastPercent
}

// trips returns one trip when rows exceed a part of the limit, none otherwise.
// done says what became of the rows: "lost".
func (s share) trips(limit string, t schema.Tally, rows int64, done string, part float64) []schema.Trip {
	if !s.exceeded(rows, t.Before, part) {
		return nil
	}
	if t.Before == 0 {
		fromNone := trip(limit, t, "%d rows %s where there were none", rows, done)
		return []schema.Trip{fromNone}
	}

	percent := percentText(rows, t.Before, s.percent)
	pastLimit := trip(limit, t,
		"%d of %d rows %s (%s%%); the limit is %g%%",
		rows, t.Before, done, percent, s.percent)
	return []schema.Trip{pastLimit}
}

// trip returns the trip of what a tally counts.
func trip(limit string, t schema.Tally, format string, args ...any) schema.Trip {
	return tripOf(limit, unit(t), format, args...)
}

func tripOf(limit, unit, format string, args ...any) schema.Trip {
	found := fmt.Sprintf(format, args...)
	return schema.Trip{
		Limit: limit,
		Unit:  unit,
		Says:  unit + ": " + found,
	}
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

// percentText writes a share in whole percent, or finer where that would look
// like the limit itself.
func percentText(rows, of int64, limit Percent) string {
	share := 100 * float64(rows) / float64(of)
	text := strconv.FormatFloat(share, 'f', 0, 64)

	looksLikeLimit := text == strconv.FormatFloat(float64(limit), 'f', 0, 64)
	looksLikeAll := text == "100" && share != 100
	if looksLikeLimit || looksLikeAll {
		return strconv.FormatFloat(share, 'f', 1, 64)
	}
	return text
}

// maxRows is more than any district has students.
const maxRows = 1e9
