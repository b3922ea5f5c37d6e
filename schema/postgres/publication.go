package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Publications returns all publications, the newest first, without Tallies.
func (db *DB) Publications(ctx context.Context) ([]schema.Publication, error) {
	publications, err := db.publications(ctx, ` order by p.number desc`)
	return publications, fault("list the publications", err)
}

// Newest returns the newest publication of a destination, without Tallies, or
// nil when there is none.
func (db *DB) Newest(ctx context.Context, destination string) (*schema.Publication, error) {
	const newest = ` where p.destination = $1 order by p.number desc limit 1`
	found, err := db.publications(ctx, newest, destination)
	if err != nil || len(found) == 0 {
		return nil, fault("look for the newest publication", err)
	}
	return &found[0], nil
}

// Publication returns one publication with all of it. It is a schema.Config
// fault when no publication has that number.
func (db *DB) Publication(ctx context.Context, number int64) (schema.Publication, error) {
	found, err := db.publications(ctx, ` where p.number = $1`, number)
	if err != nil {
		return schema.Publication{}, fault("look for the publication", err)
	}
	if len(found) == 0 {
		return schema.Publication{}, db.noPublication(ctx, number)
	}

	const tallies = `
		select file, by, value, school, rows, before, added, lost, "left", changed, figures::text
		from tally
		where publication = $1
		order by file, by, value, school`

	p := found[0]
	p.Tallies, err = collect(ctx, db.pool, scanTally, tallies, number)
	return p, fault("read the tallies", err)
}

// noPublication is the fault that no publication has that number.
func (db *DB) noPublication(ctx context.Context, number int64) error {
	n, err := db.neighbors(ctx, "publication", number)
	if err != nil {
		return fault("look for the publication", err)
	}

	hint := "no publication exists yet; run: publish plan"
	if n.total > 0 {
		hint = n.nearest()
	}

	err = fmt.Errorf("there is no publication %d", number)
	return schema.NewFault(schema.Config, err, hint)
}

// publications returns the publications that rest selects, with their files.
func (db *DB) publications(
	ctx context.Context,
	rest string,
	args ...any,
) ([]schema.Publication, error) {
	const query = `
		select
			p.number, p.run, p.origin, coalesce(p.resends, 0), coalesce(p.snapshot, 0),
			p.settings::text, p.rules::text, p.version, p.destination, p.roster,
			p.findings::text, p.guard::text, p.verdict, p.trips::text, p.warnings::text,
			p.planned_at, s.state, s.expires_at, m.met::text
		from publication p
		join publication_state s on s.publication = p.number
		left join (
			select distinct on (publication) publication, met
			from decision
			where kind = 'hold'
			order by publication, number desc
		) m on m.publication = p.number`

	found, err := collect(ctx, db.pool, db.scanPublication, query+rest, args...)
	if err != nil {
		return nil, err
	}

	return found, db.addFiles(ctx, found)
}

// addFiles reads the files of publications into them.
func (db *DB) addFiles(ctx context.Context, publications []schema.Publication) error {
	numbers := make([]int64, len(publications))
	place := map[int64]*schema.Publication{}
	for i := range publications {
		p := &publications[i]
		numbers[i] = p.Number
		place[p.Number] = p
	}

	const query = `
		select
			f.publication, f.kind, f.name, f.sha256, c.size, c.rows,
			f.baseline, coalesce(f.baseline_of, 0)
		from publication_file f
		join content c on c.sha256 = f.sha256
		where f.publication = any($1)
		order by f.publication, f.position`

	scan := func(row pgx.CollectableRow) (number int64, err error) {
		number, file, err := scanFile(row)
		if err != nil {
			return 0, err
		}

		p := place[number]
		p.Files = append(p.Files, file)
		return number, nil
	}

	_, err := collect(ctx, db.pool, scan, query, numbers)
	return err
}

func scanFile(row pgx.CollectableRow) (publication int64, f schema.File, err error) {
	var sum, baseline []byte
	err = row.Scan(
		&publication,
		&f.Kind,
		&f.Name,
		&sum,
		&f.Size,
		&f.Rows,
		&baseline,
		&f.BaselineOf,
	)
	if err != nil {
		return 0, f, err
	}

	f.Sum = schema.Sum(sum)
	if baseline != nil {
		f.Baseline = new(schema.Sum(baseline))
	}

	return publication, f, nil
}

func (db *DB) scanPublication(row pgx.CollectableRow) (p schema.Publication, err error) {
	var settings string
	var rules, guard, roster, findings, trips, warnings []byte
	var expires *time.Time
	var met []byte
	err = row.Scan(
		&p.Number, &p.Run, (*string)(&p.Origin), &p.Resends, &p.Snapshot,
		&settings, &rules, &p.Version, &p.Destination, &roster,
		&findings, &guard, (*string)(&p.Verdict), &trips, &warnings,
		&p.PlannedAt, (*string)(&p.State), &expires, &met,
	)
	if err != nil {
		return p, err
	}
	if p.State == schema.Approved && expires.Before(db.now()) {
		p.State = schema.Expired
	}
	if met == nil {
		met = []byte("null")
	}

	p.Settings = parseSettings("publication", p.Number, settings)
	p.Rules = rules
	p.Guard = guard
	p.Roster = schema.Sum(roster)

	return p, errors.Join(
		json.Unmarshal(findings, &p.Findings),
		json.Unmarshal(trips, &p.Trips),
		json.Unmarshal(warnings, &p.Warnings),
		json.Unmarshal(met, &p.Met),
	)
}

func scanTally(row pgx.CollectableRow) (t schema.Tally, err error) {
	var figures []byte
	err = row.Scan(
		&t.File,
		&t.By,
		&t.Value,
		&t.School,
		&t.Rows,
		&t.Before,
		&t.Added,
		&t.Lost,
		&t.Left,
		&t.Changed,
		&figures,
	)
	if err != nil {
		return t, err
	}

	err = json.Unmarshal(figures, &t.Figures)
	if len(t.Figures) == 0 {
		t.Figures = nil
	}

	return t, err
}

// Content returns the bytes under sum, compressed as they were stored.
func (db *DB) Content(ctx context.Context, sum schema.Sum) (schema.Content, error) {
	const query = `select zstd, size, rows from content where sha256 = $1`

	c := schema.Content{Sum: sum}
	row := db.pool.QueryRow(ctx, query, sum[:])
	err := row.Scan(&c.Zstd, &c.Size, &c.Rows)
	if errors.Is(err, pgx.ErrNoRows) {
		return c, fmt.Errorf("read the content: no content with SHA-256 %x is stored", sum)
	}

	return c, fault("read the content", err)
}

// Live returns, for each name, the file of the newest publication to a destination
// that was released for it, or that is approved and waits: of the publications
// before one, or of all when that is 0. A name has none when a person discarded the
// newest and it is not known whether it was sent.
func (db *DB) Live(ctx context.Context, destination string, before int64) ([]schema.Live, error) {
	const query = `
		with candidate as (
			select name, sha256, publication, released_at, sent_at
			from released_file
			where destination = $1
			union all
			select f.name, f.sha256, f.publication, null, null
			from publication_state s
			join publication_file f on f.publication = s.publication
			join content c on c.sha256 = f.sha256
			where s.destination = $1
			and s.state = 'approved'
			and s.expires_at >= $2
			and c.rows > 0
		),
		newest as (
			select distinct on (name) *
			from candidate
			where $3::bigint = 0 or publication < $3
			order by name, publication desc
		)
		select n.name, n.sha256, n.publication, n.released_at, n.sent_at,
			h.publication, h.sha256, h.sent_at,
			exists (
				select from delivery d join delivery_file f on f.delivery = d.number
				where d.publication = h.publication
				and d.released_at is not null
				and f.name = h.name
				and f.staged_as = f.name
				and f.sent_at is null
				and f.refused_at is null)
		from newest n
		join publication_state s on s.publication = n.publication
		left join released_file h
			on h.destination = $1
			and h.name = n.name
			and h.publication >= coalesce((
				select l.publication from live l where l.destination = $1 and l.name = n.name), 0)
		where n.sent_at is not null or s.state <> 'discarded'
		order by n.name, h.publication`

	var live []schema.Live
	scan := func(row pgx.CollectableRow) (_ struct{}, err error) {
		live, err = addLive(live, row)
		return struct{}{}, err
	}
	_, err := collect(ctx, db.pool, scan, query, destination, db.now(), before)
	return live, fault("read what is live", err)
}

// addLive adds a row of Live's query: each has a live file, and one file that
// SchooLinks may hold under its name.
func addLive(live []schema.Live, row pgx.CollectableRow) ([]schema.Live, error) {
	l, holding, err := scanLive(row)
	if err != nil {
		return nil, err
	}

	n := len(live)
	isNew := n == 0 || live[n-1].Name != l.Name
	if isNew {
		live = append(live, l)
	}
	if holding != nil {
		last := &live[len(live)-1]
		last.Holds = append(last.Holds, *holding)
	}
	return live, nil
}

// scanLive reads a live file, without what SchooLinks may hold, and one file that
// it may hold, nil when there is none.
func scanLive(row pgx.CollectableRow) (l schema.Live, h *schema.Holding, err error) {
	var sum, held []byte
	var number *int64
	var sentAt *time.Time
	var torn bool
	err = row.Scan(
		&l.Name,
		&sum,
		&l.Publication,
		&l.ReleasedAt,
		&l.SentAt,
		&number,
		&held,
		&sentAt,
		&torn,
	)
	if err != nil {
		return l, nil, err
	}

	l.Sum = schema.Sum(sum)
	if number != nil {
		h = &schema.Holding{
			Publication: *number,
			Sum:         schema.Sum(held),
			SentAt:      sentAt,
			MayBeTorn:   torn,
		}
	}

	return l, h, nil
}
