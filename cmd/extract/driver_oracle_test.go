//go:build cgo

package main

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func oracleSource(zone string) source {
	return source{
		User:     "u",
		Password: func() string { return "SECRET" },
		Database: "127.0.0.1:1/PSPRODDB",
		Timezone: zone,
		Timeout:  time.Minute,
	}
}

func TestSessionsWithoutOraclesClient(t *testing.T) {
	libraries, err := exec.Command("ldconfig", "-p").Output()
	if err == nil && strings.Contains(string(libraries), "libclntsh") {
		t.Skip("Oracle's client is installed here")
	}

	sessiontest.Run(t, "testdata/noclient")
}

func TestSessionsAtTheDriversBoundary(t *testing.T) { sessiontest.Run(t, "testdata/oracle") }

func TestOracleNeedsANamedZone(t *testing.T) {
	for _, zone := range []string{"Local", "Chicago"} {
		if _, err := openOracle(oracleSource(zone)); schema.KindOf(err) != schema.Config {
			t.Errorf("zone %s: got %v", zone, err)
		}
	}
}
