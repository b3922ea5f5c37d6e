package main

import (
	"context"
	"path"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// What commands work with. One that reads gets a Differ, which cannot send; only
// one that decides or sends gets a Publisher, and the lock.

// reading is for a command that builds and compares.
type reading struct {
	*diff.Differ
	db   *postgres.DB
	conf *config.Config
}

// publishing is for a command that decides or sends.
type publishing struct {
	*publish.Publisher
	db   *postgres.DB
	conf *config.Config
}

// withReading calls do with what reads the store. live says that it looks at the
// live files too: only then must the destination be known.
func (p *program) withReading(c *urfave.Context, live bool, do func(*reading) error) error {
	conf, err := p.config(c)
	if err != nil {
		return err
	}

	at := ""
	if live {
		account, err := config.ReadDestination(p.Env)
		if err != nil {
			return err
		}
		at = destination(conf.Server(account))
	}

	url, err := conf.ReadStore(p.Env)
	if err != nil {
		return err
	}

	return p.withStore(c, url, func(terminal *cli.Terminal, db *postgres.DB) error {
		differ := newDiffer(conf, terminal, db, at)
		return do(&reading{
			Differ: &differ,
			db:     db,
			conf:   conf,
		})
	})
}

// withPublisher calls do with a publisher, while nobody else has one.
func (p *program) withPublisher(c *urfave.Context, do func(*publishing) error) error {
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	account, url, err := conf.ReadPublish(p.Env)
	if err != nil {
		return err
	}
	zone, err := p.zoneOfPauses(conf)
	if err != nil {
		return err
	}

	return p.withStore(c, url, func(terminal *cli.Terminal, db *postgres.DB) error {
		lock, err := db.Lock(c.Context)
		if err != nil {
			return err
		}
		defer lock.Release()

		server := conf.Server(account)
		dialer := &sftp.Dialer{Config: server, Log: terminal.Log}
		publisher := &publish.Publisher{
			Differ:     newDiffer(conf, terminal, db, destination(server)),
			Records:    db,
			Deliveries: db,
			Lock:       lock,
			Dial: func(ctx context.Context) (publish.Session, error) {
				return dialer.Dial(ctx)
			},
			Guard:   conf.Guard,
			Run:     p.run,
			Version: cli.Version(),
			Now:     p.Now,
			Zone:    zone,
		}
		return do(&publishing{
			Publisher: publisher,
			db:        db,
			conf:      conf,
		})
	})
}

// zoneOfPauses returns the time zone whose days the pauses are. Without a pause
// it does not matter, and need not be known.
func (p *program) zoneOfPauses(conf *config.Config) (*time.Location, error) {
	if len(conf.Guard.Pause) == 0 {
		return time.UTC, nil
	}
	return conf.Location(p.Env, p.Local)
}

// withStore opens the terminal and the store at url for do.
func (p *program) withStore(
	c *urfave.Context,
	url config.Secret,
	do func(*cli.Terminal, *postgres.DB) error,
) error {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err != nil {
		return err
	}
	defer terminal.Close()
	config.WarnOfOpenFiles(terminal.Log, p.Env)

	db, err := p.open(c.Context, url)
	if err != nil {
		return err
	}
	defer db.Close()

	return do(terminal, db)
}

// newDiffer returns what compares files; terminal is nil when nothing is to be said.
func newDiffer(
	conf *config.Config,
	terminal *cli.Terminal,
	db *postgres.DB,
	destination string,
) diff.Differ {
	builder := files.Builder{
		Snapshots: db,
		Kinds:     files.All(),
		Rules:     conf.Rules(),
		Asks:      conf.Settings(),
	}
	if terminal != nil {
		builder.Log = terminal.Log
		builder.Progress = progress(terminal)
	}

	return diff.Differ{
		Builder:      builder,
		Students:     db,
		Publications: db,
		Measurers:    conf.Guard.Measurers(),
		Destination:  destination,
	}
}

// progress shows the long steps, each in a bar of its own.
func progress(terminal *cli.Terminal) func(step string, done, total int64) {
	units := map[string]string{"build": "students", "send": "bytes"}
	var current string
	var show func(done, total int64)

	return func(step string, done, total int64) {
		if step != current {
			current = step
			show = terminal.Step(step, units[step])
		}
		show(done, total)
	}
}

// destination names where files go, in the store: user@host:port/directory. A
// directory below the folder of the login is user@host:port/~/directory. Migration
// 007 gave this form to the names of before.
func destination(server sftp.Config) string {
	directory := path.Clean(server.Directory)
	switch {
	case path.IsAbs(directory):
	case directory == ".":
		directory = "/~"
	default:
		directory = "/~/" + directory
	}
	return server.User + "@" + server.Address() + directory
}
