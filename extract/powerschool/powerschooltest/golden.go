// Package powerschooltest gives tests a PowerSchool: its tables in PostgreSQL,
// with the columns and types they have in Oracle. Package district, below it,
// makes up a whole school district.
package powerschooltest

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Golden loads a golden data set, small or small-textflags, into the empty
// database at url. It returns the set's folder. In it cases.tsv labels every
// awkward student, ref has the files that the script made from the set, and
// fixed has those that it would have made without its defects.
func Golden(tb testing.TB, url, set string) (dir string) {
	tb.Helper()
	_, file, _, _ := runtime.Caller(0)
	dir = filepath.Join(filepath.Dir(file), "..", "testdata", "golden", set)
	if err := load(context.Background(), url, filepath.Join(dir, "data")); err != nil {
		tb.Fatalf("load golden set %s: %v", set, err)
	}

	return dir
}

func load(ctx context.Context, url, dir string) (err error) {
	db, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(ctx)) }()

	tables, err := filepath.Glob(filepath.Join(dir, "*.tsv.gz"))
	if err != nil {
		return err
	}
	if err := script(ctx, db, filepath.Join(dir, "schema.sql.gz")); err != nil {
		return err
	}

	for _, table := range tables {
		name := strings.TrimSuffix(filepath.Base(table), ".tsv.gz")
		err := unzip(table, func(r io.Reader) error {
			_, err := db.PgConn().CopyFrom(ctx, r, "copy "+name+" from stdin")
			return err
		})
		if err != nil {
			return err
		}
	}

	return script(ctx, db, filepath.Join(dir, "indexes.sql.gz"))
}

// script runs the statements of a file one by one, because vacuum must be alone.
func script(ctx context.Context, db *pgx.Conn, path string) error {
	return unzip(path, func(r io.Reader) error {
		statements, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		for statement := range strings.SplitSeq(string(statements), ";\n") {
			if _, err := db.Exec(ctx, statement); err != nil {
				return err
			}
		}

		return nil
	})
}

func unzip(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()

	r, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	return errors.Join(read(r), r.Close())
}
