package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) pruneCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "prune",
		Usage: "drop the snapshots that the keep section of the configuration does not keep",
		Description: "Says for every snapshot whether it stays, and why. Nothing is dropped without --apply.\n" +
			"Some snapshots always stay: the newest one, those that are pinned, those that live files\n" +
			"came from, and those of publications that still wait for a decision or a delivery.",
		UsageText: "extract prune\nextract prune --apply",
		Flags: append(cli.ResultFlags("text", "json"),
			&urfave.BoolFlag{
				Name:               "apply",
				Usage:              "drop them; this cannot be undone",
				DisableDefaultText: true,
			}),
		Action: p.prune,
	}
}

// prune decides about the snapshots, drops those that are not kept if --apply
// asks for it, and prints what was decided.
func (p *program) prune(c *urfave.Context) error {
	terminal, err := p.terminal(c)
	if err != nil {
		return err
	}
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	zone, err := conf.Location(p.Env, p.Local)
	if err != nil {
		return err
	}

	url, err := conf.ReadStore(p.Env)
	if err != nil {
		return err
	}
	db, err := p.open(c.Context, url)
	if err != nil {
		return err
	}
	defer db.Close()

	choices, err := decide(c.Context, db, conf.Retention(), zone)
	if err != nil {
		return err
	}

	apply := c.Bool("apply")
	if apply {
		if err := extract.Prune(c.Context, db, choices, terminal.Log); err != nil {
			return err
		}
	}

	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		if c.String("format") == "json" {
			return cli.WriteJSON(w, newPruning(choices, apply))
		}
		return writeChoices(w, choices, apply, zone)
	})
}

// decide asks for the snapshots before their uses, so that a snapshot that is
// put to use meanwhile is kept.
func decide(
	ctx context.Context,
	db *postgres.DB,
	keep extract.Retention,
	zone *time.Location,
) ([]extract.Choice, error) {
	snapshots, err := db.Snapshots(ctx)
	if err != nil {
		return nil, err
	}
	uses, err := db.Uses(ctx)
	if err != nil {
		return nil, err
	}
	return keep.Choose(snapshots, uses, zone), nil
}

// pruning is what was decided as --format json shows it.
type pruning struct {
	Applied   bool         `json:"applied"`
	Drop      int          `json:"drop"`
	Keep      int          `json:"keep"`
	Snapshots []choiceView `json:"snapshots"`
}

type choiceView struct {
	Snapshot int64     `json:"snapshot"`
	TakenAt  time.Time `json:"taken_at"`
	Students int64     `json:"students"`
	Keep     bool      `json:"keep"`
	Reasons  []string  `json:"reasons"`
}

func newPruning(choices []extract.Choice, applied bool) pruning {
	drop := extract.Drops(choices)
	v := pruning{
		Applied:   applied,
		Drop:      drop,
		Keep:      len(choices) - drop,
		Snapshots: []choiceView{},
	}

	for _, c := range choices {
		v.Snapshots = append(v.Snapshots, choiceView{
			Snapshot: c.Snapshot.Number,
			TakenAt:  c.Snapshot.TakenAt.UTC(),
			Students: c.Snapshot.Students,
			Keep:     c.Kept(),
			Reasons:  append([]string{}, c.Reasons...), // [] and not null without any
		})
	}
	return v
}

// writeChoices writes when each snapshot was taken by the district's clock,
// because its days and weeks are those of that clock.
func writeChoices(
	w io.Writer,
	choices []extract.Choice,
	applied bool,
	zone *time.Location,
) error {
	rows := make([][]string, len(choices))
	for i, c := range choices {
		fate := "keep"
		if !c.Kept() {
			fate = "drop"
		}
		rows[i] = []string{
			strconv.FormatInt(c.Snapshot.Number, 10),
			c.Snapshot.TakenAt.In(zone).Format(time.RFC3339),
			strconv.FormatInt(c.Snapshot.Students, 10),
			fate,
			strings.Join(c.Reasons, ", "),
		}
	}

	heads := []string{"SNAPSHOT", "TAKEN", "STUDENTS", "FATE", "WHY"}
	if err := cli.WriteTable(w, heads, rows); err != nil {
		return err
	}

	drops := extract.Drops(choices)
	_, err := fmt.Fprintln(w, summary(drops, len(choices), applied))
	return err
}

func summary(drop, of int, applied bool) string {
	switch {
	case applied:
		return fmt.Sprintf("dropped %d of %d snapshots", drop, of)
	case drop == 0:
		return fmt.Sprintf("would drop none of %d snapshots", of)
	}
	return fmt.Sprintf("would drop %d of %d snapshots; run with --apply to drop them", drop, of)
}
