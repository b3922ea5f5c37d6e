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
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// leaveReport leaves the page of a publication in report.dir, and takes old
// ones away. A report is for people: that it cannot be written is logged, and
// changes nothing else.
func (p *program) leaveReport(ctx context.Context, conf *config.Config, publisher *publish.Publisher, db *postgres.DB, number int64) {
	dir := conf.Report.Dir
	if dir == "" {
		return
	}
	file := filepath.Join(dir, fmt.Sprintf("publication-%d.html", number))
	err := p.writeReport(ctx, file, conf, publisher, db, number)
	if err != nil {
		publisher.Log.Warn("the report cannot be written", "step", "report", "publication", number, "error", err)
		return
	}
	publisher.Log.Info("report written", "step", "report", "publication", number, "file", file)
	if err := p.sweepReports(dir, filepath.Base(file), conf.Report); err != nil {
		publisher.Log.Warn("old reports cannot be deleted", "step", "report", "error", err)
	}
}

// leaveUndelivered leaves the page of the newest publication when its delivery
// has failed, in whole or in part.
func (p *program) leaveUndelivered(ctx context.Context, conf *config.Config, publisher *publish.Publisher, db *postgres.DB) {
	if conf.Report.Dir == "" {
		return
	}
	newest, err := db.Newest(ctx, publisher.Destination)
	if err != nil || newest == nil {
		return // the run ends with an error that says more
	}
	switch newest.State {
	case schema.Failed, schema.Partial, schema.Unknown:
		p.leaveReport(ctx, conf, publisher, db, newest.Number)
	}
}

func (p *program) writeReport(ctx context.Context, file string, conf *config.Config, publisher *publish.Publisher, db *postgres.DB, number int64) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	o, err := reportOptions(ctx, db, number)
	if err != nil {
		return err
	}
	o.Schools = conf.Schools
	d, err := publisher.Diff(ctx, publish.Side{Baseline: number}, publish.Side{Publication: number})
	if err != nil {
		return err
	}
	d.Names = conf.Students.Names
	r, err := report.Of(ctx, d, o)
	if err != nil {
		return err
	}
	return cli.Output(file, io.Discard, func(w io.Writer) error { return report.WriteHTML(ctx, w, r) })
}

// sweepReports deletes the reports that are older than they are kept, but not
// the one that was just written; nothing else in the folder is touched.
func (p *program) sweepReports(dir, written string, r config.Report) error {
	entries, err := os.ReadDir(dir)
	errs := []error{err}
	for _, e := range entries {
		ours, _ := path.Match("publication-*.html", e.Name()) // the pattern is right
		if !ours || e.Name() == written || !e.Type().IsRegular() {
			continue
		}
		at, err := e.Info()
		if err == nil && p.Now().Sub(at.ModTime()) > r.Keep {
			err = os.Remove(filepath.Join(dir, e.Name()))
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
