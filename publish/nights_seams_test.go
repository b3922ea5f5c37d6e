package publish_test

import (
	"context"
	"errors"
	"io"
	"log/slog"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// seams are the places where a run meets the world: what it writes to the store, asks
// of the server and logs. At each of them something may strike, and the model hears
// what really happened.
type seams struct {
	*model
	world  *district
	after  int    // so many seams come before the strike
	strike func() // nil when there is none
	struck string // where
	down   bool   // the store is out of reach, until the run ends
	purge  string // the staged file of this name is removed right before its rename
	plant  string // a planted fault
}

// at is one of those places.
func (s *seams) at(what string) {
	if s.strike == nil {
		return
	}
	if s.after--; s.after < 0 {
		strike := s.strike
		s.strike, s.struck = nil, what
		strike()
	}
}

var errDown = schema.NewFault(schema.Unreachable, errors.New("the store is out of reach"), "run it again")

// write writes to the store, and tells the model when it was committed: then the answer
// may be lost.
func (s *seams) write(what string, do func() error, hear func()) error {
	s.at("before " + what)
	if s.down {
		return errDown
	}
	err := do()
	if err == nil {
		hear()
	}
	s.at("after " + what)
	if s.down {
		return errDown
	}
	return err
}

// nightStore is the store between the seams.
type nightStore struct {
	*publishtest.Memory
	*seams
	lock *nightLock
}

func (s *nightStore) Record(
	ctx context.Context, p *schema.Publication, contents []schema.Content, asked *schema.Decision,
) error {
	return s.write("record", func() error {
		return s.Memory.Record(ctx, p, contents, asked)
	}, func() { s.recorded(p, contents, s.lock.overtaken(ctx)) })
}

func (s *nightStore) Adopt(ctx context.Context, fence int64, p *schema.Publication, contents []schema.Content) error {
	return s.write("adopt", func() error {
		return s.Memory.Adopt(ctx, fence, p, contents)
	}, func() { s.adopted(p, contents) })
}

func (s *nightStore) Decide(ctx context.Context, d schema.Decision) error {
	return s.write("decide "+string(d.Kind), func() error {
		return s.Memory.Decide(ctx, d)
	}, func() { s.decided(d) })
}

func (s *nightStore) BeginDelivery(
	ctx context.Context, fence int64, d *schema.Delivery, staged func(tag, name string) string,
) error {
	return s.write("begin", func() error {
		return s.Memory.BeginDelivery(ctx, fence, d, staged)
	}, func() { s.begun(d) })
}

func (s *nightStore) Staged(ctx context.Context, fence, delivery int64, name, verified string) error {
	return s.write("staged", func() error {
		return s.Memory.Staged(ctx, fence, delivery, name, verified)
	}, func() {})
}

func (s *nightStore) Release(ctx context.Context, fence, delivery int64) error {
	return s.write("release", func() error {
		return s.Memory.Release(ctx, fence, delivery)
	}, func() {
		s.lock.used("release")
		s.released(delivery)
	})
}

func (s *nightStore) Sent(ctx context.Context, fence, delivery int64, name, verified string) error {
	return s.write("sent", func() error {
		return s.Memory.Sent(ctx, fence, delivery, name, verified)
	}, func() { s.sent(delivery, name, s.world.server.Files[name]) })
}

func (s *nightStore) Refused(ctx context.Context, fence, delivery int64, names []string) error {
	if s.plant == claimsSent {
		return s.Memory.Sent(ctx, fence, delivery, names[0], "hash")
	}
	return s.write("refused", func() error {
		return s.Memory.Refused(ctx, fence, delivery, names)
	}, func() { s.refused(delivery, names) })
}

func (s *nightStore) EndDelivery(ctx context.Context, fence, delivery int64, hostKey string) error {
	return s.write("end", func() error {
		return s.Memory.EndDelivery(ctx, fence, delivery, hostKey)
	}, func() { s.ended(s.of(delivery)) })
}

func (s *nightStore) EndOlder(ctx context.Context, fence int64, destination string) (ended int64, err error) {
	err = s.write("end older", func() error {
		ended, err = s.Memory.EndOlder(ctx, fence, destination)
		return err
	}, func() { s.ended(s.attempts) })
	return ended, err
}

func (s *nightStore) Swept(ctx context.Context, fence, delivery int64) error {
	return s.write("swept", func() error {
		return s.Memory.Swept(ctx, fence, delivery)
	}, func() {})
}

func (s *nightStore) Deliveries(ctx context.Context, publication int64) ([]schema.Delivery, error) {
	if s.plant == forgets {
		return nil, nil
	}
	return s.Memory.Deliveries(ctx, publication)
}

// nightLock is the lock between the seams.
type nightLock struct {
	publish.Lock
	*seams
	checked bool // since something was sent, or could be
}

func (l *nightLock) Check(ctx context.Context) error {
	if l.down {
		return errDown
	}
	err := l.Lock.Check(ctx)
	l.checked = err == nil
	return err
}

// used complains of what cannot be undone and was done without a look at the lock.
func (l *nightLock) used(what string) {
	if !l.checked {
		l.complain("%s: the lock was not checked before it", what)
	}
	l.checked = false
}

// overtaken reports whether the lock is another run's.
func (l *nightLock) overtaken(ctx context.Context) bool { return l.Lock.Check(ctx) != nil }

// nightSession is a connection between the seams.
type nightSession struct {
	publish.Session
	*seams
	lock *nightLock
	saw  map[string]string // what it could read, by name
}

func (s *seams) dial(ctx context.Context, lock *nightLock) (publish.Session, error) {
	s.at("dial")
	session, err := s.world.server.Dial(ctx)
	if err != nil {
		return nil, err
	}
	return &nightSession{session, s, lock, map[string]string{}}, nil
}

func (s *nightSession) Stage(
	ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64),
) (verified string, err error) {
	if !s.lock.overtaken(ctx) {
		s.stages(staged, s.saw)
	}
	inPlace := s.world.server.InPlace
	if inPlace {
		s.lock.used("write")
	}
	s.lock.checked = false
	s.at("before stage")
	before := s.world.server.Files[staged]
	verified, err = s.Session.Stage(ctx, staged, size, sum, content, progress)
	if text := s.world.server.Files[staged]; inPlace && (err == nil || text != before) {
		s.arrived(staged, staged, text)
	}
	s.at("after stage")
	return verified, err
}

// Rename tells the model what the server really did, whatever it answers.
func (s *nightSession) Rename(ctx context.Context, staged, name string) error {
	s.lock.used("rename")
	s.at("before rename")
	if s.purge == name || s.plant == loses {
		delete(s.world.server.Files, staged)
	}
	if s.plant == loses {
		delete(s.world.server.Files, name)
		return nil
	}

	text, waits := s.world.server.Files[staged]
	err := s.Session.Rename(ctx, staged, name)
	if _, still := s.world.server.Files[staged]; waits && !still {
		s.arrived(staged, name, text)
	}
	s.at("after rename")
	return err
}

func (s *nightSession) Arrived(ctx context.Context, name string, size int64) (string, error) {
	if s.plant == loses {
		return "", nil
	}
	return s.Session.Arrived(ctx, name, size)
}

func (s *nightSession) Read(ctx context.Context, name string, into io.Writer) (bool, error) {
	s.at("read")
	found, err := s.Session.Read(ctx, name, into)
	if found && err == nil {
		s.saw[name] = s.world.server.Files[name]
	}
	return found, err
}

func (s *nightSession) Unstage(ctx context.Context, directory, staged string) error {
	s.at("before unstage")
	err := s.Session.Unstage(ctx, directory, staged)
	s.at("after unstage")
	return err
}

// nightLog is the log between the seams: each of its lines is a named step.
type nightLog struct {
	slog.Handler
	*seams
}

func (l nightLog) Handle(ctx context.Context, r slog.Record) error {
	err := l.Handler.Handle(ctx, r)
	l.at("the line " + r.Message)
	return err
}
