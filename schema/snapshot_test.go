package schema

import (
	"fmt"
	"testing"
	"time"
)

func sample() (*Snapshot, []Student, []Leaver) {
	snapshot := &Snapshot{
		Number:            7,
		Run:               "r",
		AttendanceThrough: time.Date(2026, 11, 20, 23, 59, 59, 0, time.UTC),
		TakenAt:           time.Date(2026, 11, 21, 2, 30, 0, 0, time.UTC),
		DigestVersion:     2,
		Settings:          parse(`{}`),
		SourceRows:        3,
		Students:          2,
		Leavers:           1,
		Findings:          FindingCounts{FTEMissing: 1},
	}
	students := []Student{
		{
			DCID:         1,
			ID:           10,
			Number:       "100",
			GradeLevel:   9,
			SchoolID:     101,
			DaysPresent:  "97.5",
			DaysEnrolled: "100",
			Facts:        `{"iep":["1"]}`,
		},
		{
			DCID:       2,
			ID:         20,
			Number:     "200",
			GradeLevel: 10,
			SchoolID:   102,
			Facts:      `{}`,
			Findings:   []Finding{FTEMissing},
		},
	}
	status := int64(3)
	leavers := []Leaver{{DCID: 3, Number: "300", EnrollStatus: &status}}

	return snapshot, students, leavers
}

func digest(s *Snapshot, students []Student, leavers []Leaver) Sum {
	var d Digest
	for i := range students {
		d.AddStudent(&students[i])
	}

	for i := range leavers {
		d.AddLeaver(&leavers[i])
	}

	return d.Seal(s)
}

func TestDigestIsOfASet(t *testing.T) {
	s, students, leavers := sample()
	want := digest(s, students, leavers)
	students[0], students[1] = students[1], students[0]

	if got := digest(s, students, leavers); got != want {
		t.Errorf("in another order the digest is %x, want %x", got, want)
	}
}

func TestDigestSeesEveryChange(t *testing.T) {
	changes := map[string]func(*Snapshot, []Student, []Leaver){
		"through": func(s *Snapshot, _ []Student, _ []Leaver) {
			s.AttendanceThrough = s.AttendanceThrough.Add(time.Second)
		},
		"cutoff's fraction": func(s *Snapshot, _ []Student, _ []Leaver) {
			s.AttendanceThrough = s.AttendanceThrough.Add(time.Microsecond)
		},
		"taken": func(s *Snapshot, _ []Student, _ []Leaver) {
			s.TakenAt = s.TakenAt.Add(time.Microsecond)
		},
		"the snapshot's number": func(s *Snapshot, _ []Student, _ []Leaver) { s.Number++ },
		"run":                   func(s *Snapshot, _ []Student, _ []Leaver) { s.Run = "q" },
		"settings":              func(s *Snapshot, _ []Student, _ []Leaver) { s.Settings = parse(`{"a":1}`) },
		"rows":                  func(s *Snapshot, _ []Student, _ []Leaver) { s.SourceRows++ },
		"counts":                func(s *Snapshot, _ []Student, _ []Leaver) { s.Findings[FTEMissing]++ },
		"findings":              func(_ *Snapshot, s []Student, _ []Leaver) { s[1].Findings = nil },
		"twins":                 func(_ *Snapshot, s []Student, _ []Leaver) { s[1] = s[0] },
		"leaver":                func(_ *Snapshot, _ []Student, l []Leaver) { l[0].EnrollStatus = nil },
	}
	for name, change := range map[string]func(*Student){
		"number":     func(s *Student) { s.Number = "101" },
		"dcid":       func(s *Student) { s.DCID = 4 },
		"id":         func(s *Student) { s.ID = 4 },
		"status":     func(s *Student) { s.EnrollStatus = 2 },
		"grade":      func(s *Student) { s.GradeLevel = 12 },
		"school":     func(s *Student) { s.SchoolID = 102 },
		"first name": func(s *Student) { s.FirstName = "A" },
		"last name":  func(s *Student) { s.LastName = "A" },
		"present":    func(s *Student) { s.DaysPresent = "97" },
		"enrolled":   func(s *Student) { s.DaysEnrolled = "" },
		"unknown":    func(s *Student) { s.DaysUnknown = 1 },
		"simple":     func(s *Student) { s.SimpleGPA = "3" },
		"weighted":   func(s *Student) { s.WeightedGPA = "3" },
		"facts":      func(s *Student) { s.Facts = "{}" },
		"rows":       func(s *Student) { s.Rows = 2 },
	} {
		changes[name] = func(_ *Snapshot, s []Student, _ []Leaver) { change(&s[0]) }
	}

	seen := map[Sum]string{digest(sample()): "nothing"}
	for name, change := range changes {
		s, students, leavers := sample()
		change(s, students, leavers)

		sum := digest(s, students, leavers)
		if other, ok := seen[sum]; ok {
			t.Errorf("a change of %s has the digest of a change of %s", name, other)
		}
		seen[sum] = name
	}
}

// What an older version sealed must verify for good. The digests were computed by
// the versions that sealed them.
func TestDigestsOfOldSnapshots(t *testing.T) {
	for version, want := range map[int]string{
		1: "ac7d1d38e2288191a69ab1ffdd3227c81f9a8d3161f720ee088b455aad565bb7",
		2: "b7e59cc2234692e44e19e96755727f4585fae93230f18f26671ccb479222bc30",
	} {
		s, students, leavers := sample()
		s.DigestVersion = version
		for i := range students {
			students[i].Rows = RowsUnknown
		}
		if got := fmt.Sprintf("%x", digest(s, students, leavers)); got != want {
			t.Errorf("version %d: got %s, want %s", version, got, want)
		}
	}
}

// The students' own digest does not depend on anything but the students.
func TestDigestOfStudents(t *testing.T) {
	s, students, leavers := sample()
	of := func(students []Student) Sum {
		var d Digest
		for i := range students {
			d.AddStudent(&students[i])
		}
		return d.Students()
	}

	sum := of(students)
	if got := of([]Student{students[1], students[0]}); got != sum {
		t.Errorf("in another order it is %x, want %x", got, sum)
	}

	s.StudentsDigest = &sum
	s.Digest = digest(s, students, leavers)
	if err := check(s, students, leavers); err != nil {
		t.Errorf("as sealed: got %v", err)
	}

	s.StudentsDigest = &Sum{1}
	if err := check(s, students, leavers); KindOf(err) != Rejected {
		t.Errorf("with another digest of the students: got %v, want it rejected", err)
	}
}

func check(s *Snapshot, students []Student, leavers []Leaver) error {
	var d Digest
	for i := range students {
		d.AddStudent(&students[i])
	}
	return d.Check(s, leavers)
}

func TestCompareNumbers(t *testing.T) {
	ascending := []string{
		"", "A1", "B", "0", "00", "0042", "42", "0043",
		"100", "99999999999999999999", "100000000000000000000",
	}
	for i, a := range ascending {
		for j, b := range ascending {
			want := max(-1, min(1, i-j))
			if got := CompareNumbers(a, b); got != want {
				t.Errorf("CompareNumbers(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestFacts(t *testing.T) {
	a := NewFacts(map[string][]string{"lep": {"0"}, "iep": {"1", "0", "1"}})
	if want := Facts(`{"iep":["0","1"],"lep":["0"]}`); a != want {
		t.Errorf("got %s, want %s", a, want)
	}
	if got := NewFacts(nil); got != "{}" {
		t.Errorf("no facts are %s, want {}", got)
	}

	values, err := NewFacts(map[string][]string{"gifted": {`Y "<&`}}).Values()
	if err != nil || values["gifted"][0] != `Y "<&` {
		t.Errorf("read back %v, %v", values, err)
	}
}
