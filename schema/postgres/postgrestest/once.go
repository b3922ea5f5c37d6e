package postgrestest

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// What the tests of one process share.
var (
	serverURL    string         // a superuser's
	own          *server.Server // nil for the one at $TEST_DATABASE_URL
	ownDir       string
	templateName string

	startOnce    = sync.OnceValue(start)
	templateOnce = sync.OnceValues(template)
)

// Run is for TestMain: it runs the tests, then stops the server that they
// started, and returns the exit code.
func Run(m *testing.M) int {
	code := m.Run()
	if err := stop(); err != nil {
		fmt.Fprintln(os.Stderr, "postgrestest:", err)
		return max(code, 1)
	}
	return code
}

func start() error {
	if serverURL = os.Getenv("TEST_DATABASE_URL"); serverURL == "" {
		dir, err := os.MkdirTemp("", "postgrestest")
		if err != nil {
			return err
		}

		ownDir = dir
		if own, err = server.Start(context.Background(), dir, server.Options{Throwaway: true}); err != nil {
			return err
		}

		serverURL = own.URL
		if err := exec(serverURL, "create role "+server.PasswordRole); err != nil {
			return err
		}
	}

	for _, role := range []string{ownerRole, extractRole, publishRole} {
		// Other processes may be creating it on the same server just now.
		create := fmt.Sprintf(`do $$ begin create role %[1]s login password '%[1]s';
			exception when duplicate_object or unique_violation then null; end $$`, role)
		if err := exec(serverURL, create); err != nil {
			return err
		}
	}

	return nil
}

// ownSchema gives PostgreSQL 14 what is the default from 15 on: only the owner of the
// database may create in public.
const ownSchema = "alter schema public owner to " + ownerRole + "; revoke create on schema public from public"

// template creates the migrated database that others are copied from.
func template() (string, error) {
	name := "template_" + strings.ToLower(rand.Text())
	if err := exec(serverURL, "create database "+name+" owner "+ownerRole+" template template0"); err != nil {
		return "", err
	}

	templateName = name
	if err := exec(admin(name), ownSchema); err != nil {
		return "", err
	}
	if err := postgres.Migrate(context.Background(), as(ownerRole, name)); err != nil {
		return "", err
	}
	return name, postgres.Grant(context.Background(), as(ownerRole, name), extractRole, publishRole)
}

// copies are the databases that Copy copies from, by name.
var copies struct {
	sync.Mutex
	prepared map[string]string
}

// prepared returns the database that Copy copies from. The first time it makes it.
func prepared(name string, prepare func(owner string) error) (string, error) {
	copies.Lock()
	defer copies.Unlock()
	if database := copies.prepared[name]; database != "" {
		return database, nil
	}

	from, err := templateOnce()
	if err != nil {
		return "", err
	}

	database := "template_" + strings.ToLower(rand.Text())
	create := fmt.Sprintf("create database %s owner %s template %s", database, ownerRole, from)
	if err := exec(serverURL, create); err != nil {
		return "", err
	}

	if copies.prepared == nil {
		copies.prepared = map[string]string{}
	}
	copies.prepared[name] = database
	return database, prepare(as(ownerRole, database))
}

func stop() error {
	for _, database := range copies.prepared {
		if own == nil {
			if err := exec(serverURL, "drop database "+database); err != nil {
				return err
			}
		}
	}

	switch {
	case own != nil:
		if err := own.Stop(); err != nil {
			return err
		}
	case templateName != "":
		return exec(serverURL, "drop database "+templateName)
	}

	if ownDir == "" {
		return nil
	}
	return os.RemoveAll(ownDir)
}
