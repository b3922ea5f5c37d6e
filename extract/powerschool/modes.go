package powerschool

import (
	"context"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Mode is a way to take attendance, and how many records PowerSchool has of it.
type Mode struct {
	Code    string // ATTENDANCE.ATT_MODE_CODE, such as ATT_ModeDaily
	Records int64
}

// modeDays is how far back records are counted.
const modeDays = 30

// Modes counts the records of the last days by how attendance was taken, the most
// frequent first. The account need not be able to read ATTENDANCE.
func (s *Source) Modes(ctx context.Context, through time.Time) (modes []Mode, err error) {
	const count = "select d.att_mode_code, count(*) n from %s d where d.att_date > %s and d.att_date <= %s " +
		"group by d.att_mode_code order by n desc, d.att_mode_code"

	a := s.asking(schema.Moment{Through: through})
	from := a.timestamp(daysAfter(through, -modeDays))
	query := fmt.Sprintf(count, a.table("attendance"), from, a.timestamp(through))

	for r, err := range s.rows(ctx, "count how attendance is taken", query, a.binds, nil) {
		if err != nil {
			return nil, err
		}

		n, err := r.integer(1, "the count of records")
		if err != nil {
			return nil, err
		}
		modes = append(modes, Mode{Code: string(r[0]), Records: n})
	}

	return modes, nil
}
