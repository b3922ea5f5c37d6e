package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
)

// story tells the story, in a folder that stays unless the story is interrupted.
func story(ctx context.Context) error {
	s, err := newStage("")
	if err != nil {
		return err
	}

	fmt.Println("Starting PostgreSQL and an SFTP server on this machine, in", s.dir)
	err = s.start(ctx)
	if err == nil {
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
	config := []byte("report: {dir: reports}\n")
	if err := os.WriteFile(s.path("schoolinks.yaml"), config, 0o600); err != nil {
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

// scenes returns the whole story.
func (s *stage) scenes(d district.District) ([]scene, error) {
	fingerprint, err := s.fingerprint()
	if err != nil {
		return nil, err
	}
	return slices.Concat(
		s.firstNight(d, fingerprint),
		s.ordinaryNight(d),
		s.brokenNight(d),
	), nil
}

// snapshot is the command that takes the snapshot of a night: 1, 2, 3.
func snapshot(d district.District, night int) []string {
	day := d.LastDay.AddDate(0, 0, night-1)
	return []string{"extract", "run", "--attendance-through", day.Format(time.DateOnly)}
}

func (s *stage) firstNight(d district.District, fingerprint string) []scene {
	migrate := []string{"extract", "migrate", "--grant-extract", "sync_extract", "--grant-publish", "sync_publish"}
	approve := []string{"publish", "approve", "1", "--reason", "the first night, compared with the old files"}

	return []scene{
		{
			say:     "Once: the owner makes the tables, and gives each program a role with just what it needs.",
			command: migrate,
			env:     s.ownerEnv(),
		},
		{
			say:     "Once: the server's host key is compared with the fingerprint that its operator told us.",
			command: []string{"publish", "trust", "--fingerprint", fingerprint},
			env:     s.publishEnv(),
		},
		{
			say:     "Night one. A snapshot of PowerSchool: every student in scope, in one statement.",
			command: snapshot(d, 1),
			env:     s.extractEnv(),
		},
		{
			say: "The files are built and compared with what SchooLinks has. Nobody knows what that is\n" +
				"yet, so the first publication is held for a person (exit code 3).",
			command: []string{"publish", "run"},
			env:     s.publishEnv(),
			exit:    3,
		},
		{
			say:     "A person looks at it and says yes. These bytes are sent: staged, read back, then renamed.",
			command: approve,
			env:     s.publishEnv(),
		},
	}
}

func (s *stage) ordinaryNight(d district.District) []scene {
	return []scene{
		{
			say: "Night two. Ordinary changes: some plans begin or end, a few students come and go.",
			happens: func(ctx context.Context) error {
				return d.NextDay(ctx, s.url("postgres", "powerschool"))
			},
			command: snapshot(d, 2),
			env:     s.extractEnv(),
		},
		{
			say:     "Before anything is sent: for whom the 504 mark changes, and why.",
			command: []string{"publish", "diff", "--tag", "504"},
			env:     s.publishEnv(),
		},
		{
			say:     "What changes, by file and tag. Nothing is unusual, so the files are delivered.",
			command: []string{"publish", "run"},
			env:     s.publishEnv(),
		},
	}
}

func (s *stage) brokenNight(d district.District) []scene {
	return []scene{
		{
			say: "Night three. The table with the IEP, EL and low-income marks comes back empty.",
			happens: func(ctx context.Context) error {
				powerschool := s.url("postgres", "powerschool")
				return errors.Join(d.NextDay(ctx, powerschool), d.Break(ctx, powerschool))
			},
			command: snapshot(d, 3),
			env:     s.extractEnv(),
		},
		{
			say: "Sending that would take the marks from every child. It is held (exit code 3), nothing is\n" +
				"sent, and the files of night two stay live.",
			command: []string{"publish", "run"},
			env:     s.publishEnv(),
			exit:    3,
		},
		{
			say:     "What there is to see afterwards:",
			command: []string{"publish", "list"},
			env:     s.publishEnv(),
		},
	}
}

// command runs a command in the folder and expects its exit code.
func (s *stage) command(ctx context.Context, env []string, exit int, args ...string) error {
	c := exec.CommandContext(ctx, s.path("bin", args[0]), args[1:]...)
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = 10 * time.Second

	c.Dir, c.Stdin, c.Stdout, c.Stderr = s.dir, os.Stdin, os.Stdout, os.Stderr
	c.Env = env
	for _, name := range []string{"PATH", "HOME", "TERM"} {
		c.Env = append(c.Env, name+"="+os.Getenv(name))
	}

	err := c.Run()
	if ctx.Err() != nil {
		return ctx.Err()
	}

	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
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

// styled marks text on a terminal that shows colors.
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
	fmt.Println("  a report of each night    ", s.path("reports", "publication-3.html"),
		"and so on: open them in a browser")
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
