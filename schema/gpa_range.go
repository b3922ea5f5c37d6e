package schema

import (
	"errors"
	"strings"
)

// GPARange is the least and the greatest GPA that a district gives. The zero range
// has every number.
type GPARange struct{ Least, Greatest Decimal }

// AnyGPA is the text of the zero range.
const AnyGPA = "any"

// MarshalText writes 0..5, or any.
func (r GPARange) MarshalText() ([]byte, error) {
	if r == (GPARange{}) {
		return []byte(AnyGPA), nil
	}
	return []byte(r.Least + ".." + r.Greatest), nil
}

// UnmarshalText reads what MarshalText writes.
func (r *GPARange) UnmarshalText(text []byte) error {
	if string(text) == AnyGPA {
		*r = GPARange{}
		return nil
	}

	from, to, ok := strings.Cut(string(text), "..")
	least, ok1 := ParseDecimal(from)
	greatest, ok2 := ParseDecimal(to)
	if !ok || !ok1 || !ok2 {
		return errors.New("not a range of GPAs")
	}

	*r = GPARange{least, greatest}
	return nil
}

// Holds reports whether a GPA is in the range.
func (r GPARange) Holds(gpa Decimal) bool {
	if r == (GPARange{}) {
		return true
	}

	value, ok := gpa.Float()
	least, ok1 := r.Least.Float()
	greatest, ok2 := r.Greatest.Float()
	return ok && ok1 && ok2 && value >= least && value <= greatest
}
