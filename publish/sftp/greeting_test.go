package sftp_test

import (
	"net"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestGreeting has servers that say something in place of SSH.
func TestGreeting(t *testing.T) {
	t.Parallel()
	version := "SSH-2.0-" + strings.Repeat("v", 300) + "\r\n"
	ban := "SSH-2.0-x\r\n" + string(packet(disconnect(11, "banned: "+sftptest.Password)))
	for _, test := range []struct {
		name, text string
		kind       schema.Kind
		connects   int64
		says, hint string
	}{
		{"nothing", "", schema.Unreachable, 5, "the server ended the connection", "run it again later"},
		{"busy", "Exceeded MaxStartups\r\n", schema.Unreachable, 5,
			`the server ended the connection (the server said "Exceeded MaxStartups")`, "run it again later"},
		{"half a line", "Not allowed at this", schema.Unreachable, 5, `said "Not allowed at this"`, "later"},
		{"disconnect", ban, schema.Unreachable, 5,
			`the server ended the connection (the server said "banned: ***")`, "run it again"},
		{"files", "220 ftp ready\r\n", schema.Unreachable, 1,
			`is not an SSH server: it says "220 ftp ready"`, "the port in SCHOOLINKS_SFTP_ADDRESS"},
		{"pages", "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n", schema.Unreachable, 1,
			`is not an SSH server: it says "HTTP/1.1 400 Bad Request"`, "the port in SCHOOLINKS_SFTP_ADDRESS"},
		{"long version", version, schema.Failure, 1, "version line is longer than 255 bytes", "operator"},
		{"long line", strings.Repeat("x", 9000), schema.Failure, 1, "line longer than 8192 bytes", "operator"},
		{"many lines", strings.Repeat("x\n", 1025), schema.Failure, 1, "more than 1024 lines", "operator"},
	} {
		config, connects := answers(t, []byte(test.text), false)
		err := connect(t, config)
		if schema.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: got %v (%d), want %q (%d)", test.name, err, schema.KindOf(err), test.says, test.kind)
		}
		if hint := schema.HintOf(err); !strings.Contains(hint, test.hint) {
			t.Errorf("%s: got hint %q, want %q", test.name, hint, test.hint)
		}
		if got := connects.Load(); got != test.connects {
			t.Errorf("%s: got %d connections, want %d", test.name, got, test.connects)
		}
	}

	config, _ := answers(t, []byte("220 ftp ready\r\n"), true)
	config.Idle = 200 * time.Millisecond
	if err := connect(t, config); err == nil || !strings.Contains(err.Error(), `it says "220 ftp ready"`) {
		t.Errorf("stays: got %v", err)
	}
}

// TestLinesBeforeTheVersion has a server that greets at length, as it may.
func TestLinesBeforeTheVersion(t *testing.T) {
	t.Parallel()
	key, _, _ := newKeys(t)
	greeting := strings.Repeat(strings.Repeat("x", 400)+"\r\n", 20)
	config := listen(t, func(c net.Conn) {
		_, _ = c.Write([]byte(greeting))
		sessions(c, key, func(ch ssh.Channel, _ <-chan *ssh.Request) { _, _ = ch.Write([]byte("a shell\r\n")) })
	}, key)
	err := connect(t, config)
	if err == nil || !strings.Contains(err.Error(), "the account was accepted") {
		t.Errorf("got %v, want the login", err)
	}
}
