package sftp_test

import (
	"errors"
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
			server.Options{Before: on("rename", 0, syscall.EACCES)},
			"sftp.directory",
		},
		{
			"offered but not supported",
			server.Options{Before: on("rename", 0, pkgsftp.ErrSSHFxOpUnsupported)},
			"posix-rename",
		},
		{
			"cannot replace",
			server.Options{Faults: server.Faults{NoPosix: true}},
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
			if !failed || !strings.Contains(fault.Hint, test.hint) || !errors.Is(err, schema.ErrNotDone) {
				t.Errorf("got %v, want it not done, with a hint about %s", err, test.hint)
			}

			holds(t, folder, map[string]string{name: "yesterday's", part: "today's"})
			if err := s.Unstage(t.Context(), config.Directory, part); err != nil {
				t.Error(err)
			}

			holds(t, folder, map[string]string{name: "yesterday's"})
		})
	}
}

func TestRenameWithoutReplacing(t *testing.T) {
	config, folder := sftptest.Serve(t, server.Options{Faults: server.Faults{NoPosix: true}})
	put(t, folder, part, "today's")
	if err := dial(t, config).Rename(t.Context(), part, name); err != nil {
		t.Error(err)
	}
	holds(t, folder, map[string]string{name: "today's"})
}

// TestRenameReplyLost drops the connection before and after a rename. Reading what
// has the final name then tells which it was.
func TestRenameReplyLost(t *testing.T) {
	t.Parallel()
	for want, options := range map[string]server.Options{
		"yesterday's": {Before: on("rename", 1, server.ErrGone)},
		"today's":     {After: on("rename", 1, server.ErrGone)},
	} {
		config, folder := sftptest.Serve(t, options)
		put(t, folder, name, "yesterday's")
		put(t, folder, part, "today's")
		err := dial(t, config).Rename(t.Context(), part, name)
		if schema.KindOf(err) != schema.Unreachable || errors.Is(err, schema.ErrNotDone) {
			t.Errorf("got %v, want its reply lost", err)
		}
		reads(t, dial(t, config), true, want)
	}
}

// reads checks what is under the final name.
func reads(t *testing.T, s *sftp.Session, wantFound bool, want string) {
	t.Helper()
	var got strings.Builder
	found, err := s.Read(t.Context(), name, &got)
	if found != wantFound || err != nil {
		t.Errorf("got %t, %v, want %t", found, err, wantFound)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
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
			if err := s.Rename(t.Context(), s.StagedName("7", name), name); err != nil {
				t.Fatal(err)
			}

			holds(t, folder, map[string]string{name: text})
		}

		reads(t, s, true, "today's")
	})
}

// TestDirectFails leaves what was written: the next run overwrites it. Whether the
// file was sent is known only when it could not be opened.
func TestDirectFails(t *testing.T) {
	for _, test := range []struct {
		op      string
		left    map[string]string
		notDone bool
	}{
		{"create", map[string]string{}, true},
		{"write", map[string]string{name: string(content(32768))}, false},
		{"close", map[string]string{name: string(content(40_000))}, false},
	} {
		time := map[string]int64{"create": 0, "write": 2, "close": 1}[test.op]
		config, folder := sftptest.Serve(t, server.Options{Before: on(test.op, time, errors.New("no"))})
		config.Upload = sftp.Direct
		_, err := stage(t, dial(t, config), content(40_000))
		if err == nil || errors.Is(err, schema.ErrNotDone) != test.notDone {
			t.Errorf("%s: got %v, want an error, not done %t", test.op, err, test.notDone)
		}
		holds(t, folder, test.left)
	}
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
