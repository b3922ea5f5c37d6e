package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Folders returns the folders that a delivery uses: the one where files are
// staged, if it is a different one, and the one where they get their final
// names.
func (s *Session) Folders() []string {
	stage := s.config.StageDirectory
	final := s.config.Directory
	if stage == final {
		return []string{final}
	}
	return []string{stage, final}
}

// Entries counts what is in a folder. A folder that is missing, or that the
// account may not list, is a schema.Failure fault; one with too many is ErrTooLong.
func (s *Session) Entries(ctx context.Context, folder string) (int, error) {
	stop, err := s.watch(ctx)
	if err != nil {
		return 0, err
	}
	defer stop()

	entries, err := s.list(ctx, folder)
	if err == nil {
		return len(entries), nil
	}
	if errors.Is(err, ErrTooLong) {
		return 0, fmt.Errorf("list the folder %q: %w", folder, err)
	}

	stat, errStat := s.client.Stat(folder)
	if errStat == nil && tellsType(stat) && !stat.IsDir() {
		err = fmt.Errorf("%q on the server is not a folder", folder)
		return 0, schema.NewFault(schema.Failure, err,
			"correct sftp.directory or sftp.stage_directory")
	}
	doing := "list the folder"
	if errors.Is(err, fs.ErrNotExist) {
		doing = "look at the folder"
	}
	return 0, s.failed(doing, folder, err)
}

// Replaces reports whether the server offers to replace a file in one step
// (the extension posix-rename@openssh.com). Without it, it may refuse to.
func (s *Session) Replaces() bool {
	_, ok := s.client.HasExtension("posix-rename@openssh.com")
	return ok
}
