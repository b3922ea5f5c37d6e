package config

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const zoneHint = "set powerschool.timezone to an IANA name, such as America/Chicago"

// Location returns the time zone of the district's wall clock:
// POWERSCHOOL_TIMEZONE, or powerschool.timezone, or the host's zone when that is
// Local. A host on UTC is rejected: in UTC a US school evening is already
// tomorrow, so there the zone must be named.
func (c *Config) Location(env Env, host *time.Location) (*time.Location, error) {
	name, from, err := c.zone(env)
	if err != nil {
		return nil, err
	}

	if name != "Local" {
		zone, err := time.LoadLocation(name)
		if err != nil || name == "" {
			err = fmt.Errorf("read %s: unknown time zone", from)
			return nil, schema.NewFault(schema.Config, err, cmp.Or(windowsHint(name), zoneHint))
		}
		return zone, nil
	}

	if isUTC(host) {
		err := errors.New("find the district's time zone: this host is on UTC")
		return nil, schema.NewFault(schema.Config, err, zoneHint)
	}
	return host, nil
}

// zone returns the name of the time zone, and what it was read from. An empty file
// is not taken for none: it may be a pipe that was read before, and the zone of the
// configuration another one.
func (c *Config) zone(env Env) (name, from string, err error) {
	const variable = "POWERSCHOOL_TIMEZONE"
	v := &variables{env: env}
	name = v.optional(variable)
	if name == "" && v.lookup(variable+"_FILE") != "" {
		err := errors.New("read " + variable + "_FILE: the file is empty")
		v.fail(err, zoneHint)
	}

	if name != "" {
		return name, variable, v.check()
	}
	return c.PowerSchool.Timezone, "powerschool.timezone", v.check()
}

// windowsZones are the IANA names of the zones of the United States as Windows calls
// them, without "Standard Time".
var windowsZones = map[string]string{
	"aleutian":     "America/Adak",
	"hawaiian":     "Pacific/Honolulu",
	"alaskan":      "America/Anchorage",
	"pacific":      "America/Los_Angeles",
	"us mountain":  "America/Phoenix", // Arizona, which has no daylight time
	"mountain":     "America/Denver",
	"central":      "America/Chicago",
	"eastern":      "America/New_York",
	"us eastern":   "America/Indiana/Indianapolis",
	"atlantic":     "America/Puerto_Rico", // for Windows Halifax, which is not in the United States
	"sa western":   "America/Puerto_Rico",
	"west pacific": "Pacific/Guam",
}

// windowsHint returns the hint for a zone as Windows calls it; "" for another name.
func windowsHint(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, end := range []string{" (us & canada)", " time", " standard", " daylight"} {
		name = strings.TrimSuffix(name, end)
	}
	if offset, rest, found := strings.Cut(name, ") "); found && strings.HasPrefix(offset, "(") {
		name = rest
	}

	zone := windowsZones[name]
	if zone == "" {
		return ""
	}
	return "write " + zone + ", which is the IANA name of that zone"
}

// isUTC reports whether a zone has no offset, neither in winter nor in summer.
func isUTC(zone *time.Location) bool {
	winter := time.Date(2026, time.January, 1, 0, 0, 0, 0, zone)
	summer := time.Date(2026, time.July, 1, 0, 0, 0, 0, zone)

	_, inWinter := winter.Zone()
	_, inSummer := summer.Zone()
	return inWinter == 0 && inSummer == 0
}
