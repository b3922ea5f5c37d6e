package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) checkCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "check",
		Usage: "check whether the next run can work, and say what to do if it cannot",
		Description: "Connects to the store and to SchooLinks' server, and checks everything that a run\n" +
			"needs. It sends nothing. It writes one file without student data to\n" +
			"sftp.probe_directory, and removes it. The exit code is that of the first line that\n" +
			"says fail.",
		UsageText: "publish check\npublish check --format json",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return cli.Check(c, p.World, func(list *cli.Checklist) {
				p.check(c.Context, list, config.Checked(list, c, p.Env))
			})
		},
	}
}

// check goes on after a failure with whatever can still be checked; conf is nil
// when the configuration is wrong.
func (p *program) check(ctx context.Context, list *cli.Checklist, conf *config.Config) {
	account, store, err := cmp.Or(conf, config.Default()).ReadPublish(p.Env)
	if err != nil {
		list.Fail("variables", err)
	} else {
		given := config.Given(p.Env, "SCHOOLINKS_SFTP_ADDRESS", "SCHOOLINKS_SFTP_USERNAME",
			"SCHOOLINKS_SFTP_PASSWORD", "SCHOOLINKS_SFTP_KEY", "SCHOOLINKS_SFTP_KEY_PASSPHRASE",
			"DATABASE_URL", "SCHOOLINKS_CONFIG")
		list.OK("variables", "set: %s", strings.Join(given, ", "))
	}
	config.CheckFiles(list, p.Env)

	var db *postgres.DB
	if store.Reveal() != "" {
		db = postgres.Check(ctx, store.Reveal(), p.options(), list)
	}
	if db != nil {
		defer db.Close()
	}
	if db != nil && conf != nil {
		p.checkStore(ctx, list, db, conf, account)
	}

	if conf != nil && account.Host != "" {
		server := conf.Server(account)
		checkServer(ctx, list, server, conf.SFTP.ProbeDirectory, foreignFiles(conf, db, server))
	}
}

// checkStore looks at the newest snapshot in the store, and at what is live.
func (p *program) checkStore(
	ctx context.Context,
	list *cli.Checklist,
	db *postgres.DB,
	conf *config.Config,
	account config.Account,
) {

	snapshots, err := db.Snapshots(ctx)
	switch {
	case err != nil:
		list.Fail("newest snapshot", err)
	case len(snapshots) == 0:
		list.Warn("newest snapshot", "run: extract run", "there is no snapshot yet")
	default:
		newest := snapshots[0]
		rules := conf.Rules()
		p.checkSnapshot(list, newest, conf.Guard.SnapshotMaxAge)
		checkSettings(list, newest, newDiffer(conf, nil, db, ""))
		checkTags(ctx, list, db, newest, rules)
	}

	if account.Host != "" && account.User != "" {
		to := destination(conf.Server(account))
		checkLive(ctx, list, db, to)
	}
}

func (p *program) checkSnapshot(list *cli.Checklist, s schema.Snapshot, limit time.Duration) {
	says := fmt.Sprintf("snapshot %d, taken %s, %d students",
		s.Number, s.TakenAt.UTC().Format(time.RFC3339), s.Students)

	age := p.Now().Sub(s.TakenAt)
	if age < -publish.ClocksDiffer {
		err := fmt.Errorf("%s: that is %.1f hours ahead", says, -age.Hours())
		err = schema.NewFault(schema.Rejected, err,
			"check the clocks of the hosts of extract and publish, then take a new snapshot: extract run")
		list.Fail("newest snapshot", err)
		return
	}
	if age > limit {
		err := fmt.Errorf("%s: that is %.0f hours ago; guard.snapshot_max_age is %.0f",
			says, age.Hours(), limit.Hours())
		err = schema.NewFault(schema.Rejected, err,
			"find out why extract did not run, then run: extract run")
		list.Fail("newest snapshot", err)
		return
	}

	list.OK("newest snapshot", "%s", says)
}

// checkSettings looks whether extract read the configuration that publish reads.
func checkSettings(list *cli.Checklist, s schema.Snapshot, differ diff.Differ) {
	if err := differ.Suits(s, schema.Latest); err != nil {
		list.Fail("settings", err)
		return
	}
	list.OK("settings", "snapshot %d was made with this configuration's scope, identifier and facts", s.Number)
}

// checkLive looks whether there is anything to compare the first publication
// with.
func checkLive(
	ctx context.Context,
	list *cli.Checklist,
	db *postgres.DB,
	destination string,
) {
	live, err := db.Live(ctx, destination, 0)
	unsettled := slices.DeleteFunc(slices.Clone(live), func(l schema.Live) bool {
		return l.SentAt != nil || l.ReleasedAt == nil
	})
	switch {
	case err != nil:
		list.Fail("live files", err)
	case len(unsettled) > 0:
		list.Warn("live files", "run: publish run",
			"publication %d was let go, and its %s is not known to have been sent",
			unsettled[0].Publication, unsettled[0].Name)
	case len(live) == 0:
		list.Warn("live files",
			"run: publish adopt DIR, with the files that were delivered last; or approve the first publication",
			"nothing is known to be live at %s", destination)
	default:
		list.OK("live files", "%d at %s", len(live), destination)
	}
}
