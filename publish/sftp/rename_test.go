package sftp_test

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	pkgsftp "github.com/pkg/sftp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const part = ".student_tags.csv.7.part"

// TestRenameRefused has the server say no: nothing has changed then.
func TestRenameRefused(t *testing.T) {
	for _, test := range []struct {
		name    string
		options server.Options
		hint    string
	}{
		{
			"not allowed",
			server.Options{Before: on("rename", 1, syscall.EACCES)},
			"sftp.directory",
		},
		{
			"offered but not supported",
			server.Options{Before: on("rename", 1, pkgsftp.ErrSSHFxOpUnsupported)},
			"sftp.directory",
		},
		{
			"cannot replace",
			server.Options{NoPosixRename: true},
			"posix-rename",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			config, folder := sftptest.Serve(t, test.options)
			put(t, folder, name, "yesterday's")
			put(t, folder, part, "today's")
			s := dial(t, config)

			err := s.Rename(t.Context(), part, name)
			var fault *schema.Fault
			failed := errors.As(err, &fault) && fault.Kind == schema.Failure
			if !failed || !strings.Contains(fault.Hint, test.hint) {
				t.Errorf("got %v, want a failure with a hint about %s", err, test.hint)
			}

			holds(t, folder, map[string]string{name: "yesterday's", part: "today's"})
			if err := s.Sweep(t.Context(), name); err != nil {
				t.Error(err)
			}

			holds(t, folder, map[string]string{name: "yesterday's"})
		})
	}
}

func TestRenameWithoutReplacing(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{NoPosixRename: true})
	put(t, folder, part, "today's")
	if err := dial(t, config).Rename(t.Context(), part, name); err != nil {
		t.Error(err)
	}
	holds(t, folder, map[string]string{name: "today's"})
}

// TestRenameReplyLost drops the connection before and after a rename. Looking
// again tells which it was.
func TestRenameReplyLost(t *testing.T) {
	t.Parallel()
	for _, happened := range []bool{false, true} {
		options := server.Options{Before: on("rename", 1, server.ErrGone)}
		if happened {
			options = server.Options{After: on("rename", 1, server.ErrGone)}
		}

		config, folder := sftptest.Serve(t, options)
		put(t, folder, name, "yesterday's")
		put(t, folder, part, "today's")
		err := dial(t, config).Rename(t.Context(), part, name)
		if schema.KindOf(err) != schema.Unreachable {
			t.Errorf("got %v, want its reply lost", err)
		}

		staged, final, err := dial(t, config).Look(t.Context(), part, name)
		if err != nil || staged == happened {
			t.Errorf("happened %t: staged %t, %v", happened, staged, err)
		}
		if happened && (final == nil || *final != sha256.Sum256([]byte("today's"))) {
			t.Errorf("got final %x, want today's", final)
		}
	}
}

func TestLook(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		s := dial(t, config)
		check := func(what string, wantStaged bool, want *schema.Sum) {
			t.Helper()
			staged, final, err := s.Look(t.Context(), part, name)
			if err != nil || staged != wantStaged {
				t.Errorf("%s: got %t, %v, want %t", what, staged, err, wantStaged)
			}
			if diff := cmp.Diff(want, final); diff != "" {
				t.Errorf("%s: final (-want +got):\n%s", what, diff)
			}
		}

		check("nothing", false, nil)

		live := strings.Repeat("yesterday's", 10_000)
		put(t, folder, name, live)
		sum := schema.Sum(sha256.Sum256([]byte(live)))
		check("live file", false, &sum)

		put(t, folder, part, "today's")
		check("staged too", true, nil)
	})
}

func TestLookMayNotRead(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{Before: on("open", 0, syscall.EACCES)})
	put(t, folder, name, "yesterday's")
	if staged, _, err := dial(t, config).Look(t.Context(), part, name); staged || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %t, %v, want permission denied", staged, err)
	}

	config, folder = sftptest.Serve(t, server.Options{Before: on("stat", 0, syscall.EACCES)})
	put(t, folder, name, "yesterday's")
	_, _, err := dial(t, config).Look(t.Context(), part, name)
	if schema.KindOf(err) != schema.Failure || errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v, want a failure that is not fs.ErrPermission", err)
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
		put(t, folder, name, "another's")
		if how, err := dial(t, config).Arrived(t.Context(), name, 10); err == nil {
			t.Errorf("got %q, want an error", how)
		}
	})
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

// TestStagedNameIsTaken has a file with the staged name there: it is neither
// written to nor removed, because nobody knows whose it is.
func TestStagedNameIsTaken(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		put(t, folder, part, "whose?")
		if _, err := stage(t, dial(t, config), content(3)); err == nil {
			t.Error("got no error")
		}
		holds(t, folder, map[string]string{part: "whose?"})
	})
}

func TestSweep(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		others := map[string]string{
			name:                       "",
			".gpa.csv.7.part":          "",
			".student_tags.csv.x.part": "",
			".studentXtags.csv.7.part": "",
		}
		for f := range others {
			put(t, folder, f, "")
		}
		put(t, folder, part, "")
		put(t, folder, ".student_tags.csv.12.part", "")

		s := dial(t, config)
		for range 2 {
			if err := s.Sweep(t.Context(), name); err != nil {
				t.Error(err)
			}
			holds(t, folder, others)
		}
	})
}

func TestStageDirectory(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		incoming := filepath.Join(folder, "incoming")
		if err := os.MkdirAll(incoming, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(incoming, 0o777); err != nil {
			t.Fatal(err)
		}

		config.StageDirectory = config.Directory + "/incoming"
		s := dial(t, config)
		if _, err := stage(t, s, []byte("today's")); err != nil {
			t.Fatal(err)
		}

		holds(t, folder, map[string]string{})
		if err := s.Rename(t.Context(), part, name); err != nil {
			t.Fatal(err)
		}

		holds(t, folder, map[string]string{name: "today's"})
	})
}

func TestDirect(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		config.Upload, config.StageDirectory = sftp.Direct, "/nowhere"
		s := dial(t, config)
		for _, text := range []string{"yesterday's, which is longer", "today's"} {
			if verified, err := stage(t, s, []byte(text)); err != nil || verified != "hash" {
				t.Fatalf("got %q, %v, want hash", verified, err)
			}
			if err := s.Rename(t.Context(), s.StagedName(7, name), name); err != nil {
				t.Fatal(err)
			}

			holds(t, folder, map[string]string{name: text})
		}

		staged, final, err := s.Look(t.Context(), name, name)
		if err != nil || staged || final == nil || *final != sha256.Sum256([]byte("today's")) {
			t.Errorf("look: got %t, %x, %v", staged, final, err)
		}
	})
}

// TestDirectFails leaves what was written: the next run overwrites it.
func TestDirectFails(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{Before: on("write", 2, errors.New("no"))})
	config.Upload = sftp.Direct
	if _, err := stage(t, dial(t, config), content(40_000)); err == nil {
		t.Error("got no error")
	}
	holds(t, folder, map[string]string{name: string(content(32768))})
}

func TestNames(t *testing.T) {
	config, _ := sftptest.Serve(t, server.Options{})
	s := dial(t, config)
	for _, bad := range []string{
		"", ".", "..", "../gpa.csv", "a/b", `a\b`, "a b", "-rf", "gpa.csv\n",
		strings.Repeat("x", 122),
	} {
		if err := s.Rename(t.Context(), part, bad); schema.KindOf(err) != schema.Config {
			t.Errorf("%q: got %v, want it refused", bad, err)
		}
	}
}
