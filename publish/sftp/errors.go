package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/pkg/sftp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// answered reports whether err is an answer of the server. After any other
// error nobody knows what the server did. That includes io.EOF: a lost
// connection can look like SFTP's end of file, and pkg/sftp does not say which
// it was.
func answered(err error) bool {
	var status *sftp.StatusError
	if errors.As(err, &status) {
		code := status.FxCode()
		lost := code == sftp.ErrSSHFxNoConnection || code == sftp.ErrSSHFxConnectionLost
		return !lost
	}
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
}

// watch ends the session when ctx ends, until stop is called.
func (s *Session) watch(ctx context.Context) (stop func() bool, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return s.conn.endWith(ctx), nil
}

// failed says what a server's refusal, or its silence, means for what was being
// done in a folder. It returns nil for nil.
func (s *Session) failed(doing, folder string, err error) error {
	switch {
	case err == nil:
		return nil
	case !answered(err):
		return fmt.Errorf("%s: %w", doing, s.lost(err))
	case errors.Is(err, fs.ErrNotExist):
		err = fmt.Errorf("%s: folder %q on the server is missing, or the file in it: %w", doing, folder, err)
	case errors.Is(err, fs.ErrPermission):
		err = fmt.Errorf("%s: folder %q on the server does not allow it: %w", doing, folder, err)
	default:
		err = fmt.Errorf("%s: %w", doing, s.told(err))
	}

	return schema.NewFault(schema.Failure, err, folderHint)
}

// lost returns the error for a request that the server did not answer. The connection
// may be there still, when only SFTP has ended.
func (s *Session) lost(err error) error {
	if errors.Is(err, sftp.ErrSSHFxConnectionLost) {
		err = s.client.Wait() // it has ended, and says why
		if err == nil || ended(err) {
			err = errors.New("the server ended SFTP")
		}
	}
	return s.conn.lost(s.told(err))
}

// answer is the server's refusal, in words that may be shown.
type answer struct {
	error
	says string
}

func (a answer) Error() string { return a.says }
func (a answer) Unwrap() error { return a.error }

// told returns an error whose text is bounded and has no secret in it, where it is a
// text of the server.
func (s *Session) told(err error) error {
	var status *sftp.StatusError
	if !errors.As(err, &status) {
		return err
	}
	text := strings.TrimPrefix(status.Error(), "sftp: ")
	if quoted, errPrefix := strconv.QuotedPrefix(text); errPrefix == nil {
		said, _ := strconv.Unquote(quoted) // it was quoted
		text = s.conn.quoted(said) + text[len(quoted):]
	}
	return answer{err, "the server said " + text}
}

const folderHint = "check sftp.directory and sftp.stage_directory, " +
	"and ask the server's operator what the account may do there"

var fileName = regexp.MustCompile(`^[A-Za-z0-9.][A-Za-z0-9._-]{0,120}$`)

// checkNames refuses names that could lead out of a folder.
func checkNames(names ...string) error {
	for _, name := range names {
		folder := name == "." || name == ".."
		if folder || !fileName.MatchString(name) {
			err := fmt.Errorf("%q cannot be the name of a file on the server", name)
			return schema.NewFault(schema.Config, err,
				"use letters, digits, dots, dashes and underscores")
		}
	}

	return nil
}
