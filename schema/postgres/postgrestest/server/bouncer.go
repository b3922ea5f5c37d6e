package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrNoBouncer says that pgbouncer is neither on the PATH nor where Debian keeps it.
var ErrNoBouncer = errors.New("pgbouncer is not installed")

// BouncerOptions are what PgBouncer lets pass, and how.
type BouncerOptions struct {
	Processes int             // behind one port; more than one need so_reuseport = 1
	Users     []*url.Userinfo // with the passwords that the server may ask for; PgBouncer asks for none
	Settings  []string        // such as pool_mode = transaction
}

// Bouncer is a running PgBouncer on this machine. On Linux it ends with this process.
type Bouncer struct {
	Host      string // and port
	log       string
	processes []*exec.Cmd
}

// StartBouncer starts PgBouncer, with its files in dir, in front of the server at a
// URL, and waits until it listens.
func StartBouncer(ctx context.Context, dir string, to *url.URL, o BouncerOptions) (*Bouncer, error) {
	program, err := bouncer()
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}

	if err := own(dir); err != nil {
		return nil, err
	}
	settings, err := configureBouncer(dir, port, to, o)
	if err != nil {
		return nil, err
	}

	b := &Bouncer{
		Host: net.JoinHostPort("127.0.0.1", strconv.Itoa(port)),
		log:  filepath.Join(dir, "log"),
	}
	for range o.Processes {
		if err := b.run(program, settings); err != nil {
			b.Stop()
			return nil, err
		}
	}
	if err := b.ready(ctx); err != nil {
		b.Stop()
		return nil, err
	}
	return b, nil
}

// bouncer returns the program. Debian keeps it where not every PATH leads.
func bouncer() (string, error) {
	for _, name := range []string{"pgbouncer", "/usr/sbin/pgbouncer"} {
		if program, err := exec.LookPath(name); err == nil {
			return program, nil
		}
	}
	return "", ErrNoBouncer
}

// configureBouncer writes PgBouncer's files, and returns the name of the first.
func configureBouncer(dir string, port int, to *url.URL, o BouncerOptions) (string, error) {
	var users strings.Builder
	for _, user := range o.Users {
		password, _ := user.Password()
		fmt.Fprintf(&users, "%q %q\n", user.Username(), password)
	}

	list := filepath.Join(dir, "users")
	settings := fmt.Sprintf(`[databases]
* = host=%s port=%s
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %d
unix_socket_dir =
auth_type = trust
auth_file = %s
%s
`, to.Hostname(), to.Port(), port, list, strings.Join(o.Settings, "\n"))

	file := filepath.Join(dir, "pgbouncer.ini")
	err := os.WriteFile(list, []byte(users.String()), 0o644) // in a folder that nobody else can read
	if err == nil {
		err = os.WriteFile(file, []byte(settings), 0o644)
	}
	return file, err
}

func (b *Bouncer) run(program, settings string) error {
	log, err := os.OpenFile(b.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close() // PgBouncer has its own handle

	process := exec.Command(program, settings)
	process.Dir, process.Stderr = filepath.Dir(settings), log
	err = unprivileged(process, true)
	if err == nil {
		err = process.Start()
	}
	if err == nil {
		b.processes = append(b.processes, process)
	}
	return err
}

// ready waits until PgBouncer listens.
func (b *Bouncer) ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readyWithin)
	defer cancel()

	poll := time.NewTicker(5 * time.Millisecond)
	defer poll.Stop()

	for {
		conn, err := net.Dial("tcp", b.Host)
		if err == nil {
			return conn.Close()
		}
		select {
		case <-ctx.Done():
			log, _ := os.ReadFile(b.log) // what it holds is a help, no more
			return fmt.Errorf("pgbouncer does not listen: %w\n%s", err, log)
		case <-poll.C:
		}
	}
}

// Stop ends PgBouncer and all connections through it.
func (b *Bouncer) Stop() {
	for _, process := range b.processes {
		_ = process.Process.Kill() // it may have ended
		_ = process.Wait()         // killed
	}
}
