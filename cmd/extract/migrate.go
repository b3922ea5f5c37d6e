package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) migrateCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "migrate",
		Usage: "create or update the store's tables, as their owner",
		Description: "Run it with the owner's DATABASE_URL before the first run and after each update. Each\n" +
			"of the two programs should have a role of its own, which is granted only what it needs.",
		UsageText: "extract migrate --grant-extract sync_extract --grant-publish sync_publish",
		Flags: []urfave.Flag{
			&urfave.StringFlag{Name: "grant-extract", Usage: "grant `ROLE` what the program extract needs"},
			&urfave.StringFlag{Name: "grant-publish", Usage: "grant `ROLE` what the program publish needs"},
		},
		Action: p.migrate,
	}
}

// migrate looks for the roles before it writes anything, so that a mistyped one
// leaves the store as it was.
func (p *program) migrate(c *urfave.Context) error {
	terminal, err := p.terminal(c)
	if err != nil {
		return err
	}
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	url, err := conf.ReadStore(p.Env)
	if err != nil {
		return err
	}

	extract := c.String("grant-extract")
	publish := c.String("grant-publish")
	err = postgres.CheckRoles(c.Context, url.Reveal(), extract, publish)
	if err != nil {
		return err
	}

	terminal.Log.Info("migrating", "step", "migrate")
	if err := postgres.Migrate(c.Context, url.Reveal()); err != nil {
		return err
	}

	if extract != "" || publish != "" {
		terminal.Log.Info("granting",
			"step", "grant",
			"extract", extract,
			"publish", publish,
		)
	}
	err = postgres.Grant(c.Context, url.Reveal(), extract, publish)
	if err != nil {
		return err
	}

	terminal.Log.Info("the store is ready", "step", "done")
	return nil
}
