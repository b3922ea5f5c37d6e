package main

import (
	"io"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
)

func (p *program) timelineCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "timeline",
		Usage:     "show when and why a student gained or lost tags, GPA and attendance, and who approved it",
		ArgsUsage: "STUDENT",
		Description: "STUDENT is the number that SchooLinks knows the student by. The timeline has every\n" +
			"publication for this destination, sent or not, and every snapshot without one.",
		UsageText: "publish timeline 12345",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			student := c.Args().First()

			return p.withReading(c, true, func(r *reading) error {
				moments, err := r.Timeline(c.Context, student)
				if err != nil {
					return err
				}

				return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
					if c.String("format") == "json" {
						return cli.WriteJSON(w, report.NewTimeline(student, moments))
					}
					return report.WriteTimeline(w, student, moments)
				})
			})
		},
	}
}
