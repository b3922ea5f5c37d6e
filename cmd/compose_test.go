package cmd_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// composeFile is what docker-compose.yml uses of the Compose specification,
// see https://github.com/compose-spec/compose-spec/blob/main/spec.md.
type composeFile struct {
	Name     string
	Services map[string]composeService
	Volumes  map[string]struct{}
}

type composeService struct {
	Image          string
	Profiles       []string
	Environment    map[string]string
	Ports, Volumes []string
	Healthcheck    struct {
		Test              []string
		Interval, Timeout string
		Retries           int
	}
}

// TestCompose reads docker-compose.yml strictly: every image has a tag, every
// port is only for this machine, and what is mounted is there. It cannot tell
// whether the containers run.
func TestCompose(t *testing.T) {
	text, err := os.ReadFile("../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	var f composeFile
	if err := yaml.UnmarshalWithOptions(text, &f, yaml.Strict()); err != nil {
		t.Fatal(err)
	}

	if len(f.Services) < 3 {
		t.Errorf("%d services, want postgres, sftp and oracle", len(f.Services))
	}
	for name, s := range f.Services {
		checkService(t, name, s)

		for _, mount := range s.Volumes {
			from, _, _ := strings.Cut(mount, ":")
			if _, declared := f.Volumes[from]; !declared {
				checkMounted(t, filepath.Join("..", from))
			}
		}
	}
}

func checkService(t *testing.T, name string, s composeService) {
	t.Helper()
	if _, tag, ok := strings.Cut(s.Image, ":"); !ok || tag == "latest" {
		t.Errorf("%s: image %q has no tag", name, s.Image)
	}

	forOthers := slices.ContainsFunc(s.Ports, func(port string) bool {
		return !strings.HasPrefix(port, "127.0.0.1:")
	})
	if len(s.Ports) == 0 || forOthers {
		t.Errorf("%s: ports %q, want one of 127.0.0.1", name, s.Ports)
	}

	if len(s.Healthcheck.Test) < 2 || s.Healthcheck.Test[0] != "CMD" {
		t.Errorf("%s: healthcheck %q", name, s.Healthcheck.Test)
	}
}

// checkMounted checks a folder of init scripts: the images run a script as a
// program of its own only when it is executable.
func checkMounted(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		t.Errorf("%s is mounted, and has %d files (%v)", dir, len(entries), err)
	}

	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		executable := info.Mode()&0o111 != 0
		if strings.HasSuffix(e.Name(), ".sh") && !executable {
			t.Errorf("%s is not executable", filepath.Join(dir, e.Name()))
		}
	}
}
