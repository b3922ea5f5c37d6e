package main

import (
	"cmp"
	"context"
	"slices"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) runCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "run",
		Usage: "take a snapshot",
		Description: "Reads every student in scope from PowerSchool in one statement, and seals the answer in\n" +
			"the store: all of it or nothing. When the connection to PowerSchool is lost, everything\n" +
			"is read again, at most twice, so reading can take up to three times powerschool.timeout.",
		UsageText: "extract run\nextract run --attendance-through 2026-11-20\nextract run --dry-run",
		Flags: append(cli.ResultFlags("text", "json"),
			&urfave.StringFlag{
				Name: "attendance-through",
				Usage: "count attendance up to `WHEN`: now, yesterday, a day, or a day and time " +
					"(2026-11-20T10:30:00)",
			},
			&urfave.BoolFlag{
				Name:  "dry-run",
				Usage: "read everything, but store nothing",
			},
		),
		Action: p.take,
	}
}

// take takes a snapshot and prints it.
func (p *program) take(c *urfave.Context) error {
	terminal, err := p.terminal(c)
	if err != nil {
		return err
	}
	defer terminal.Close()

	conf, err := p.config(c)
	if err != nil {
		return err
	}
	o, err := p.asked(c, conf)
	if err != nil {
		return err
	}

	env, store, err := p.environment(conf, c.Bool("dry-run"))
	if err != nil {
		return err
	}

	p.timeout = cmp.Or(conf.Run.Timeout, time.Hour)
	terminal.Log.Info("connecting", "step", "connect", "driver", env.Driver)
	source, driver, err := p.connect(conf, env)
	if err != nil {
		return err
	}
	defer driver.DB.Close() // only read from

	show := terminal.Step("reading", "students")
	o.Log = terminal.Log
	o.Progress = func(students int64) { show(students, 0) }
	var snapshot *schema.Snapshot
	err = cli.Limited(c, p.timeout, func() (err error) {
		snapshot, err = p.snapshot(c.Context, source, store, o, c.Bool("dry-run"))
		return err
	})
	if err != nil {
		return err
	}

	terminal.Close()
	return p.print(c, *snapshot)
}

// asked is what the command line and the configuration ask for.
func (p *program) asked(c *urfave.Context, conf *config.Config) (o extract.Options, err error) {
	through := c.String("attendance-through")
	byTheClock := []string{"", string(config.Now), string(config.Yesterday)}

	moment, err := p.moment(conf, through)
	return extract.Options{
		Run:      p.run,
		TakenAt:  p.Now(),
		Moment:   moment,
		ByHand:   !slices.Contains(byTheClock, through),
		Settings: conf.Settings(),
	}, err
}

// environment reads where PowerSchool and the store are; a dry run needs no store.
func (p *program) environment(
	conf *config.Config,
	dryRun bool,
) (s config.Source, store config.Secret, err error) {
	if dryRun {
		s, err = conf.ReadSource(p.Env)
		return s, store, err
	}
	return conf.ReadExtract(p.Env)
}

// snapshot checks that PowerSchool has what it will be asked for, and takes the
// snapshot.
func (p *program) snapshot(
	ctx context.Context,
	source *powerschool.Source,
	store config.Secret,
	o extract.Options,
	dryRun bool,
) (*schema.Snapshot, error) {
	if err := source.Ping(ctx); err != nil {
		return nil, err
	}
	if err := source.Check(ctx); err != nil {
		return nil, err
	}

	r := retry{
		log:    o.Log,
		pauses: pauses,
		after:  time.After,
	}
	if dryRun {
		return r.take(ctx, func() (*schema.Snapshot, error) {
			return extract.DryRun(ctx, source, o, nil)
		})
	}

	db, err := p.open(ctx, store)
	if err != nil {
		return nil, err
	}
	defer db.Close()

	return r.take(ctx, func() (*schema.Snapshot, error) {
		draft, err := db.Begin(ctx)
		if err != nil {
			return nil, err
		}
		return extract.Run(ctx, source, draft, o)
	})
}

// moment returns the moment that PowerSchool is asked about, in the district's zone.
// when is up to when attendance counts; "" is as configured.
func (p *program) moment(conf *config.Config, when string) (schema.Moment, error) {
	if when == "" {
		when = string(conf.Attendance.Through)
	}

	zone, err := conf.Location(p.Env, p.Local)
	if err != nil {
		return schema.Moment{}, err
	}

	now := p.Now().In(zone)
	return extract.At(when, now)
}
