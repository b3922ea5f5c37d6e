// Package cli is the voice of the programs on a terminal: how they read their
// arguments, log, show progress, write results, say what went wrong and what
// to do next, and which exit code they end with.
//
// A program's main is
//
//	func main() { os.Exit(cli.Main(run)) }
//
// and its run builds an application of commands and hands it to Run.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// World is everything outside the program that a run may touch.
type World struct {
	Args           []string                         // without the program's name
	Env            func(name string) (string, bool) // as os.LookupEnv
	Stdin          io.Reader
	Stdout, Stderr io.Writer // results; log, progress and errors
	Now            func() time.Time
	Local          *time.Location // the host's time zone
}

var errInterrupted = errors.New("interrupted")

// Main calls run with the real world, reports its error and returns the exit
// code. SIGINT and SIGTERM cancel run's context; a second signal kills. Signals
// are still caught after run has ended: a signal that comes too late to stop
// anything must not hide the exit code, which says what was done.
func Main(run func(context.Context, World) error) int {
	background := context.Background()
	ctx, stop := signal.NotifyContext(background, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)

	err := run(ctx, World{
		Args:   os.Args[1:],
		Env:    os.LookupEnv,
		Stdin:  os.Stdin,
		Stdout: os.Stdout,
		Stderr: os.Stderr,
		Now:    time.Now,
		Local:  time.Local,
	})

	if err != nil && ctx.Err() != nil {
		err = fmt.Errorf("%w: %w", errInterrupted, err)
	}

	return Report(os.Stderr, err)
}
