package powerschool

import (
	"strings"
	"unicode"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// gpa is one grade point average as the rows of a student have it.
type gpa struct {
	number  schema.Decimal
	text    string // of number, or what is not a number
	old     string // a GPA that is left out because of its age
	differs bool   // between rows
}

// gpaFindings are the findings about one of the GPAs.
type gpaFindings struct {
	notNumber, outOfRange, tooOld, differs schema.Finding
}

var (
	simpleFindings = gpaFindings{
		notNumber:  schema.SimpleNotNumber,
		outOfRange: schema.SimpleOutOfRange,
		tooOld:     schema.SimpleTooOld,
		differs:    schema.SimpleDiffers,
	}
	weightedFindings = gpaFindings{
		notNumber:  schema.WeightedNotNumber,
		outOfRange: schema.WeightedOutOfRange,
		tooOld:     schema.WeightedTooOld,
		differs:    schema.WeightedDiffers,
	}
)

// add takes in the GPA of a row, and the one that is too old. Blank text is no GPA.
func (g *gpa) add(raw, old []byte) {
	g.old = strings.TrimFunc(string(old), unicode.IsSpace)
	text := strings.TrimFunc(string(raw), unicode.IsSpace)
	if text == "" {
		return
	}

	number := usable(text)
	same := g.number == number && (number != "" || g.text == text)
	if g.text != "" && !same {
		g.differs = true
		return
	}

	g.number = number
	g.text = text
}

// usable parses a GPA. A number past the largest double cannot be sent.
func usable(text string) schema.Decimal {
	d, ok := schema.ParseDecimal(text)
	if !ok {
		return ""
	}
	if _, ok := d.Float(); !ok {
		return ""
	}
	return d
}

// gpa returns a GPA of the student, or notes why it is left out.
func (b *builder) gpa(g *gpa, findings gpaFindings) schema.Decimal {
	switch {
	case g.differs:
		b.note(findings.differs)
	case g.text == "" && g.old != "":
		b.note(findings.tooOld.Saying(g.old))
	case g.text == "":
	case g.number == "":
		b.note(findings.notNumber.Saying(g.text))
	case !b.inRange(g.number):
		b.note(findings.outOfRange.Saying(g.text))
	default:
		return g.number
	}

	return ""
}

// inRange reports whether a number can be a GPA of the district.
func (b *builder) inRange(gpa schema.Decimal) bool {
	if r := b.settings.GPA.Range; r != nil {
		return r.Holds(gpa)
	}
	return schema.Possible(gpa)
}
