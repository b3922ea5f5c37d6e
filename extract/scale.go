package extract

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// fewPercent is how much of a district's GPAs can be a mistake. If there are more of
// them, it is the district's scale, or the setting, that is another one.
const fewPercent = 5

// scale counts the values of one of the GPAs.
type scale struct{ values, outside int64 }

func (s *scale) add(gpa schema.Decimal) {
	if gpa == "" {
		return
	}

	s.values++
	if !schema.Usual(gpa) {
		s.outside++
	}
}

// unusual is how many GPAs are outside the scales of most districts, if they are few.
func (s *scale) unusual() int64 {
	if s.outside*100 > fewPercent*s.values {
		return 0
	}
	return s.outside
}

// ranged refuses a gpa.range that leaves out too many GPAs, and takes the GPAs that
// are in it for usual.
func (t *taking) ranged() error {
	if t.options.Settings.GPA.Range == nil {
		return nil
	}

	findings := t.snapshot.Findings
	delete(findings, schema.SimpleUnusual)
	delete(findings, schema.WeightedUnusual)

	err := excludes("gpa.simple", findings[schema.SimpleOutOfRange], t.simple.values)
	if err == nil {
		err = excludes("gpa.weighted", findings[schema.WeightedOutOfRange], t.weighted.values)
	}
	return err
}

func excludes(key string, excluded, kept int64) error {
	if excluded*100 <= fewPercent*(excluded+kept) {
		return nil
	}

	err := fmt.Errorf("gpa.range: it leaves out %d of the %d values of %s", excluded, excluded+kept, key)
	return schema.NewFault(schema.Config, err,
		"correct gpa.range: it is meant to leave out mistakes, at most 5 % of the values")
}
