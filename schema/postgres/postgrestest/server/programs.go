package server

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// programs returns the folder of initdb and postgres: the first in the PATH,
// else that of the newest version that Debian's packages keep elsewhere.
func programs() (string, error) {
	initdb, err := exec.LookPath("initdb")
	if err == nil && isProgram(filepath.Dir(initdb), "postgres") {
		return filepath.Dir(initdb), nil
	}

	folders, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}

	slices.SortFunc(folders, func(a, b string) int { return version(b) - version(a) })
	for _, folder := range folders {
		if isProgram(folder, "initdb") && isProgram(folder, "postgres") {
			return folder, nil
		}
	}

	return "", ErrNotInstalled
}

func isProgram(folder, name string) bool {
	_, err := exec.LookPath(filepath.Join(folder, name))
	return err == nil
}

// version returns 15 for /usr/lib/postgresql/15/bin, and 0 for a folder without a
// number, which comes last.
func version(folder string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(folder)))
	return n
}
