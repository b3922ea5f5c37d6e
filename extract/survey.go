package extract

import (
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Survey is what a person wants to know about the students of a snapshot before it
// is taken. It holds no student.
type Survey struct {
	// How many students have the same facts; Other is how many are not in it, because
	// there are too many different ones.
	Facts map[schema.Facts]int64
	Other int64

	Simple, Weighted GPAs

	Attended int64     // students with days that count
	Often    int64     // of these, those with at least fewDays
	Always   int64     // of these, those who were present on each day
	Newest   time.Time // the newest day that counts
}

// GPAs are the values of one of the GPAs.
type GPAs struct {
	Values          int64
	Least, Greatest schema.Decimal
}

const (
	mostFacts = 2000 // different ones
	fewDays   = 5
)

// NewSurvey returns a survey of nobody.
func NewSurvey() *Survey {
	return &Survey{Facts: map[schema.Facts]int64{}}
}

// Add counts a student in.
func (s *Survey) Add(student *schema.Student) {
	s.Simple.add(student.SimpleGPA)
	s.Weighted.add(student.WeightedGPA)
	s.days(student)

	_, known := s.Facts[student.Facts]
	if known || len(s.Facts) < mostFacts {
		s.Facts[student.Facts]++
	} else {
		s.Other++
	}
}

func (s *Survey) days(student *schema.Student) {
	enrolled, ok := student.DaysEnrolled.Float()
	if !ok || enrolled <= 0 {
		return
	}

	s.Attended++
	if enrolled >= fewDays {
		s.Often++
		if student.DaysPresent == student.DaysEnrolled {
			s.Always++
		}
	}
}

func (g *GPAs) add(gpa schema.Decimal) {
	value, ok := gpa.Float()
	if !ok {
		return
	}

	least, _ := g.Least.Float()
	greatest, _ := g.Greatest.Float()
	first := g.Values == 0
	if first || value < least {
		g.Least = gpa
	}
	if first || value > greatest {
		g.Greatest = gpa
	}
	g.Values++
}
