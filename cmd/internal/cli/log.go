package cli

import (
	"io"
	"log/slog"
	"time"
)

var (
	logFormats = []string{"text", "json"}
	logLevels  = []string{"debug", "info", "warn", "error"}
)

// NewLogger returns a logger that writes one record a line to w. format is text
// (time= level= msg= run= …) or json; records below level are not written. Every
// record has the run's id, and the time that now returns, in UTC.
func NewLogger(
	w io.Writer,
	format, level, run string,
	now func() time.Time,
) (*slog.Logger, error) {
	var least slog.Level
	err := least.UnmarshalText([]byte(level))
	if err != nil {
		hint := DidYouMean(level, logLevels)
		return nil, usage(hint, "unknown log level %q", level)
	}

	setTime := func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Time(slog.TimeKey, now().UTC())
		}
		return inert(a)
	}
	options := &slog.HandlerOptions{
		Level:       least,
		ReplaceAttr: setTime,
	}

	var handler slog.Handler
	switch format {
	case "text":
		handler = slog.NewTextHandler(w, options)
	case "json":
		handler = slog.NewJSONHandler(w, options)
	default:
		hint := DidYouMean(format, logFormats)
		return nil, usage(hint, "unknown log format %q", format)
	}

	return slog.New(handler).With("run", run), nil
}

// inert makes text harmless on a terminal, which a JSON handler leaves as it is.
func inert(a slog.Attr) slog.Attr {
	switch v := a.Value.Any().(type) {
	case string:
		return slog.String(a.Key, OneLine(v))
	case error:
		return slog.String(a.Key, OneLine(v.Error()))
	}
	return a
}
