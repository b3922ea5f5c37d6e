// Package publish turns snapshots into SchooLinks' files and gets them there.
//
// At SchooLinks a missing row is a delete, so every publication goes the same
// way: its files are built from one sealed snapshot (publish/files), compared
// with what is live (publish/diff), judged (publish/guard), recorded
// permanently, and only then staged, verified and renamed (publish/sftp). This
// package decides and sends; each of its files is one verb:
//
//	run        the nightly job: reconcile, plan, deliver unless held
//	plan       build, compare, judge, record
//	judge      what the guard says of a publication
//	resend     the exact bytes of an earlier publication, as a new one
//	approve    a person lets a publication go out
//	discard    a person does not want a publication
//	adopt      record what another program delivered as what is live
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

// Deliveries records what was sent, step by step. Every method commits before it
// returns, and fails when a run with a higher fence has taken over. A run can
// continue and end what a run with a lower fence has left open.
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

	// OpenDeliveries returns the deliveries that have not ended, or whose outcome
	// is unknown, oldest first.
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

	// StagedName is the name under which a file waits for its final name. It is
	// the final name itself when files are written in place.
	StagedName(delivery int64, name string) string

	// Stage writes content, proves that the server has it, and says how it proved
	// that. progress is told how many bytes were sent.
	Stage(
		ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64),
	) (verified string, err error)

	// Rename gives a staged file its final name, and replaces the file of that
	// name in one step.
	Rename(ctx context.Context, staged, name string) error

	// Arrived reports whether a renamed file is there, complete (""), or was
	// already taken away ("consumed").
	Arrived(ctx context.Context, name string, size int64) (string, error)

	// Look reports whether a staged file is there, and the sum of the file with
	// the final name, nil when there is none. It fails with fs.ErrPermission when
	// the staged file is gone, and the other is there but cannot be read.
	Look(ctx context.Context, staged, name string) (isStaged bool, final *schema.Sum, err error)

	// Sweep removes everything that deliveries have left staged for a name.
	Sweep(ctx context.Context, name string) error

	Close() error
}

// today is the day in the Publisher's zone.
func (p *Publisher) today() string {
	now := p.Now().In(p.Zone)
	return now.Format(time.DateOnly)
}

// afterwards returns a context for what must be finished or recorded even when
// the run was interrupted, within a limit.
func afterwards(ctx context.Context) (context.Context, context.CancelFunc) {
	uninterrupted := context.WithoutCancel(ctx)
	return context.WithTimeout(uninterrupted, time.Minute)
}
