package sftp_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const name = "student_tags.csv"

// eachServer runs a test against the server in the process and OpenSSH's.
func eachServer(t *testing.T, test func(t *testing.T, config sftp.Config, folder string)) {
	t.Run("in process", func(t *testing.T) {
		t.Parallel()
		config, folder := sftptest.Serve(t, server.Options{})
		test(t, config, folder)
	})

	t.Run("OpenSSH", func(t *testing.T) {
		t.Parallel()
		config, folder := sftptest.OpenSSH(t)
		test(t, config, folder)
	})
}

func dial(t *testing.T, config sftp.Config) *sftp.Session {
	t.Helper()
	s, err := sftp.Dial(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})

	return s
}

// stage stages content as delivery 7 of the file.
func stage(t *testing.T, s *sftp.Session, content []byte) (string, error) {
	t.Helper()
	staged, size, sum := s.StagedName("7", name), int64(len(content)), sha256.Sum256(content)
	return s.Stage(t.Context(), staged, size, sum, bytes.NewReader(content), nil)
}

func content(size int) []byte { return bytes.Repeat([]byte("0123456789abcde\n"), size/16+1)[:size] }

// holds checks what is in a folder: names and content.
func holds(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}

	got := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		b, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}

		got[e.Name()] = string(b)
	}

	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files on the server (-want +got):\n%s", diff)
	}
}

func put(t *testing.T, folder, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestDelivery(t *testing.T) {
	t.Parallel()
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		s := dial(t, config)
		put(t, folder, name, "yesterday's")
		for _, size := range []int{0, 1, 32767, 32768, 32769, 65536, 2<<20 - 1, 2 << 20, 2<<20 + 1} {
			want := content(size)

			verified, err := stage(t, s, want)
			if err != nil || verified != "hash" {
				t.Fatalf("stage %d bytes: got %q, %v, want hash", size, verified, err)
			}
			if err := s.Rename(t.Context(), s.StagedName("7", name), name); err != nil {
				t.Fatal(err)
			}

			if how, err := s.Arrived(t.Context(), name, int64(size)); how != schema.BySize || err != nil {
				t.Errorf("arrived: got %q, %v, want it there", how, err)
			}
			got, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("got %d other bytes (%v), want %d", len(got), err, size)
			}
		}

		if !strings.HasPrefix(s.HostKey(), "SHA256:") {
			t.Errorf("host key: got %q", s.HostKey())
		}
	})
}

func TestNothingShowsBeforeRename(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		put(t, folder, name, "yesterday's")
		s := dial(t, config)
		today := content(100_000)

		var sent []int64
		look := func(n int64) {
			sent = append(sent, n)
			got, err := os.ReadFile(filepath.Join(folder, name))
			if string(got) != "yesterday's" {
				t.Errorf("after %d bytes the live file is %d bytes (%v)", n, len(got), err)
			}
		}
		staged, sum := s.StagedName("7", name), sha256.Sum256(today)
		_, err := s.Stage(t.Context(), staged, 100_000, sum, bytes.NewReader(today), look)
		if err != nil {
			t.Fatal(err)
		}

		if diff := cmp.Diff([]int64{32768, 65536, 98304, 100_000}, sent); diff != "" {
			t.Errorf("progress (-want +got):\n%s", diff)
		}
	})
}

func TestReaderIsNotWhatWasAnnounced(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		s := dial(t, config)
		sum := schema.Sum(sha256.Sum256([]byte("as planned")))
		for what, r := range map[string]io.Reader{
			"shorter":  strings.NewReader("as"),
			"longer":   strings.NewReader("as planned and more"),
			"other":    strings.NewReader("as PLANNED"),
			"endless":  zeros{},
			"breaking": io.MultiReader(strings.NewReader("as"), broken{}),
		} {
			_, err := s.Stage(t.Context(), s.StagedName("7", name), 10, sum, r, nil)
			if err == nil || !strings.HasPrefix(err.Error(), "read what to send") {
				t.Errorf("%s: got %v, want it to say so", what, err)
			}
			holds(t, folder, map[string]string{})
		}
	})
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("broken") }

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}
