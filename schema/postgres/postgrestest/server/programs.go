package server

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// programs returns the folder of initdb and postgres: the first of the PATH,
// else the newest version that Debian's packages put beside it.
func programs() (string, error) {
	if initdb, err := exec.LookPath("initdb"); err == nil && isProgram(filepath.Dir(initdb), "postgres") {
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

// version returns 15 for /usr/lib/postgresql/15/bin; what is no number comes last.
func version(folder string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(folder)))
	return n
}
