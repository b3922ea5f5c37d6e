package server

import (
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync/atomic"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// conn is a connection that can fall silent.
type conn struct {
	net.Conn
	silent atomic.Bool
}

// Read drops what a silent server does not hear.
func (c *conn) Read(b []byte) (int, error) {
	for {
		n, err := c.Conn.Read(b)
		if err != nil || !c.silent.Load() {
			return n, err
		}
	}
}

// Write drops what a silent server does not say.
func (c *conn) Write(b []byte) (int, error) {
	if c.silent.Load() {
		return len(b), nil
	}
	return c.Conn.Write(b)
}

// serve speaks SSH on a connection until its end.
func (s *Server) serve(c *conn) {
	err := s.around("connect", "", func() error { return nil })
	if err != nil && !errors.Is(err, ErrSilent) {
		return
	}

	_, channels, requests, err := ssh.NewServerConn(c, s.handshake())
	if err != nil {
		return // the client's trouble
	}

	s.running.Go(func() { ssh.DiscardRequests(requests) })
	for channel := range channels {
		if channel.ChannelType() != "session" {
			_ = channel.Reject(ssh.UnknownChannelType, "sessions only")
			continue
		}
		if ch, requests, err := channel.Accept(); err == nil {
			s.running.Go(func() { s.session(ch, requests) })
		}
	}
}

func (s *Server) handshake() *ssh.ServerConfig {
	c := &ssh.ServerConfig{PasswordCallback: func(user ssh.ConnMetadata, password []byte) (*ssh.Permissions, error) {
		return nil, s.Login(user.User(), string(password))
	}}
	for _, key := range s.options.HostKeys {
		c.AddHostKey(key)
	}
	if s.options.SSH != nil {
		s.options.SSH(c)
	}

	return c
}

// Login returns nil when user and password are those of the options.
func (s *Server) Login(user, password string) error {
	return s.around("login", user, func() error {
		same := subtle.ConstantTimeCompare([]byte(password), []byte(s.options.Password)) == 1
		if user != s.options.User || !same {
			return errors.New("user or password is wrong")
		}
		return nil
	})
}

// session serves the sftp subsystem, once.
func (s *Server) session(ch ssh.Channel, requests <-chan *ssh.Request) {
	for r := range requests {
		wanted := r.Type == "subsystem" && len(r.Payload) > 4 && string(r.Payload[4:]) == "sftp"
		if err := r.Reply(wanted, nil); err != nil {
			return
		}
		if wanted {
			s.running.Go(func() { ssh.DiscardRequests(requests) })
			_ = s.sftp(ch) // it ends when the client leaves; its error does not matter
			_ = ch.Close()
			return
		}
	}
}

// sftp answers the client's first packet itself, so that the extensions are
// those of this server and not of the whole process, and leaves the others to
// pkg/sftp.
func (s *Server) sftp(ch ssh.Channel) error {
	var size [4]byte
	if _, err := io.ReadFull(ch, size[:]); err != nil {
		return err
	}
	if _, err := io.CopyN(io.Discard, ch, int64(binary.BigEndian.Uint32(size[:]))); err != nil {
		return err
	}

	version := []byte{2, 0, 0, 0, 3} // SSH_FXP_VERSION, protocol 3
	if !s.options.NoPosixRename {
		version = text(text(version, "posix-rename@openssh.com"), "1")
	}
	if _, err := ch.Write(text(nil, string(version))); err != nil {
		return err
	}

	f := files{s}
	handlers := sftp.Handlers{FileGet: f, FilePut: f, FileCmd: f, FileList: f}
	return sftp.NewRequestServer(ch, handlers).Serve()
}

// text appends s with its length before it.
func text(b []byte, s string) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(s))), s...)
}
