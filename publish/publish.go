// Package publish turns snapshots into SchooLinks' files and gets them there.
//
// At SchooLinks a missing row is a delete, so every publication goes the same
// way: its files are built from one sealed snapshot (publish/files), compared
// with what is live (publish/diff), judged (publish/guard), recorded for good,
// and only then staged, verified and renamed (publish/sftp). This package
// decides and sends; each of its files is one verb:
//
//	run        the nightly job: reconcile, plan, deliver unless held
//	plan       build, compare, judge, record
//	judge      what the guard says of a publication
//	resend     the exact bytes of an earlier publication, as a new one
//	approve    a person lets a publication go
//	discard    a person does not want it
//	adopt      what another program delivered is what is live
//	deliver    stage, verify, rename, record
//	reconcile  settle what a dead run left behind, before anything else happens
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
// lock: two never run at once.
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

	// Record stores a publication and its contents whole or not at all, gives
	// it its number and state, and supersedes older ones that were not sent.
	// asked is the decision that it be made; nil where nobody took one.
	Record(ctx context.Context, p *schema.Publication, contents []schema.Content, asked *schema.Decision) error

	// Adopt does that and makes its files live, as delivered before. It fails
	// when a run with a higher fence has taken over.
	Adopt(ctx context.Context, fence int64, p *schema.Publication, contents []schema.Content) error

	Decide(context.Context, schema.Decision) error
}

// Deliveries keeps what was sent, step by step. Every method commits before it
// returns, and fails when a run with a higher fence has taken over. What a run
// with a lower one has left open it may go on with and end.
type Deliveries interface {
	// BeginDelivery records the intent to send d.Files and gives d its number;
	// the files are staged under the names that staged returns.
	BeginDelivery(
		ctx context.Context, fence int64, d *schema.Delivery, staged func(delivery int64, name string) string) error

	// Staged records that a file is on the server, and how that was verified.
	Staged(ctx context.Context, fence, delivery int64, name, verified string) error

	// Sent records that a file has its final name, and how that was verified.
	Sent(ctx context.Context, fence, delivery int64, name, verified string) error

	// EndDelivery records how a delivery ended.
	EndDelivery(ctx context.Context, fence, delivery int64, outcome schema.State, hostKey string) error

	// OpenDeliveries returns those that did not end, or ended unknown, the
	// oldest first.
	OpenDeliveries(ctx context.Context, destination string) ([]schema.Delivery, error)
}

// Lock keeps other publishers out.
type Lock interface {
	Check(context.Context) error // an error when the lock is lost
	Fence() int64                // grows from lock to lock
}

// Session is a connection to the destination, whose identity has been checked.
// Its errors are faults; after one, the session may be unusable.
type Session interface {
	HostKey() string // SHA256 fingerprint

	// StagedName is the name under which a file waits for its final one; the
	// final name itself when the destination is written in place.
	StagedName(delivery int64, name string) string

	// Stage writes content and proves that the server has it, and says how.
	// progress is told how many bytes were sent.
	Stage(
		ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64),
	) (verified string, err error)

	// Rename gives a staged file its final name, replacing the file of that
	// name at once.
	Rename(ctx context.Context, staged, name string) error

	// Arrived reports whether a renamed file stands there whole ("") or was
	// taken away already ("consumed").
	Arrived(ctx context.Context, name string, size int64) (string, error)

	// Look reports whether a staged file is there, and the sum of the file of
	// the final name, nil without one. It is fs.ErrPermission when the staged
	// file is gone and the other one is there but may not be read.
	Look(ctx context.Context, staged, name string) (isStaged bool, final *schema.Sum, err error)

	// Sweep removes whatever deliveries have left staged for a name.
	Sweep(ctx context.Context, name string) error

	Close() error
}

// today is the day it is.
func (p *Publisher) today() string { return p.Now().In(p.Zone).Format(time.DateOnly) }

// afterwards returns a context for what must be finished or recorded even when
// the run was interrupted, within a limit.
func afterwards(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
}
