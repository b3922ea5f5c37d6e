// Command extract takes snapshots of PowerSchool into PostgreSQL: what it said
// about every student in scope at one moment, sealed. The command publish makes
// the files for SchooLinks from them.
package main

import (
	"context"
	"crypto/rand"
	"os"
	"time"
	_ "time/tzdata" // so that a time zone can be named on any host

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func main() { os.Exit(cli.Main(run)) }

// run runs the command that the world's arguments name. It does not wait for a
// command with a stuck query: its transaction ends with the process, and nobody
// saw anything of it.
func run(ctx context.Context, w cli.World) error {
	p := &program{
		World: w,
		run:   rand.Text(),
		ended: make(chan error, 2),
	}

	go func() {
		p.ended <- cli.Run(ctx, w, p.app())
	}()
	return <-p.ended
}

// program is one run of extract.
type program struct {
	cli.World
	run     string        // the run's id, in its log lines and in the snapshot
	ended   chan error    // how the command ended, or its stuck query
	timeout time.Duration // of the whole run, when it takes a snapshot
}

func (p *program) app() *urfave.App {
	return &urfave.App{
		Name:      "extract",
		Usage:     "snapshot PowerSchool into PostgreSQL",
		UsageText: "extract run",
		Version:   cli.Version(),
		Commands: []*urfave.Command{
			p.runCommand(),
			p.listCommand(),
			p.showCommand(),
			p.verifyCommand(),
			p.pinCommand(),
			p.unpinCommand(),
			p.pruneCommand(),
			p.migrateCommand(),
			p.checkCommand(),
			p.findCommand(),
			p.initCommand(),
		},
	}
}

// config reads the configuration file, and says which it is.
func (p *program) config(c *urfave.Context) (*config.Config, error) {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err != nil {
		return nil, err
	}
	return config.Read(c, terminal.Log, p.Env)
}

// terminal returns what people see of the run, and warns of what they should mend.
func (p *program) terminal(c *urfave.Context) (*cli.Terminal, error) {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err == nil {
		config.WarnOfOpenFiles(terminal.Log, p.Env)
	}
	return terminal, err
}

// open opens the store.
func (p *program) open(ctx context.Context, url config.Secret) (*postgres.DB, error) {
	return postgres.Open(ctx, url.Reveal(), p.options())
}

func (p *program) options() postgres.Options {
	return postgres.Options{
		Program: "extract",
		Run:     p.run,
		Now:     p.Now,
		Timeout: p.timeout,
	}
}

// openStore opens the store for a command that needs nothing else.
func (p *program) openStore(c *urfave.Context) (*postgres.DB, error) {
	conf, err := p.config(c)
	if err != nil {
		return nil, err
	}
	url, err := conf.ReadStore(p.Env)
	if err != nil {
		return nil, err
	}
	return p.open(c.Context, url)
}
