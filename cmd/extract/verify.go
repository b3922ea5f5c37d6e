package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) verifyCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "verify",
		Usage:     "prove that a snapshot is what was sealed: the newest, or the one that REF names",
		ArgsUsage: "[REF]",
		Description: "Reads the whole snapshot back and computes its digest again. The exit code is 7 when a\n" +
			"snapshot is not what was sealed. With --all, the other snapshots are still checked, and\n" +
			"those that extract prune drops in the meantime are skipped.",
		UsageText: "extract verify\nextract verify latest~1\nextract verify --all",
		Flags: append(cli.ResultFlags("text", "json"),
			&urfave.BoolFlag{
				Name:               "all",
				Usage:              "verify every snapshot",
				DisableDefaultText: true,
			}),
		Action: p.verify,
	}
}

// verify verifies snapshots and prints the result of each.
func (p *program) verify(c *urfave.Context) error {
	terminal, err := p.terminal(c)
	if err != nil {
		return err
	}
	defer terminal.Close()

	every := c.Bool("all")
	if every && c.Args().Present() {
		err := errors.New("extract verify: REF and --all cannot be combined")
		return schema.NewFault(schema.Config, err, "give one of them")
	}

	ref, err := cli.ParseRef(c.Args().First(), p.Local)
	if err != nil {
		return err
	}

	db, err := p.openStore(c)
	if err != nil {
		return err
	}
	defer db.Close()

	snapshots, err := toVerify(c.Context, db, ref, every)
	if err != nil {
		return err
	}

	all := verifyEach(c.Context, db, snapshots, terminal)
	terminal.Close()

	err = cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		return writeVerified(w, c.String("format"), all)
	})
	return errors.Join(faultOf(all, every), err)
}

// toVerify returns the snapshots to verify. It is a fault that there is none,
// with --all too: nothing would have been proved.
func toVerify(
	ctx context.Context,
	db *postgres.DB,
	ref schema.Ref,
	all bool,
) ([]schema.Snapshot, error) {
	snapshot, err := db.Snapshot(ctx, ref)
	if err != nil || !all {
		return []schema.Snapshot{snapshot}, err
	}
	return db.Snapshots(ctx)
}

// verified is the result of verifying a snapshot.
type verified struct {
	schema.Snapshot
	err error
}

// verifyEach continues after a snapshot that is wrong or cannot be read, but not
// when the store cannot be reached.
func verifyEach(
	ctx context.Context,
	db *postgres.DB,
	snapshots []schema.Snapshot,
	terminal *cli.Terminal,
) (all []verified) {
	for _, s := range snapshots {
		name := fmt.Sprintf("verifying snapshot %d", s.Number)
		show := terminal.Step(name, "students")
		err := extract.Verify(ctx, db, s, func(students int64) {
			show(students, s.Students)
		})
		all = append(all, verified{s, err})

		if ctx.Err() != nil || schema.KindOf(err) == schema.Unreachable {
			break
		}
	}
	return all
}

// dropped reports whether prune took the snapshot away in the meantime.
func (v verified) dropped() bool {
	return errors.Is(v.err, schema.ErrNoSnapshot)
}

// faultOf names the snapshots that are not what was sealed. Without any, it says
// why the first snapshot that could not be verified could not. Of every snapshot,
// those that were dropped in the meantime are not missed.
func faultOf(all []verified, every bool) (err error) {
	var wrong []string
	for _, v := range all {
		switch {
		case every && v.dropped():
		case schema.KindOf(v.err) == schema.Rejected:
			name := fmt.Sprintf("snapshot %d", v.Number)
			wrong = append(wrong, name)
		case v.err != nil && err == nil:
			err = fmt.Errorf("verify snapshot %d: %w", v.Number, v.err)
		}
	}

	if len(wrong) > 0 {
		err = fmt.Errorf("verify: not what was sealed: %s", strings.Join(wrong, ", "))
		return schema.NewFault(schema.Rejected, err,
			"something changed it in the database: find out what, then take a new snapshot: extract run")
	}
	return err
}

// verifiedView is the result of verifying a snapshot as --format json shows it.
type verifiedView struct {
	Snapshot int64  `json:"snapshot"`
	Status   string `json:"status"` // ok, wrong, dropped or unknown
	Students int64  `json:"students"`
	Error    string `json:"error,omitempty"`
}

func newVerifiedView(v verified) verifiedView {
	view := verifiedView{
		Snapshot: v.Number,
		Status:   "ok",
		Students: v.Students,
	}
	if v.err != nil {
		view.Status = "unknown"
		view.Error = v.err.Error()
	}
	switch {
	case v.dropped():
		view.Status = "dropped"
	case schema.KindOf(v.err) == schema.Rejected:
		view.Status = "wrong"
	}
	return view
}

func writeVerified(w io.Writer, format string, all []verified) error {
	views := make([]verifiedView, len(all))
	for i, v := range all {
		views[i] = newVerifiedView(v)
	}
	if format == "json" {
		return cli.WriteJSON(w, views)
	}

	for _, v := range views {
		says := fmt.Sprintf("ok, %d students", v.Students)
		switch v.Status {
		case "wrong":
			says = "WRONG, it is not what was sealed"
		case "dropped":
			says = "skipped, it was dropped in the meantime"
		case "unknown":
			says = "could not be verified: " + cli.OneLine(v.Error)
		}
		if err := schema.Fprintf(w, "snapshot %d: %s\n", v.Snapshot, says); err != nil {
			return err
		}
	}
	return nil
}
