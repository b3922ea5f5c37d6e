package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Past returns the publications that were last delivered to a destination, at
// least in part, with their tallies by file and by tag. The newest comes first,
// and there are no more than most.
func (db *DB) Past(ctx context.Context, destination string, most int64) ([]schema.Past, error) {
	const query = `
		with last as (
			select p.number, p.planned_at, p.origin = 'adopt' or pg_catalog.bool_or(d.decision is not null) as decided
			from publication p
			join delivery d on d.publication = p.number
			where p.destination = $1
			and exists (
				select from delivery_file f
				where f.delivery = d.number
				and f.sent_at is not null)
			group by p.number
			order by pg_catalog.max(d.number) desc
			limit $2
		),
		newest as (
			select publication, pg_catalog.max(number) as delivery
			from delivery
			group by publication
		)
		select l.number, l.planned_at, l.decided, t.file, t.by, t.value, t.rows
		from last l
		join tally t on t.publication = l.number
		join newest n on n.publication = l.number
		where t.by in ('file', 'tag')
		order by n.delivery desc, t.file, t.by, t.value`

	var past []schema.Past
	scan := func(row pgx.CollectableRow) (publication int64, err error) {
		p, t, err := scanPast(row)
		if err != nil {
			return 0, err
		}

		n := len(past)
		isNew := n == 0 || past[n-1].Publication != p.Publication
		if isNew {
			past = append(past, p)
		}

		last := &past[len(past)-1]
		last.Tallies = append(last.Tallies, t)

		return p.Publication, nil
	}

	_, err := collect(ctx, db.pool, scan, query, destination, most)
	return past, fault("read what was delivered before", err)
}

// scanPast reads a publication without its tallies, and one tally of it.
func scanPast(row pgx.CollectableRow) (p schema.Past, t schema.Tally, err error) {
	err = row.Scan(
		&p.Publication,
		&p.PlannedAt,
		&p.Decided,
		&t.File,
		&t.By,
		&t.Value,
		&t.Rows,
	)
	return p, t, err
}
