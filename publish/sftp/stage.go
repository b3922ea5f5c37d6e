package sftp

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/pkg/sftp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// chunk is how many bytes are written at a time, one write after another. Every
// server accepts that many, and every error and every short write shows:
// File.ReadFrom, which io.Copy would use, can lose both
// (https://github.com/pkg/sftp/issues/300).
const chunk = 32 << 10

// Stage writes content, which has that size and sum, under the staged name, and says
// how it is known that the server has it: ByHash, BySize or, where the server lets
// nobody look, Unseen. With Direct it can also be Consumed: taken away before it
// could be looked at.
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

	f, err := s.create(ctx, staged)
	if err != nil {
		return "", err
	}

	err = s.write(f, size, sum, content, progress)
	if err == nil {
		verified, err = s.verify(ctx, staged, size, sum)
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
func (s *Session) create(ctx context.Context, staged string) (*sftp.File, error) {
	if s.config.Upload == Direct {
		return s.openFinal(ctx, staged)
	}

	folder := s.config.StageDirectory
	f, err := s.openToWrite(ctx, s.config.stage(staged), os.O_EXCL)
	switch {
	case err == nil:
		return f, nil
	case !answered(err) || errors.Is(err, fs.ErrNotExist):
		err = s.failed("create "+staged, folder, err)
	default:
		err = &schema.Fault{
			Err: s.failed("create "+staged, folder, err),
			Hint: folderHint + "; if it takes no name like " + staged +
				", only names without a dot in front or with .csv at the end, set sftp.upload: direct",
		}
	}
	if schema.KindOf(err) == schema.Failure {
		err = schema.NotDone(err)
	}
	return nil, err
}

// openToWrite opens a file for writing, which may have to wait until the server is not busy.
func (s *Session) openToWrite(ctx context.Context, path string, flag int) (f *sftp.File, err error) {
	err = s.patiently(ctx, func() (again bool, err error) {
		f, err = s.client.OpenFile(path, os.O_WRONLY|os.O_CREATE|flag)
		return busy(err), err
	})
	return f, err
}

// openFinal opens a file under its final name, which empties the one of before. When
// the server refuses, and the file is seen to be as it was, nothing was done.
func (s *Session) openFinal(ctx context.Context, name string) (f *sftp.File, err error) {
	if err := s.checkFinal(ctx, name); err != nil {
		return nil, schema.NotDone(err)
	}
	final := s.config.final(name)
	before, err := s.look(ctx, final)
	if err != nil {
		return nil, schema.NotDone(s.failed("look at "+name, s.config.Directory, err))
	}

	f, err = s.openToWrite(ctx, final, os.O_TRUNC)
	if err == nil {
		return f, nil
	}

	untouched := errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
	if answered(err) && !untouched {
		after, errLook := s.look(ctx, final)
		untouched = errLook == nil && before == after && (after.there || after.gone)
	}
	err = s.failed("open "+name, s.config.Directory, err)
	if untouched {
		err = schema.NotDone(err)
	}
	return nil, err
}

// write sends the content, and closes the file. That the server's disk has it is asked
// for where that is offered. A server that then says no is taken at its word that the
// file was written and closed, which verify looks at.
func (s *Session) write(f *sftp.File, size int64, sum schema.Sum, content io.Reader, progress func(int64)) error {
	folder := s.config.StageDirectory
	err := s.send(f, size, sum, content, progress)

	version, _ := s.client.HasExtension("fsync@openssh.com")
	if version == "1" && err == nil {
		errSync := f.Sync()
		if errSync != nil && !answered(errSync) {
			err = s.failed("write to disk", folder, errSync)
		}
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
				return fmt.Errorf("%w (%d of %d bytes were sent)", err, sent, size)
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
	if !busy(err) {
		return s.failed("write", s.config.StageDirectory, err)
	}

	probably := "may have no more room for the account"
	if s.diskFull() {
		probably = "has a disk that is probably full"
	}
	err = fmt.Errorf("write: the server %s: %w", probably, s.told(err))
	return schema.NewFault(schema.Failure, err, "ask the server's operator for space")
}

// diskFull reports whether the server says that it has no room for a chunk.
func (s *Session) diskFull() bool {
	disk, err := s.client.StatVFS(s.config.StageDirectory)
	return err == nil && disk.FreeSpace() < chunk
}
