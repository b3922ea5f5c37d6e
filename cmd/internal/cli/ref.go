package cli

import (
	"strconv"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// ParseRef reads how a person names a snapshot: a number, latest (or nothing),
// latest~1, or a day, which ends at midnight in the time zone local.
func ParseRef(s string, local *time.Location) (schema.Ref, error) {
	if s == "" || s == "latest" {
		return schema.Latest, nil
	}

	n, err := strconv.ParseInt(s, 10, 64)
	if err == nil && n > 0 {
		return schema.Ref{Number: n}, nil
	}

	if back, ok := strings.CutPrefix(s, "latest~"); ok {
		n, err := strconv.ParseUint(back, 10, 31)
		if err == nil {
			return schema.Ref{Back: int(n)}, nil
		}
	}

	day, err := time.ParseInLocation(time.DateOnly, s, local)
	if err == nil {
		midnight := day.AddDate(0, 0, 1)
		return schema.Ref{By: midnight}, nil
	}

	return schema.Ref{}, usage("write a number, latest, latest~1 or a day such as 2026-11-20",
		"%q is not the name of a snapshot", s)
}
