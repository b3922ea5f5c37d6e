//go:build !cgo

package main

import (
	"errors"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// openOracle says that this program was built without Oracle's driver, which is C.
func openOracle(source) (powerschool.Driver, error) {
	return powerschool.Driver{}, schema.NewFault(schema.Config,
		errors.New("powerschool.driver godror: this build has no Oracle driver"),
		"use a build with cgo, or read a PostgreSQL copy with powerschool.driver: pgx")
}
