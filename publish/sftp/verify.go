package sftp

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// verify looks at what the server has stored, and says how.
func (s *Session) verify(ctx context.Context, staged string, size int64, sum schema.Sum) (string, error) {
	file := s.config.stage(staged)
	seen, err := s.lookUntil(ctx, file, size)
	switch {
	case err != nil:
		return "", s.failed("verify: look at "+staged, s.config.StageDirectory, err)
	case seen.gone && s.config.Upload == Direct:
		return schema.Consumed, nil
	case seen.gone:
		return "", s.failed("verify", s.config.StageDirectory, fs.ErrNotExist)
	case seen.unlike(size):
		return "", fmt.Errorf("verify: the server has %d bytes of %d", seen.size, size)
	}

	if s.config.Verify == VerifyHash {
		return s.readBack(ctx, file, seen, size, sum)
	}
	return seen.verified(), nil
}

// verified says how a file is known to be whole that was seen like this.
func (seen sight) verified() string {
	if seen.there && seen.size >= 0 {
		return schema.BySize
	}
	return schema.Unseen
}

// lookUntil looks at a file that was just written. As long as the server shows less of
// it, it may be counting, or a virus scanner may be at it. A file that was written in
// place and is gone was taken away.
func (s *Session) lookUntil(ctx context.Context, file string, size int64) (seen sight, err error) {
	err = s.patiently(ctx, func() (again bool, err error) {
		seen, err = s.look(ctx, file)
		less := seen.unlike(size) && seen.size < size
		missing := seen.gone && s.config.Upload != Direct
		return err == nil && (less || missing), err
	})
	return seen, err
}

// readBack compares what the server has with what was sent.
func (s *Session) readBack(ctx context.Context, file string, seen sight, size int64, sum schema.Sum) (string, error) {
	hash := sha256.New()
	err := s.read(ctx, file, size, hash)
	switch {
	case err == nil && schema.Sum(hash.Sum(nil)) == sum:
		return schema.ByHash, nil
	case err == nil || errors.Is(err, errTooMuch):
		return "", errors.New("verify: the server's copy differs from what was sent")
	case !answered(err):
		return "", s.failed("verify: read back", s.config.StageDirectory, err)
	case s.config.Upload == Direct && errors.Is(err, fs.ErrNotExist):
		return schema.Consumed, nil
	case s.config.Upload == Direct:
		return seen.verified(), nil
	}

	why := "what was written cannot be read back"
	if errors.Is(err, fs.ErrPermission) {
		why = "the account may not read what it writes"
	}
	return "", schema.NewFault(schema.Failure, fmt.Errorf("verify: %s: %w", why, s.told(err)),
		"ask the server's operator to allow it, or set sftp.verify: size")
}
