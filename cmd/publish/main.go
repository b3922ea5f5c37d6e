// Command publish builds SchooLinks' files from a snapshot of PowerSchool,
// compares them with what is live there, and delivers them over SFTP unless
// they would take away more than they may. Snapshots are taken by the command
// extract.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"time"
	_ "time/tzdata" // so that days mean the same on any host

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func main() { os.Exit(cli.Main(run)) }

// run runs the command that the world's arguments name.
func run(ctx context.Context, w cli.World) error {
	p := &program{World: w, run: rand.Text()}
	return cli.Run(ctx, w, &urfave.App{
		Name:      "publish",
		Usage:     "deliver SchooLinks' files, built from a snapshot of PowerSchool",
		UsageText: "publish run",
		Version:   cli.Version(),
		Commands: []*urfave.Command{p.runCommand(), p.planCommand(), p.approveCommand(), p.discardCommand(), p.resendCommand(),
			p.adoptCommand(), p.buildCommand(), p.listCommand(), p.showCommand(), p.timelineCommand(), p.diffCommand(), p.reportCommand(),
			p.checkCommand(), p.trustCommand()},
	})
}

// program is one run of publish.
type program struct {
	cli.World
	run string // the run's id, in its log lines, publications and deliveries
}

// openStore opens the store for a command that needs nothing else.
func (p *program) openStore(ctx context.Context) (*postgres.DB, error) {
	url, err := config.ReadStore(p.Env)
	if err != nil {
		return nil, err
	}
	return p.open(ctx, url)
}

func (p *program) open(ctx context.Context, url config.Secret) (*postgres.DB, error) {
	return postgres.Open(ctx, url.Reveal(), p.options())
}

func (p *program) options() postgres.Options {
	return postgres.Options{Program: "publish", Run: p.run, Now: p.Now}
}

// destination names where files go, in the store.
func destination(server sftp.Config) string {
	return fmt.Sprintf("%s@%s:%d%s", server.User, server.Host, server.Port, server.Directory)
}

// config reads the configuration file.
func (p *program) config(c *urfave.Context) (*config.Config, error) {
	conf, _, err := config.Load(c.String("config"), p.Env)
	return conf, err
}

// withBuilder calls do with a publisher that can build files, for which it
// needs the store and the configuration alone.
func (p *program) withBuilder(c *urfave.Context, do func(*publish.Publisher) error) error {
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	url, err := config.ReadStore(p.Env)
	if err != nil {
		return err
	}
	return p.withStore(c, conf, url, func(publisher *publish.Publisher, _ *postgres.DB) error { return do(publisher) })
}

// withStore opens the store at url, and calls do with a publisher that has it.
func (p *program) withStore(c *urfave.Context, conf *config.Config, url config.Secret, do func(*publish.Publisher, *postgres.DB) error) error {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err != nil {
		return err
	}
	defer terminal.Close()
	db, err := p.open(c.Context, url)
	if err != nil {
		return err
	}
	defer db.Close()
	return do(p.publisher(conf, terminal, db), db)
}

// withPublisher calls do with a publisher that can deliver, and that nobody
// else is while it does.
func (p *program) withPublisher(c *urfave.Context, do func(*publish.Publisher, *postgres.DB, *config.Config) error) error {
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	account, url, err := config.ReadPublish(p.Env)
	if err != nil {
		return err
	}
	server := conf.Server(account)
	zone, err := conf.Location(p.Env, p.Local)
	if err != nil && len(conf.Guard.Pause) > 0 {
		return err
	}
	return p.withStore(c, conf, url, func(publisher *publish.Publisher, db *postgres.DB) error {
		lock, err := db.Lock(c.Context, "publish")
		if err != nil {
			return err
		}
		defer lock.Release()
		publisher.Lock = lock
		publisher.Destination = destination(server)
		if zone != nil { // without pauses no day matters
			publisher.Zone = zone
		}
		publisher.Dial = func(ctx context.Context) (publish.Session, error) { return sftp.Dial(ctx, server) }
		return do(publisher, db, conf)
	})
}

func (p *program) publisher(conf *config.Config, terminal *cli.Terminal, db *postgres.DB) *publish.Publisher {
	return &publish.Publisher{
		Store: db, Kinds: files.All(), Rules: conf.Rules(), Guard: conf.GuardLimits(),
		Run: p.run, Version: cli.Version(), Now: p.Now, Zone: time.UTC, Log: terminal.Log, Progress: progress(terminal),
	}
}

// progress shows the long steps, each in a bar of its own.
func progress(terminal *cli.Terminal) func(step string, done, total int64) {
	units := map[string]string{"build": "students", "send": "bytes"}
	var current string
	var show func(done, total int64)
	return func(step string, done, total int64) {
		if step != current {
			current, show = step, terminal.Step(step, units[step])
		}
		show(done, total)
	}
}
