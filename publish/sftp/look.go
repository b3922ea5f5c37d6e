package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// sight is what a server shows of a file. When it is neither there nor gone, the
// server does not let the account look.
type sight struct {
	there, gone bool
	size        int64 // bytes; -1 when the server does not say
}

// unlike reports whether the file is known to have another size.
func (seen sight) unlike(size int64) bool { return seen.there && seen.size >= 0 && seen.size != size }

// look looks at a file. Servers answer all kinds of things about a name that is
// missing, so anything but "no such file" leaves it to the folder's listing.
func (s *Session) look(ctx context.Context, file string) (sight, error) {
	stat, err := s.client.Stat(file)
	switch {
	case err == nil:
		return sight{there: true, size: stat.Size()}, nil
	case errors.Is(err, fs.ErrNotExist):
		return sight{gone: true}, nil
	case !answered(err):
		return sight{}, err
	}
	return s.lookInFolder(ctx, file)
}

// lookInFolder looks for a file in the listing of its folder. There a size of 0 can
// also mean that the server does not tell sizes.
func (s *Session) lookInFolder(ctx context.Context, file string) (sight, error) {
	entries, err := s.list(ctx, path.Dir(file))
	switch {
	case err == nil:
	case answered(err), errors.Is(err, ErrTooLong):
		return sight{}, nil
	default:
		return sight{}, err
	}

	for _, entry := range entries {
		if entry.Name() != path.Base(file) {
			continue
		}
		seen := sight{there: true, size: entry.Size()}
		if seen.size == 0 {
			seen.size = -1
		}
		return seen, nil
	}
	return sight{gone: true}, nil
}

// CheckFinal refuses a final name that something other than a file has: a delivery
// would replace a folder, or write through a link.
func (s *Session) CheckFinal(ctx context.Context, name string) error {
	if err := checkNames(name); err != nil {
		return err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return err
	}
	defer stop()

	return s.checkFinal(ctx, name)
}

func (s *Session) checkFinal(ctx context.Context, name string) error {
	final := s.config.final(name)
	stat, err := s.client.Lstat(final)
	if err != nil && answered(err) {
		return nil // there is nothing, or nothing that we may know
	}
	if err != nil {
		return s.failed("stat "+name, s.config.Directory, err)
	}

	isFile := stat.Mode().IsRegular()
	if isFile && !tellsType(stat) {
		_, err := s.list(ctx, final)
		isFile = err != nil
	}
	if isFile {
		return nil
	}
	err = fmt.Errorf("%s in folder %q on the server is not a file", name, s.config.Directory)
	return schema.NewFault(schema.Failure, err, "ask the server's operator to remove it")
}

// Arrived looks at a renamed file: it is there with its whole size (BySize), or the
// server does not let anybody look (Unseen), or it was taken away already, as
// SchooLinks does (Consumed). A server may count late: the error says that the file
// goes on having another size.
func (s *Session) Arrived(ctx context.Context, name string, size int64) (how string, err error) {
	if err := checkNames(name); err != nil {
		return "", err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return "", err
	}
	defer stop()

	var seen sight
	err = s.patiently(ctx, func() (again bool, err error) {
		seen, err = s.look(ctx, s.config.final(name))
		return err == nil && seen.unlike(size), err
	})
	switch {
	case err != nil:
		return "", s.failed("look at "+name, s.config.Directory, err)
	case seen.gone:
		return schema.Consumed, nil
	case seen.unlike(size):
		return "", fmt.Errorf("%s on the server has %d bytes, not the %d that were sent",
			name, seen.size, size)
	}
	return seen.verified(), nil
}
