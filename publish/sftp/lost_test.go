package sftp

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestLastWords has an established connection end. No server in the process can send
// the message, so this is about how it is told.
func TestLastWords(t *testing.T) {
	long := strings.Repeat("é", 300)
	for ending, want := range map[string]string{
		`ssh: disconnect, reason 2: "idle for \"too long\"\r\n"`: `(the server said "idle for \"too long\"")`,
		`ssh: disconnect, reason 11: ""`:                         "the server ended the connection",
		`ssh: disconnect, reason 11: "hush-word is wrong"`:       `connection (the server said "*** is wrong")`,
		`ssh: disconnect, reason 11: "` + long + `"`:             `é…")`,
	} {
		c := &conn{secret: "hush-word"}
		c.greeted.Store(true)
		c.awaitEnd(func() error { return errors.New(ending) })

		err := c.lost(io.EOF)
		if !strings.HasSuffix(err.Error(), want) || schema.KindOf(err) != schema.Unreachable {
			t.Errorf("%s: got %v (%d), want %q", ending, err, schema.KindOf(err), want)
		}
		if len(err.Error()) > 300 || strings.Contains(schema.HintOf(err), "ADDRESS") {
			t.Errorf("%s: got %d bytes, and the hint %q", ending, len(err.Error()), schema.HintOf(err))
		}
	}
}
