package sftp_test

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// TestUnstage removes the name that it is given, where nobody may list, and nothing
// else.
func TestUnstage(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{Before: on("list", 0, syscall.EACCES)})
	put(t, folder, ".student_tags.csv.8.part", "another's")
	put(t, folder, part, "")

	s := dial(t, config)
	for range 2 {
		if err := s.Unstage(t.Context(), config.Directory, part); err != nil {
			t.Error(err)
		}
		holds(t, folder, map[string]string{".student_tags.csv.8.part": "another's"})
	}

	put(t, folder, "incoming", "")
	if err := s.Unstage(t.Context(), "/nowhere", part); err != nil {
		t.Errorf("a folder that is gone: got %v", err)
	}
}

// TestStagedFilePurged has the server tidy its folder between the steps.
func TestStagedFilePurged(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		put(t, folder, name, "yesterday's")
		if err := dial(t, config).Rename(t.Context(), part, name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v, want it missing", err)
		}
		holds(t, folder, map[string]string{name: "yesterday's"})
	})
}
