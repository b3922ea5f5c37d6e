package publishtest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Server is SchooLinks' server in memory: files by name, those that are staged
// among them. It does as it is told by Fail, one operation after the other.
type Server struct {
	Files   map[string]string
	InPlace bool // files are written where they stay; there is nothing to rename
	Taken   bool // SchooLinks takes files away as soon as they have their names

	// Before is called before each operation, on a file or "" for all; it may be
	// nil.
	Before func(op Op, name string)

	Did []string // what was asked of it: "stage gpa.csv"

	answers map[Op][]Answer
}

// Op is what a session can be asked to do.
type Op string

const (
	Dial       Op = "dial"
	Stage      Op = "stage"
	Rename     Op = "rename"
	Arrived    Op = "arrived"
	CheckFinal Op = "check"
	Read       Op = "read"
	Unstage    Op = "unstage"
)

// Answer is how the server answers an operation.
type Answer int

const (
	Yes    Answer = iota
	No            // it is not done, and the server says so
	Lost          // it is done, and the connection ends before the answer
	Gone          // the connection ends before it is done
	Short         // of a stage: the server keeps half of the file
	Denied        // of a look or a read: the file is there and may not be seen
	Torn          // of a look at what was renamed: the server keeps half of the file
)

// NewServer returns a server without files.
func NewServer() *Server { return &Server{Files: map[string]string{}, answers: map[Op][]Answer{}} }

// Fail says how the next operations of a kind are answered. Those after them are
// answered yes.
func (s *Server) Fail(op Op, answers ...Answer) { s.answers[op] = append(s.answers[op], answers...) }

// Staged names the files that wait for their final names.
func (s *Server) Staged() (names []string) {
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if strings.HasSuffix(name, ".part") {
			names = append(names, name)
		}
	}
	return names
}

// Dial connects to the server.
func (s *Server) Dial(ctx context.Context) (publish.Session, error) {
	session := &session{server: s}
	err := session.do(ctx, Dial, "", func() error { return nil })
	if err != nil {
		return nil, err
	}
	return session, nil
}

// session is one connection to a server.
type session struct {
	server *Server
	ended  bool
}

var errGone = errors.New("the connection is gone")

// do does an operation as the server answers it.
func (s *session) do(ctx context.Context, op Op, name string, what func() error) error {
	if s.server.Before != nil {
		s.server.Before(op, name)
	}
	s.server.Did = append(s.server.Did, strings.TrimSpace(string(op)+" "+name))

	gone := schema.NewFault(schema.Unreachable, errGone, "run it again")
	if s.ended {
		return gone
	}
	if ctx.Err() != nil {
		s.ended = true // as an interrupt does to the connection
		return ctx.Err()
	}

	switch s.server.next(op) {
	case No:
		err := fmt.Errorf("%s %s: the server says no", op, name)
		return schema.NotDone(schema.NewFault(schema.Failure, err, ""))
	case Denied:
		return fs.ErrPermission
	case Torn:
		s.server.Files[name] = s.server.Files[name][:len(s.server.Files[name])/2]
		return what()
	case Gone:
		s.ended = true
		return gone
	case Lost:
		s.ended = true
		return errors.Join(gone, what())
	case Short:
		err := what()
		s.server.Files[name] = s.server.Files[name][:len(s.server.Files[name])/2]
		return errors.Join(err, fmt.Errorf("verify: the server has %d bytes of it", len(s.server.Files[name])))
	}
	return what()
}

func (s *Server) next(op Op) Answer {
	if len(s.answers[op]) == 0 {
		return Yes
	}
	answer := s.answers[op][0]
	s.answers[op] = s.answers[op][1:]
	return answer
}

func (s *session) HostKey() string { return "SHA256:key" }

func (s *session) StageDirectory() string { return "/automated" }

func (s *session) StagedName(tag, name string) string {
	if s.server.InPlace {
		return name
	}
	return stagedAs(tag, name)
}

func (s *session) Stage(
	ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64),
) (verified string, err error) {
	err = s.do(ctx, Stage, staged, func() error {
		text, err := io.ReadAll(content)
		if err != nil {
			return err
		}
		if int64(len(text)) != size || sha256.Sum256(text) != sum {
			return errors.New("what is sent is not what was announced")
		}

		progress(size)
		s.server.Files[staged] = string(text)
		return nil
	})
	return schema.ByHash, err
}

func (s *session) Rename(ctx context.Context, staged, name string) error {
	return s.do(ctx, Rename, name, func() error {
		text, ok := s.server.Files[staged]
		if !ok {
			return schema.NotDone(schema.NewFault(schema.Failure, fs.ErrNotExist, ""))
		}

		delete(s.server.Files, staged)
		s.server.Files[name] = text
		if s.server.Taken {
			delete(s.server.Files, name)
		}
		return nil
	})
}

func (s *session) CheckFinal(ctx context.Context, name string) error {
	return s.do(ctx, CheckFinal, name, func() error { return nil })
}

func (s *session) Arrived(ctx context.Context, name string, size int64) (how string, err error) {
	how = schema.BySize
	err = s.do(ctx, Arrived, name, func() error {
		text, ok := s.server.Files[name]
		switch {
		case !ok:
			how = schema.Consumed
		case int64(len(text)) != size:
			return fmt.Errorf("%s has %d bytes, not %d", name, len(text), size)
		}
		return nil
	})
	if errors.Is(err, fs.ErrPermission) {
		return schema.Unseen, nil
	}
	return how, err
}

func (s *session) Read(ctx context.Context, name string, into io.Writer) (found bool, err error) {
	var text string
	err = s.do(ctx, Read, name, func() error {
		text, found = s.server.Files[name]
		return nil
	})
	if errors.Is(err, fs.ErrPermission) {
		return false, nil
	}
	if err == nil && found {
		_, err = io.WriteString(into, text)
	}
	return found, err
}

func (s *session) Unstage(ctx context.Context, _, staged string) error {
	return s.do(ctx, Unstage, staged, func() error {
		delete(s.server.Files, staged)
		return nil
	})
}

func (s *session) Close() error {
	s.ended = true
	return nil
}
