// Package server runs a private PostgreSQL server from the programs that are
// installed here: for tests, and to try the project out.
package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrNotInstalled says that initdb and postgres are neither on the PATH nor
// where Debian keeps them.
var ErrNotInstalled = errors.New("initdb and postgres are not installed")

// readyWithin bounds the start of a server.
const readyWithin = time.Minute

// Options are what the server is for.
type Options struct {
	// Throwaway gives up safety for speed: what is written need not survive a
	// crash of the machine, and on Linux the server ends with this process.
	Throwaway bool
	Port      int // 0 takes a free one
}

// PasswordRole is a role whose members must give their password. The server asks
// nobody else on this machine for one. The role has to be created first.
const PasswordRole = "password_needed"

// Server is a running PostgreSQL server on this machine.
type Server struct {
	URL     string // of its database postgres, as its superuser
	dir     string
	process *exec.Cmd
	options Options
}

// Start starts a server that keeps its data in dir, which it creates, and
// waits until it answers. A dir from an earlier Start is used again.
func Start(ctx context.Context, dir string, o Options) (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	if o.Port == 0 {
		if o.Port, err = freePort(); err != nil {
			return nil, err
		}
	}

	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	if err := own(dir); err != nil {
		return nil, err
	}

	data := filepath.Join(dir, "data")
	if err := initialize(ctx, bin, dir, data); err != nil {
		return nil, err
	}

	s := &Server{dir: dir, options: o}
	s.URL = fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?sslmode=disable", o.Port)
	if err := s.run(filepath.Join(bin, "postgres"), data); err != nil {
		return nil, err
	}
	if err := s.ready(ctx); err != nil {
		return nil, errors.Join(err, s.Stop())
	}

	return s, nil
}

// Log returns the name of the file that the server writes its log to.
func (s *Server) Log() string { return filepath.Join(s.dir, "log") }

func initialize(ctx context.Context, bin, dir, data string) error {
	if _, err := os.Stat(filepath.Join(data, "PG_VERSION")); err == nil {
		return nil
	}
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"),
		"--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "-D", data)
	initdb.Dir = dir
	if err := unprivileged(initdb, false); err != nil {
		return err
	}

	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	hba := fmt.Sprintf("host all +%s 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n", PasswordRole)
	return os.WriteFile(filepath.Join(data, "pg_hba.conf"), []byte(hba), 0o600) // keeps its owner
}

func (s *Server) run(program, data string) error {
	args := []string{
		"-D", data,
		"-p", strconv.Itoa(s.options.Port),
		"-h", "127.0.0.1",
		"-c", "unix_socket_directories=",
	}
	if s.options.Throwaway {
		args = append(args,
			"-c", "fsync=off",
			"-c", "synchronous_commit=off",
			"-c", "full_page_writes=off",
			"-c", "max_connections=200")
	}

	log, err := os.OpenFile(s.Log(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close() // the server has its own handle

	s.process = exec.Command(program, args...)
	s.process.Dir, s.process.Stdout, s.process.Stderr = s.dir, log, log
	if err := unprivileged(s.process, s.options.Throwaway); err != nil {
		return err
	}
	return s.process.Start()
}

// ready waits until the server answers.
func (s *Server) ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readyWithin)
	defer cancel()

	poll := time.NewTicker(20 * time.Millisecond)
	defer poll.Stop()

	for {
		conn, err := pgx.Connect(ctx, s.URL)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("postgres does not answer, see %s: %w", s.Log(), err)
		case <-poll.C:
		}
	}
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

// wait returns when the process has ended. It is not an error that a signal ended
// it.
func (s *Server) wait() error {
	err := s.process.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil
	}
	return err
}
