package sftp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What a server may say before its version, as OpenSSH allows; x/crypto/ssh gives up
// at a line of 255 bytes.
const (
	greetingLines = 1024
	greetingLine  = 8192
	versionLine   = 255 // with its line break, RFC 4253, 4.2
)

// greet drops the lines that a server says before its version, and has the version
// read next.
func (c *conn) greet() error {
	in := bufio.NewReaderSize(timed{c}, greetingLine)
	for range greetingLines {
		line, err := in.ReadSlice('\n')
		isVersion := bytes.HasPrefix(line, []byte("SSH-"))
		if isVersion && len(line) > versionLine {
			return tooLong(fmt.Sprintf("the server's version line is longer than %d bytes", versionLine))
		}

		if c.first == "" {
			c.first = string(bytes.TrimSpace(line[:min(len(line), versionLine)]))
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			return tooLong(fmt.Sprintf("the server says a line longer than %d bytes before its version", greetingLine))
		case err != nil:
			return err
		case isVersion:
			c.in = io.MultiReader(bytes.NewReader(bytes.Clone(line)), in)
			c.greeted.Store(true)
			return nil
		}
	}
	return tooLong(fmt.Sprintf("the server says more than %d lines before its version", greetingLines))
}

func tooLong(what string) error {
	return schema.NewFault(schema.Failure, errors.New(what),
		"check SCHOOLINKS_SFTP_ADDRESS, and ask the server's operator what answers there")
}

// otherProtocol is how servers for mail, files and pages begin.
var otherProtocol = regexp.MustCompile(`^(\d{3}[ -]|HTTP/|\+OK|\* OK|<)`)

// notSSH returns the fault for a server that speaks another protocol, or nil.
func (c *conn) notSSH() error {
	if c.greeted.Load() || !otherProtocol.MatchString(c.first) {
		return nil
	}
	err := fmt.Errorf("what answers there is not an SSH server: it says %s", c.quoted(c.first))
	return schema.NewFault(schema.Unreachable, err, "correct the host or the port in SCHOOLINKS_SFTP_ADDRESS")
}
