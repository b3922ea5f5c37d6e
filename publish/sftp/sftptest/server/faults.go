package server

import (
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// Faults are what servers were seen to do. Each field is one thing, and the zero
// value is a server that does what it is asked.
type Faults struct {
	// Of connections.
	DropFirst  int    // the first connections end before a word, as with MaxStartups
	BanAfter   int    // an address is shut out after so many connections without a login; 0 is never
	Greeting   string // comes before the version
	Disconnect string // the text of a disconnect, in place of the key exchange
	Rate       int    // bytes a second, each way; 0 is no limit
	Deaf       bool   // keepalives get no answer

	// Of the login and what follows it.
	SSH        func(*ssh.ServerConfig) // changes the handshake; see KeyboardInteractive and its like
	OneSession bool                    // a second session is refused while one is open
	Hangup     bool                    // the connection ends after the login
	Shell      string                  // the login shell prints it before SFTP starts
	NoShell    string                  // the login shell prints it and ends, and SFTP does not start

	// Before and After are called around each request, as those of Options, before
	// and after those.
	Before, After func(op, name string) error

	// Of names.
	Missing   func(op string) uint32  // the status of a missing name in answer to stat, open, …; 0 is right
	Allowed   func(name string) bool  // the names that a file may have; nil is all
	NoTypes   bool                    // attributes do not say whether it is a file or a folder
	NoModes   bool                    // nor what may be done with it
	Names     int                     // a listing begins with so many other names, in one packet
	Endless   bool                    // a listing never ends
	NoReplace bool                    // posix-rename is offered, and refuses to replace
	NoPosix   bool                    // posix-rename is not offered
	Rename    func(name string) Claim // how a rename is answered; nil is truly

	// Of content.
	Busy      Spell // after a file was closed, it cannot be opened or renamed
	Small     Spell // after a file was closed, its size is Size
	Size      int64 // which is no more than it was
	FailFsync bool  // fsync is offered, and fails
	Quota     int64 // bytes that may be written, in all; 0 is no limit
	Flip      bool  // a bit of each write is another
	MaxRead   int   // bytes in answer to one read; 0 is what was asked for

	NoEnd func(name string) bool // the files that never end when they are read; nil is none
}

// Claim is how a server answers a request to rename.
type Claim int

// Claims.
const (
	Truly   Claim = iota
	SaysYes       // and does nothing
	SaysNo        // and does it
)

// Spell is how long something lasts: until it was met so many times, or for a time.
type Spell struct {
	Times int
	For   time.Duration
}

// Status is an answer with a status code of one's own.
func Status(code uint32) error {
	return (&sftp.StatusError{Code: code}).FxCode()
}

// Behave replaces the faults of a running server, and begins to count again.
func (s *Server) Behave(f Faults) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = f
	s.seen = Seen{Asked: map[string]int{}}
	s.strangers, s.written = 0, 0
	s.spells = map[string]*spell{}
}

// Seen is what a server was asked for.
type Seen struct {
	Connections int
	Passwords   int            // how often a password was offered
	Keys        int            // how often a key was offered, with a signature or without
	Asked       map[string]int // requests, by what was asked for
}

// Seen returns what the server was asked for since Behave.
func (s *Server) Seen() Seen {
	s.mu.Lock()
	defer s.mu.Unlock()
	seen := s.seen
	seen.Asked = map[string]int{}
	for op, n := range s.seen.Asked {
		seen.Asked[op] = n
	}
	return seen
}

// fault returns the faults of this moment.
func (s *Server) fault() Faults {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.faults
}
