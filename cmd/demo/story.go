package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
)

const module = "github.com/schoolinks-sync/schoolinks-sync"

// tell runs the story, each command as a person would, and fails when one does
// not end as the story has it.
func (s *stage) tell(ctx context.Context) error {
	d := district.District{LastDay: lastDay()}
	if err := s.prepare(ctx, d); err != nil {
		return err
	}
	through := func(night int) string {
		return "--attendance-through=" + d.LastDay.AddDate(0, 0, night-1).Format(time.DateOnly)
	}
	powerschool := s.url("postgres", "powerschool")
	for _, step := range []struct {
		say     string
		happens func(context.Context) error
		command []string
		env     []string
		exit    int
	}{
		{say: "Once: the owner makes the tables, and gives each program a role with just what it needs.",
			command: []string{"extract", "migrate", "--grant-extract", "sync_extract", "--grant-publish", "sync_publish"}, env: s.ownerEnv()},
		{say: "Night one. A snapshot of PowerSchool: every student in scope, in one statement.",
			command: []string{"extract", "run", through(1)}, env: s.extractEnv()},
		{say: "The files are built and compared with what SchooLinks holds. Nobody knows what that is\nyet, so the first publication is held for a person (exit code 3).",
			command: []string{"publish", "run"}, env: s.publishEnv(), exit: 3},
		{say: "A person looks at it and says yes. These bytes are sent, staged and read back before\nthey get their names.",
			command: []string{"publish", "approve", "1", "--reason", "the first night, checked against the old files"}, env: s.publishEnv()},
		{say: "Night two. Ordinary changes: some plans begin or end, a few students come and go.",
			happens: func(ctx context.Context) error { return d.NextDay(ctx, powerschool) },
			command: []string{"extract", "run", through(2)}, env: s.extractEnv()},
		{say: "What changed, by file and tag. Nothing unusual: it is delivered.",
			command: []string{"publish", "run"}, env: s.publishEnv()},
		{say: "Night three. The table with the IEP, EL and low-income marks comes back empty.",
			happens: func(ctx context.Context) error {
				return errors.Join(d.NextDay(ctx, powerschool), d.Break(ctx, powerschool))
			},
			command: []string{"extract", "run", through(3)}, env: s.extractEnv()},
		{say: "Sending that would take the marks from every child. It is held (exit code 3), nothing is\nsent, and the files of night two stay live.",
			command: []string{"publish", "run"}, env: s.publishEnv(), exit: 3},
		{say: "What there is to see afterwards:",
			command: []string{"publish", "list"}, env: s.publishEnv()},
	} {
		if step.say != "" {
			fmt.Printf("\n\033[1m%s\033[0m\n", step.say)
		}
		if step.happens != nil {
			if err := step.happens(ctx); err != nil {
				return err
			}
		}
		if err := s.command(ctx, step.env, step.exit, step.command...); err != nil {
			return err
		}
	}
	return nil
}

// prepare builds the programs, and makes the databases and the district.
func (s *stage) prepare(ctx context.Context, d district.District) error {
	fmt.Println("Building extract and publish")
	build := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(s.dir, "bin")+"/", module+"/cmd/extract", module+"/cmd/publish")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // without Oracle's driver: PowerSchool's tables are in PostgreSQL here
	build.Stdout, build.Stderr = os.Stdout, os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build the programs: %w", err)
	}
	const configuration = "# The defaults are Illinois' tables and SchooLinks' files; this file need not say much.\nstudents:\n  grades: [8, 9, 10, 11, 12]\n"
	if err := os.WriteFile(filepath.Join(s.dir, "schoolinks.yaml"), []byte(configuration), 0o600); err != nil {
		return err
	}
	err := s.sql(ctx, "postgres", `create role sync_owner login; create role sync_extract login; create role sync_publish login; create role psnavigator login;
		create database schoolinks owner sync_owner; create database powerschool`)
	if err != nil {
		return err
	}
	fmt.Println("Inventing a district: 10,000 students and 180 days of attendance")
	if err := d.Load(ctx, s.url("postgres", "powerschool")); err != nil {
		return err
	}
	return s.sql(ctx, "powerschool", "grant select on all tables in schema public to psnavigator")
}

// command prints a command, runs it in the folder and expects its exit code.
func (s *stage) command(ctx context.Context, env []string, exit int, args ...string) error {
	fmt.Println("\033[36m$ " + quoted(args) + "\033[0m")
	c := exec.CommandContext(ctx, filepath.Join(s.dir, "bin", args[0]), args[1:]...)
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

// guide says where everything is.
func (s *stage) guide() {
	fmt.Printf("\n\033[1mWhere things are\033[0m\n")
	fmt.Printf("  what SchooLinks holds    %s\n", filepath.Join(s.dir, "sftp", "automated"))
	fmt.Printf("  the programs             %s\n", filepath.Join(s.dir, "bin"))
	fmt.Printf("  the configuration        %s\n", filepath.Join(s.dir, "schoolinks.yaml"))
	fmt.Printf("  the store                %s\n", s.url("sync_owner", "schoolinks"))
	fmt.Printf("  PowerSchool's tables     %s\n", s.url("psnavigator", "powerschool"))
	fmt.Println("\nTo look at them, while the servers run (go run ./cmd/demo -on " + s.dir + "):")
	fmt.Println("  cd " + s.dir)
	for _, env := range s.publishEnv() {
		fmt.Println("  export " + env)
	}
	fmt.Println("  bin/publish show 2        # what changed on night two")
	fmt.Println("  bin/publish show 3        # what held night three")
	fmt.Println("  bin/publish build --to files --publication 2")
	fmt.Println("  psql '" + s.url("sync_owner", "schoolinks") + "' -c 'select * from live'")
}
