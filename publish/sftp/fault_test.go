package sftp_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// on returns a hook that answers with err the time-th (or every, for 0) time
// that op is asked for, on any file.
func on(op string, time int64, err error) func(string, string) error {
	var times atomic.Int64
	return func(asked, _ string) error {
		if asked != op {
			return nil
		}
		if n := times.Add(1); time == 0 || n == time {
			return err
		}

		return nil
	}
}

// failures are the ways in which a server can fail while a file is staged. It
// has the staged file at the path.
func failures(staged string) []failure {
	tamper := func(change func() error) func(string, string) error {
		return func(op, file string) error {
			if op == "close" && strings.HasSuffix(file, ".part") {
				return change()
			}
			return nil
		}
	}
	truncate := func() error { return os.Truncate(staged, 99_999) }
	flip := func() error { return flip(staged) }
	remove := func() error { return os.Remove(staged) }

	const failed, lost = schema.Failure, schema.Unreachable
	return []failure{
		{"end of file in answer to the first write", on("write", 1, io.EOF), nil, lost, "write"},
		{"end of file in answer to a later write", on("write", 3, io.EOF), nil, lost, "write"},
		{"failure in answer to a write", on("write", 2, errors.New("no")), nil, failed, "write"},
		{"gone in a write", on("write", 2, server.ErrGone), nil, lost, "write"},
		{"gone after a write", nil, on("write", 4, server.ErrGone), lost, "write"},
		{"close fails", on("close", 1, errors.New("quota")), nil, failed, "close"},
		{"gone at close", on("close", 1, server.ErrGone), nil, lost, "close"},
		{"stored too little", nil, tamper(truncate), failed, "99999 bytes of 100000"},
		{"stored other bytes", nil, tamper(flip), failed, "copy differs"},
		{"taken away", nil, tamper(remove), failed, "does not exist"},
		{"may not read", on("open", 0, syscall.EACCES), nil, failed, "may not read"},
		{"gone in reading back", on("read", 2, server.ErrGone), nil, lost, "read back"},
		{"reading back ends early", on("read", 2, io.EOF), nil, failed, "copy differs"},
		{"may not create", on("create", 1, syscall.EACCES), nil, failed, `folder "/automated"`},
	}
}

type failure struct {
	name          string
	before, after func(op, name string) error
	kind          schema.Kind
	says          string
}

// TestStageFails has the server fail in all the ways it can: each time Stage
// says so, leaves nothing behind, and does not touch the live file.
func TestStageFails(t *testing.T) {
	t.Parallel()
	folder := t.TempDir() // of the server's root, where hooks tamper
	staged := filepath.Join(folder, "automated", ".student_tags.csv.7.part")

	for _, test := range failures(staged) {
		t.Run(test.name, func(t *testing.T) {
			config, folder := sftptest.Serve(t, server.Options{Root: folder, Before: test.before, After: test.after})
			put(t, folder, name, "yesterday's")
			_, err := stage(t, dial(t, config), content(100_000))

			if err == nil {
				t.Fatal("got no error")
			}
			if schema.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v (%d), want %q (%d)", err, schema.KindOf(err), test.says, test.kind)
			}

			holds(t, folder, map[string]string{name: "yesterday's"})
		})
	}
}

func flip(file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	b[50_000] ^= 1
	return os.WriteFile(file, b, 0o644)
}

// TestNoSilentLoss drops the connection at every write of an upload. The last
// write is the shortest.
func TestNoSilentLoss(t *testing.T) {
	t.Parallel()
	for k := range int64(66) {
		config, folder := sftptest.Serve(t, server.Options{Before: on("write", k+1, server.ErrGone)})
		verified, err := stage(t, dial(t, config), content(2<<20+1))
		if done := k >= 65; done != (err == nil) {
			t.Errorf("dropped at write %d: got %q, %v", k+1, verified, err)
		}
		if err != nil {
			holds(t, folder, map[string]string{})
		}
	}
}

func TestShortReads(t *testing.T) {
	config, _ := sftptest.Serve(t, server.Options{Faults: server.Faults{MaxRead: 5000}})
	if verified, err := stage(t, dial(t, config), content(200_000)); err != nil || verified != "hash" {
		t.Errorf("got %q, %v, want hash", verified, err)
	}
}

func TestVerifySizeNeedsNoReading(t *testing.T) {
	config, _ := sftptest.Serve(t, server.Options{Before: on("open", 0, syscall.EACCES)})
	config.Verify = sftp.VerifySize
	if verified, err := stage(t, dial(t, config), content(200_000)); err != nil || verified != "size" {
		t.Errorf("got %q, %v, want size", verified, err)
	}
}

// TestAsksForNoMore has the list of everything that a delivery asks of a server.
func TestAsksForNoMore(t *testing.T) {
	var mu sync.Mutex
	var asked []string
	config, _ := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, op)
		return nil
	}})
	s := dial(t, config)
	if _, err := stage(t, s, content(10)); err != nil {
		t.Fatal(err)
	}

	if err := s.Rename(t.Context(), s.StagedName("7", name), name); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()

	want := []string{
		"connect", "login",
		"create", "write", "close",
		"stat", "open", "read", "read", "close",
		"stat", "rename", "stat",
	}
	if !slices.Equal(asked, want) {
		t.Errorf("got %v, want %v", asked, want)
	}
}

// TestSilence has the server say nothing more at some point, with the
// connection open. The test ends because the call does.
func TestSilence(t *testing.T) {
	for _, op := range []string{"connect", "login", "create", "write", "close", "stat", "read", "rename"} {
		t.Run(op, func(t *testing.T) {
			t.Parallel()
			config, folder := sftptest.Serve(t, server.Options{Before: on(op, 1, server.ErrSilent)})
			config.Idle = 200 * time.Millisecond
			put(t, folder, "gpa.csv", "yesterday's")

			err := deliver(t.Context(), config)
			says := "the server sent nothing for 200ms"
			if schema.KindOf(err) != schema.Unreachable || !strings.Contains(err.Error(), says) {
				t.Errorf("got %v (%d), want the server to be unreachable", err, schema.KindOf(err))
			}

			if lost := strings.Contains(err.Error(), "the answer was lost"); lost != (op == "rename") {
				t.Errorf("reply lost: got %t", lost)
			}
		})
	}
}

// deliver does all of a delivery.
func deliver(ctx context.Context, config sftp.Config) error {
	s, err := sftp.Dial(ctx, config)
	if err != nil {
		return err
	}
	defer s.Close()

	b := content(100_000)
	staged := s.StagedName("7", name)
	size := int64(len(b))
	if _, err := s.Stage(ctx, staged, size, sha256.Sum256(b), bytes.NewReader(b), nil); err != nil {
		return err
	}
	if err := s.Rename(ctx, staged, name); err != nil {
		return err
	}

	_, err = s.Arrived(ctx, name, size)
	return err
}

// TestSessionTakesTooLong has a server that answers keep-alives and nothing
// else, so that only the limit of the session ends it.
func TestSessionTakesTooLong(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	config, _ := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
		if op == "rename" {
			<-ctx.Done()
		}
		return nil
	}})
	config.Timeout = 500 * time.Millisecond
	config.Idle = 400 * time.Millisecond
	err := deliver(ctx, config)
	if schema.KindOf(err) != schema.Unreachable {
		t.Fatalf("got %v, want the session to end", err)
	}
	for _, says := range []string{"the answer was lost", "the session took longer than 500ms"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("got %v, want it to say %q", err, says)
		}
	}
}

// TestInterrupt ends the context at each step.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	for _, op := range []string{"connect", "login", "create", "write", "close", "stat", "read", "rename"} {
		t.Run(op, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancelCause(t.Context())
			var once sync.Once
			config, folder := sftptest.Serve(t, server.Options{Before: func(asked, _ string) (err error) {
				if asked == op {
					once.Do(func() {
						cancel(errors.New("interrupt"))
						err = server.ErrSilent
					})
				}
				return err
			}})
			err := deliver(ctx, config)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want the context's error", err)
			}

			if op != "rename" { // from then on the staged file says how far it got
				holds(t, folder, map[string]string{})
			}
		})
	}
}

func TestDiskFull(t *testing.T) {
	config, folder := sftptest.OpenSSH(t)
	put(t, folder, name, "yesterday's")
	config.StageDirectory = filepath.Join(folder, "small")
	_, err := stage(t, dial(t, config), content(2<<20))
	if err == nil || !strings.Contains(err.Error(), "probably full") {
		t.Errorf("got %v, want a full disk", err)
	}

	holds(t, folder, map[string]string{name: "yesterday's"})
}
