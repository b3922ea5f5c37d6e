package cli

import (
	"path/filepath"
	"strings"
	"unicode"

	urfave "github.com/urfave/cli/v2"
)

// WrongPath says why a path cannot be a file's on every platform; "" when it can.
// A configuration moves between hosts, and a file called NUL.csv would be written
// to nowhere on Windows
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
func WrongPath(path string) string {
	path = strings.TrimPrefix(path, filepath.VolumeName(path)) // C: on Windows
	separates := func(r rune) bool { return r == '/' || r == '\\' }

	for _, name := range strings.FieldsFunc(path, separates) {
		if why := wrongName(name); why != "" {
			return why
		}
	}
	return ""
}

func wrongName(name string) string {
	forbidden := func(r rune) bool {
		return unicode.IsControl(r) || strings.ContainsRune(`<>:"|?*`, r)
	}

	switch {
	case name == "." || name == "..":
		return ""
	case isReserved(name):
		return "is a name that Windows reserves for a device"
	case strings.ContainsFunc(name, forbidden):
		return `has a control character or one of <>:"|?*, which Windows takes in no file name`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "ends in a dot or a space, which Windows removes from file names"
	}
	return ""
}

// isReserved reports whether Windows takes a name for a device, whatever its case
// and its extension.
func isReserved(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))

	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, isCOM := strings.CutPrefix(base, "COM")
	if !isCOM {
		var isLPT bool
		port, isLPT = strings.CutPrefix(base, "LPT")
		if !isLPT {
			return false
		}
	}
	return len([]rune(port)) == 1 && strings.Contains("0123456789¹²³", port)
}

// PathCheck is the Action of a flag whose value becomes a file or a folder.
func PathCheck(name string) func(*urfave.Context, string) error {
	return func(_ *urfave.Context, path string) error {
		if why := WrongPath(path); why != "" {
			return usage("give another path", "flag %s: %q %s", dashed(name), path, why)
		}
		return nil
	}
}
