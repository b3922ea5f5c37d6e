package powerschool

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// builder makes one student of the joined rows about the same student: an
// extension table may hold several.
type builder struct {
	settings         schema.Settings
	numbers          []bool // which columns are numbers
	facts            *factsCache
	key              []byte // DCID of student, as it came
	student          schema.Student
	simple, weighted gpa
	values           [][]string // of each fact, distinct
}

func newBuilder(s schema.Settings) *builder {
	return &builder{
		settings: s,
		facts:    newFactsCache(s.Facts),
		values:   make([][]string, len(s.Facts)),
	}
}

// same reports whether a row is about the student being built.
func (b *builder) same(r record) bool {
	return bytes.Equal(r[dcid], b.key)
}

// add takes in a row. The first one after finish begins a student.
func (b *builder) add(r record) error {
	if !b.same(r) {
		if err := b.begin(r); err != nil {
			return err
		}
	}

	b.simple.add(r[simpleGPA])
	b.weighted.add(r[weightedGPA])
	for i, known := range b.values {
		at := firstFact + i
		value := b.facts.value(r[at], b.numbers[at])
		if value != "" && !slices.Contains(known, value) {
			b.values[i] = append(known, value)
		}
	}

	return nil
}

// begin reads the columns that are the same in all rows of a student.
func (b *builder) begin(r record) error {
	b.key = append(b.key[:0], r[dcid]...)
	b.student = schema.Student{Findings: b.student.Findings[:0]}
	b.simple = gpa{}
	b.weighted = gpa{}
	for i, known := range b.values {
		b.values[i] = known[:0]
	}

	if err := b.integers(r); err != nil {
		return err
	}

	if b.settings.Names {
		first := firstFact + len(b.values)
		b.student.FirstName = b.name(r[first])
		b.student.LastName = b.name(r[first+1])
	}

	b.number(string(r[identifier]))
	if len(r[windowOpens]) == 0 {
		finding := noWindow(b.settings.Attendance.Window)
		b.note(finding)
	}

	return b.attendance(r)
}

// name reads a name, which no file has: what is not text in it costs nobody a night.
func (b *builder) name(raw []byte) string {
	const unreadable = "\ufffd"
	name := strings.ToValidUTF8(string(raw), unreadable)
	name = strings.ReplaceAll(name, "\x00", unreadable)

	if name != string(raw) && !slices.Contains(b.student.Findings, schema.NameUnreadable) {
		b.note(schema.NameUnreadable)
	}
	return name
}

// integers reads the columns of STUDENTS that must hold whole numbers.
func (b *builder) integers(r record) (err error) {
	st := &b.student
	columns := []struct {
		into *int64
		at   int
		name string
	}{
		{&st.DCID, dcid, "students.dcid"},
		{&st.ID, id, "students.id"},
		{&st.EnrollStatus, enrollStatus, "students.enroll_status"},
		{&st.GradeLevel, gradeLevel, "students.grade_level"},
		{&st.SchoolID, schoolID, "students.schoolid"},
	}

	for _, c := range columns {
		*c.into, err = r.integer(c.at, c.name)
		if err != nil {
			return err
		}
	}

	return nil
}

// longest is the most characters an identifier may have in every SchooLinks file.
const longest = 20

// number reads the identifier. A state's number is text, unless it is stored as a
// number.
func (b *builder) number(text string) {
	number := strings.TrimFunc(text, unicode.IsSpace)
	whole := b.settings.Identifier != schema.KnownByStateNumber || b.numbers[identifier]
	d, _ := schema.ParseDecimal(text)
	if whole {
		number = string(d)
	}

	missing := text == "" || !whole && number == ""
	switch {
	case missing:
		b.note(schema.NumberMissing)
	case whole && !d.Whole():
		b.note(schema.NumberNotWhole)
	case utf8.RuneCountInString(number) > longest:
		b.note(schema.NumberTooLong)
	default:
		b.student.Number = number
	}
}

func (b *builder) attendance(r record) (err error) {
	st := &b.student
	st.DaysPresent, err = r.decimal(daysPresent, "the sum of attendancevalue")
	if err != nil {
		return err
	}

	st.DaysEnrolled, err = r.decimal(daysEnrolled, "the sum of membershipvalue")
	if err != nil {
		return err
	}

	unknown, err := r.nullable(daysUnknown, "the count of days without attendancevalue")
	if err != nil {
		return err
	}
	if unknown != nil && *unknown > 0 {
		st.DaysUnknown = *unknown
		b.note(schema.DaysNotRecorded)
	}

	return nil
}

// finish returns the student, which is valid until the next add.
func (b *builder) finish() *schema.Student {
	st := &b.student
	st.SimpleGPA = b.gpa(&b.simple, schema.SimpleNotNumber, schema.SimpleDiffers)
	st.WeightedGPA = b.gpa(&b.weighted, schema.WeightedNotNumber, schema.WeightedDiffers)
	st.Facts = b.facts.of(b.values)
	slices.Sort(st.Findings)

	return st
}

// note adds something that a person should know about the student's source data.
func (b *builder) note(f schema.Finding) {
	b.student.Findings = append(b.student.Findings, f)
}

func (b *builder) gpa(g *gpa, notNumber, differs schema.Finding) schema.Decimal {
	switch {
	case g.differs:
		b.note(differs)
	case g.unusable != "":
		b.note(notNumber)
	}

	return g.value()
}
