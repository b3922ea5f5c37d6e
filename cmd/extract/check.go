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
		Usage: "check whether the next run can work, and say what to do if it cannot",
		Description: "Connects to PowerSchool and to the store, and checks everything that a run needs. It\n" +
			"reads the students once, as a run does, and counts rows, tags and the values of facts.\n" +
			"It shows no student and writes nothing. The exit code is that of the first line that\n" +
			"says fail.",
		UsageText: "extract check\nextract check --format json",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return cli.Check(c, p.World, func(list *cli.Checklist) {
				p.check(c.Context, list, config.Checked(list, c, p.Env))
			})
		},
	}
}

// check continues after a failure with whatever can still be checked. conf is
// nil when the configuration is wrong.
func (p *program) check(ctx context.Context, list *cli.Checklist, conf *config.Config) {
	source, store := p.checkVariables(list, conf)
	config.CheckFiles(list, p.Env)

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

// checkVariables says which variables are set, and returns what they hold. They
// are read once, because a file that one of them names may be a pipe. Without a
// configuration nobody knows which ones PowerSchool needs.
func (p *program) checkVariables(list *cli.Checklist, conf *config.Config) (source config.Source, store config.Secret) {
	var err error
	if conf == nil {
		store, err = config.Default().ReadStore(p.Env)
	} else {
		source, store, err = conf.ReadExtract(p.Env)
	}
	if err != nil {
		list.Fail("variables", err)
		return source, store
	}

	given := config.Given(p.Env,
		"POWERSCHOOL_PROD_DB",
		"POWERSCHOOL_READ_USER",
		"POWERSCHOOL_DB_PASSWORD",
		"POWERSCHOOL_DRIVER",
		"POWERSCHOOL_TIMEZONE",
		"DATABASE_URL",
		"SCHOOLINKS_CONFIG",
	)
	list.OK("variables", "set: %s", strings.Join(given, ", "))
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

	there := p.Now().In(zone).Format("Monday 15:04 MST")
	list.OK("time zone", "%s; the time there is %s", name, there)
}

// driverSays is what a check says of a driver that could be loaded.
var driverSays = map[string]string{
	config.Oracle:   "godror; Oracle's client library was loaded",
	config.Postgres: "pgx, for a PostgreSQL copy of PowerSchool",
}

// checkSource connects to PowerSchool and looks at its tables.
func (p *program) checkSource(
	ctx context.Context,
	list *cli.Checklist,
	conf *config.Config,
	env config.Source,
) {
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
	list.OK("driver", "%s", driverSays[env.Driver])
	if err != nil {
		list.Fail("PowerSchool", err)
		return
	}

	checkAbout(ctx, list, s)
	unsound := checkTables(ctx, list, s)
	settings, ok := sound(conf.Settings(), unsound)
	if !ok {
		return
	}
	p.checkStudents(ctx, list, conf, s.Asking(settings), settings)
}

// checkStore looks at the store and at its newest snapshot.
func (p *program) checkStore(ctx context.Context, list *cli.Checklist, url config.Secret) {
	db := postgres.Check(ctx, url.Reveal(), p.options(), list)
	if db == nil {
		return
	}
	defer db.Close()

	snapshots, err := db.Snapshots(ctx)
	switch {
	case err != nil:
		list.Fail("newest snapshot", err)
	case len(snapshots) == 0:
		list.Warn("newest snapshot", "run: extract run", "there is no snapshot yet")
	default:
		s := snapshots[0]
		taken := s.TakenAt.UTC().Format(time.RFC3339)
		list.OK("newest snapshot", "%d, taken %s, %d students", s.Number, taken, s.Students)
	}
}
