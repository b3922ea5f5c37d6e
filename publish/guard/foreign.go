package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Foreign is the trip of a file at the destination that is not of this store: the
// old program still runs, a person has uploaded something, or the store was
// restored from a backup. It is not a limit with settings: the delivery finds it,
// right before anything is sent.
func Foreign(kind, name string) schema.Trip {
	return tripOf("foreign", "file "+kind,
		"what is under the name %s at the destination was not sent from this store, or not last", name)
}
