package report

import (
	"strconv"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// List returns publications as a list shows them: without their tallies, and
// without what became of them.
func List(publications []schema.Publication) []*Publication {
	return each(publications, func(p schema.Publication) *Publication {
		listed := New(Story{Publication: p})
		listed.Tallies = nil
		listed.Decisions = nil
		listed.Deliveries = nil
		return listed
	})
}

// ListHeader names the columns of ListRows.
var ListHeader = []string{"PUBLICATION", "STATE", "KIND", "SNAPSHOT", "PLANNED", "FILES", "ROWS", "DESTINATION"}

// ListRows returns one row for each publication, for a table.
func ListRows(publications []schema.Publication) [][]string {
	return each(publications, func(p schema.Publication) []string {
		var rows int64
		for _, f := range p.Files {
			rows += f.Rows
		}

		return []string{
			number(p.Number),
			string(p.State),
			string(p.Origin),
			numberOrDash(p.Snapshot),
			p.PlannedAt.UTC().Format(time.RFC3339),
			strconv.Itoa(len(p.Files)),
			number(rows),
			p.Destination,
		}
	})
}

// numberOrDash writes the number of a snapshot; a dash when there was none.
func numberOrDash(n int64) string {
	if n == 0 {
		return "-"
	}
	return number(n)
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
