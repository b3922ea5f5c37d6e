package postgres

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// parseSettings reads the settings that were sealed into a snapshot or a
// publication. Those that cannot be read have a schema.Rejected fault that names
// the kind, of, and the number: only what needs them fails.
func parseSettings(of string, number int64, text string) schema.Settings {
	settings, err := schema.ParseSettings(text)
	if err == nil {
		return settings
	}

	err = fmt.Errorf("read the settings of %s %d: %w", of, number, err)
	return schema.UnreadableSettings(text, schema.NewFault(schema.Rejected, err,
		"if a newer version wrote them, update this program; if not, something changed them in the database"))
}
