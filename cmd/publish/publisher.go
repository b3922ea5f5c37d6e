package main

import (
	"context"
	"fmt"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// The publishers that commands work with: one that builds, one that compares
// and one that delivers. Each knows only what its command may do.

// withBuilder calls do with a publisher that can build files, for which it
// needs the store and the configuration alone.
func (p *program) withBuilder(c *urfave.Context, do func(*publish.Publisher, *postgres.DB) error) error {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err != nil {
		return err
	}
	defer terminal.Close()
	conf, err := config.Load(config.Find(c.String("config"), p.Env))
	if err != nil {
		return err
	}
	db, err := p.openStore(c.Context)
	if err != nil {
		return err
	}
	defer db.Close()
	return do(p.publisher(conf, terminal, db), db)
}

// withReader calls do with a publisher that compares; only for what is live
// must it know where files go. It takes no lock.
func (p *program) withReader(c *urfave.Context, live bool, do func(*publish.Publisher, *postgres.DB, *config.Config) error) error {
	conf, err := config.Load(config.Find(c.String("config"), p.Env))
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
	return p.withBuilder(c, func(publisher *publish.Publisher, db *postgres.DB) error {
		publisher.Destination = at
		return do(publisher, db, conf)
	})
}

// withPublisher calls do with a publisher that can deliver, and that nobody
// else is while it does.
func (p *program) withPublisher(c *urfave.Context, do func(*publish.Publisher, *postgres.DB, *config.Config) error) error {
	conf, err := config.Load(config.Find(c.String("config"), p.Env))
	if err != nil {
		return err
	}
	account, _, err := config.ReadPublish(p.Env)
	if err != nil {
		return err
	}
	server := conf.Server(account)
	zone, err := conf.Location(p.Env, p.Local)
	if err != nil && len(conf.Guard.Pause) > 0 {
		return err
	}
	return p.withBuilder(c, func(publisher *publish.Publisher, db *postgres.DB) error {
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

// destination names where files go, in the store.
func destination(server sftp.Config) string {
	return fmt.Sprintf("%s@%s:%d%s", server.User, server.Host, server.Port, server.Directory)
}
