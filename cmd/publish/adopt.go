package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) adoptCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "adopt",
		Usage:     "record the files in a folder as what SchooLinks has now",
		ArgsUsage: "[DIR]",
		Description: "For a switch from another program: name the folder with the files that it delivered\n" +
			"last. The first night is then compared with them instead of being held. Nothing is\n" +
			"sent. Every enabled file must be there, or none is adopted; one that has only its header,\n" +
			"as attendance in summer, is skipped. A file is refused when nearly all of its students are\n" +
			"nobody in the newest snapshot, or when a spreadsheet has changed their numbers (20001.0).\n\n" +
			"The result says how many rows are those that this program makes of the newest snapshot,\n" +
			"under the settings of examples/d118-script.yaml and under your own. Where all are the\n" +
			"same, it sends what the other program sent.\n\n" +
			"With --from-server it takes the files that are at the destination now as live, whoever\n" +
			"put them there: after the store was restored from a backup, or a person has uploaded\n" +
			"something. What was let go for those names and is not known to have been sent is\n" +
			"settled by that.",
		UsageText: "publish adopt /opt/old-script/output\npublish adopt --from-server",
		Flags: append(cli.ResultFlags("text", "json"), &urfave.BoolFlag{
			Name:  "from-server",
			Usage: "adopt what is at the destination, instead of a folder",
		}),
		Action: func(c *urfave.Context) error {
			fromServer := c.Bool("from-server")
			var err error
			switch dir := c.Args().Present(); {
			case !fromServer && !dir:
				err = errors.New("publish adopt: DIR is missing")
			case fromServer && dir:
				err = errors.New("publish adopt: name either a folder or --from-server, not both")
			}
			if err != nil {
				return schema.NewFault(schema.Config, err, "see: publish adopt --help")
			}

			return p.adopt(c, func(publisher *publishing) (*schema.Publication, error) {
				if fromServer {
					return publisher.AdoptFromServer(c.Context)
				}
				return publisher.Adopt(c.Context, c.Args().First())
			})
		},
	}
}

// adopt adopts files, and prints them and how like they are to what this program makes.
func (p *program) adopt(c *urfave.Context, do func(*publishing) (*schema.Publication, error)) error {
	var comparisons []report.Comparison
	adopt := func(publisher *publishing) (*schema.Publication, error) {
		publication, err := do(publisher)
		if err != nil || publication.Snapshot == 0 {
			return publication, err
		}
		comparisons, err = publisher.compareAdopted(c.Context, publication)
		return publication, err
	}

	return p.publishesAs(c, adopt, func(publisher *publishing, number int64) error {
		story, err := readStory(c.Context, publisher.db, number)
		if err != nil {
			return err
		}

		adopted := &report.Adopted{
			Publication: report.New(story),
			Skipped:     publisher.skipped(story.Files),
			Comparisons: append([]report.Comparison{}, comparisons...),
		}
		return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
			if c.String("format") == "json" {
				return cli.WriteJSON(w, adopted)
			}
			return report.WriteAdopted(w, adopted)
		})
	})
}

// compareAdopted compares files that were adopted with those that the script's rules,
// and this district's, make of the newest snapshot.
func (p *publishing) compareAdopted(
	ctx context.Context, publication *schema.Publication,
) (all []report.Comparison, err error) {
	script, err := config.Script()
	if err != nil {
		return nil, err
	}

	for _, by := range []struct {
		rules string
		conf  *config.Config
	}{
		{report.ScriptRules, script},
		{report.OwnRules, p.conf},
	} {
		maker := diff.Maker{
			Rules:    by.conf.Rules(),
			Settings: by.conf.Settings(),
		}
		likenesses, err := p.Likenesses(ctx, publication, publication.Snapshot, maker)
		if err != nil {
			return nil, fmt.Errorf("compare what was adopted: %w", err)
		}
		all = append(all, report.Compared(by.rules, likenesses)...)
	}
	return all, nil
}

// skipped returns the names of the enabled files that are not among those adopted.
func (p *publishing) skipped(adopted []schema.File) []string {
	names := []string{}
	for _, rule := range p.Rules.Files {
		isAdopted := slices.ContainsFunc(adopted, func(f schema.File) bool {
			return f.Name == rule.Name
		})
		if !isAdopted {
			names = append(names, rule.Name)
		}
	}
	return names
}
