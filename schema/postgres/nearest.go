package postgres

import (
	"context"
	"fmt"
)

// neighbours are the numbers that there are around one that there is not.
type neighbours struct {
	total                int64
	below, above, oldest *int64
}

// neighbours looks for them in a table of numbered things.
func (db *DB) neighbours(ctx context.Context, table string, number int64) (n neighbours, err error) {
	query := `
		select count(*), max(number) filter (where number < $1), min(number) filter (where number > $1), min(number)
		from ` + table
	err = db.pool.QueryRow(ctx, query, number).Scan(&n.total, &n.below, &n.above, &n.oldest)
	return n, err
}

// nearest names those next to the number; there is at least one.
func (n neighbours) nearest() string {
	switch {
	case n.below == nil:
		return fmt.Sprintf("the nearest is %d", *n.above)
	case n.above == nil:
		return fmt.Sprintf("the nearest is %d", *n.below)
	}
	return fmt.Sprintf("the nearest are %d and %d", *n.below, *n.above)
}
