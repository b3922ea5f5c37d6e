package main

import (
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// meaning is what some of a database's codes mean to the person who runs this
// program: all of them ask for the same next step.
type meaning[code int | string] struct {
	kind  schema.Kind
	err   error // a lost one is read again
	hint  string
	codes []code
}

// lost is a powerschool.ErrLost in words of its own.
type lost string

func (l lost) Error() string { return string(l) }

func (lost) Is(target error) bool { return target == powerschool.ErrLost }

// What to do about what both databases have a code for.
const (
	askMaintainer = "a view that is read may convert text that is not a number or a date: ask who maintains the view"
	askWhenOpen   = "try again later, or ask the database's administrator when it is open"
)
