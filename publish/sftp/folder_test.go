package sftp_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestFolders(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		config.StageDirectory = config.Directory + "/missing"
		put(t, folder, "gpa.csv", "")
		s := dial(t, config)
		if diff := cmp.Diff([]string{config.StageDirectory, config.Directory}, s.Folders()); diff != "" {
			t.Error(diff)
		}
		if n, err := s.Entries(t.Context(), config.Directory); n < 1 || err != nil {
			t.Errorf("got %d, %v, want an entry or more", n, err)
		}

		for _, bad := range []string{config.Directory + "/missing", config.Directory + "/gpa.csv"} {
			if n, err := s.Entries(t.Context(), bad); schema.KindOf(err) != schema.Failure || err == nil {
				t.Errorf("%s: got %d, %v, want a failure", bad, n, err)
			}
		}
		if !s.Replaces() {
			t.Error("the server offers posix-rename")
		}
	})

	config, _ := sftptest.Serve(t, server.Options{})
	config.Directory, config.StageDirectory = "automated", "./automated/"
	if got := dial(t, config).Folders(); len(got) != 1 {
		t.Errorf("got %q, want one folder", got)
	}

	config, _ = sftptest.Serve(t, server.Options{
		Faults: server.Faults{NoPosix: true},
		Before: on("list", 0, syscall.EACCES),
	})
	s := dial(t, config)
	if s.Replaces() || len(s.Folders()) != 1 {
		t.Errorf("got %t, %v", s.Replaces(), s.Folders())
	}
	_, err := s.Entries(t.Context(), config.Directory)
	if schema.KindOf(err) != schema.Failure || !strings.Contains(err.Error(), "does not allow") {
		t.Errorf("got %v, want it not allowed", err)
	}
}

func TestFolder(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, _ string) {
		config.Directory = "/nowhere"
		_, err := stage(t, dial(t, config), content(10))
		missing := errors.Is(err, fs.ErrNotExist) && schema.KindOf(err) == schema.Failure
		if !missing || !strings.Contains(err.Error(), `"/nowhere"`) {
			t.Errorf("got %v, want the folder to be missing", err)
		}
	})

	t.Run("not writable", func(t *testing.T) {
		config, folder := sftptest.OpenSSH(t)
		if err := os.Chmod(folder, 0o555); err != nil {
			t.Fatal(err)
		}

		_, err := stage(t, dial(t, config), content(10))
		if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), fmt.Sprintf("%q", folder)) {
			t.Errorf("got %v, want the folder to be closed", err)
		}
	})
}
