package postgrestest_test

import (
	"os"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

func TestDatabase(t *testing.T) {
	db := postgrestest.Database(t)
	postgrestest.Exec(t, db.Owner, `create table mine (n int)`)
	postgrestest.Exec(t, db.Extract, `select from snapshot`)
	postgrestest.Exec(t, db.Publish, `select from publication`)
}

func TestEmpty(t *testing.T) {
	postgrestest.Exec(t, postgrestest.Empty(t), `create table snapshot (n int)`)
}
