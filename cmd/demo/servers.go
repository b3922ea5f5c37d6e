package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
)

// servers starts the servers and leaves them running: those of an earlier demo
// in dir, or new ones, with a district, roles, and the files that the script
// left behind on its last night, but with an empty store.
func servers(ctx context.Context, dir string) error {
	s, err := newStage(dir)
	if err != nil {
		return err
	}
	if dir == "" {
		if err := errors.Join(s.furnish(ctx), s.close()); err != nil {
			return err
		}
	}

	if err := s.writeEnvs(); err != nil {
		return err
	}
	if err := s.background(ctx); err != nil {
		return err
	}

	return s.welcome()
}

// furnish makes everything that a district has before its first night.
func (s *stage) furnish(ctx context.Context) error {
	if err := s.start(ctx); err != nil {
		return err
	}
	if err := s.prepare(ctx, district.District{LastDay: lastDay()}); err != nil {
		return err
	}

	return s.scriptFiles(ctx)
}

// scriptFiles leaves in old-files what the Python script would have written
// last night, made in a store of its own.
func (s *stage) scriptFiles(ctx context.Context) error {
	fmt.Println("Writing the files of the script's last night")
	root, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return fmt.Errorf("find examples/d118-script.yaml: %w", err)
	}
	if err := s.sql(ctx, "postgres", "create database scratch owner sync_owner"); err != nil {
		return err
	}

	env := append(s.extractEnv(), "DATABASE_URL="+s.url("sync_owner", "scratch"),
		"SCHOOLINKS_CONFIG="+filepath.Join(strings.TrimSpace(string(root)), "examples", "d118-script.yaml"))
	for _, command := range [][]string{
		{"extract", "migrate", "--quiet"},
		{"extract", "run", "--quiet", "-o", os.DevNull},
		{"publish", "build", "--quiet", "--to", "old-files"},
	} {
		if err := s.command(ctx, env, 0, command...); err != nil {
			return err
		}
	}

	return s.sql(ctx, "postgres", "drop database scratch")
}

// writeEnvs writes the variables of each role into a file for a shell.
func (s *stage) writeEnvs() error {
	for name, env := range map[string][]string{
		"owner":   s.ownerEnv(),
		"extract": s.extractEnv(),
		"publish": s.publishEnv(),
	} {
		if err := os.WriteFile(s.path(name+".env"), []byte(shell(env)), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// background starts a process that has the servers, and waits until it says
// that they are up.
func (s *stage) background(ctx context.Context) error {
	err := errors.Join(os.RemoveAll(s.path("pid")), os.RemoveAll(s.path("servers.log")))
	if err != nil {
		return err
	}
	log, err := os.OpenFile(s.path("servers.log"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer log.Close() // the process has its own handle

	c := exec.Command(s.path("bin", "demo"), "serve", s.dir)
	c.Dir, c.Stdout, c.Stderr = s.dir, log, log
	c.SysProcAttr = detached()
	if err := c.Start(); err != nil {
		return err
	}
	return s.up(ctx, c)
}

// up waits until the process says that the servers are up.
func (s *stage) up(ctx context.Context, c *exec.Cmd) error {
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()

	limit := time.After(time.Minute)
	poll := time.NewTicker(50 * time.Millisecond)
	defer poll.Stop()

	for {
		if _, err := os.Stat(s.path("pid")); err == nil {
			return nil
		}
		select {
		case <-poll.C:
		case <-ctx.Done():
			return errors.Join(ctx.Err(), c.Process.Kill())
		case <-limit:
			err := fmt.Errorf("the servers did not start in a minute, see %s", s.path("servers.log"))
			return errors.Join(err, c.Process.Kill())
		case <-ended:
			return fmt.Errorf("the servers ended, see %s", s.path("servers.log"))
		}
	}
}

// serve runs the servers until it is told to stop. Its pid file means that they
// are up.
func serve(ctx context.Context, dir string) error {
	s, err := newStage(dir)
	if err != nil {
		return err
	}

	err = s.start(ctx)
	if err == nil {
		err = os.WriteFile(s.path("pid"), []byte(strconv.Itoa(os.Getpid())), 0o600)
	}
	if err == nil {
		<-ctx.Done()
	}

	return errors.Join(err, s.close(), os.RemoveAll(s.path("pid")))
}

// stop tells the servers of a folder to stop.
func stop(dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, "pid"))
	if err != nil {
		return fmt.Errorf("no servers are running in %s: %w", dir, err)
	}

	pid, err := strconv.Atoi(string(text))
	if err != nil {
		return err
	}

	process, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return process.Signal(syscall.SIGTERM)
}

// welcome says what is there.
func (s *stage) welcome() error {
	fingerprint, err := s.fingerprint()
	if err != nil {
		return err
	}

	fmt.Printf("\nThe servers run until: make demo-stop DIR=%s\n\n", s.dir)
	fmt.Println("# the store's owner (owner.env)\n" + shell(s.ownerEnv()))
	fmt.Println("# the program extract (extract.env)\n" + shell(s.extractEnv()))
	fmt.Println("# the program publish (publish.env)\n" + shell(s.publishEnv()))
	fmt.Println("# the roles for extract migrate: sync_extract, sync_publish")
	fmt.Println("# the SFTP server's host key:    ", fingerprint)
	fmt.Println("# the script's last files:       ", s.path("old-files"))
	fmt.Println("# the programs:                  ", s.path("bin"))
	fmt.Println("cd", s.dir)
	return nil
}
