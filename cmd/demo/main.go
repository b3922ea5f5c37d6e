// Command demo shows the whole nightly job on this machine: it starts a private
// PostgreSQL and an SFTP server on loopback, invents a school district, and
// runs the real programs, extract and publish, through three nights. Nothing
// in it is faked but the children.
//
//	go run ./cmd/demo            the story
//	go run ./cmd/demo -on DIR    the servers of an earlier one again, to look at
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"
)

func main() {
	on := flag.String("on", "", "start the servers of the demo in `DIR` again, and leave the story out")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal kills
	if err := run(ctx, *on); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, dir string) error {
	again := dir != ""
	s, err := open(ctx, dir)
	if err == nil && !again {
		err = s.tell(ctx)
	}
	if err == nil {
		s.guide()
		if again || term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stdout.Fd())) {
			fmt.Println("\nThe servers run until you press Ctrl-C.")
			<-ctx.Done()
		}
	}
	interrupted := ctx.Err() != nil
	if closed := s.close(interrupted && !again); err == nil {
		err = closed
	}
	if interrupted {
		return nil // as asked
	}
	return err
}
