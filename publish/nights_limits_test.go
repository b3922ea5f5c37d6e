package publish_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// today are the versions of tonight's files.
func (m *model) today() map[string]version {
	return map[string]version{attendance: m.students, gpa: m.students, tags: m.students}
}

// judge says what files are compared with, by publication, and whether they are held.
func (m *model) judge(files map[string]version, snapshot int64, adopted bool) (base map[string]int64, holds bool) {
	base = map[string]int64{}
	for name, now := range files {
		p, _ := m.live(name, m.next())
		if p == nil {
			holds = true
			continue
		}
		base[name] = p.number
		older := adopted || p.snapshot > snapshot
		holds = holds || older || exceeds(name, m.versions[name+p.files[name]], now)
	}
	return base, holds
}

// exceeds says whether a version of a file takes away or adds too much, when an earlier
// one is live.
func exceeds(name string, before, now version) bool {
	rows, gone := 0, 0
	for _, mark := range marks[name] {
		had, left, exceeds := rowsExceed(mark, before, now)
		if exceeds {
			return true
		}
		rows, gone = rows+had, gone+left
	}
	return over(gone, rows, 10, 10) || name == gpa && gpasMoved(before, now)
}

// marks are what in a student's facts gives a row of each file; "" gives one to all.
var marks = map[string][]string{
	attendance: {""},
	gpa:        {""},
	tags:       {`"iep":["1"]`, `"section_504":["1"]`},
}

func hasMark(s schema.Student, mark string) bool { return strings.Contains(string(s.Facts), mark) }

// rowsExceed counts the rows of a mark, and those gone with students who left.
func rowsExceed(mark string, before, now version) (had, left int, exceeds bool) {
	lost, added, has := 0, 0, 0
	for dcid, s := range before {
		after, stays := now[dcid]
		switch {
		case !hasMark(s, mark):
			continue
		case !stays:
			left++
		case !hasMark(after, mark):
			lost++
		}
		had++
	}
	for dcid, s := range now {
		if !hasMark(s, mark) {
			continue
		}
		has++
		if was, there := before[dcid]; !there || !hasMark(was, mark) {
			added++
		}
	}

	vanished := has == 0 && lost+left >= 3
	tagAdded := mark != "" && over(added, had, 20, 10)
	return had, left, vanished || tagAdded || over(lost, had, 5, 3) || over(left, had, 10, 10)
}

func over(rows, of int, percent, floor float64) bool {
	return float64(rows*100) > percent*float64(of) && float64(rows) > floor
}

func gpasMoved(before, now version) bool {
	moved, stay := 0, 0
	for dcid, s := range before {
		if after, stays := now[dcid]; stays {
			stay++
			if math.Abs(parse(after.SimpleGPA)-parse(s.SimpleGPA)) > 0.5 {
				moved++
			}
		}
	}
	return over(moved, stay, 25, 10)
}

func parse(number schema.Decimal) float64 {
	f, err := strconv.ParseFloat(string(number), 64)
	if err != nil {
		panic(err)
	}
	return f
}

// gpaText is the file of GPAs, made here once more.
func gpaText(v version) string {
	text := "student_number,numerator_unweighted,numerator_weighted\n"
	for _, dcid := range slices.Backward(slices.Sorted(maps.Keys(v))) {
		text += fmt.Sprintf("%s,%s,%s\n", v[dcid].Number, v[dcid].SimpleGPA, v[dcid].WeightedGPA)
	}
	return text
}
