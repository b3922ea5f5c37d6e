package sftp

import (
	"net"
	"path"
	"strconv"
	"strings"
	"time"
)

// Config says where the server is and how to deliver to it.
type Config struct {
	Host       string
	Port       int // 0 is 22
	User       string
	Password   func() string // nil or "" is none
	Key        func() string // the text of a private key, and of its certificate if it has one; nil or "" is none
	Passphrase func() string // of the key; nil or "" is none
	KnownHosts string        // a file of this destination's own; it must exist

	Directory      string // where files get their final names
	StageDirectory string // where they are written first; "" is Directory
	Upload         Upload
	Verify         Verify

	Timeout time.Duration // of one whole session; 0 is five minutes
	Idle    time.Duration // longest silence of the server; 0 is a minute
	Settle  time.Duration // how long the server may be busy with a file; 0 is 30 seconds

	// Pauses before the server is dialed again that ended a connection before a secret
	// was offered; nil is 2, 10, 30 and 90 seconds.
	Pauses []time.Duration
}

// Upload says how a file gets its final name.
type Upload string

const (
	Atomic Upload = "atomic" // written beside it, verified, renamed
	Direct Upload = "direct" // written in place: a torn file can be picked up
)

// Verify says how an upload is checked.
type Verify string

const (
	VerifyHash Verify = "hash" // read back
	VerifySize Verify = "size" // for an account that may not read
)

// withDefaults returns c with the defaults in place of the zeros.
func (c Config) withDefaults() Config {
	if c.Port == 0 {
		c.Port = 22
	}
	if c.Timeout == 0 {
		c.Timeout = 5 * time.Minute
	}
	if c.Idle == 0 {
		c.Idle = time.Minute
	}
	if c.Settle == 0 {
		c.Settle = 30 * time.Second
	}
	if c.Pauses == nil {
		c.Pauses = pauses
	}

	c.Directory = path.Clean(c.Directory)
	if c.StageDirectory == "" || c.Upload == Direct {
		c.StageDirectory = c.Directory
	}
	c.StageDirectory = path.Clean(c.StageDirectory)
	return c
}

// Address returns host:port, the host in lower case and an IPv6 address in
// brackets.
func (c Config) Address() string { return address(c.Host, c.Port) }

func address(host string, port int) string {
	return net.JoinHostPort(strings.ToLower(host), strconv.Itoa(port))
}

// final returns the path of a file with its final name.
func (c Config) final(name string) string {
	return path.Join(c.Directory, name)
}

// stage returns the path of a staged file.
func (c Config) stage(name string) string {
	return path.Join(c.StageDirectory, name)
}
