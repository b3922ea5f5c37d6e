package postgres

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
)

// lacking returns the rights that Grant gives to a program, extract or publish,
// and that the role at conn does not have: "select on snapshot" and so on. The
// schema must be at the newest version.
func lacking(ctx context.Context, conn *pgx.Conn, program string) ([]string, error) {
	grants := map[string]string{
		"extract": migrations.ExtractGrants,
		"publish": migrations.PublishGrants,
	}[program]

	query := lackingQuery(grants)
	rows, err := conn.Query(ctx, query)
	if err != nil {
		return nil, fault("ask for the role's rights", err)
	}

	rights, err := pgx.CollectRows(rows, pgx.RowTo[string])
	return rights, fault("ask for the role's rights", err)
}

var (
	grantLine = regexp.MustCompile(`(?m)^grant (.+) on (sequence |function )?(.+) to :role;$`)
	ofColumns = regexp.MustCompile(`^(\w+) \((.+)\)$`)
)

// lackingQuery asks for every grant whether the role has it. The grants are this
// program's own text.
func lackingQuery(grants string) string {
	var asked []string
	for _, line := range grantLine.FindAllStringSubmatch(grants, -1) {
		rights := line[1]
		kind := strings.TrimSpace(line[2])
		objects := line[3]
		for object := range strings.SplitSeq(objects, ", ") {
			asks := askRights(rights, kind, object)
			asked = append(asked, asks...)
		}
	}

	values := strings.Join(asked, ", ")
	return "select asked from (values " + values + ") rights (asked, given) where not given"
}

// askRights asks for each of the rights on one object. kind is sequence or
// function; empty means table.
func askRights(rights, kind, object string) (asked []string) {
	ask := func(right, object, has string) {
		text := fmt.Sprintf("('%s on %s', %s)", right, object, has)
		asked = append(asked, text)
	}

	if of := ofColumns.FindStringSubmatch(rights); of != nil {
		right := of[1]
		columns := of[2]
		for column := range strings.SplitSeq(columns, ", ") {
			has := fmt.Sprintf("pg_catalog.has_column_privilege('%s', '%s', '%s')",
				object, column, right)
			ask(right, object+"."+column, has)
		}
		return asked
	}

	format := "pg_catalog.has_table_privilege('%s', '%s')"
	switch kind {
	case "sequence":
		format = "pg_catalog.has_sequence_privilege('%s', '%s')"
	case "function":
		format = "pg_catalog.has_function_privilege('%s'::regproc, '%s')"
	}

	for right := range strings.SplitSeq(rights, ", ") {
		has := fmt.Sprintf(format, object, right)
		ask(right, object, has)
	}

	return asked
}
