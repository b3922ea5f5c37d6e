package migrations

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/pgfault"
)

// Lacking returns which of the rights that Grant gives to a program, extract
// or publish, the role at conn does not have: "select on snapshot" and so on.
// The schema must be of the newest version.
func Lacking(ctx context.Context, conn *pgx.Conn, program string) ([]string, error) {
	grants := map[string]string{"extract": extractGrants, "publish": publishGrants}[program]
	rows, err := conn.Query(ctx, lackingQuery(grants))
	if err != nil {
		return nil, pgfault.Of("ask for the role's rights", err)
	}
	lacking, err := pgx.CollectRows(rows, pgx.RowTo[string])
	return lacking, pgfault.Of("ask for the role's rights", err)
}

var (
	grantLine = regexp.MustCompile(`(?m)^grant (.+) on (sequence |function )?(.+) to :role;$`)
	ofColumns = regexp.MustCompile(`^(\w+) \((.+)\)$`)
)

// lackingQuery asks of every grant whether the role has it. The grants are
// this program's own text.
func lackingQuery(grants string) string {
	var asked []string
	ask := func(right, object, has string) {
		asked = append(asked, fmt.Sprintf("('%s on %s', %s)", right, object, has))
	}
	for _, line := range grantLine.FindAllStringSubmatch(grants, -1) {
		rights, kind := line[1], strings.TrimSpace(line[2])
		for object := range strings.SplitSeq(line[3], ", ") {
			if of := ofColumns.FindStringSubmatch(rights); of != nil {
				for column := range strings.SplitSeq(of[2], ", ") {
					ask(of[1], object+"."+column, fmt.Sprintf("has_column_privilege('%s', '%s', '%s')", object, column, of[1]))
				}
				continue
			}
			for right := range strings.SplitSeq(rights, ", ") {
				switch kind {
				case "sequence":
					ask(right, object, fmt.Sprintf("has_sequence_privilege('%s', '%s')", object, right))
				case "function":
					ask(right, object, fmt.Sprintf("has_function_privilege('%s'::regproc, '%s')", object, right))
				default:
					ask(right, object, fmt.Sprintf("has_table_privilege('%s', '%s')", object, right))
				}
			}
		}
	}
	return "select asked from (values " + strings.Join(asked, ", ") + ") rights (asked, given) where not given"
}
