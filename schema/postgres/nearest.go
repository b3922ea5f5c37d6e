package postgres

import (
	"context"
	"fmt"
)

// neighbors are the numbers in use around one that is not.
type neighbors struct {
	total                int64
	below, above, oldest *int64
}

// neighbors looks for them in a table of numbered things.
func (db *DB) neighbors(ctx context.Context, table string, number int64) (n neighbors, err error) {
	query := `
		select
			pg_catalog.count(*),
			pg_catalog.max(number) filter (where number < $1),
			pg_catalog.min(number) filter (where number > $1),
			pg_catalog.min(number)
		from ` + table

	row := db.pool.QueryRow(ctx, query, number)
	err = row.Scan(
		&n.total,
		&n.below,
		&n.above,
		&n.oldest,
	)
	return n, err
}

// nearest names the neighbors next to the number; there is at least one.
func (n neighbors) nearest() string {
	switch {
	case n.below == nil:
		return fmt.Sprintf("the nearest is %d", *n.above)
	case n.above == nil:
		return fmt.Sprintf("the nearest is %d", *n.below)
	}

	return fmt.Sprintf("the nearest are %d and %d", *n.below, *n.above)
}
