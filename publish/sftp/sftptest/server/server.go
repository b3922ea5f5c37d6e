// Package server is a small SFTP server in the process: what the demo delivers
// to, and what the tests make misbehave. It shows one directory and lets one
// user in.
package server

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"sync"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// Options say what the server shows, to whom, and how it misbehaves.
type Options struct {
	Addr           string // to listen at; "" is a free port of 127.0.0.1
	Root           string // the directory that clients see as /
	User, Password string
	HostKeys       []ssh.Signer // see HostKey

	// Before and After, when not nil, are called around each request of a client:
	// connect, login, create, open, read, write, close, stat, list, rename,
	// remove or setstat. name is the file, or the user for login. An error is the
	// answer; one from Before prevents the request. After ErrSilent, ErrGone and
	// ErrEnds the client gets no answer at all.
	Before, After func(op, name string) error

	SSH func(*ssh.ServerConfig) // changes the handshake; may be nil

	Faults Faults // until Behave
}

var (
	// ErrSilent makes the server say nothing more on its open connections, which
	// stay open.
	ErrSilent = errors.New("silent")
	// ErrGone makes the server drop its open connections.
	ErrGone = errors.New("gone")
	// ErrEnds makes SFTP end on its open connections, which stay open.
	ErrEnds = errors.New("ends")
)

// Server is a running server.
type Server struct {
	options  Options
	root     *os.Root
	listener net.Listener
	running  sync.WaitGroup

	mu     sync.Mutex
	conns  map[*conn]bool
	closed bool

	faults    Faults
	seen      Seen
	strangers int                  // connections that ended without a login
	channels  map[ssh.Channel]bool // of the sessions that are open
	written   int64                // bytes
	spells    map[string]*spell    // by the name of the file
}

// Start starts a server, which runs until Close.
func Start(o Options) (*Server, error) {
	if o.Addr == "" {
		o.Addr = "127.0.0.1:0"
	}
	root, err := os.OpenRoot(o.Root)
	if err != nil {
		return nil, fmt.Errorf("start sftp server: %w", err)
	}

	listener, err := net.Listen("tcp", o.Addr)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start sftp server: %w", err), root.Close())
	}

	s := &Server{options: o, root: root, listener: listener, conns: map[*conn]bool{}, channels: map[ssh.Channel]bool{}}
	s.Behave(o.Faults)
	s.running.Go(s.accept)
	return s, nil
}

// Addr returns the address the server listens at.
func (s *Server) Addr() *net.TCPAddr { return s.listener.Addr().(*net.TCPAddr) }

// KnownHosts returns the text of a known_hosts file with the server's keys.
func (s *Server) KnownHosts() string {
	text := ""
	for _, key := range s.options.HostKeys {
		text += knownhosts.Line([]string{s.Addr().String()}, key.PublicKey()) + "\n"
	}
	return text
}

// Close stops the server and drops its connections.
func (s *Server) Close() error {
	err := s.listener.Close()
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()

	s.drop()
	s.running.Wait()
	return errors.Join(err, s.root.Close())
}

func (s *Server) accept() {
	for {
		tcp, err := s.listener.Accept()
		if err != nil {
			return // closed
		}

		c := &conn{Conn: tcp}
		s.mu.Lock()
		s.conns[c] = true
		if s.closed {
			_ = c.Close() // too late
		}

		s.mu.Unlock()

		s.running.Go(func() {
			s.serve(c)
			_ = c.Close() // the client is gone

			s.mu.Lock()
			delete(s.conns, c)
			s.mu.Unlock()
		})
	}
}

// around calls do between the hooks.
func (s *Server) around(op, name string, do func() error) error {
	s.mu.Lock()
	s.seen.Asked[op]++
	f := s.faults
	s.mu.Unlock()

	err := s.hook(f.Before, op, name)
	if err == nil {
		err = s.hook(s.options.Before, op, name)
	}
	if err == nil {
		err = do()
	}
	if err == nil {
		err = s.hook(s.options.After, op, name)
	}
	if err == nil {
		err = s.hook(f.After, op, name)
	}

	if errors.Is(err, fs.ErrNotExist) && f.Missing != nil {
		if code := f.Missing(op); code != 0 {
			return Status(code)
		}
	}
	return err
}

func (s *Server) hook(hook func(op, name string) error, op, name string) error {
	if hook == nil {
		return nil
	}
	err := hook(op, name)
	switch {
	case errors.Is(err, ErrSilent):
		s.silence()
	case errors.Is(err, ErrGone):
		s.drop()
	case errors.Is(err, ErrEnds):
		s.endChannels()
	}

	return err
}

func (s *Server) silence() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.conns {
		c.silent.Store(true)
	}
}

func (s *Server) endChannels() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ch := range s.channels {
		_ = ch.Close() // the client may have gone
	}
}

func (s *Server) drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.conns {
		_ = c.Close() // its error does not matter
	}
}
