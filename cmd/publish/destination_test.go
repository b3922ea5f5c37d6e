package main

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
)

// The store knows a destination by one name, however it is configured.
func TestDestination(t *testing.T) {
	for _, test := range []struct {
		host string
		port int
		into string
		want string
	}{
		{"sftp.example.org", 22, "/automated", "d@sftp.example.org:22/automated"},
		{"SFTP.Example.org", 22, "//automated/./", "d@sftp.example.org:22/automated"},
		{"sftp.example.org", 22, "/", "d@sftp.example.org:22/"},
		{"sftp.example.org", 2222, "automated", "d@sftp.example.org:2222/~/automated"},
		{"sftp.example.org", 2222, "./automated/", "d@sftp.example.org:2222/~/automated"},
		{"sftp.example.org", 22, ".", "d@sftp.example.org:22/~"},
		{"sftp.example.org", 22, ".hidden", "d@sftp.example.org:22/~/.hidden"},
		{"2001:db8::1", 22, "/automated", "d@[2001:db8::1]:22/automated"},
		{"::1", 2222, "automated", "d@[::1]:2222/~/automated"},
	} {
		server := sftp.Config{Host: test.host, Port: test.port, User: "d", Directory: test.into}
		if got := destination(server); got != test.want {
			t.Errorf("%s %d %s: got %s, want %s", test.host, test.port, test.into, got, test.want)
		}
	}
}
