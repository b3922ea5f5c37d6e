package sftp

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What Probe writes names no student.
const (
	probeName = "schoolinks-sync-probe.txt"
	probeTag  = "0"
	probeText = "publish check wrote this to see whether it can. It may be removed.\n"
)

// Probe does in a folder everything that a delivery does, with a file that names
// no student: it writes, renames, reads back and removes the file. When there is
// no such folder, the error is fs.ErrNotExist.
func (s *Session) Probe(ctx context.Context, folder string) error {
	there := *s // the same connection
	there.config.Directory = folder
	there.config.StageDirectory = folder
	staged := there.StagedName(probeTag, probeName)
	if err := there.clear(ctx, staged); err != nil {
		return err
	}

	size := int64(len(probeText))
	sum := sha256.Sum256([]byte(probeText))
	text := strings.NewReader(probeText)
	_, err := there.Stage(ctx, staged, size, sum, text, nil)
	if err != nil {
		return err
	}

	err = there.Rename(ctx, staged, probeName)
	if err == nil {
		found := there.found(ctx, size, sum)
		removed := there.remove(ctx, probeName)
		return errors.Join(found, removed)
	}
	if !there.discard(ctx, staged) {
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

	_, err = s.client.Stat(s.config.StageDirectory)
	if err != nil {
		return s.failed("look at the folder", s.config.StageDirectory, err)
	}

	_, err = s.client.Lstat(s.config.stage(staged))
	if err != nil {
		return nil // it is not there, or the writing will show what is wrong
	}
	return s.remove(ctx, staged)
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

// Algorithms names what the two sides have agreed on to protect the connection.
func (s *Session) Algorithms() string {
	agreed, ok := s.ssh.Conn.(ssh.AlgorithmsConnMetadata)
	if !ok {
		return "unknown"
	}

	a := agreed.Algorithms()
	text := fmt.Sprintf("key exchange %s, host key %s, cipher %s",
		a.KeyExchange, a.HostKey, a.Write.Cipher)
	if a.Write.MAC != "" { // some ciphers do not need one
		text += ", MAC " + a.Write.MAC
	}
	return text
}
