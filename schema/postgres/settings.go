package postgres

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// parseSettings reads the settings that were sealed into a numbered snapshot or
// publication. What cannot be read is a schema.Rejected fault that names it.
func parseSettings(of string, number int64, text string) (schema.Settings, error) {
	settings, err := schema.ParseSettings(text)
	if err != nil {
		return settings, schema.NewFault(schema.Rejected, fmt.Errorf("read the settings of %s %d: %w", of, number, err),
			"update this program if a newer one wrote them; if not, something changed them in the database")
	}
	return settings, nil
}
