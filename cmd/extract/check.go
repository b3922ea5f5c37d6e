package main

import (
	"context"
	"errors"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) checkCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "check",
		Usage: "look whether the next run can work, and say what to do where it cannot",
		Description: "Connects to PowerSchool and to the store and looks at all that a run needs. It counts\n" +
			"rows and the values of facts, shows no student, and writes nothing. The exit code is that\n" +
			"of the first line that says fail.",
		UsageText: "extract check\nextract check --format json",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return cli.Check(c, p.World, func(list *cli.Checklist) {
				p.check(c.Context, list, config.Checked(list, c.String("config"), p.Env))
			})
		},
	}
}

// check goes on after a failure with whatever can still be checked; conf is nil
// when the configuration is wrong.
func (p *program) check(ctx context.Context, list *cli.Checklist, conf *config.Config) {
	source, store := p.checkVariables(list, conf)
	if conf != nil {
		p.checkZone(list, conf)
		if source.Complete() {
			p.checkSource(ctx, list, conf, source)
		}
	}
	if store.Reveal() != "" {
		p.checkStore(ctx, list, store)
	}
}

// checkVariables says which variables are set, and returns what they hold: they
// are read once, for a file that one names may be a pipe. Without a
// configuration nobody knows which ones PowerSchool needs.
func (p *program) checkVariables(list *cli.Checklist, conf *config.Config) (source config.Source, store config.Secret) {
	var err error
	if conf == nil {
		store, err = config.ReadStore(p.Env)
	} else {
		source, store, err = conf.ReadExtract(p.Env)
	}
	if err != nil {
		list.Fail("variables", err)
		return source, store
	}

	given := config.Given(p.Env, "POWERSCHOOL_PROD_DB", "POWERSCHOOL_READ_USER", "POWERSCHOOL_DB_PASSWORD",
		"POWERSCHOOL_DRIVER", "POWERSCHOOL_TIMEZONE", "DATABASE_URL", "SCHOOLINKS_CONFIG")
	list.OK("variables", "set are %s", strings.Join(given, ", "))
	return source, store
}

func (p *program) checkZone(list *cli.Checklist, conf *config.Config) {
	zone, err := conf.Location(p.Env, p.Local)
	if err != nil {
		list.Fail("time zone", err)
		return
	}
	name := zone.String()
	if zone == time.Local {
		name = "the host's"
	}
	list.OK("time zone", "%s, where it is %s now", name, p.Now().In(zone).Format("Monday 15:04 MST"))
}

// checkSource connects to PowerSchool and looks at its tables.
func (p *program) checkSource(ctx context.Context, list *cli.Checklist, conf *config.Config, env config.Source) {
	s, driver, err := p.connect(conf, env)
	if err != nil {
		list.Fail("driver", err)
		return
	}
	defer driver.DB.Close() // only read from
	err = s.Ping(ctx)
	if errors.Is(err, errClient) {
		list.Fail("driver", err)
		return
	}
	list.OK("driver", "%s", map[string]string{
		config.Oracle:   "godror, and Oracle's client library was loaded",
		config.Postgres: "pgx, for a PostgreSQL copy of PowerSchool",
	}[env.Driver])
	if err != nil {
		list.Fail("PowerSchool", err)
		return
	}
	checkAbout(ctx, list, s)
	p.checkContents(ctx, list, conf, s, checkTables(ctx, list, s))
}

// checkStore looks at the store and at its newest snapshot.
func (p *program) checkStore(ctx context.Context, list *cli.Checklist, url config.Secret) {
	db := postgres.Check(ctx, url.Reveal(), p.options(), list)
	if db == nil {
		return
	}
	defer db.Close()
	switch snapshots, err := db.Snapshots(ctx); {
	case err != nil:
		list.Fail("newest snapshot", err)
	case len(snapshots) == 0:
		list.Warn("newest snapshot", "run: extract run", "none was taken yet")
	default:
		s := snapshots[0]
		list.OK("newest snapshot", "%d, taken %s, %d students", s.Number, s.TakenAt.UTC().Format(time.RFC3339), s.Students)
	}
}
