package extract

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
)

// Dropper is the store where snapshots are dropped.
type Dropper interface {
	// Drop deletes a snapshot with all of it, or nothing. It refuses to drop
	// the newest, a pinned one, and one in use.
	Drop(ctx context.Context, snapshot int64) error
}

// Drops counts the snapshots that are not kept.
func Drops(fates []Fate) (drops int) {
	for _, f := range fates {
		if !f.Kept() {
			drops++
		}
	}
	return drops
}

// Prune drops the snapshots that are not kept, the oldest first, each in one
// step of its own: what breaks it off leaves whole snapshots.
func Prune(ctx context.Context, store Dropper, fates []Fate, log *slog.Logger) error {
	dropped := 0
	for _, f := range slices.Backward(fates) {
		if f.Kept() {
			continue
		}
		if err := store.Drop(ctx, f.Snapshot.Number); err != nil {
			return fmt.Errorf("%w (%d of %d were dropped before)", err, dropped, Drops(fates))
		}
		dropped++
		log.Info("snapshot dropped", "step", "drop", "snapshot", f.Snapshot.Number)
	}
	return nil
}
