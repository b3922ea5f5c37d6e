package config

import (
	"errors"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const zoneHint = "set powerschool.timezone to an IANA name, such as America/Chicago"

// Location returns the time zone of the district's wall clock:
// POWERSCHOOL_TIMEZONE, or powerschool.timezone, or the host's zone when that is
// Local. A host on UTC is rejected: in UTC a US school evening is already
// tomorrow, so there the zone must be named.
func (c *Config) Location(env Env, host *time.Location) (*time.Location, error) {
	name := c.PowerSchool.Timezone
	from := "powerschool.timezone"
	if zone, _ := env("POWERSCHOOL_TIMEZONE"); zone != "" {
		name = zone
		from = "POWERSCHOOL_TIMEZONE"
	}

	if name != "Local" {
		zone, err := time.LoadLocation(name)
		if err != nil || name == "" {
			err = fmt.Errorf("read %s: unknown time zone", from)
			return nil, schema.NewFault(schema.Config, err, zoneHint)
		}
		return zone, nil
	}

	if isUTC(host) {
		err := errors.New("find the district's time zone: this host is on UTC")
		return nil, schema.NewFault(schema.Config, err, zoneHint)
	}
	return host, nil
}

// isUTC reports whether a zone has no offset, neither in winter nor in summer.
func isUTC(zone *time.Location) bool {
	winter := time.Date(2026, time.January, 1, 0, 0, 0, 0, zone)
	summer := time.Date(2026, time.July, 1, 0, 0, 0, 0, zone)

	_, inWinter := winter.Zone()
	_, inSummer := summer.Zone()
	return inWinter == 0 && inSummer == 0
}
