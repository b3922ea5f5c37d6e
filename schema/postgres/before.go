package postgres

import (
	"context"
	"iter"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// beforeAtOnce is how many students of the snapshot before are read at once. While
// PowerSchool answers slowly no query waits for it.
const beforeAtOnce = 5000

// Before returns the newest snapshot, or nil, and yields its students in the order
// of DCID. It is read beside the draft: the newest snapshot cannot be dropped.
func (d *Draft) Before(ctx context.Context) (*schema.Snapshot, iter.Seq2[schema.Before, error], error) {
	query := selectSnapshot + ` order by s.number desc limit 1`
	newest, err := collect(ctx, d.tx, scanSnapshot, query)
	if err != nil {
		return nil, nil, fault("look for the snapshot before", err)
	}
	if len(newest) == 0 {
		return nil, nil, nil
	}

	students := func(yield func(schema.Before, error) bool) {
		const doing = "read the snapshot before"
		const query = `
			select dcid, coalesce(rows, -1)
			from student
			where snapshot = $1 and ($2::bigint is null or dcid > $2)
			order by dcid
			limit $3`

		var last *int64
		for {
			some, err := collect(ctx, d.db.pool, scanRows, query, newest[0].Number, last, beforeAtOnce)
			if err != nil {
				yield(schema.Before{}, fault(doing, err))
				return
			}

			for _, s := range some {
				if !yield(s, nil) {
					return
				}
			}
			if len(some) < beforeAtOnce {
				return
			}
			last = &some[len(some)-1].DCID
		}
	}

	return &newest[0], students, nil
}

func scanRows(row pgx.CollectableRow) (s schema.Before, err error) {
	err = row.Scan(&s.DCID, &s.Rows)
	return s, err
}
