package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Past returns what the publications had that were delivered to a destination
// last, at least in part: their tallies by file and by tag. The newest comes
// first, and there are at most so many.
func (db *DB) Past(ctx context.Context, destination string, most int64) ([]schema.Past, error) {
	const query = `
		with last as (
			select p.number, p.planned_at, p.origin = 'adopt' or bool_or(d.decision is not null) as decided
			from publication p join delivery d on d.publication = p.number
			where p.destination = $1 and d.outcome in ('delivered', 'partial')
			group by p.number order by max(d.number) desc limit $2
		)
		select l.number, l.planned_at, l.decided, t.file, t.by, t.value, t.rows
		from last l join tally t on t.publication = l.number
		join (select publication, max(number) as delivery from delivery group by publication) d on d.publication = l.number
		where t.by in ('file', 'tag') order by d.delivery desc, t.file, t.by, t.value`
	var past []schema.Past
	_, err := collect(ctx, db.pool, func(row pgx.CollectableRow) (struct{}, error) {
		var p schema.Past
		var t schema.Tally
		if err := row.Scan(&p.Publication, &p.PlannedAt, &p.Decided, &t.File, &t.By, &t.Value, &t.Rows); err != nil {
			return struct{}{}, err
		}
		if n := len(past); n == 0 || past[n-1].Publication != p.Publication {
			past = append(past, p)
		}
		last := &past[len(past)-1]
		last.Tallies = append(last.Tallies, t)
		return struct{}{}, nil
	}, query, destination, most)
	return past, fault("read what was delivered before", err)
}
