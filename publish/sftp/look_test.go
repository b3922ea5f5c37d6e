package sftp_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	pkgsftp "github.com/pkg/sftp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// strange is what servers answer about a name that is missing, besides "no such file".
var strange = map[string]error{
	"failure":           errors.New("no"),
	"permission denied": syscall.EACCES,
	"vendor's code":     pkgsftp.ErrSSHFxFailure + 13,
}

// missing returns a hook that answers with err when a file is asked for that is not in
// the root; with lists, it refuses listings too.
func missing(root string, err error, ops ...string) func(op, name string) error {
	return func(op, name string) error {
		for _, wanted := range ops {
			if op != wanted {
				continue
			}
			if _, errThere := os.Lstat(filepath.Join(root, name)); op == "list" || errThere != nil {
				return err
			}
		}
		return nil
	}
}

// TestMissingName has servers that answer otherwise than "no such file", and take files
// away at once: the folder's listing decides.
func TestMissingName(t *testing.T) {
	for what, answer := range strange {
		for _, upload := range []sftp.Upload{sftp.Atomic, sftp.Direct} {
			t.Run(fmt.Sprint(what, " ", upload), func(t *testing.T) {
				root := t.TempDir()
				taken := func(op, name string) error {
					atomic := op == "rename"
					direct := op == "close" && upload == sftp.Direct
					if atomic || direct {
						return os.Remove(filepath.Join(root, name))
					}
					return nil
				}
				config, folder := sftptest.Serve(t, server.Options{
					Root: root, Before: missing(root, answer, "stat", "open", "remove"), After: taken,
				})
				config.Upload = upload

				s := dial(t, config)
				if err := s.CheckFinal(t.Context(), name); err != nil {
					t.Error(err)
				}
				reads(t, s, false, "")
				how, err := stage(t, s, content(100))
				if err == nil && upload == sftp.Atomic {
					err = s.Rename(t.Context(), part, name)
					how, _ = s.Arrived(t.Context(), name, 100)
				}
				if err != nil || how != schema.Consumed {
					t.Errorf("got %q, %v, want it consumed", how, err)
				}
				if err := s.Unstage(t.Context(), config.Directory, part); err != nil {
					t.Errorf("unstage what is gone: %v", err)
				}
				holds(t, folder, map[string]string{})
			})
		}
	}
}

// TestMayNotLook has accounts that may write and see nothing, not even a listing.
func TestMayNotLook(t *testing.T) {
	for what, answer := range strange {
		for _, upload := range []sftp.Upload{sftp.Atomic, sftp.Direct} {
			t.Run(fmt.Sprint(what, " ", upload), func(t *testing.T) {
				config, folder := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
					if op == "stat" || op == "list" || op == "open" {
						return answer
					}
					return nil
				}})
				config.Upload, config.Verify = upload, sftp.VerifySize

				s := dial(t, config)
				how, err := stage(t, s, content(100))
				if how != schema.Unseen || err != nil {
					t.Errorf("stage: got %q, %v, want it unseen", how, err)
				}
				if err := s.Rename(t.Context(), s.StagedName("7", name), name); err != nil {
					t.Error(err)
				}
				if how, err := s.Arrived(t.Context(), name, 100); how != schema.Unseen || err != nil {
					t.Errorf("arrived: got %q, %v, want it unseen", how, err)
				}
				holds(t, folder, map[string]string{name: string(content(100))})
			})
		}
	}
}

// TestBusy has a server that is busy with a file after it was closed: it answers with a
// failure, or shows a size that is too small.
func TestBusy(t *testing.T) {
	for _, op := range []string{"create", "open", "rename"} {
		var times atomic.Int64
		config, folder := sftptest.Serve(t, server.Options{Before: func(asked, _ string) error {
			if asked == op && times.Add(1) <= 4 {
				return errors.New("a virus scanner is at it")
			}
			return nil
		}})

		err := deliver(t.Context(), config)
		if err != nil || times.Load() != 5 {
			t.Errorf("%s: got %v after %d times, want it done the fifth time", op, err, times.Load())
		}
		holds(t, folder, map[string]string{name: string(content(100_000))})
	}
}

// TestBusyCounting has a server whose file grows after it was closed.
func TestBusyCounting(t *testing.T) {
	root := t.TempDir()
	staged := filepath.Join(root, "automated", part)
	hidden := staged + ".hidden"
	looks := 0
	config, _ := sftptest.Serve(t, server.Options{
		Root: root,
		After: func(op, name string) error {
			if op != "close" || !strings.HasSuffix(name, part) || looks > 0 {
				return nil
			}
			return errors.Join(os.Rename(staged, hidden), os.WriteFile(staged, nil, 0o600))
		},
		Before: func(op, name string) error {
			if op != "stat" || !strings.HasSuffix(name, part) {
				return nil
			}
			looks++
			if looks != 3 {
				return nil
			}
			return os.Rename(hidden, staged)
		},
	})
	if how, err := stage(t, dial(t, config), content(100)); how != schema.ByHash || err != nil || looks != 3 {
		t.Errorf("got %q, %v after %d looks, want hash after 3", how, err, looks)
	}
}

// TestRenameAnsweredFalsely has servers that say yes and do nothing, or do it and say no:
// neither is taken for what it says.
func TestRenameAnsweredFalsely(t *testing.T) {
	root := t.TempDir()
	staged := filepath.Join(root, "automated", part)
	text := "today's"

	t.Run("yes", func(t *testing.T) {
		config, folder := sftptest.Serve(t, server.Options{Root: root, After: func(op, name string) error {
			if op == "rename" {
				return os.Rename(filepath.Join(root, name), staged)
			}
			return nil
		}})
		put(t, folder, part, text)
		err := dial(t, config).Rename(t.Context(), part, name)
		if err == nil || errors.Is(err, schema.ErrNotDone) || !strings.Contains(err.Error(), "said yes") {
			t.Errorf("got %v, want it in doubt", err)
		}
	})

	t.Run("no", func(t *testing.T) {
		config, folder := sftptest.Serve(t, server.Options{Root: root, After: on("rename", 0, errors.New("no"))})
		put(t, folder, part, text)
		err := dial(t, config).Rename(t.Context(), part, name)
		if err == nil || errors.Is(err, schema.ErrNotDone) || !strings.Contains(err.Error(), "is gone") {
			t.Errorf("got %v, want it in doubt", err)
		}
		holds(t, folder, map[string]string{name: text})
	})
}

// TestNamesThatTheServerRefuses has a server that takes only names like *.csv.
func TestNamesThatTheServerRefuses(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{Before: func(op, name string) error {
		if op == "create" && !strings.HasSuffix(name, ".csv") {
			return syscall.EACCES
		}
		return nil
	}})
	_, err := stage(t, dial(t, config), content(10))
	hint := schema.HintOf(err)
	named := strings.Contains(hint, part) && strings.Contains(hint, "sftp.upload: direct")
	if schema.KindOf(err) != schema.Failure || !named {
		t.Errorf("got %v, hint %q, want a hint that names %s and sftp.upload", err, hint, part)
	}

	config.Upload = sftp.Direct
	if _, err := stage(t, dial(t, config), content(10)); err != nil {
		t.Error(err)
	}
	if err := dial(t, config).Probe(t.Context(), config.Directory); err != nil {
		t.Errorf("probe: %v", err)
	}
	holds(t, folder, map[string]string{name: string(content(10))})
}

// TestProbeReplaces has a server that offers to replace files and does not.
func TestProbeReplaces(t *testing.T) {
	root := t.TempDir()
	config, folder := sftptest.Serve(t, server.Options{Root: root, Before: func(op, name string) error {
		if op != "rename" {
			return nil
		}
		_, err := os.Lstat(filepath.Join(root, name))
		if err == nil {
			return errors.New("it exists")
		}
		return nil
	}})
	err := dial(t, config).Probe(t.Context(), config.Directory)
	if err == nil || !strings.Contains(schema.HintOf(err), "sftp.upload: direct") {
		t.Errorf("got %v, want it found, with a hint", err)
	}
	holds(t, folder, map[string]string{})
}

// TestDirectTruncated has a server that empties a file and then says no to its opening.
func TestDirectTruncated(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{After: on("create", 0, errors.New("no"))})
	config.Upload = sftp.Direct
	put(t, folder, name, "yesterday's")
	_, err := stage(t, dial(t, config), content(10))
	if err == nil || errors.Is(err, schema.ErrNotDone) {
		t.Errorf("got %v, want it in doubt", err)
	}
}

// TestConsumed has SchooLinks take the file in the instant that it arrives.
func TestConsumed(t *testing.T) {
	root := t.TempDir()
	config, folder := sftptest.Serve(t, server.Options{Root: root, After: func(op, name string) error {
		if op == "rename" {
			return os.Remove(filepath.Join(root, name))
		}
		return nil
	}})
	s := dial(t, config)
	if _, err := stage(t, s, content(10)); err != nil {
		t.Fatal(err)
	}

	if err := s.Rename(t.Context(), part, name); err != nil {
		t.Fatal(err)
	}
	if how, err := s.Arrived(t.Context(), name, 10); how != "consumed" || err != nil {
		t.Errorf("got %q, %v, want consumed", how, err)
	}

	holds(t, folder, map[string]string{})
}

func TestArrivedInAnotherSize(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		config.Settle = 50 * time.Millisecond
		put(t, folder, name, "another's")
		if how, err := dial(t, config).Arrived(t.Context(), name, 10); err == nil {
			t.Errorf("got %q, want an error", how)
		}
	})
}

// TestArrivedLate has a server that counts late.
func TestArrivedLate(t *testing.T) {
	looks := 0
	root := t.TempDir()
	config, folder := sftptest.Serve(t, server.Options{Root: root, Before: func(op, path string) error {
		if op != "stat" {
			return nil
		}
		looks++
		if looks < 3 {
			return nil
		}
		return os.WriteFile(filepath.Join(root, path), []byte("all of it"), 0o600)
	}})
	config.Settle = 3 * time.Second
	put(t, folder, name, "")
	if how, err := dial(t, config).Arrived(t.Context(), name, 9); how != schema.BySize || err != nil {
		t.Errorf("got %q, %v, want it to be there", how, err)
	}
}

// TestFinalIsNotAFile has something else where the file belongs.
func TestFinalIsNotAFile(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		s := dial(t, config)
		final := filepath.Join(folder, name)
		put(t, folder, part, "today's")

		for what, place := range map[string]func() error{
			"directory": func() error { return os.Mkdir(final, 0o755) },
			"link":      func() error { return os.Symlink("elsewhere", final) },
		} {
			if err := place(); err != nil {
				t.Fatal(err)
			}

			err := s.Rename(t.Context(), part, name)
			if err == nil || !strings.Contains(err.Error(), "is not a file") {
				t.Errorf("%s: got %v, want it refused", what, err)
			}

			if err := os.Remove(final); err != nil {
				t.Fatal(err)
			}
		}
	})
}
