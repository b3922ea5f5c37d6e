package sftp

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What Probe writes names no student.
const (
	probeName = "schoolinks-sync-probe.csv"
	probeTag  = "0"
	probeText = "publish check wrote this to see whether it can. It may be removed.\n"
)

// Probe does in a folder everything that a delivery does, with a file that names
// no student: it writes, renames and reads back the file, replaces it by another in
// the same way, and removes that. When there is no such folder, the error is
// fs.ErrNotExist.
func (s *Session) Probe(ctx context.Context, folder string) error {
	there := *s // the same connection
	there.config.Directory = folder
	there.config.StageDirectory = folder
	staged := there.StagedName(probeTag, probeName)
	if err := there.clear(ctx, staged); err != nil {
		return err
	}

	err := there.upload(ctx, staged)
	if err == nil {
		err = there.upload(ctx, staged)
	}
	removed := there.remove(ctx, probeName)
	if err == nil {
		return removed
	}
	if removed != nil {
		err = fmt.Errorf("%w (%s is left on the server)", err, probeName)
	}
	return err
}

// upload sends the probe once.
func (s *Session) upload(ctx context.Context, staged string) error {
	size := int64(len(probeText))
	sum := sha256.Sum256([]byte(probeText))
	text := strings.NewReader(probeText)
	if _, err := s.Stage(ctx, staged, size, sum, text, nil); err != nil {
		return err
	}

	err := s.Rename(ctx, staged, probeName)
	if err == nil {
		return s.found(ctx, size, sum)
	}
	if !s.discard(ctx, staged) {
		err = fmt.Errorf("%w (%s is left on the server)", err, staged)
	}
	return err
}

// clear removes what an earlier probe has left.
func (s *Session) clear(ctx context.Context, staged string) error {
	stop, err := s.watch(ctx)
	if err != nil {
		return err
	}
	defer stop()

	seen, err := s.look(ctx, s.config.StageDirectory)
	if seen.gone {
		err = fs.ErrNotExist
	}
	if err != nil {
		return s.failed("look at the folder", s.config.StageDirectory, err)
	}

	for _, name := range []string{staged, probeName} {
		seen, err := s.look(ctx, s.config.stage(name))
		if err != nil {
			return s.failed("look at "+name, s.config.StageDirectory, err)
		}
		if seen.there {
			_ = s.remove(ctx, name) // writing it will show what is wrong
		}
	}
	return nil
}

// found looks for the probe under its final name. If it was taken away already,
// it had arrived.
func (s *Session) found(ctx context.Context, size int64, sum schema.Sum) error {
	if s.config.Verify == VerifySize {
		_, err := s.Arrived(ctx, probeName, size)
		return err
	}

	hash := sha256.New()
	found, err := s.Read(ctx, probeName, hash)
	if err != nil {
		return err
	}
	if found && schema.Sum(hash.Sum(nil)) != sum {
		return errors.New("read back: the server's copy differs from what was sent")
	}
	return nil
}
