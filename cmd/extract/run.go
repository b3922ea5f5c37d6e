package main

import (
	"context"
	"encoding/json"
	"io"
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
		Description: "Reads every student in scope from PowerSchool in one statement and seals what it\n" +
			"said into the store, whole or not at all.",
		UsageText: "extract run\nextract run --attendance-through 2026-11-20\nextract run --dry-run",
		Flags: append(cli.ResultFlags("text", "json"),
			&urfave.StringFlag{Name: "attendance-through", Usage: "count attendance up to `WHEN`: now, yesterday, a day, or a day and time (2026-11-20T10:30:00)"},
			&urfave.BoolFlag{Name: "dry-run", Usage: "read all of it, store nothing"},
		),
		Action: func(c *urfave.Context) error { return p.take(c.Context, c) },
	}
}

// take takes a snapshot and prints it.
func (p *program) take(ctx context.Context, c *urfave.Context) error {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err != nil {
		return err
	}
	defer terminal.Close()
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	o := extract.Options{Run: p.run, TakenAt: p.Now(), Log: terminal.Log}
	if o.Through, o.Spec, err = p.settings(conf, c.String("attendance-through")); err != nil {
		return err
	}
	env, err := conf.ReadSource(p.Env)
	if err != nil {
		return err
	}
	terminal.Log.Info("connecting", "step", "connect", "driver", env.Driver)
	source, driver, err := p.connect(conf, env)
	if err != nil {
		return err
	}
	defer driver.DB.Close() // only read from
	if err := source.Check(ctx); err != nil {
		return err
	}
	show := terminal.Step("reading", "students")
	o.Progress = func(students int64) { show(students, 0) }
	snapshot, err := p.snapshot(ctx, source, env, o, c.Bool("dry-run"))
	if err != nil {
		return err
	}
	terminal.Close()
	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error { return writeSnapshot(w, c.String("format"), *snapshot) })
}

func (p *program) snapshot(ctx context.Context, source *powerschool.Source, env config.Source, o extract.Options, dryRun bool) (*schema.Snapshot, error) {
	if dryRun {
		return extract.DryRun(ctx, source, o)
	}
	db, err := p.open(ctx, env.Store)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	draft, err := db.Begin(ctx)
	if err != nil {
		return nil, err
	}
	return extract.Run(ctx, source, draft, o)
}

// settings returns up to when attendance counts, and the settings that are
// sealed into the snapshot. The district's time zone is needed only where the
// cutoff comes from the clock.
func (p *program) settings(conf *config.Config, when string) (through time.Time, spec json.RawMessage, err error) {
	setting := when
	if when == "" {
		setting = string(conf.Attendance.Through)
	}
	now := p.Now()
	if setting == string(config.Now) || setting == string(config.Yesterday) {
		zone, err := conf.Location(p.Env, p.Local)
		if err != nil {
			return through, nil, err
		}
		now = now.In(zone)
	}
	if through, err = extract.Cutoff(setting, now); err != nil {
		return through, nil, err
	}
	spec, err = json.Marshal(struct {
		powerschool.Query
		Through string `json:"through"`
	}{conf.Query(), string(conf.Attendance.Through)})
	return through, spec, err
}

// connect prepares to read PowerSchool through the driver that was chosen.
func (p *program) connect(conf *config.Config, env config.Source) (*powerschool.Source, powerschool.Driver, error) {
	open := map[string]func(source) (powerschool.Driver, error){config.Oracle: openOracle, config.Postgres: openPostgres}[env.Driver]
	driver, err := open(source{
		User: env.User, Password: env.Password.Reveal, Database: env.Database.Reveal(),
		Timezone: "UTC", Timeout: conf.PowerSchool.Timeout, Application: "extract " + p.run,
	})
	if err != nil {
		return nil, driver, err
	}
	s, err := powerschool.New(driver, conf.Query())
	return s, driver, err
}
