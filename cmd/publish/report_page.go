package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// leaveReport leaves the page of a publication in report.dir, and deletes old
// ones. A report is for people: when it cannot be written, that is logged and
// changes nothing else.
func (p *program) leaveReport(ctx context.Context, publisher *publishing, number int64) {
	dir := publisher.conf.Report.Dir
	if dir == "" {
		return
	}

	name := fmt.Sprintf("publication-%d.html", number)
	file := filepath.Join(dir, name)
	if err := p.writeReport(ctx, file, publisher, number); err != nil {
		publisher.Log.Warn("the report cannot be written",
			"step", "report",
			"publication", number,
			"error", err,
		)
		return
	}

	publisher.Log.Info("report written",
		"step", "report",
		"publication", number,
		"file", file,
	)

	if err := p.sweepReports(dir, name, publisher.conf.Report); err != nil {
		publisher.Log.Warn("old reports cannot be deleted",
			"step", "report",
			"error", err,
		)
	}
}

// leaveUndelivered leaves the page of the newest publication when its delivery
// has failed, in whole or in part.
func (p *program) leaveUndelivered(ctx context.Context, publisher *publishing) {
	if publisher.conf.Report.Dir == "" {
		return
	}
	newest, err := publisher.db.Newest(ctx, publisher.Destination)
	if err != nil || newest == nil {
		return // the run ends with an error that says more
	}

	switch newest.State {
	case schema.Failed, schema.Partial, schema.Unknown:
		p.leaveReport(ctx, publisher, newest.Number)
	}
}

func (p *program) writeReport(
	ctx context.Context,
	file string,
	publisher *publishing,
	number int64,
) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	options, err := reportOptions(ctx, publisher.db, number)
	if err != nil {
		return err
	}
	options.Schools = publisher.conf.Schools

	before := diff.Side{Baseline: number}
	after := diff.Side{Publication: number}
	names := diff.Options{Names: publisher.conf.Students.Names}
	d, err := publisher.Diff(ctx, before, after, names)
	if err != nil {
		return err
	}

	r, err := report.Of(ctx, d, options)
	if err != nil {
		return err
	}

	return cli.Output(file, io.Discard, func(w io.Writer) error {
		return report.WriteHTML(ctx, w, r)
	})
}

// sweepReports deletes the reports that are older than they are kept, but not
// the one that was just written; nothing else in the folder is touched.
func (p *program) sweepReports(dir, written string, r config.Report) error {
	entries, err := os.ReadDir(dir)
	errs := []error{err}

	for _, e := range entries {
		ours, _ := path.Match("publication-*.html", e.Name()) // the pattern is valid
		earlier := ours && e.Name() != written && e.Type().IsRegular()
		if !earlier {
			continue
		}

		info, err := e.Info()
		old := err == nil && p.Now().Sub(info.ModTime()) > r.Keep
		if old {
			err = os.Remove(filepath.Join(dir, e.Name()))
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
