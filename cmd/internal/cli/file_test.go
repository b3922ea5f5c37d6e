package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// text returns a File's Write for a text.
func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// breaksOff writes a part of a file.
func breaksOff(w io.Writer) error {
	return errors.Join(text("half a fi")(w), errors.New("broken"))
}

// folder returns what is in a folder, by name.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}

	files := map[string]string{}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(content)
	}

	return files
}

// TestWriteFiles writes two files over one, and looks at what is in the folder
// while the second one is written.
func TestWriteFiles(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first"), filepath.Join(dir, "second")
	if err := os.WriteFile(first, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}

	err := WriteFiles(File{Path: first, Write: text("new")}, File{Path: second, Write: func(w io.Writer) error {
		if got := folder(t, dir); len(got) != 3 || got["first"] != "old" {
			t.Errorf("got %q, want the old file and two that have no name yet", got)
		}
		return text("second")(w)
	}})
	if err != nil {
		t.Fatal(err)
	}

	want := map[string]string{"first": "new", "second": "second"}
	if diff := cmp.Diff(want, folder(t, dir)); diff != "" {
		t.Error(diff)
	}

	checkMode(t, first, 0o600)
}

func TestWriteFilesAllOrNone(t *testing.T) {
	for name, last := range map[string]File{
		"breaks off":          {Path: "last", Write: breaksOff},
		"folder is not there": {Path: "none/last", Write: text("last")},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			last.Path = filepath.Join(dir, last.Path)

			err := WriteFiles(File{Path: filepath.Join(dir, "first"), Write: text("first")}, last)
			if err == nil {
				t.Error("got no error")
			}
			if left := folder(t, dir); len(left) != 0 {
				t.Errorf("got %q, want nothing left", left)
			}
		})
	}
}

func TestWriteNewFile(t *testing.T) {
	dir := t.TempDir()
	f := File{Path: filepath.Join(dir, "new"), Mode: 0o644, Write: breaksOff}
	if err := WriteNewFile(f); err == nil || len(folder(t, dir)) != 0 {
		t.Errorf("got %v, %q, want an error and nothing left", err, folder(t, dir))
	}

	f.Write = text("new")
	if err := WriteNewFile(f); err != nil {
		t.Fatal(err)
	}

	checkMode(t, f.Path, 0o644)

	f.Write = text("newer")
	if err := WriteNewFile(f); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want fs.ErrExist", err)
	}
	if diff := cmp.Diff(map[string]string{"new": "new"}, folder(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestNewFileMeetsAnother has something else take the name while the file is
// written.
func TestNewFileMeetsAnother(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new")
	err := WriteNewFile(File{Path: path, Write: func(io.Writer) error {
		return os.WriteFile(path, []byte("another"), 0o600)
	}})

	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want fs.ErrExist", err)
	}
	if diff := cmp.Diff(map[string]string{"new": "another"}, folder(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestTakeName(t *testing.T) {
	dir := t.TempDir()
	part, path := filepath.Join(dir, "part"), filepath.Join(dir, "new")
	if err := takeName(part, path); err == nil || len(folder(t, dir)) != 0 {
		t.Errorf("got %v, %q, want an error and nothing left", err, folder(t, dir))
	}

	for _, want := range []error{nil, fs.ErrExist} {
		if err := os.WriteFile(part, []byte("new"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := takeName(part, path); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}

	if got := folder(t, dir)["new"]; got != "new" {
		t.Errorf("got %q, want new", got)
	}
}

// checkMode expects the usual umask, 022, or a stricter one.
func checkMode(t *testing.T, path string, want fs.FileMode) {
	t.Helper()
	at, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && at.Mode()|0o044 != want|0o044 {
		t.Errorf("%s: got mode %v, want %v", path, at.Mode(), want)
	}
}
