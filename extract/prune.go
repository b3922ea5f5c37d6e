package extract

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
)

// Dropper is the store from which snapshots are dropped.
type Dropper interface {
	// Drop deletes a snapshot with all of it, or nothing. It refuses to drop
	// the newest, a pinned one, and one in use.
	Drop(ctx context.Context, snapshot int64) error
}

// Drops counts the snapshots that are not kept.
func Drops(choices []Choice) (drops int) {
	for _, c := range choices {
		if !c.Kept() {
			drops++
		}
	}
	return drops
}

// Prune drops the snapshots that are not kept, the oldest first, each in a step of
// its own: an interruption leaves whole snapshots.
func Prune(
	ctx context.Context,
	store Dropper,
	choices []Choice,
	log *slog.Logger,
) error {
	dropped := 0
	for _, c := range slices.Backward(choices) {
		if c.Kept() {
			continue
		}
		if err := store.Drop(ctx, c.Snapshot.Number); err != nil {
			return fmt.Errorf("%w (%d of %d were dropped before)", err, dropped, Drops(choices))
		}

		dropped++
		log.Info("snapshot dropped",
			"step", "drop",
			"snapshot", c.Snapshot.Number,
		)
	}

	return nil
}
