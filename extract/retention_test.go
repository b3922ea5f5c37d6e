package extract_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func zone(tb testing.TB) *time.Location {
	tb.Helper()
	chicago, err := time.LoadLocation("America/Chicago")
	if err != nil {
		tb.Fatal(err)
	}
	return chicago
}

// taken returns snapshots of these times, numbered from 1 in their order, the
// newest first.
func taken(at ...time.Time) []schema.Snapshot {
	var snapshots []schema.Snapshot
	for i, t := range at {
		snapshots = append(snapshots, schema.Snapshot{Number: int64(i + 1), TakenAt: t.UTC()})
	}
	slices.Reverse(snapshots)
	return snapshots
}

// nights returns half past nine in the evening of so many days, the last of
// which is given.
func nights(last time.Time, n int) (at []time.Time) {
	for i := n - 1; i >= 0; i-- {
		year, month, day := last.Date()
		at = append(at, time.Date(year, month, day-i, 21, 30, 0, 0, last.Location()))
	}
	return at
}

// kept returns a line for each snapshot that is kept: the wall clock of when it
// was taken, and why it is kept.
func kept(choices []extract.Choice, in *time.Location) (lines []string) {
	for _, f := range choices {
		if f.Kept() {
			wall := f.Snapshot.TakenAt.In(in).Format("2006-01-02 15:04 MST: ")
			lines = append(lines, wall+strings.Join(f.Reasons, ", "))
		}
	}

	return lines
}

// moments reads wall clocks of Chicago: "2026-11-20 21:30".
func moments(t *testing.T, walls ...string) (at []time.Time) {
	t.Helper()
	for _, wall := range walls {
		moment, err := time.ParseInLocation("2006-01-02 15:04", wall, zone(t))
		if err != nil {
			t.Fatal(err)
		}
		at = append(at, moment)
	}

	return at
}

// choice is a retention, what it chooses from and what it keeps.
type choice struct {
	keep extract.Retention
	at   []time.Time
	want []string
}

func TestChoices(t *testing.T) {
	wantChoices(t, map[string]choice{
		"nothing taken": {extract.Retention{Last: 1, Daily: 1}, nil, nil},
		"everything off": {
			extract.Retention{},
			nights(moments(t, "2026-11-20 00:00")[0], 400),
			[]string{"2026-11-20 21:30 CST: newest"},
		},
		"last": {
			extract.Retention{Last: 2},
			moments(t, "2026-11-20 08:00", "2026-11-20 09:00", "2026-11-20 10:00"),
			[]string{
				"2026-11-20 10:00 CST: newest, last",
				"2026-11-20 09:00 CST: last",
			},
		},
		"last is more than there are": {
			extract.Retention{Last: 9},
			moments(t, "2026-11-20 21:30"),
			[]string{"2026-11-20 21:30 CST: newest, last"},
		},
		"two a day: the later one": {
			extract.Retention{Daily: 2},
			moments(t, "2026-11-19 06:00", "2026-11-19 21:30", "2026-11-20 06:00", "2026-11-20 21:30"),
			[]string{
				"2026-11-20 21:30 CST: newest, daily 2026-11-20",
				"2026-11-19 21:30 CST: daily 2026-11-19",
			},
		},
		"a gap is not counted": {
			extract.Retention{Daily: 3},
			moments(t, "2026-06-01 21:30", "2026-06-02 21:30", "2026-09-01 21:30", "2026-11-20 21:30"),
			[]string{
				"2026-11-20 21:30 CST: newest, daily 2026-11-20",
				"2026-09-01 21:30 CDT: daily 2026-09-01",
				"2026-06-02 21:30 CDT: daily 2026-06-02",
			},
		},
	})
}

func TestChoicesWhenTheClockChanges(t *testing.T) {
	twice := moments(t, "2026-11-01 01:30")[0]
	wantChoices(t, map[string]choice{
		"a day of 25 hours is one": {
			extract.Retention{Daily: 3},
			moments(t, "2026-10-31 23:59", "2026-11-01 00:01", "2026-11-01 23:59", "2026-11-02 00:01"),
			[]string{
				"2026-11-02 00:01 CST: newest, daily 2026-11-02",
				"2026-11-01 23:59 CST: daily 2026-11-01",
				"2026-10-31 23:59 CDT: daily 2026-10-31",
			},
		},
		"a day of 23 hours is one": {
			extract.Retention{Daily: 3},
			moments(t, "2026-03-07 23:59", "2026-03-08 00:01", "2026-03-08 23:59", "2026-03-09 00:01"),
			[]string{
				"2026-03-09 00:01 CDT: newest, daily 2026-03-09",
				"2026-03-08 23:59 CDT: daily 2026-03-08",
				"2026-03-07 23:59 CST: daily 2026-03-07",
			},
		},
		"an hour that happens twice": {
			extract.Retention{Daily: 1, Last: 1},
			[]time.Time{twice, twice.Add(time.Hour)},
			[]string{"2026-11-01 01:30 CST: newest, last, daily 2026-11-01"},
		},
	})
}

func TestChoicesOfWeeksAndMonths(t *testing.T) {
	wantChoices(t, map[string]choice{
		"weeks end on Sunday, in the new year too": {
			extract.Retention{Weekly: 3},
			nights(moments(t, "2027-01-06 00:00")[0], 40),
			[]string{
				"2027-01-06 21:30 CST: newest, weekly 2027-W01",
				"2027-01-03 21:30 CST: weekly 2026-W53",
				"2026-12-27 21:30 CST: weekly 2026-W52",
			},
		},
		"a week of the new year begins in the old": {
			extract.Retention{Weekly: 2},
			nights(moments(t, "2025-01-01 00:00")[0], 10),
			[]string{
				"2025-01-01 21:30 CST: newest, weekly 2025-W01",
				"2024-12-29 21:30 CST: weekly 2024-W52",
			},
		},
		"all kinds, 400 nights": {
			extract.Retention{Last: 2, Daily: 4, Weekly: 3, Monthly: 14},
			nights(moments(t, "2026-11-20 00:00")[0], 400),
			[]string{
				"2026-11-20 21:30 CST: newest, last, daily 2026-11-20, weekly 2026-W47, monthly 2026-11",
				"2026-11-19 21:30 CST: last, daily 2026-11-19",
				"2026-11-18 21:30 CST: daily 2026-11-18",
				"2026-11-17 21:30 CST: daily 2026-11-17",
				"2026-11-15 21:30 CST: weekly 2026-W46",
				"2026-11-08 21:30 CST: weekly 2026-W45",
				"2026-10-31 21:30 CDT: monthly 2026-10",
				"2026-09-30 21:30 CDT: monthly 2026-09",
				"2026-08-31 21:30 CDT: monthly 2026-08",
				"2026-07-31 21:30 CDT: monthly 2026-07",
				"2026-06-30 21:30 CDT: monthly 2026-06",
				"2026-05-31 21:30 CDT: monthly 2026-05",
				"2026-04-30 21:30 CDT: monthly 2026-04",
				"2026-03-31 21:30 CDT: monthly 2026-03",
				"2026-02-28 21:30 CST: monthly 2026-02",
				"2026-01-31 21:30 CST: monthly 2026-01",
				"2025-12-31 21:30 CST: monthly 2025-12",
				"2025-11-30 21:30 CST: monthly 2025-11",
				"2025-10-31 21:30 CDT: monthly 2025-10",
			},
		},
	})
}

func wantChoices(t *testing.T, choices map[string]choice) {
	t.Helper()
	chicago := zone(t)

	for name, c := range choices {
		t.Run(name, func(t *testing.T) {
			got := kept(c.keep.Choose(taken(c.at...), nil, chicago), chicago)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// One evening of Chicago and the next morning are two days there and one in UTC.
func TestChoicesGoByTheDistrictsDays(t *testing.T) {
	chicago := zone(t)
	snapshots := taken(
		time.Date(2026, 11, 19, 21, 30, 0, 0, chicago),
		time.Date(2026, 11, 20, 6, 0, 0, 0, chicago),
	)

	r := extract.Retention{Daily: 2}
	if lines := kept(r.Choose(snapshots, nil, chicago), chicago); len(lines) != 2 {
		t.Errorf("in Chicago %q are kept, want both", lines)
	}
	if lines := kept(r.Choose(snapshots, nil, time.UTC), time.UTC); len(lines) != 1 {
		t.Errorf("in UTC %q are kept, want the later", lines)
	}
}

func TestChoicesOfWhatIsNeeded(t *testing.T) {
	snapshots := taken(nights(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), 5)...)
	snapshots[3].Pin = &schema.Pin{Reason: "for the audit", By: "me"}
	uses := []schema.Use{
		{Snapshot: 4, Publication: 9, Destination: "a@b:22/c", State: schema.Held, Waiting: true},
		{Snapshot: 4, Publication: 8, Destination: "a@d:22/c", State: schema.Partial, Waiting: true, Live: true},
		{Snapshot: 3, Publication: 7, Destination: "a@b:22/c", State: schema.Delivered, Live: true},
		{Snapshot: 77, Publication: 1, Destination: "a@e:22/c", State: schema.Delivered, Live: true}, // long gone
	}

	want := []string{
		"2026-11-20 21:30 UTC: newest",
		"2026-11-19 21:30 UTC: publication 9 is held, live at a@d:22/c, publication 8 is partial",
		"2026-11-18 21:30 UTC: live at a@b:22/c",
		"2026-11-17 21:30 UTC: pinned: for the audit",
	}
	got := kept(extract.Retention{}.Choose(snapshots, uses, time.UTC), time.UTC)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Whatever the nights, the pins, the uses and the retention:
func TestChoicesAlways(t *testing.T) {
	chicago := zone(t)
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 0))
		snapshots, uses := someSnapshots(r, chicago)
		keep := extract.Retention{
			Last:    r.Int64N(9),
			Daily:   r.Int64N(40),
			Weekly:  r.Int64N(15),
			Monthly: r.Int64N(15),
		}
		choices := keep.Choose(snapshots, uses, chicago)
		dropped := droppedOf(choices)

		for _, number := range needed(snapshots, uses) {
			if dropped[number] {
				t.Errorf("seed %d: %+v drops %d, which is needed", seed, keep, number)
			}
		}

		var left []schema.Snapshot
		for _, f := range choices {
			if f.Kept() {
				left = append(left, f.Snapshot)
			}
		}

		if again := keep.Choose(left, uses, chicago); len(droppedOf(again)) > 0 {
			t.Errorf("seed %d: %+v drops %v when it is done a second time", seed, keep, droppedOf(again))
		}

		more := keep
		kinds := []*int64{&more.Last, &more.Daily, &more.Weekly, &more.Monthly}
		*kinds[r.IntN(4)] += 1 + r.Int64N(5)
		for number := range droppedOf(more.Choose(snapshots, uses, chicago)) {
			if !dropped[number] {
				t.Errorf("seed %d: %+v drops %d, which %+v keeps", seed, more, number, keep)
			}
		}
	}
}

// needed returns the numbers of the snapshots that must stay.
func needed(snapshots []schema.Snapshot, uses []schema.Use) []int64 {
	numbers := []int64{snapshots[0].Number}
	for _, s := range snapshots {
		if s.Pin != nil {
			numbers = append(numbers, s.Number)
		}
	}
	for _, u := range uses {
		numbers = append(numbers, u.Snapshot)
	}

	return numbers
}

// someSnapshots returns 400 nights, some of them without a snapshot, some with
// several, by a clock that jumps, and what some are needed for.
func someSnapshots(r *rand.Rand, in *time.Location) (snapshots []schema.Snapshot, uses []schema.Use) {
	var at []time.Time
	night := time.Date(2025, 10, 1, 21, 30, 0, 0, in)
	for range 400 {
		for range []int{0, 1, 1, 1, 1, 1, 1, 2, 3}[r.IntN(9)] {
			at = append(at, night.Add(time.Duration(r.IntN(24*60))*time.Minute))
		}
		night = night.AddDate(0, 0, 1)
	}

	snapshots = taken(at...)
	for range 5 {
		snapshots[r.IntN(len(snapshots))].Pin = &schema.Pin{Reason: "audit"}
		s := snapshots[r.IntN(len(snapshots))]
		live := r.IntN(2) == 0
		uses = append(uses, schema.Use{
			Snapshot:    s.Number,
			Publication: int64(r.IntN(99)),
			Live:        live,
			Waiting:     !live,
		})
	}

	return snapshots, uses
}

func droppedOf(choices []extract.Choice) map[int64]bool {
	dropped := map[int64]bool{}
	for _, f := range choices {
		if !f.Kept() {
			dropped[f.Snapshot.Number] = true
		}
	}

	return dropped
}
