package sftp

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// start starts SFTP in a channel of its own. What the other side says in place of
// it is heard, to be told: a login shell's greeting, or that the account may not.
func (s *Session) start() error {
	channel, requests, err := s.ssh.OpenChannel("session", nil)
	if err != nil {
		return s.notStarted(&heard{}, err)
	}

	h := &heard{}
	out := io.TeeReader(channel, &h.stdout)
	h.reading.Go(func() { _, _ = io.Copy(&h.stderr, channel.Stderr()) }) // until the channel ends
	h.reading.Go(func() { h.requests(requests) })

	accepted, err := channel.SendRequest("subsystem", true, ssh.Marshal(struct{ Name string }{"sftp"}))
	if err == nil && !accepted {
		h.refused = true
		err = errors.New("the subsystem was refused")
	}
	if err != nil {
		h.wait(out)
		return s.notStarted(h, err)
	}

	// Reads one after another: concurrent ones lose data when a server answers
	// with less than was asked for (https://github.com/pkg/sftp/issues/658).
	s.client, err = sftp.NewClientPipe(out, input{channel}, sftp.UseConcurrentReads(false))
	if err != nil {
		h.wait(out)
		return s.notStarted(h, err)
	}
	return nil
}

// input is the standard input of what runs on the server.
type input struct{ ssh.Channel }

// Close lets the server say the rest.
func (in input) Close() error { return in.CloseWrite() }

// notStarted says why SFTP did not start, in the server's words where it has some.
func (s *Session) notStarted(h *heard, err error) error {
	if cause := s.conn.cause(); cause != nil {
		return fmt.Errorf("start sftp: %w", s.conn.lost(err))
	}
	said := h.text()
	if said == "" && h.status() != "" {
		said = s.complaint()
	}
	if saysExpired.MatchString(said) && strings.Contains(strings.ToLower(said), "password") {
		return passwordExpired()
	}

	var why string
	var rejected *ssh.OpenChannelError
	switch {
	case said != "":
		why = "the server said " + s.conn.quoted(said)
	case errors.As(err, &rejected):
		why = "the server said " + s.conn.quoted(rejected.Message)
	case h.refused:
		why = "the server refuses the subsystem sftp"
	case h.status() != "":
		why = "the server ended it with " + h.status()
	default:
		why = s.whyNot(err)
	}

	err = fmt.Errorf("the account was accepted, but SFTP did not start (%s)", why)
	return schema.NewFault(schema.Failure, err,
		"ask the server's operator to let this account use SFTP")
}

// complaint returns what the server says on the standard error of a command that does
// nothing: OpenSSH drops that of a subsystem, and there it says that a password has
// expired. It returns "" when it says nothing.
func (s *Session) complaint() string {
	channel, requests, err := s.ssh.OpenChannel("session", nil)
	if err != nil {
		return ""
	}
	defer channel.Close() // what it said is known

	h := &heard{}
	h.reading.Go(func() { _, _ = io.Copy(&h.stderr, channel.Stderr()) })
	h.reading.Go(func() { h.requests(requests) })
	_, err = channel.SendRequest("exec", true, ssh.Marshal(struct{ Command string }{"exit"}))
	if err == nil {
		h.wait(channel)
	}
	return h.text()
}

// whyNot says why SFTP did not start, where the server has said nothing in its place.
func (s *Session) whyNot(err error) string {
	last := s.conn.lastWords(err)
	over := last != err && s.conn.cause() == nil
	switch {
	case s.conn.words(last) != "":
		return "the server said " + s.conn.quoted(s.conn.words(last))
	case over || ended(err): // the connection, and with it the session, or that alone
		return "the server ended the session"
	}
	return "its answer is not one of SFTP"
}

// heard is what a server says around the start of SFTP.
type heard struct {
	stdout, stderr record
	refused        bool
	reading        sync.WaitGroup

	mu     sync.Mutex
	exited string
}

// requests takes what the server tells of the program that it ran.
func (h *heard) requests(requests <-chan *ssh.Request) {
	for r := range requests {
		h.mu.Lock()
		switch {
		case r.Type == "exit-status" && len(r.Payload) >= 4:
			h.exited = fmt.Sprintf("exit status %d", binary.BigEndian.Uint32(r.Payload))
		case r.Type == "exit-signal":
			h.exited = "a signal"
		}
		h.mu.Unlock()
		if r.WantReply {
			_ = r.Reply(false, nil) // the next read shows a lost connection
		}
	}
}

func (h *heard) status() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.exited
}

// wait waits for the server's last words, though not for long: a shell may wait for
// this side to say something.
func (h *heard) wait(out io.Reader) {
	done := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, out)
		h.reading.Wait()
		close(done)
	}()

	select {
	case <-done:
	case <-time.After(endingLimit):
	}
}

func (h *heard) text() string {
	return strings.TrimSpace(h.stderr.String() + " " + h.stdout.String())
}

// record keeps the first bytes that are written to it.
type record struct {
	mu   sync.Mutex
	kept bytes.Buffer
}

func (r *record) Write(b []byte) (int, error) {
	const most = 1024
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept.Write(b[:min(len(b), most-r.kept.Len())])
	return len(b), nil
}

func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.kept.String()
}
