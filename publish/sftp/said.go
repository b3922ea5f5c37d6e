package sftp

import (
	"errors"
	"fmt"
	"io"
	"net"
	"regexp"
	"strconv"
	"strings"
	"syscall"
)

// disconnected is how x/crypto/ssh writes a disconnect message, of which it exports
// no type.
var disconnected = regexp.MustCompile(`ssh: disconnect, reason \d+: ("(?:[^"\\]|\\.)*")`)

// ends are the errors of a connection that the other side has ended. The last two are
// Windows' WSAECONNABORTED and WSAECONNRESET.
var ends = []error{
	io.EOF,
	io.ErrUnexpectedEOF,
	net.ErrClosed,
	syscall.ECONNRESET,
	syscall.EPIPE,
	syscall.Errno(10053),
	syscall.Errno(10054),
}

// ended reports whether an error means that the server ended the connection.
func ended(err error) bool {
	for _, end := range ends {
		if errors.Is(err, end) {
			return true
		}
	}
	return disconnected.MatchString(err.Error())
}

// words returns what a server said when it ended the connection: the text of its
// disconnect, or a line in place of its version, as OpenSSH has when it is busy. It
// is "" when the server said nothing.
func (c *conn) words(err error) string {
	if found := disconnected.FindStringSubmatch(err.Error()); found != nil {
		text, _ := strconv.Unquote(found[1]) // it was quoted
		return text
	}
	if c.greeted.Load() {
		return ""
	}
	return c.first
}

// said returns the server's words for the end of a sentence.
func (c *conn) said(err error) string {
	if text := c.words(err); text != "" {
		return fmt.Sprintf(" (the server said %s)", c.quoted(text))
	}
	return ""
}

// quoted returns what a server said as one line that is cut short. A server may
// echo the password.
func (c *conn) quoted(text string) string {
	const longest = 200
	text = strings.TrimSpace(text)
	if c.secret != "" {
		text = strings.ReplaceAll(text, c.secret, "***")
	}
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "") + "…"
	}
	return strconv.Quote(text)
}
