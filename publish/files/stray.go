package files

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Strays counts the student numbers of a file that nobody has, and what seems to have
// been done to them.
type Strays struct {
	Numbers int64 // in the file
	Nobody  int64 // of those, nobody's

	forms [len(strayForms)]int64
	zeros int64 // whose value is a student's
}

// strayForms are what numbers look like that a spreadsheet or a person has changed,
// or that are none.
var strayForms = [...]struct {
	is   *regexp.Regexp
	says string
}{
	{regexp.MustCompile(`^\d+\.0+$`), "end in .0: a spreadsheet has changed them"},
	{regexp.MustCompile(`^'`), "begin with an apostrophe: a spreadsheet has changed them"},
	{regexp.MustCompile(`^=`), "are formulas of a spreadsheet"},
	{regexp.MustCompile(`^\d(\.\d+)?[eE]\+?\d+$`), "have an exponent: a spreadsheet has changed them"},
	{regexp.MustCompile(`^\d{1,3}(,\d{3})+$`), "have commas between their digits: a spreadsheet has changed them"},
	{regexp.MustCompile(`^[\s\p{Zs}]*$`), "are blank"},
	{regexp.MustCompile(`^[\s\p{Zs}]|[\s\p{Zs}]$`), "have a space before or after them"},
}

// CountStrays compares the student numbers of a file with those in a list, such as a
// roster. It reads both to the end of the file.
func CountStrays(file, list *Reader) (Strays, error) {
	var s Strays
	last := "" // of the list
	for {
		number, more := file.Number()
		if !more {
			return s, nil
		}

		listed, ok := list.Number()
		for ok && schema.CompareNumbers(listed, number) > 0 {
			last = listed
			if _, err := list.Group(); err != nil {
				return s, err
			}
			listed, ok = list.Number()
		}

		s.Numbers++
		if !ok || listed != number {
			s.add(number, last, listed)
		}
		if _, err := file.Group(); err != nil {
			return s, err
		}
	}
}

// add counts a number that is not in the list, where it would be between two others.
func (s *Strays) add(number, before, after string) {
	s.Nobody++
	for i, form := range strayForms {
		if form.is.MatchString(number) {
			s.forms[i]++
			return
		}
	}

	if sameValue(number, before) || sameValue(number, after) {
		s.zeros++
	}
}

func sameValue(number, listed string) bool {
	return listed != "" && strings.TrimLeft(number, "0") == strings.TrimLeft(listed, "0")
}

// Changed says what seems to have been done to numbers, one line for each thing.
func (s *Strays) Changed() (says []string) {
	add := func(n int64, what string) {
		if n > 0 {
			says = append(says, fmt.Sprintf("%d of %d student numbers %s", n, s.Numbers, what))
		}
	}
	for i, form := range strayForms {
		add(s.forms[i], form.says)
	}
	add(s.zeros, "differ from a student's only in leading zeros: a spreadsheet may have changed them")
	return says
}

// AreMost reports whether the file is about other students than the list, or about
// students whose numbers were changed: comparing the two would say that everyone
// left and that everyone is new.
func (s *Strays) AreMost() bool {
	changed := s.zeros
	for _, n := range s.forms {
		changed += n
	}
	nearlyAll := s.Nobody*10 >= s.Numbers*9
	many := changed*20 > s.Numbers
	return s.Nobody > 0 && (nearlyAll || many)
}
