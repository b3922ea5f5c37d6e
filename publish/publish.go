// Package publish turns snapshots into SchooLinks' files and gets them there.
//
// At SchooLinks a missing row is a delete, so every publication goes the same
// way: its files are built from one sealed snapshot (publish/files), compared
// with what is live (publish/diff), judged (publish/guard), recorded
// permanently, and only then staged, verified and renamed (publish/sftp). This
// package decides and sends; each of its files is one verb:
//
//	run       the nightly job: take over, plan, deliver unless held
//	plan      build, compare, judge, record
//	judge     what the guard says of a publication
//	resend    the exact bytes of an earlier publication, as a new one
//	approve   a person lets a publication go out
//	discard   a person does not want a publication
//	adopt     record what another program delivered as what is live
//	settle    end what dead runs left open; send what was let go and did not arrive
//	deliver   connect, look, stage, verify, release
//	release   give every file its final name, and record what became of each
//
// What SchooLinks holds is never guessed. A delivery is released right before its
// first file can get its final name. Until then nothing was sent. From then on a
// file was sent (the server confirmed it, or its bytes were seen), or the server
// refused it, or nobody knows; and what nobody knows is what the next publication
// is compared with and sent over, because every file replaces the whole of the one
// before.
package publish

import (
	"context"
	"io"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Publisher publishes to one destination, the Differ's. It holds the store's
// lock, so that two never run at the same time.
type Publisher struct {
	diff.Differ
	Records    Records
	Deliveries Deliveries
	Lock       Lock
	Dial       func(context.Context) (Session, error)
	Guard      guard.Guard
	Run        string // the run's id
	Version    string // of the program
	Now        func() time.Time
	Zone       *time.Location // whose days the guard's pauses are
}

// Records adds publications and decisions, which never change.
type Records interface {
	// Newest returns the newest publication for a destination, or nil.
	Newest(ctx context.Context, destination string) (*schema.Publication, error)

	// Past returns the tallies by file and tag of the publications that were
	// delivered to a destination last, the newest first.
	Past(ctx context.Context, destination string, most int64) ([]schema.Past, error)

	// Record stores a publication and its contents, whole or not at all. It gives
	// the publication its number and state, and supersedes older ones that were
	// not sent. asked is a person's decision that it be made; nil when there is
	// none.
	Record(ctx context.Context, p *schema.Publication, contents []schema.Content, asked *schema.Decision) error

	// Adopt does the same and makes the publication's files live, as if they had
	// been delivered. It fails when a run with a higher fence has taken over.
	Adopt(ctx context.Context, fence int64, p *schema.Publication, contents []schema.Content) error

	Decide(context.Context, schema.Decision) error
}

// Deliveries records what was sent, step by step. Every method that writes commits
// before it returns, and fails with a schema.Locked fault when a run with a higher
// fence has taken over.
type Deliveries interface {
	// BeginDelivery records the intent to send d.Files and gives d its number;
	// the files are staged under the names that staged returns. A tag is part of
	// no other delivery's names.
	BeginDelivery(ctx context.Context, fence int64, d *schema.Delivery, staged func(tag, name string) string) error

	// Staged records that a file is on the server, and how that was verified.
	Staged(ctx context.Context, fence, delivery int64, name, verified string) error

	// Release records that from now on files can get their final names.
	Release(ctx context.Context, fence, delivery int64) error

	// Sent records that a file of a released delivery has its final name, and how
	// that was verified. The delivery may have ended.
	Sent(ctx context.Context, fence, delivery int64, name, verified string) error

	// Refused records that files of a released delivery are known not to have
	// been sent.
	Refused(ctx context.Context, fence, delivery int64, names []string) error

	// EndDelivery records that a delivery has ended.
	EndDelivery(ctx context.Context, fence, delivery int64, hostKey string) error

	// EndOlder ends the deliveries to a destination that runs with a lower fence
	// have left open, and returns how many.
	EndOlder(ctx context.Context, fence int64, destination string) (ended int64, err error)

	// Deliveries returns the attempts to send a publication, oldest first.
	Deliveries(ctx context.Context, publication int64) ([]schema.Delivery, error)

	// Unswept returns the deliveries to a destination that have ended and may have
	// left staged files on the server, oldest first.
	Unswept(ctx context.Context, destination string) ([]schema.Delivery, error)

	// Swept records that nothing of a delivery is staged any more.
	Swept(ctx context.Context, fence, delivery int64) error
}

// Lock keeps other publishers out.
type Lock interface {
	Check(context.Context) error // an error when the lock is lost
	Fence() int64                // grows from lock to lock
}

// Session is a connection to the destination, whose identity has been checked.
// Its errors are faults; after one, the session may be unusable. An error that is a
// schema.ErrNotDone says that what was asked was not done; after any other it is
// not known.
type Session interface {
	HostKey() string // SHA256 fingerprint

	// StageDirectory is the folder in which files are staged.
	StageDirectory() string

	// StagedName is the name under which a file waits for its final name. It is
	// the final name itself when files are written in place.
	StagedName(tag, name string) string

	// Stage writes content, proves that the server has it, and says how it proved
	// that. progress is told how many bytes were sent.
	Stage(
		ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64),
	) (verified string, err error)

	// Rename gives a staged file its final name, and replaces the file of that
	// name in one step.
	Rename(ctx context.Context, staged, name string) error

	// CheckFinal refuses a final name that something other than a file has.
	CheckFinal(ctx context.Context, name string) error

	// Arrived looks at a file that was renamed: schema.Consumed when it was taken away
	// already, schema.BySize when it is there, schema.Unseen when the server does not
	// let anybody look. The error says that it has another size, and goes on having it.
	Arrived(ctx context.Context, name string, size int64) (string, error)

	// Read copies the file that has a final name. It returns false when there is
	// none, or when the account may not read it.
	Read(ctx context.Context, name string, into io.Writer) (bool, error)

	// Unstage removes a staged file, if it is there.
	Unstage(ctx context.Context, directory, staged string) error

	Close() error
}

// today is the day in the Publisher's zone.
func (p *Publisher) today() string {
	now := p.Now().In(p.Zone)
	return now.Format(time.DateOnly)
}

// pause returns the pause that today falls into, or nil.
func (p *Publisher) pause() *guard.Pause {
	return p.Guard.Paused(p.today())
}

// step is how long one step may take that must be finished even when the run was
// interrupted. It is longer than a server may be silent.
const step = 2 * time.Minute

// afterwards returns a context of its own for one step that must be finished even
// when the run was interrupted.
func afterwards(ctx context.Context) (context.Context, context.CancelFunc) {
	uninterrupted := context.WithoutCancel(ctx)
	return context.WithTimeout(uninterrupted, step)
}
