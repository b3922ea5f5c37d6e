package sftp

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/pkg/sftp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// chunk is how many bytes are written at a time, one write after another. Every
// server accepts that many, and every error and every short write shows:
// File.ReadFrom, which io.Copy would use, can lose both
// (https://github.com/pkg/sftp/issues/300).
const chunk = 32 << 10

const cleanUpLimit = 15 * time.Second

// Stage writes content, which has that size and sum, under the staged name,
// and proves that the server has it: "hash" when it was read back, "size" when
// only its size was asked for (Config.Verify). With Direct it can also be
// "consumed": taken away before it could be looked at; or "unread": written whole,
// and the server does not let anybody look.
//
// progress, which may be nil, is called with the bytes sent so far. After an
// error nothing is left behind, as far as the server can be reached. With Direct
// what was written stays; the error is a schema.ErrNotDone when nothing was.
func (s *Session) Stage(
	ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64),
) (verified string, err error) {
	if err := checkNames(staged); err != nil {
		return "", schema.NotDone(err)
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return "", schema.NotDone(err)
	}
	defer stop()

	f, err := s.create(staged)
	if err != nil {
		return "", err
	}

	err = s.write(f, size, sum, content, progress)
	if err == nil {
		verified, err = s.verify(staged, size, sum)
	}
	if err == nil || s.config.Upload == Direct {
		return verified, err
	}

	if !s.discard(ctx, staged) {
		err = fmt.Errorf("%w (%s is left on the server)", err, staged)
	}
	return verified, err
}

// create opens the file for writing only: some servers refuse more. A staged
// file must be new, so that no bytes of an older file stay behind its end.
func (s *Session) create(staged string) (*sftp.File, error) {
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if s.config.Upload == Direct {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
		if err := s.checkFinal(staged); err != nil {
			return nil, schema.NotDone(err)
		}
	}

	path := s.config.stage(staged)
	f, err := s.client.OpenFile(path, flags)
	refused := err != nil && answered(err)
	err = s.failed("create "+staged, s.config.StageDirectory, err)
	if refused {
		err = schema.NotDone(err)
	}
	return f, err
}

// write sends the content, and closes the file.
func (s *Session) write(f *sftp.File, size int64, sum schema.Sum, content io.Reader, progress func(int64)) error {
	folder := s.config.StageDirectory
	err := s.send(f, size, sum, content, progress)

	version, _ := s.client.HasExtension("fsync@openssh.com")
	if version == "1" && err == nil {
		err = s.failed("write to disk", folder, f.Sync())
	}

	closeErr := f.Close()
	if err == nil {
		err = s.failed("close", folder, closeErr)
	}
	return err
}

// send sends the content and checks it on the way: what it reads may differ from
// what was announced.
func (s *Session) send(f *sftp.File, size int64, sum schema.Sum, content io.Reader, progress func(int64)) error {
	content = io.LimitReader(content, size+1)
	hash := sha256.New()
	buf := make([]byte, chunk)
	var sent int64

	for {
		n, readErr := io.ReadFull(content, buf)
		if n > 0 {
			read := buf[:n]
			hash.Write(read)
			if err := s.writeChunk(f, read); err != nil {
				return err
			}

			sent += int64(n)
			if progress != nil {
				progress(sent)
			}
		}

		atEnd := readErr == io.EOF || readErr == io.ErrUnexpectedEOF
		if atEnd {
			break
		}
		if readErr != nil {
			return fmt.Errorf("read what to send: %w", readErr)
		}
	}

	sameSum := schema.Sum(hash.Sum(nil)) == sum
	if sent != size || !sameSum {
		return fmt.Errorf("read what to send: got %d bytes, %d were announced, or the checksum differs", sent, size)
	}
	return nil
}

// writeChunk writes b and makes sure that the server took all of it. SFTP has no
// status for a full disk, so the server is asked for its free space.
func (s *Session) writeChunk(f *sftp.File, b []byte) error {
	n, err := f.Write(b)
	if err == nil && n != len(b) {
		err = io.ErrShortWrite
	}

	var status *sftp.StatusError
	failure := errors.As(err, &status) && status.FxCode() == sftp.ErrSSHFxFailure
	if failure && s.diskFull() {
		err = fmt.Errorf("write: the server's disk is probably full: %w", err)
		return schema.NewFault(schema.Failure, err, "ask the server's operator for space")
	}

	return s.failed("write", s.config.StageDirectory, err)
}

// diskFull reports whether the server says that it has no room for a chunk.
func (s *Session) diskFull() bool {
	disk, err := s.client.StatVFS(s.config.StageDirectory)
	return err == nil && disk.FreeSpace() < chunk
}

// verify looks at what the server has stored.
func (s *Session) verify(staged string, size int64, sum schema.Sum) (string, error) {
	folder := s.config.StageDirectory
	stat, err := s.client.Stat(s.config.stage(staged))
	if how := s.inPlace(err); how != "" {
		return how, nil
	}
	if err != nil {
		return "", s.failed("verify: stat", folder, err)
	}
	if stat.Size() != size {
		return "", fmt.Errorf("verify: the server has %d bytes of %d", stat.Size(), size)
	}

	if s.config.Verify == VerifySize {
		return "size", nil
	}

	hash := sha256.New()
	err = s.copyTo(hash, s.config.stage(staged))
	how := s.inPlace(err)
	switch {
	case how != "":
		return how, nil
	case errors.Is(err, fs.ErrPermission):
		err = fmt.Errorf("verify: the account may not read what it writes: %w", err)
		return "", schema.NewFault(schema.Failure, err,
			"ask the server's operator to allow it, or set sftp.verify: size")
	case err != nil:
		return "", s.failed("verify: read back", folder, err)
	case schema.Sum(hash.Sum(nil)) != sum:
		return "", errors.New("verify: the server's copy differs from what was sent")
	}

	return "hash", nil
}

// inPlace says what an answer means that does not show a file which was written in
// place, all of it: it was taken away already ("consumed"), or nobody may look at it
// ("unread"). It is "" for any other error, and for a staged file.
func (s *Session) inPlace(err error) string {
	switch {
	case err == nil || s.config.Upload != Direct || !answered(err):
		return ""
	case errors.Is(err, fs.ErrNotExist):
		return "consumed"
	}
	return "unread"
}

// copyTo reads a file. File.WriteTo, which io.Copy would use, loses what comes
// after a short read (https://github.com/pkg/sftp/issues/658). A lost connection
// can look like the end of the file; then Close returns an error.
func (s *Session) copyTo(w io.Writer, p string) error {
	f, err := s.client.Open(p)
	if err != nil {
		return err
	}

	buf := make([]byte, chunk)
	for err == nil {
		var n int
		n, err = f.Read(buf)
		if _, errWrite := w.Write(buf[:n]); errWrite != nil {
			err = errWrite
		}
	}

	closeErr := f.Close()
	if err == io.EOF {
		err = closeErr
	}
	return err
}

// discard removes a staged file, over a new connection when this one has ended,
// and reports whether the file is gone. The context that ended the work does not
// end the cleaning up.
func (s *Session) discard(ctx context.Context, staged string) bool {
	uninterrupted := context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(uninterrupted, cleanUpLimit)
	defer cancel()

	if s.remove(ctx, staged) == nil {
		return true
	}

	fresh, err := Dial(ctx, s.config)
	if err != nil {
		return false
	}
	defer fresh.Close() // the removal was answered, or not

	return fresh.remove(ctx, staged) == nil
}
