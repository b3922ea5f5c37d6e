package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// StagedName returns the name that a file of a delivery has until it gets its
// final one: hidden, and without the ending of a file that SchooLinks picks up.
// With Direct it is the final name itself.
func (s *Session) StagedName(delivery int64, name string) string {
	if s.config.Upload == Direct {
		return name
	}
	number := strconv.FormatInt(delivery, 10)
	return "." + name + "." + number + ".part"
}

// Rename gives a staged file its final name, and in the same instant replaces
// the file that has that name; with Direct there is nothing to do. A server
// without the posix-rename extension may refuse to replace. When the answer was
// lost, which is a schema.Unreachable fault, the rename may have happened or may
// still happen: Look tells.
func (s *Session) Rename(ctx context.Context, staged, name string) error {
	if s.config.Upload == Direct {
		return nil
	}
	if err := checkNames(staged, name); err != nil {
		return err
	}

	stop, err := s.watch(ctx)
	if err != nil {
		return err
	}
	defer stop()

	if err := s.checkFinal(name); err != nil {
		return err
	}

	replaces := s.Replaces()
	rename := s.client.Rename
	if replaces {
		rename = s.client.PosixRename
	}

	from := s.config.stage(staged)
	to := s.config.final(name)
	err = rename(from, to)
	switch {
	case err == nil:
		return nil
	case !answered(err):
		return fmt.Errorf("rename to %s: the answer was lost: %w", name, s.conn.lost(err))
	case !replaces:
		err = fmt.Errorf("rename to %s: %w", name, err)
		return schema.NewFault(schema.Failure, err,
			"the server cannot replace a file in one step (posix-rename); "+
				"if it refuses for that reason, set sftp.upload: direct")
	}
	return s.failed("rename to "+name, s.config.Directory, err)
}

// checkFinal refuses to replace, or to write through, something that is not a
// file.
func (s *Session) checkFinal(name string) error {
	stat, err := s.client.Lstat(s.config.final(name))
	if err != nil && answered(err) {
		return nil // there is nothing, or nothing that we may know
	}
	if err != nil {
		return s.failed("stat "+name, s.config.Directory, err)
	}

	if stat.Mode().IsRegular() {
		return nil
	}
	err = fmt.Errorf("%s in folder %q on the server is not a file", name, s.config.Directory)
	return schema.NewFault(schema.Failure, err, "ask the server's operator to remove it")
}

// Arrived reports whether a renamed file is there with its whole size (""), or
// was taken away already ("consumed"), as SchooLinks does.
func (s *Session) Arrived(ctx context.Context, name string, size int64) (how string, err error) {
	if err := checkNames(name); err != nil {
		return "", err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return "", err
	}
	defer stop()

	stat, err := s.client.Stat(s.config.final(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "consumed", nil
	case err != nil:
		return "", s.failed("stat "+name, s.config.Directory, err)
	case stat.Size() != size:
		return "", fmt.Errorf("%s on the server has %d bytes, not the %d that were sent",
			name, stat.Size(), size)
	}

	return "", nil
}

// Look tells what became of a delivery that broke off. While a staged file is
// there, it was not renamed, and Look does not read the file with the final
// name. When the staged file is gone, final is the SHA-256 sum of the file with
// the final name, or nil when there is no such file. The error is
// fs.ErrPermission only when that file is there and the account may not read it.
func (s *Session) Look(ctx context.Context, staged, name string) (isStaged bool, final *schema.Sum, err error) {
	if err := checkNames(staged, name); err != nil {
		return false, nil, err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return false, nil, err
	}
	defer stop()

	if s.config.Upload != Direct {
		isStaged, err := s.exists(staged)
		if isStaged || err != nil {
			return isStaged, nil, err
		}
	}

	sum, err := s.sum(s.config.final(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil, nil
	case err != nil:
		return false, nil, s.failed("read "+name, s.config.Directory, err)
	}

	return false, &sum, nil
}

// exists reports whether a staged file is there. Its error is not
// fs.ErrPermission, which Look keeps for another case.
func (s *Session) exists(staged string) (bool, error) {
	folder := s.config.StageDirectory
	_, err := s.client.Lstat(s.config.stage(staged))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case errors.Is(err, fs.ErrPermission):
		err = errors.New(err.Error()) // no longer fs.ErrPermission
		err = fmt.Errorf("look for %s in folder %q on the server: %w", staged, folder, err)
		return false, schema.NewFault(schema.Failure, err,
			"ask the server's operator what the account may do there")
	case err != nil:
		return false, s.failed("look for "+staged, folder, err)
	}
	return true, nil
}

// Sweep removes all staged files that deliveries have left behind for a name.
func (s *Session) Sweep(ctx context.Context, name string) error {
	if err := checkNames(name); err != nil || s.config.Upload == Direct {
		return err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return err
	}
	defer stop()

	entries, err := s.client.ReadDirContext(ctx, s.config.StageDirectory)
	if err != nil {
		return s.failed("list the staged files", s.config.StageDirectory, err)
	}

	ours := regexp.MustCompile(`^\.` + regexp.QuoteMeta(name) + `\.[0-9]+\.part$`)
	for _, entry := range entries {
		name := entry.Name()
		if !ours.MatchString(name) {
			continue
		}
		if err := s.remove(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// remove removes a staged file. A file that is not there counts as removed.
func (s *Session) remove(ctx context.Context, staged string) error {
	stop, err := s.watch(ctx)
	if err != nil {
		return err
	}
	defer stop()

	err = s.client.Remove(s.config.stage(staged))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return s.failed("remove "+staged, s.config.StageDirectory, err)
}
