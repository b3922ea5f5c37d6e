package main

import (
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// A snapshot that was dropped since the list was read is skipped.
func TestVerifyDropped(t *testing.T) {
	url := postgrestest.Database(t).Extract
	db, err := postgres.Open(t.Context(), url, postgres.Options{Program: "test", Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()

	listed := []schema.Snapshot{{Number: 7, Students: 3}}
	all := verifyEach(t.Context(), db, listed, &cli.Terminal{})

	if err := faultOf(all, true); err != nil {
		t.Errorf("of every snapshot: got %v, want none", err)
	}
	if err := faultOf(all, false); schema.KindOf(err) != schema.Config {
		t.Errorf("of this one: got %v, want that there is none", err)
	}

	var text strings.Builder
	if err := writeVerified(&text, "text", all); err != nil {
		t.Fatal(err)
	}
	if got, want := text.String(), "snapshot 7: skipped, it was dropped in the meantime\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
