package schema

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
)

// systems are the files that the system made for a program; macOS has them elsewhere.
var systems = regexp.MustCompile(`^(/run|/var/run|/private/var/run)/`)

// Access returns what every user of this machine may do with a file: read it, and
// change it. It is nothing on Windows, which has other rules; for what is not a
// file, such as a pipe; and below /run and /var/run.
func Access(path string) (readable, writable bool) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil || runtime.GOOS == "windows" || systems.MatchString(real) {
		return false, false
	}

	file, err := os.Stat(real)
	if err != nil || !file.Mode().IsRegular() {
		return false, false // who opens it says why it cannot be read
	}
	const read, write fs.FileMode = 0o004, 0o002
	return file.Mode()&read != 0, file.Mode()&write != 0
}
