// Command demo shows the whole nightly job on this machine: it starts a private
// PostgreSQL and an SFTP server on loopback, invents a school district, and
// runs the real programs, extract and publish, through three nights. Nothing
// in it is faked but the children.
//
//	go run ./cmd/demo                  tells the story
//	go run ./cmd/demo servers [DIR]    starts the servers and leaves them running: new ones, or those of
//	                                   an earlier story in DIR
//	go run ./cmd/demo stop DIR         stops them
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal kills

	if err := run(ctx, os.Args[1:]); err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "error:", cli.OneLine(err.Error()))
		stop()
		os.Exit(1)
	}
	if ctx.Err() != nil {
		stop()
		os.Exit(130)
	}
}

func run(ctx context.Context, args []string) error {
	command, dir := "", ""
	if len(args) > 0 {
		command = args[0]
	}
	if len(args) > 1 {
		dir = args[1]
	}

	switch {
	case len(args) == 0:
		return story(ctx)
	case command == "servers":
		return servers(ctx, dir)
	case command == "serve" && dir != "": // what servers leaves running
		return serve(ctx, dir)
	case command == "stop" && dir != "":
		return stop(dir)
	}

	return errors.New("usage: demo · demo servers [DIR] · demo stop DIR")
}
