package schema

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestAccess(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rules")
	}
	dir := t.TempDir()
	file, link := filepath.Join(dir, "secret"), filepath.Join(dir, "link")
	openFile(t, file)
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}

	for _, path := range []string{file, link} {
		if readable, writable := Access(path); !readable || !writable {
			t.Errorf("%s: got %t, %t, want that everybody may do all", path, readable, writable)
		}
	}
	for _, path := range []string{dir, os.DevNull, filepath.Join(dir, "none")} {
		if readable, writable := Access(path); readable || writable {
			t.Errorf("%s: got %t, %t of what is no file", path, readable, writable)
		}
	}
}

// What the system made for a program is as the system wants it, but not what a link
// there leads to.
func TestAccessOfTheSystemsFiles(t *testing.T) {
	dir, err := os.MkdirTemp("/run", "access")
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })

	file := filepath.Join(dir, "secret")
	openFile(t, file)
	if readable, writable := Access(file); readable || writable {
		t.Errorf("%s: got %t, %t", file, readable, writable)
	}

	elsewhere, link := filepath.Join(t.TempDir(), "secret"), filepath.Join(dir, "link")
	openFile(t, elsewhere)
	if err := os.Symlink(elsewhere, link); err != nil {
		t.Fatal(err)
	}
	if _, writable := Access(link); !writable {
		t.Errorf("%s: got that nobody may change what it leads to", link)
	}
}

// openFile makes a file with which everybody may do all.
func openFile(t *testing.T, path string) {
	t.Helper()
	err := os.WriteFile(path, nil, 0o600)
	if err == nil {
		err = os.Chmod(path, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}
