package postgres

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// parseSettings reads the settings that were sealed into a snapshot or a
// publication. Settings that cannot be read are a schema.Rejected fault that
// names the kind, of, and the number.
func parseSettings(of string, number int64, text string) (schema.Settings, error) {
	settings, err := schema.ParseSettings(text)
	if err != nil {
		err = fmt.Errorf("read the settings of %s %d: %w", of, number, err)
		return settings, schema.NewFault(schema.Rejected, err,
			"if a newer version wrote them, update this program; if not, something changed them in the database")
	}
	return settings, nil
}
