package publish

import (
	"cmp"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Identified refuses, as configuration, a snapshot whose students are known by
// another column than the rules ask for: SchooLinks would find none of them, or
// others of the same number.
func (r Rules) Identified(s schema.Snapshot) error {
	has := s.Settings.Identifier.Column()
	if want := cmp.Or(r.Column, "student_number"); has != want {
		return schema.NewFault(schema.Config,
			fmt.Errorf("snapshot %d knows students by %s, the configuration by %s (students.identifier)", s.Number, has, want), "run: extract run")
	}
	return nil
}
