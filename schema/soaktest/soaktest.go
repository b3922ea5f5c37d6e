// Package soaktest gives tests their long form, which make soak runs, and chance that
// can be repeated.
package soaktest

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// Times is how often a test does what it does: short in make test, long in make
// soak.
func Times(short, long int) int {
	if Wanted() {
		return long
	}
	return short
}

// Wanted reports whether this is make soak.
func Wanted() bool { return os.Getenv("SOAK") != "" }

// Rand returns a test's chance and prints its seed. $SEED repeats it.
func Rand(tb testing.TB) *rand.Rand {
	tb.Helper()
	seed := rand.Uint64()
	if text := os.Getenv("SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			tb.Fatalf("SEED: %v", err)
		}
	}

	tb.Logf("SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}
