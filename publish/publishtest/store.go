package publishtest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Store is all that publish and its parts ask of a store, and what tests need
// to fill one.
type Store interface {
	files.Snapshots
	diff.Students
	diff.Publications
	publish.Records
	publish.Deliveries

	// Take seals a snapshot of students and leavers, and gives it its number,
	// counts and digest.
	Take(ctx context.Context, s *schema.Snapshot, students []schema.Student, leavers []schema.Leaver) error

	// Drop takes a snapshot away. It must be neither the newest nor in use.
	Drop(ctx context.Context, snapshot int64) error

	// TakeLock takes the lock over from whoever has it.
	TakeLock(context.Context) (publish.Lock, error)
}

// Memory is a store in memory, for one goroutine. A context that is done ends
// its writes and its reading of students, as it would those of a database.
type Memory struct {
	now          func() time.Time
	snapshots    []*snapshot // by number
	taken        int64       // the last number of a snapshot
	contents     map[schema.Sum]schema.Content
	publications []schema.Publication // number 1 first; State is not kept
	decisions    []schema.Decision    // number 1 first
	deliveries   []*delivery          // number 1 first
	fence        int64
}

// NewMemory returns an empty store whose clock is now.
func NewMemory(now func() time.Time) *Memory {
	return &Memory{now: now, contents: map[schema.Sum]schema.Content{}}
}

var _ Store = (*Memory)(nil)

// Lock is the right to publish, until another takes it over.
type Lock struct {
	store *Memory
	fence int64
}

// TakeLock takes the lock over: the one before is lost.
func (m *Memory) TakeLock(context.Context) (publish.Lock, error) {
	m.fence++
	return &Lock{store: m, fence: m.fence}, nil
}

// Check is a schema.Locked fault when another has taken the lock over.
func (l *Lock) Check(ctx context.Context) error {
	if l.fence != l.store.fence {
		return schema.NewFault(schema.Locked, errors.New("lost the lock"), "run it again")
	}
	return ctx.Err()
}

// Fence grows from lock to lock.
func (l *Lock) Fence() int64 { return l.fence }

// missing is the fault that there is nothing of a number.
func missing(what string, number int64) error {
	return schema.NewFault(schema.Config, fmt.Errorf("there is no %s %d", what, number), "look at the list")
}
