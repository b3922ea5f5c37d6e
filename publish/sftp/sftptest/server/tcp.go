package server

import (
	"encoding/binary"
	"io"
	"net"
	"sync/atomic"
	"time"
)

// conn is a connection that can fall silent, and can be slow.
type conn struct {
	net.Conn
	silent atomic.Bool
	rate   int // bytes a second, each way; 0 is no limit
	login  atomic.Bool
}

// piece is how many bytes a slow connection carries at a time.
const piece = 256

// Read drops what a silent server does not hear.
func (c *conn) Read(b []byte) (int, error) {
	if c.rate > 0 {
		b = b[:min(piece, len(b))]
	}
	for {
		n, err := c.Conn.Read(b)
		if err != nil || !c.silent.Load() {
			c.wait(n)
			return n, err
		}
	}
}

// Write drops what a silent server does not say.
func (c *conn) Write(b []byte) (written int, err error) {
	if c.silent.Load() {
		return len(b), nil
	}
	if c.rate == 0 {
		return c.Conn.Write(b)
	}

	for written < len(b) && err == nil {
		var n int
		n, err = c.Conn.Write(b[written:min(written+piece, len(b))])
		written += n
		c.wait(n)
	}
	return written, err
}

// wait takes the time that n bytes need.
func (c *conn) wait(n int) {
	if c.rate > 0 {
		time.Sleep(time.Duration(n) * time.Second / time.Duration(c.rate))
	}
}

// greet does what a server does before the key exchange, and reports whether it
// goes on to that.
func (s *Server) greet(c *conn) bool {
	f := s.fault()
	c.rate = f.Rate

	s.mu.Lock()
	s.seen.Connections++
	dropped := s.seen.Connections <= f.DropFirst
	banned := f.BanAfter > 0 && s.strangers >= f.BanAfter
	s.mu.Unlock()

	if dropped || banned {
		return false
	}
	if f.Greeting != "" {
		if _, err := io.WriteString(c, f.Greeting); err != nil {
			return false
		}
	}
	if f.Disconnect != "" {
		disconnect(c, f.Disconnect)
		return false
	}
	return true
}

// disconnect says goodbye in place of the key exchange, where packets are not
// encrypted yet, and waits until the client has gone.
func disconnect(c *conn, says string) {
	const byApplication, padding = 11, 8

	message := binary.BigEndian.AppendUint32([]byte{1}, byApplication) // SSH_MSG_DISCONNECT
	message = text(text(message, says), "")
	for (4+1+len(message)+padding)%8 != 0 {
		message = append(message, 0) // which no client reads
	}
	packet := append([]byte{padding}, message...)
	packet = append(packet, make([]byte, padding)...)

	_, _ = io.WriteString(c, "SSH-2.0-Go\r\n"+string(text(nil, string(packet)))) // the client may have gone
	_, _ = io.Copy(io.Discard, c)
}

// leaves counts a connection that ended without a login.
func (s *Server) leaves(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !c.login.Load() {
		s.strangers++
	}
}
