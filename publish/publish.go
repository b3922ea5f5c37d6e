// Package publish turns snapshots into SchooLinks' files and gets them there.
//
// At SchooLinks a missing row is a delete, so every publication goes the same
// way: its files are built from one sealed snapshot (build.go), compared with
// what is live (merge.go, tally.go), judged (guard.go), recorded for good (plan.go), and
// only then staged, verified and renamed (deliver.go). What a dead run left
// behind is settled before anything else happens (reconcile.go).
package publish

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Publisher publishes to one destination. It holds the store's lock: two never
// run at once.
type Publisher struct {
	Store       Store
	Lock        Lock
	Dial        func(context.Context) (Session, error)
	Destination string // user@host:port/directory
	Kinds       []Kind // of all the files there are
	Rules       Rules
	Guard       Guard
	Run         string // the run's id
	Version     string // of the program
	Now         func() time.Time
	Zone        *time.Location // whose days the guard's pauses are
	Log         *slog.Logger
	Progress    func(step string, done, total int64) // may be nil; total is 0 where it is not known
}

// Store is what a publisher keeps and finds again.
type Store interface {
	Snapshots
	Publications
	Deliveries
}

// Snapshots reads sealed snapshots.
type Snapshots interface {
	// Snapshot returns the one that is meant; it is a schema.ErrNoSnapshot,
	// and a schema.Config fault, when there is none.
	Snapshot(context.Context, schema.Ref) (schema.Snapshot, error)
	// Students yields the students of a snapshot by number, descending as
	// schema.CompareNumbers orders them, and by bytes where it says that they
	// are equal, those without one last. A student is valid only during the
	// step. An error is the last that it yields.
	Students(ctx context.Context, snapshot int64) iter.Seq2[*schema.Student, error]
	Leavers(ctx context.Context, snapshot int64) ([]schema.Leaver, error)
	// LeaversBetween returns the leavers of the snapshots after the first and
	// up to the last, those of the later ones last.
	LeaversBetween(ctx context.Context, first, last int64) ([]schema.Leaver, error)
	// Nights returns every snapshot, the oldest first, with the students of
	// one number.
	Nights(ctx context.Context, number string) ([]schema.Night, error)
	// NumberLengths returns the least and the most digits of the student
	// numbers of a snapshot; 0 where it has none.
	NumberLengths(ctx context.Context, snapshot int64) (least, most int, err error)
	// StudentsNumbered returns the students of a snapshot who have one of the
	// numbers; none when the snapshot is gone.
	StudentsNumbered(ctx context.Context, snapshot int64, numbers []string) ([]schema.Student, error)
}

// Publications keeps publications, with their bytes.
type Publications interface {
	Live(ctx context.Context, destination string) ([]schema.Live, error)
	Content(context.Context, schema.Sum) (schema.Content, error)
	Publication(ctx context.Context, number int64) (schema.Publication, error)
	// Publications returns all of them, the newest first, without tallies.
	Publications(context.Context) ([]schema.Publication, error)
	// Fates says what became of the publications to a destination.
	Fates(ctx context.Context, destination string) (map[int64]schema.Fate, error)
	// Newest returns the newest publication for a destination, or nil.
	Newest(ctx context.Context, destination string) (*schema.Publication, error)
	// Record stores a publication and its contents whole or not at all, gives
	// it its number and state, and supersedes older ones that were not sent.
	// asked is the decision that it be made; nil where nobody took one.
	Record(ctx context.Context, p *schema.Publication, contents []schema.Content, asked *schema.Decision) error
	// Adopt does that and makes its files live, as delivered before.
	Adopt(ctx context.Context, fence int64, p *schema.Publication, contents []schema.Content) error
	Decide(context.Context, schema.Decision) error
	// Past returns the tallies by file and tag of the publications that were
	// delivered to a destination last, the newest first.
	Past(ctx context.Context, destination string, most int64) ([]schema.Past, error)
}

// Deliveries keeps what was sent, step by step. Every method commits before it
// returns, and fails when a later run has taken over.
type Deliveries interface {
	// BeginDelivery records the intent to send d.Files and gives d its number;
	// the files are staged under the names that staged returns.
	BeginDelivery(ctx context.Context, fence int64, d *schema.Delivery, staged func(delivery int64, name string) string) error
	Staged(ctx context.Context, delivery int64, name, verified string) error
	Sent(ctx context.Context, delivery int64, name, verified string) error
	EndDelivery(ctx context.Context, delivery int64, outcome schema.State, hostKey string) error
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
	Stage(ctx context.Context, staged string, size int64, sum schema.Sum, content io.Reader, progress func(sent int64)) (verified string, err error)
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

func (p *Publisher) progress(step string, done, total int64) {
	if p.Progress != nil {
		p.Progress(step, done, total)
	}
}
