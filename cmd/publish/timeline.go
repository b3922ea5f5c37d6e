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
		Usage:     "show when a student gained or lost tags, GPA and attendance, why, and who approved it",
		ArgsUsage: "STUDENT",
		Description: "STUDENT is the number by which SchooLinks knows the student. Every publication for\n" +
			"this destination counts, sent or not, and every snapshot that none was made of.",
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
