package server

import (
	"encoding/binary"
	"errors"
	"io"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// serve speaks SSH on a connection until its end.
func (s *Server) serve(c *conn) {
	err := s.around("connect", "", func() error { return nil })
	if err != nil && !errors.Is(err, ErrSilent) {
		return
	}

	defer s.leaves(c)
	if !s.greet(c) {
		return
	}
	client, channels, requests, err := ssh.NewServerConn(c, s.handshake())
	if err != nil {
		return // the client's trouble
	}
	c.login.Store(true)

	f := s.fault()
	if f.Hangup {
		_ = client.Close() // that is what it is for
	}
	s.running.Go(func() { answer(requests, f.Deaf) })
	for channel := range channels {
		if channel.ChannelType() != "session" {
			_ = channel.Reject(ssh.UnknownChannelType, "sessions only")
			continue
		}
		s.accepts(channel, f)
	}
}

// answer refuses every request, or does not hear any.
func answer(requests <-chan *ssh.Request, deaf bool) {
	for r := range requests {
		if r.WantReply && !deaf {
			_ = r.Reply(false, nil) // the client may have gone
		}
	}
}

// accepts begins a session, unless one is open and no more are allowed.
func (s *Server) accepts(channel ssh.NewChannel, f Faults) {
	s.mu.Lock()
	another := len(s.channels) > 0
	s.mu.Unlock()
	if another && f.OneSession {
		_ = channel.Reject(ssh.ResourceShortage, "one session for each account")
		return
	}
	ch, requests, err := channel.Accept()
	if err != nil {
		return
	}

	s.mu.Lock()
	s.channels[ch] = true
	s.mu.Unlock()
	s.running.Go(func() {
		s.session(ch, requests, f)

		s.mu.Lock()
		delete(s.channels, ch)
		s.mu.Unlock()
	})
}

// session serves the sftp subsystem, once.
func (s *Server) session(ch ssh.Channel, requests <-chan *ssh.Request, f Faults) {
	for r := range requests {
		wanted := r.Type == "subsystem" && len(r.Payload) > 4 && string(r.Payload[4:]) == "sftp"
		if err := r.Reply(wanted, nil); err != nil {
			return
		}
		if !wanted {
			continue
		}

		s.running.Go(func() { ssh.DiscardRequests(requests) })
		_, _ = io.WriteString(ch, f.Shell+f.NoShell) // the client may have gone
		if f.NoShell == "" {
			_ = s.sftp(ch) // it ends when the client leaves; its error does not matter
		} else {
			_, _ = ch.SendRequest("exit-status", false, []byte{0, 0, 0, 1})
		}
		_ = ch.Close()
		return
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
	if !s.fault().NoPosix {
		version = text(text(version, "posix-rename@openssh.com"), "1")
	}
	if s.fault().FailFsync {
		version = text(text(version, fsync), "1")
	}
	if _, err := ch.Write(text(nil, string(version))); err != nil {
		return err
	}

	f := files{s}
	handlers := sftp.Handlers{FileGet: f, FilePut: f, FileCmd: f, FileList: f}
	return sftp.NewRequestServer(&packets{Channel: ch, server: s}, handlers).Serve()
}

// text appends s with its length before it.
func text(b []byte, s string) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(s))), s...)
}
