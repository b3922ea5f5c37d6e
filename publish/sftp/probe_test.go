package sftp_test

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

func TestProbeLeavesNothing(t *testing.T) {
	t.Parallel()
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		for _, upload := range []sftp.Upload{sftp.Atomic, sftp.Direct} {
			for _, verify := range []sftp.Verify{sftp.VerifyHash, sftp.VerifySize} {
				config.Upload, config.Verify = upload, verify
				s := dial(t, config)
				if err := s.Probe(t.Context(), config.Directory); err != nil {
					t.Errorf("%s, %s: %v", upload, verify, err)
				}

				holds(t, folder, map[string]string{})
				err := s.Probe(t.Context(), config.Directory+"/nowhere")
				if !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s, %s, without the folder: got %v, want %v", upload, verify, err, fs.ErrNotExist)
				}
			}
		}

		config.Upload = sftp.Atomic
		for _, left := range []string{".schoolinks-sync-probe.csv.0.part", "schoolinks-sync-probe.csv"} {
			put(t, folder, left, "of a probe that broke off")
		}

		s := dial(t, config)
		if err := s.Probe(t.Context(), config.Directory); err != nil {
			t.Errorf("after a probe that broke off: %v", err)
		}

		holds(t, folder, map[string]string{})
		got := s.Algorithms()
		if !strings.Contains(got, "key exchange ") || !strings.Contains(got, "host key ssh-ed25519") {
			t.Errorf("got algorithms %s", got)
		}
	})
}

func TestProbeTellsWhatIsNotAllowed(t *testing.T) {
	for _, op := range []string{"create", "write", "rename", "open", "remove"} {
		config, folder := sftptest.Serve(t, server.Options{Before: func(asked, _ string) error {
			if asked == op {
				return syscall.EACCES
			}
			return nil
		}})
		if err := dial(t, config).Probe(t.Context(), config.Directory); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: got %v, want %v", op, err, fs.ErrPermission)
		}

		if op != "remove" {
			holds(t, folder, map[string]string{})
		}
	}
}
