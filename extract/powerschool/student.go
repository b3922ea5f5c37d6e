package powerschool

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// builder makes one student of the joined rows about the same student: an
// extension table may hold several.
type builder struct {
	settings         schema.Settings
	numbers          []bool    // which columns are numbers
	attended         bool      // whether any student has a day that counts
	newest           time.Time // the newest day that counts, so far
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

	b.simple.add(r[simpleGPA], r[simpleOld])
	b.weighted.add(r[weightedGPA], r[weightedOld])
	for i, known := range b.values {
		value := b.fact(i, r)
		if value != "" && !slices.Contains(known, value) {
			b.values[i] = append(known, value)
		}
	}

	rows, err := r.integer(extensionRows, "the count of extension rows")
	b.student.Rows |= rows
	return err
}

// fact reads the i-th fact.
func (b *builder) fact(i int, r record) string {
	at := firstFact + i
	raw := r[at]
	if isText(raw) {
		return b.facts.value(raw, b.numbers[at])
	}

	said := b.settings.Facts[i].Name + " is " + string(raw)
	finding := schema.BadByte.Saying(said)
	if !slices.Contains(b.student.Findings, finding) {
		b.note(finding)
	}
	return repaired(raw)
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

	b.number(r[identifier])

	return b.attendance(r)
}

// isText reports whether a value is text that every part of the chain can hold.
func isText(raw []byte) bool {
	return utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0
}

// repaired replaces what is not text in a value.
func repaired(raw []byte) string {
	const unreadable = "\ufffd"
	text := strings.ToValidUTF8(string(raw), unreadable)
	return strings.ReplaceAll(text, "\x00", unreadable)
}

// name reads a name, which no file has: what is not text in it costs nobody a night.
func (b *builder) name(raw []byte) string {
	if !isText(raw) && !slices.Contains(b.student.Findings, schema.NameUnreadable) {
		b.note(schema.NameUnreadable)
	}
	return repaired(raw)
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
// number. An exponent in a text is that of a spreadsheet, which has rounded it.
func (b *builder) number(raw []byte) {
	text := string(raw)
	number := strings.TrimFunc(text, unicode.IsSpace)
	stored := b.numbers[identifier]
	whole := b.settings.Identifier != schema.KnownByStateNumber || stored
	d, isNumber := schema.ParseDecimal(text)
	exponent := isNumber && !stored && hasExponent(number, whole)
	missing := number == ""
	if whole {
		number = string(d)
	}

	switch {
	case missing:
		b.note(schema.NumberMissing)
	case !isText(raw):
		b.note(schema.BadByte.Saying("number is " + text))
	case exponent:
		b.note(schema.NumberExponent.Saying(text))
	case whole && !d.Whole():
		b.note(schema.NumberNotWhole.Saying(text))
	case utf8.RuneCountInString(number) > longest:
		b.note(schema.NumberTooLong.Saying(text))
	default:
		b.student.Number = number
	}
}

// hasExponent reports whether a text is a number with an exponent. A state's number
// can have an E in it: there, only the form of a spreadsheet is one.
func hasExponent(number string, whole bool) bool {
	if whole {
		return strings.ContainsAny(number, "eE")
	}
	return strings.Contains(number, ".") && strings.Contains(number, "E+")
}

// finish returns the student, which is valid until the next add.
func (b *builder) finish() *schema.Student {
	st := &b.student
	st.SimpleGPA = b.gpa(&b.simple, simpleFindings)
	st.WeightedGPA = b.gpa(&b.weighted, weightedFindings)
	st.Facts = b.facts.of(b.values)
	slices.Sort(st.Findings)

	return st
}

// note adds something that a person should know about the student's source data.
func (b *builder) note(f schema.Finding) {
	b.student.Findings = append(b.student.Findings, f)
}
