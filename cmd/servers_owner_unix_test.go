//go:build unix

package cmd_test

import (
	"os"
	"syscall"
)

// chownLike gives a file to the owner of another.
func chownLike(file, like string) error {
	info, err := os.Stat(like)
	if err != nil {
		return err
	}
	return os.Chown(file, int(info.Sys().(*syscall.Stat_t).Uid), -1)
}
