// Command publish builds SchooLinks' files from a snapshot of PowerSchool,
// compares them with what is live there, and delivers them over SFTP unless
// they would take away more than they may. Snapshots are taken by the command
// extract.
package main

import (
	"context"
	"crypto/rand"
	"os"
	_ "time/tzdata" // so that days mean the same on any host

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func main() { os.Exit(cli.Main(run)) }

// run runs the command that the world's arguments name.
func run(ctx context.Context, w cli.World) error {
	p := &program{World: w, run: rand.Text()}

	return cli.Run(ctx, w, p.app())
}

// program is one run of publish.
type program struct {
	cli.World
	run string // the run's id, in its log lines, publications and deliveries
}

func (p *program) app() *urfave.App {
	return &urfave.App{
		Name:      "publish",
		Usage:     "build SchooLinks' files from a snapshot of PowerSchool, and deliver them",
		UsageText: "publish run",
		Version:   cli.Version(),
		Commands: []*urfave.Command{
			p.runCommand(),
			p.planCommand(),
			p.approveCommand(),
			p.discardCommand(),
			p.resendCommand(),
			p.adoptCommand(),
			p.buildCommand(),
			p.listCommand(),
			p.showCommand(),
			p.timelineCommand(),
			p.diffCommand(),
			p.reportCommand(),
			p.statusCommand(),
			p.checkCommand(),
			p.trustCommand(),
		},
	}
}

// config reads the configuration file, and says which it is. It is read once: it
// may be a pipe.
func (p *program) config(c *urfave.Context) (*config.Config, error) {
	terminal, err := cli.NewTerminal(c, p.World, p.run)
	if err != nil {
		return nil, err
	}
	return config.Read(c, terminal.Log, p.Env)
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

func (p *program) open(ctx context.Context, url config.Secret) (*postgres.DB, error) {
	return postgres.Open(ctx, url.Reveal(), p.options())
}

func (p *program) options() postgres.Options {
	return postgres.Options{
		Program: "publish",
		Run:     p.run,
		Now:     p.Now,
	}
}
