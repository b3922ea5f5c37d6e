package schema

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"time"
)

// Snapshot is what PowerSchool said at one moment. It is stored whole or not
// at all, and once stored it does not change.
type Snapshot struct {
	Number            int64
	Run               string    // the id of the run that took it, as in its log lines
	AttendanceThrough time.Time // attendance up to and including this: the district's wall clock, written in UTC
	TakenAt           time.Time
	Settings          Settings // the ones that made it
	SourceRows        int64    // joined rows read from PowerSchool
	Students          int64
	Leavers           int64
	Findings          FindingCounts
	Rows              map[string]int64 // of how many students each extension table has a row; nil before version 3
	Digest            Sum
	DigestVersion     int  // what Digest covers; 0 is 1
	StudentsDigest    *Sum // of the students alone; nil before version 2
	Pin               *Pin // nil unless someone protects it from pruning
}

// Pin is why a snapshot is kept for good.
type Pin struct {
	Reason, By string
	At         time.Time
	Recorded   // the database's own word for it
}

// Recorded is what the database itself says about a row that a person asked for,
// and what no program can set. It is zero in rows of older versions.
type Recorded struct {
	RecordedAt time.Time
	DBUser     string // the role of the session
}

// Sighting is what a snapshot says about one student number.
type Sighting struct {
	Snapshot int64
	TakenAt  time.Time
	Settings Settings
	Students []Student // nearly always one or none
	Leaver   *Leaver   // if the student left since the snapshot before
}

// Use is a publication because of which its snapshot must stay.
type Use struct {
	Snapshot, Publication int64
	Destination           string // user@host:port/directory
	State                 State  // of the publication
	Live                  bool   // a file of it is live
	Waiting               bool   // it is not delivered and not given up
}

// Read counts what was read from a source.
type Read struct {
	Rows         int64     // joined rows
	ScopeUnknown int64     // students left out because status, grade or school is NULL
	Attended     bool      // whether any student has a day that counts
	Newest       time.Time // the newest day that counts; zero if there is none
}

// Moment is the moment that is asked about, by the district's wall clock, written
// in UTC.
type Moment struct {
	Through time.Time // attendance up to and including this
	Day     time.Time // the day on which the dates of facts must hold, and from which ages are counted
}

// Sum is a SHA-256.
type Sum [sha256.Size]byte

// Digest computes the digest of a snapshot from its students and leavers, in any
// order: extract adds them in PowerSchool's order, publish in the order of its
// files. It adds up (modulo 2^256) the SHA-256 of each one.
//
// It covers everything that a snapshot of its version has. Version 1 left out its
// number, its time, and a fraction of a second of the cutoff; version 3 added the
// rows of extension tables.
//
// It proves that a snapshot is what extract wrote. It proves nothing against
// someone who can write to the table and recompute it.
type Digest struct {
	sum [4]uint64 // the least significant word first
	buf []byte
}

// AddStudent adds one student.
func (d *Digest) AddStudent(s *Student) {
	d.start('s')
	d.int(s.DCID, s.ID)
	d.text(s.Number)
	d.int(s.EnrollStatus, s.GradeLevel, s.SchoolID)
	d.text(s.FirstName, s.LastName)
	d.text(string(s.DaysPresent), string(s.DaysEnrolled))
	d.int(s.DaysUnknown)
	d.text(string(s.SimpleGPA), string(s.WeightedGPA))
	d.text(string(s.Facts))

	for _, f := range s.Findings {
		d.text(string(f))
	}
	if s.Rows != RowsUnknown {
		d.text("")
		d.int(s.Rows)
	}

	d.add()
}

// AddLeaver adds one leaver.
func (d *Digest) AddLeaver(l *Leaver) {
	d.start('l')
	d.int(l.DCID)
	d.text(l.Number)
	d.nullable(l.EnrollStatus)
	d.nullable(l.GradeLevel)
	d.nullable(l.SchoolID)
	d.add()
}

// DigestVersion is the version of the digests of new snapshots.
const DigestVersion = 3

// Students returns the digest of the students alone, if nothing else was added yet.
// It is the same for the same students, whenever and however they were read.
func (d *Digest) Students() Sum {
	d.start('S')
	d.words()
	return sha256.Sum256(d.buf)
}

// Seal returns the digest, in the snapshot's version, of everything that was added
// and of the snapshot's own row.
func (d *Digest) Seal(s *Snapshot) Sum {
	if s.DigestVersion < 2 {
		through := s.AttendanceThrough.Format(time.DateTime)
		d.start('h')
		d.text(s.Run, through, s.Settings.Text())
	} else {
		d.start('H')
		d.int(int64(s.DigestVersion), s.Number)
		d.int(s.TakenAt.UnixMicro(), s.AttendanceThrough.UnixMicro()) // as exact as the store
		d.text(s.Run, s.Settings.Text())
	}

	d.int(s.SourceRows, s.Students, s.Leavers)
	for _, name := range s.Findings.Names() {
		d.text(string(name))
		d.int(s.Findings[name])
	}
	if s.DigestVersion >= 3 {
		for _, table := range slices.Sorted(maps.Keys(s.Rows)) {
			d.text("rows", table)
			d.int(s.Rows[table])
		}
	}
	d.words()

	return sha256.Sum256(d.buf)
}

// Check adds leavers and verifies that everything added is what was sealed into s.
// If not, the error is a Rejected fault.
func (d *Digest) Check(s *Snapshot, leavers []Leaver) error {
	same := s.StudentsDigest == nil || *s.StudentsDigest == d.Students()
	for i := range leavers {
		d.AddLeaver(&leavers[i])
	}

	if d.Seal(s) != s.Digest || !same {
		err := fmt.Errorf("read snapshot %d: it differs from what was sealed", s.Number)
		return NewFault(Rejected, err,
			"something changed it in the database; take a new snapshot: extract run")
	}
	return nil
}

// words writes the sum so far.
func (d *Digest) words() {
	for _, word := range d.sum {
		d.buf = binary.LittleEndian.AppendUint64(d.buf, word)
	}
}

func (d *Digest) start(kind byte) {
	d.buf = append(d.buf[:0], kind)
}

func (d *Digest) int(values ...int64) {
	for _, v := range values {
		word := uint64(v)
		d.buf = binary.LittleEndian.AppendUint64(d.buf, word)
	}
}

func (d *Digest) nullable(n *int64) {
	if n == nil {
		d.text("")
		return
	}
	d.text("n")
	d.int(*n)
}

// text writes lengths before values, so that no two records look alike.
func (d *Digest) text(values ...string) {
	for _, v := range values {
		length := uint64(len(v))
		d.buf = binary.AppendUvarint(d.buf, length)
		d.buf = append(d.buf, v...)
	}
}

func (d *Digest) add() {
	sum := sha256.Sum256(d.buf)
	var carry uint64
	for i := range d.sum {
		word := binary.LittleEndian.Uint64(sum[8*i:])
		d.sum[i], carry = bits.Add64(d.sum[i], word, carry)
	}
}

// Ref names a snapshot as people do: by its number, as the latest or one some
// steps before it, or as the last one taken by the end of a day.
type Ref struct {
	Number int64     // a snapshot's number, or 0
	Back   int       // how many before the latest, if Number and By are not set
	By     time.Time // the last one taken before this moment, if Number is not set
}

// ErrNoSnapshot means that there is no snapshot that a Ref names.
var ErrNoSnapshot = errors.New("there is no such snapshot")

// Latest is the newest snapshot.
var Latest = Ref{}
