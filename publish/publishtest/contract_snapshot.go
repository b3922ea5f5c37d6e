package publishtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func snapshotRefs(c *contract) {
	_, err := c.Snapshot(c.Context(), schema.Latest)
	c.wantKind("without a snapshot", err, schema.Config)

	var taken []schema.Snapshot
	for range 3 {
		taken = append(taken, c.take(nil, Student(1)))
	}
	c.check(c.Drop(c.Context(), taken[1].Number))

	for _, test := range []struct {
		ref  schema.Ref
		want int64 // 0 where there is none
	}{
		{schema.Latest, taken[2].Number},
		{schema.Ref{Back: 1}, taken[0].Number},
		{schema.Ref{Number: taken[2].Number}, taken[2].Number},
		{schema.Ref{Number: taken[0].Number, Back: 7, By: c.now}, taken[0].Number},
		{schema.Ref{By: taken[2].TakenAt}, taken[0].Number},
		{schema.Ref{By: taken[2].TakenAt.Add(1000)}, taken[2].Number}, // a microsecond later
		{schema.Ref{By: taken[2].TakenAt, Back: 1}, taken[0].Number},
		{schema.Ref{Number: taken[1].Number}, 0},
		{schema.Ref{Number: taken[2].Number + 1}, 0},
		{schema.Ref{Back: 2}, 0},
		{schema.Ref{By: taken[0].TakenAt}, 0},
	} {
		s, err := c.Snapshot(c.Context(), test.ref)
		if test.want != 0 {
			c.want(fmt.Sprintf("%+v", test.ref), test.want, s.Number, err)
			continue
		}

		c.wantKind(fmt.Sprintf("%+v", test.ref), err, schema.Config)
		if s.Number != 0 || !errors.Is(err, schema.ErrNoSnapshot) {
			c.Errorf("%+v: got %d, %v, want ErrNoSnapshot", test.ref, s.Number, err)
		}
	}
}

// read returns the students of a snapshot as they come.
func (c *contract) read(snapshot int64) (students []schema.Student) {
	c.Helper()
	for s, err := range c.Students(c.Context(), snapshot) {
		c.check(err)
		student := *s
		student.Findings = slices.Clone(s.Findings)
		students = append(students, student)
	}
	return students
}

// odd is a student with values that are hard to store.
func odd() schema.Student {
	s := Student(3)
	s.Number = ""
	s.FirstName = "Zoë\t\\N\r\n"
	s.LastName = `O'Brien "\."`
	s.DaysPresent = ""
	s.SimpleGPA = ""
	s.DaysUnknown = -1 << 63
	s.Facts = schema.NewFacts(map[string][]string{"x": {"a\\b\x00\n", "\u2028"}})
	s.Findings = []schema.Finding{schema.NumberMissing, schema.SimpleNotNumber}
	return s
}

func snapshotsComeBack(c *contract) {
	c.take(nil, Student(1))
	want := c.take([]schema.Leaver{{DCID: 1, Number: "1001"}}, Student(2), odd())
	got, err := c.Snapshot(c.Context(), schema.Latest)
	c.want("snapshot", want, got, err)
	c.want("number, students and leavers",
		[]int64{2, 2, 1}, []int64{want.Number, want.Students, want.Leavers}, nil)
	c.want("students", []schema.Student{Student(2), odd()}, c.read(2), nil)

	digest := &schema.Digest{}
	for _, s := range c.read(2) {
		digest.AddStudent(&s)
	}
	leavers, err := c.Store.Leavers(c.Context(), 2)
	c.check(err)
	c.check(digest.Check(&got, leavers))
}

func studentsInOrder(c *contract) {
	numbers := []string{
		"", "0", "00", "7", "007", "7", "10", "9", "99999999999999999999999", "100000000000000000000000",
		"A1", "a1", "Z", "é", "-5", " 5", "5 ", "1e3", "5\n", "12a", "~", "10", "", "٣", "1.5",
	}
	var all []schema.Student
	for i, n := range numbers {
		s := Student(int64(i + 1))
		s.Number = n
		all = append(all, s)
	}

	s := c.take(nil, all...)
	slices.SortStableFunc(all, func(a, b schema.Student) int {
		return cmp.Or(schema.CompareNumbers(b.Number, a.Number), strings.Compare(b.Number, a.Number))
	})
	c.want("students", all, c.read(s.Number), nil)
	c.want("students of another snapshot", []schema.Student(nil), c.read(s.Number+1), nil)
}

func studentsEnd(c *contract) {
	s := c.take(nil, District(3000)...)
	for range 10 { // more often than a database has connections
		for _, err := range c.Students(c.Context(), s.Number) {
			c.check(err)
			break
		}
	}

	ctx, cancel := context.WithCancel(c.Context())
	defer cancel()
	var last error
	for _, err := range c.Students(ctx, s.Number) {
		if last != nil {
			c.Error("got a student after the error, want nothing")
		}
		cancel()
		last = err
		time.Sleep(time.Millisecond) // a database learns of it in another goroutine
	}

	if !errors.Is(last, context.Canceled) {
		c.Errorf("got %v, want %v", last, context.Canceled)
	}
}

func leavers(c *contract) {
	two, grade := int64(2), int64(12)
	first := schema.Leaver{DCID: 7, Number: "1007", EnrollStatus: &two, GradeLevel: &grade}
	second, third := schema.Leaver{DCID: 3, Number: "1003"}, schema.Leaver{DCID: 8}
	again := schema.Leaver{DCID: 7, Number: "1007", EnrollStatus: &grade, SchoolID: &two}

	c.take([]schema.Leaver{first}, Student(1))
	c.take([]schema.Leaver{third, second}, Student(1))
	c.take([]schema.Leaver{again}, Student(1))

	for _, test := range []struct {
		first, last int64
		want        []schema.Leaver
	}{
		{0, 3, []schema.Leaver{first, second, third, again}},
		{1, 2, []schema.Leaver{second, third}},
		{1, 3, []schema.Leaver{second, third, again}},
		{2, 2, nil},
		{3, 9, nil},
	} {
		got, err := c.LeaversBetween(c.Context(), test.first, test.last)
		c.want("leavers between", test.want, got, err)
	}

	got, err := c.Store.Leavers(c.Context(), 2)
	c.want("leavers of a snapshot, by dcid", []schema.Leaver{second, third}, got, err)
	got, err = c.Store.Leavers(c.Context(), 4)
	c.want("leavers of no snapshot", []schema.Leaver(nil), got, err)
}

func studentsNumbered(c *contract) {
	shared, without := Student(9), Student(5)
	shared.Number, without.Number = Student(2).Number, ""
	shared.Findings = []schema.Finding{schema.FTEMissing}
	c.take(nil, Student(1), Student(3))
	c.take(nil, shared, Student(1), Student(2), Student(3), without)

	for _, test := range []struct {
		snapshot int64
		numbers  []string
		want     []schema.Student
	}{
		{2, []string{"1003", "1002"}, []schema.Student{Student(2), Student(3), shared}},
		{1, []string{"1003", "1002"}, []schema.Student{Student(3)}},
		{2, []string{"", "1", "01003"}, nil},
		{2, nil, nil},
		{3, []string{"1003"}, nil},
	} {
		got, err := c.StudentsNumbered(c.Context(), test.snapshot, test.numbers)

		slices.SortFunc(got, func(a, b schema.Student) int { return cmp.Compare(a.DCID, b.DCID) })
		c.want("students numbered", test.want, got, err)
	}
}

func sightings(c *contract) {
	shared := Student(9)
	shared.Number = Student(2).Number
	left := schema.Leaver{DCID: 2, Number: "1002"}
	taken := []schema.Snapshot{
		c.take(nil, Student(1), Student(2), shared),
		c.take(nil, Student(2)),
		c.take([]schema.Leaver{{DCID: 9, Number: "1009"}, left}, Student(1)),
	}
	c.check(c.Drop(c.Context(), 2))

	sighting := func(s schema.Snapshot, leaver *schema.Leaver, students ...schema.Student) schema.Sighting {
		return schema.Sighting{
			Snapshot: s.Number,
			TakenAt:  s.TakenAt,
			Settings: s.Settings,
			Students: students,
			Leaver:   leaver,
		}
	}

	got, err := c.Sightings(c.Context(), "1002")
	c.want("two of one number", []schema.Sighting{
		sighting(taken[0], nil, Student(2), shared),
		sighting(taken[2], &left),
	}, got, err)

	got, err = c.Sightings(c.Context(), "77")
	c.want("never seen", []schema.Sighting{sighting(taken[0], nil), sighting(taken[2], nil)}, got, err)
}

func numberLengths(c *contract) {
	without, text := Student(1), Student(3)
	without.Number, text.Number = "", "é12345"
	c.take(nil, without)
	c.take(nil, without, Student(2), text)

	for snapshot, want := range map[int64][2]int{1: {0, 0}, 2: {4, 6}, 3: {0, 0}} {
		least, most, err := c.NumberLengths(c.Context(), snapshot)
		c.want("number lengths", want, [2]int{least, most}, err)
	}
}
