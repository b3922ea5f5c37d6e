package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
)

// story tells it, in a folder that stays, unless it is interrupted.
func story(ctx context.Context) error {
	s, err := newStage("")
	if err != nil {
		return err
	}
	fmt.Println("Starting PostgreSQL and an SFTP server on this machine, in", s.dir)
	if err = s.start(ctx); err == nil {
		err = s.tell(ctx)
	}
	err = errors.Join(err, s.close())
	if ctx.Err() != nil {
		fmt.Println("\nInterrupted; removing", s.dir)
		return os.RemoveAll(s.dir)
	}
	if err == nil {
		s.guide()
	}
	return err
}

// scene is one command of the story, and what happens before it.
type scene struct {
	say     string
	happens func(context.Context) error
	command []string
	env     []string
	exit    int // with which the command ends
}

// tell runs the story, each command as a person would, and fails when one does
// not end as the story has it.
func (s *stage) tell(ctx context.Context) error {
	d := district.District{LastDay: lastDay()}
	if err := s.prepare(ctx, d); err != nil {
		return err
	}
	scenes, err := s.scenes(d)
	if err != nil {
		return err
	}
	if err := os.WriteFile(s.path("schoolinks.yaml"), []byte("report: {dir: reports}\n"), 0o600); err != nil {
		return err
	}
	for _, sc := range scenes {
		fmt.Println("\n" + styled("1", sc.say))
		if sc.happens != nil {
			if err := sc.happens(ctx); err != nil {
				return err
			}
		}
		fmt.Println(styled("36", "$ "+quoted(sc.command)))
		if err := s.command(ctx, sc.env, sc.exit, sc.command...); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) scenes(d district.District) ([]scene, error) {
	fingerprint, err := s.fingerprint()
	if err != nil {
		return nil, err
	}
	owner, extract, publish := s.ownerEnv(), s.extractEnv(), s.publishEnv()
	powerschool := s.url("postgres", "powerschool")
	snapshot := func(night int) []string {
		return []string{"extract", "run", "--attendance-through", d.LastDay.AddDate(0, 0, night-1).Format(time.DateOnly)}
	}
	nextDay := func(ctx context.Context) error { return d.NextDay(ctx, powerschool) }
	return []scene{
		{say: "Once: the owner makes the tables, and gives each program a role with just what it needs.",
			command: []string{"extract", "migrate", "--grant-extract", "sync_extract", "--grant-publish", "sync_publish"}, env: owner},
		{say: "Once: the server's host key is compared with the fingerprint that its operator told us.",
			command: []string{"publish", "trust", "--fingerprint", fingerprint}, env: publish},
		{say: "Night one. A snapshot of PowerSchool: every student in scope, in one statement.",
			command: snapshot(1), env: extract},
		{say: "The files are built and compared with what SchooLinks holds. Nobody knows what that is\nyet, so the first publication is held for a person (exit code 3).",
			command: []string{"publish", "run"}, env: publish, exit: 3},
		{say: "A person looks at it and says yes. These bytes are sent: staged, read back, then renamed.",
			command: []string{"publish", "approve", "1", "--reason", "the first night, compared with the old files"}, env: publish},
		{say: "Night two. Ordinary changes: some plans begin or end, a few students come and go.",
			happens: nextDay, command: snapshot(2), env: extract},
		{say: "Before anything is sent: for whom the 504 mark changes, and why.",
			command: []string{"publish", "diff", "--tag", "504"}, env: publish},
		{say: "What changes, by file and tag. Nothing unusual: it is delivered.",
			command: []string{"publish", "run"}, env: publish},
		{say: "Night three. The table with the IEP, EL and low-income marks comes back empty.",
			happens: func(ctx context.Context) error { return errors.Join(nextDay(ctx), d.Break(ctx, powerschool)) },
			command: snapshot(3), env: extract},
		{say: "Sending that would take the marks from every child. It is held (exit code 3), nothing is\nsent, and the files of night two stay live.",
			command: []string{"publish", "run"}, env: publish, exit: 3},
		{say: "What there is to see afterwards:",
			command: []string{"publish", "list"}, env: publish},
	}, nil
}

// command runs a command in the folder and expects its exit code.
func (s *stage) command(ctx context.Context, env []string, exit int, args ...string) error {
	c := exec.CommandContext(ctx, s.path("bin", args[0]), args[1:]...)
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = 10 * time.Second
	c.Dir, c.Stdin, c.Stdout, c.Stderr = s.dir, os.Stdin, os.Stdout, os.Stderr
	c.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME"), "TERM=" + os.Getenv("TERM")}, env...)
	err := c.Run()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if failed := (*exec.ExitError)(nil); err != nil && !errors.As(err, &failed) {
		return err
	}
	if got := c.ProcessState.ExitCode(); got != exit {
		return fmt.Errorf("%s: exit code %d, the story expects %d", quoted(args), got, exit)
	}
	return nil
}

// quoted writes a command as a shell takes it.
func quoted(args []string) string {
	words := make([]string, len(args))
	for i, arg := range args {
		words[i] = arg
		if strings.ContainsAny(arg, " '") {
			words[i] = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// styled marks text on a terminal that shows colours.
func styled(code, text string) string {
	if os.Getenv("NO_COLOR") != "" || !term.IsTerminal(int(os.Stdout.Fd())) {
		return text
	}
	return "\033[" + code + "m" + text + "\033[0m"
}

// guide says where everything is, and how to look at it.
func (s *stage) guide() {
	fmt.Println("\n" + styled("1", "Where things are"))
	fmt.Println("  what SchooLinks holds     ", s.path("sftp", "automated"))
	fmt.Println("  a report of each night    ", s.path("reports", "publication-3.html"), "and so on: open them in a browser")
	fmt.Println("  the programs              ", s.path("bin"))
	fmt.Println("  the databases             ", s.path("postgres"))
	fmt.Println("\n" + styled("1", "To look at them"))
	fmt.Println("  make demo-servers DIR=" + s.dir + "   # starts the servers again")
	fmt.Println("  cd " + s.dir + " && . ./publish.env")
	fmt.Println("  bin/publish report 2                # what changed on night two, for whom and why")
	fmt.Println("  bin/publish report 3                # what held night three")
	fmt.Println("  bin/publish build --to sent --publication 2")
	fmt.Println("  psql \"$DATABASE_URL\" -c 'select * from publication_state'")
	fmt.Println("\nThe servers are stopped. When you have seen enough: rm -r", s.dir)
}
