package publish_test

import (
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// standing is a way in which a publication can stand, made by the real calls.
type standing struct {
	name string
	make func(*testing.T) *district

	// want is, for each command, its exit code and then the states of the publications
	// after the first.
	want []string
}

var standings = []standing{
	{"planned", func(t *testing.T) *district {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.plan(schema.Planned)
		return d
	}, []string{
		"0 delivered", "0 planned", "0 delivered", "0 discarded",
		"0 superseded delivered", "2 planned", "0 superseded delivered", "0 planned",
	}},
	{"held", heldDistrict, []string{
		"3 held", "3 held", "0 delivered", "0 discarded",
		"3 superseded held", "2 held", "0 superseded delivered", "0 held",
	}},
	{"held by foreign", foreignDistrict, []string{
		"3 held", "0 held", "0 delivered", "0 discarded",
		"3 superseded held", "2 held", "0 superseded delivered", "0 held",
	}},
	{"held, with an empty file", func(t *testing.T) *district {
		d := liveDistrict(t)
		d.night(withoutGPAs)
		d.plan(schema.Held)
		return d
	}, []string{
		"3 held", "3 held", "0 delivered", "0 discarded",
		"3 superseded held", "2 held", "0 superseded delivered", "0 held",
	}},
	{"paused", func(t *testing.T) *district {
		d := pausedDistrict(t)
		d.plan(schema.Paused)
		return d
	}, []string{
		"0 paused", "0 paused", "0 approved", "0 discarded",
		"0 superseded paused", "2 paused", "0 superseded delivered", "0 paused",
	}},
	{"approved", func(t *testing.T) *district {
		d := heldDistrict(t)
		d.unreached()
		return d
	}, []string{
		"0 delivered", "0 approved", "0 delivered", "0 discarded",
		"0 superseded delivered", "2 approved", "0 superseded delivered", "0 approved",
	}},
	{"expired", func(t *testing.T) *district {
		d := liveDistrict(t)
		d.guard.SnapshotMaxAge = 1000 * time.Hour
		d.rules.Tags = d.rules.Tags[:1]
		d.night(nil)
		d.plan(schema.Held)
		d.unreached()
		d.now = d.now.Add(97 * time.Hour)
		return d
	}, []string{
		"3 expired", "3 expired", "2 expired", "0 discarded",
		"3 superseded held", "2 expired", "0 superseded delivered", "0 expired",
	}},
	{"delivering, not released", func(t *testing.T) *district {
		return killedAt(t, publishtest.Stage, gpa)
	}, []string{
		"0 delivered", "0 failed", "0 delivered", "0 discarded",
		"0 superseded delivered", "2 failed", "0 superseded delivered", "0 delivering",
	}},
	{"delivering, approved", func(t *testing.T) *district {
		d := heldDistrict(t)
		d.unreached()
		d.killed(publishtest.Stage, gpa)
		return d
	}, []string{
		"0 delivered", "0 approved", "0 delivered", "0 discarded",
		"0 superseded delivered", "2 approved", "0 superseded delivered", "0 delivering",
	}},
	{"delivering, released", func(t *testing.T) *district {
		return killedAt(t, publishtest.Rename, gpa)
	}, []string{
		"0 delivered", "0 unknown", "2 unknown", "0 discarded",
		"0 superseded delivered", "2 unknown", "0 superseded delivered", "0 delivering",
	}},
	{"delivered", func(t *testing.T) *district {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.nightly()
		return d
	}, []string{
		"0 delivered", "0 delivered", "2 delivered", "2 delivered",
		"0 delivered delivered", "2 delivered", "0 delivered delivered", "0 delivered",
	}},
	{"delivered, and taken away", func(t *testing.T) *district {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.nightly()
		clear(d.server.Files)
		return d
	}, []string{
		"0 delivered", "0 delivered", "2 delivered", "2 delivered",
		"0 delivered delivered", "2 delivered", "7 delivered", "0 delivered",
	}},
	{"adopted", func(t *testing.T) *district {
		d := liveDistrict(t)
		d.must(d.run().AdoptFromServer(d.Context()))
		return d
	}, []string{
		"0 delivered delivered", "0 delivered planned", "2 delivered", "2 delivered",
		"3 delivered held", "0 delivered delivered", "0 delivered delivered", "0 delivered",
	}},
	{"partial", func(t *testing.T) *district {
		return brokenBy(t, publishtest.Rename, yes, no)
	}, []string{
		"0 delivered", "0 partial", "2 partial", "0 discarded",
		"0 superseded delivered", "2 partial", "0 superseded delivered", "0 partial",
	}},
	{"failed", func(t *testing.T) *district {
		return brokenBy(t, publishtest.Stage, yes, no)
	}, []string{
		"0 delivered", "0 failed", "0 delivered", "0 discarded",
		"0 superseded delivered", "2 failed", "0 superseded delivered", "0 failed",
	}},
	{"unknown", func(t *testing.T) *district {
		return brokenOff(t, yes, lost)
	}, []string{
		"0 delivered", "0 unknown", "2 unknown", "0 discarded",
		"0 superseded delivered", "2 unknown", "0 superseded delivered", "0 unknown",
	}},
	{"unknown, too late", func(t *testing.T) *district {
		d := brokenOff(t, yes, lost)
		d.guard.SnapshotMaxAge = 1000 * time.Hour
		d.now = d.now.Add(97 * time.Hour)
		return d
	}, []string{
		"0 delivered", "0 unknown", "2 unknown", "0 discarded",
		"0 superseded delivered", "2 unknown", "0 superseded delivered", "0 unknown",
	}},
	{"unknown, and foreign", func(t *testing.T) *district {
		d := brokenOff(t, yes, lost)
		d.server.Files[gpa] = another
		d.tried()
		return d
	}, []string{
		"3 unknown", "0 unknown", "2 unknown", "0 discarded",
		"3 unknown held", "2 unknown", "0 superseded delivered", "0 unknown",
	}},
	{"discarded", func(t *testing.T) *district {
		d := heldDistrict(t)
		d.discard()
		return d
	}, []string{
		"3 discarded held", "3 discarded held", "2 discarded", "2 discarded",
		"3 discarded held", "2 discarded", "0 discarded delivered", "0 discarded",
	}},
	{"discarded, let go", func(t *testing.T) *district {
		d := brokenOff(t, yes, lost)
		d.discard()
		return d
	}, []string{
		"3 discarded held", "3 discarded held", "2 discarded", "2 discarded",
		"3 discarded held", "2 discarded", "0 discarded delivered", "0 discarded",
	}},
	{"superseded", func(t *testing.T) *district {
		d := heldDistrict(t)
		d.holdAnother()
		return d
	}, []string{
		"3 superseded held", "3 superseded held", "2 superseded held", "2 superseded held",
		"3 superseded superseded held", "2 superseded held", "0 superseded superseded delivered", "0 superseded held",
	}},
	{"superseded, let go", func(t *testing.T) *district {
		d := brokenOff(t, yes, lost)
		d.night(oneMoreDay)
		d.nightly()
		return d
	}, []string{
		"0 superseded delivered", "0 superseded delivered", "2 superseded delivered", "2 superseded delivered",
		"3 superseded delivered held", "2 superseded delivered", "0 superseded delivered delivered",
		"0 superseded delivered",
	}},
}

// foreignDistrict is one whose publication 2 has met another's file.
func foreignDistrict(t *testing.T) *district {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Files[gpa] = another
	d.tried()
	return d
}

// tried has tried the nightly job, whatever came of it.
func (d *district) tried() { _, _ = d.run().Nightly(d.Context(), schema.Latest) }

// killedAt is a district whose second night was killed.
func killedAt(t *testing.T, op publishtest.Op, name string) *district {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.killed(op, name)
	return d
}

// brokenBy is a district whose second night got these answers.
func brokenBy(t *testing.T, op publishtest.Op, answers ...publishtest.Answer) *district {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(op, answers...)
	d.tried()
	return d
}
