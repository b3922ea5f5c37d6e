package powerschool

import (
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// gpa is one grade point average as the rows of a student have it.
type gpa struct {
	number   schema.Decimal
	unusable string // text that is not a number
	differs  bool   // between rows
}

func (g *gpa) add(text []byte) {
	if len(text) == 0 {
		return
	}
	number, unusable := usable(string(text))
	if g.number == "" && g.unusable == "" {
		g.number, g.unusable = number, unusable
	}
	g.differs = g.differs || g.number != number || g.unusable != unusable
}

// usable parses a GPA. A number that no double comes near cannot be sent.
func usable(text string) (number schema.Decimal, unusable string) {
	if d, ok := schema.ParseDecimal(text); ok {
		if _, ok := d.Float(); ok {
			return d, ""
		}
	}
	return "", strconv.Quote(text)
}

func (g *gpa) value() schema.Decimal {
	if g.differs {
		return ""
	}
	return g.number
}
