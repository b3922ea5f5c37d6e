package sftp_test

import (
	"strings"
	"syscall"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestRead(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		s := dial(t, config)
		reads(t, s, false, "")

		live := strings.Repeat("yesterday's", 10_000)
		put(t, folder, name, live)
		put(t, folder, part, "today's")
		reads(t, s, true, live)
	})
}

func TestMayNotRead(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{Before: on("open", 0, syscall.EACCES)})
	put(t, folder, name, "yesterday's")
	reads(t, dial(t, config), false, "")

	config, folder = sftptest.Serve(t, server.Options{Before: on("read", 2, server.ErrGone)})
	put(t, folder, name, strings.Repeat("yesterday's", 10_000))
	var got strings.Builder
	if found, err := dial(t, config).Read(t.Context(), name, &got); schema.KindOf(err) != schema.Unreachable {
		t.Errorf("got %t, %v, want the connection to be lost", found, err)
	}
}
