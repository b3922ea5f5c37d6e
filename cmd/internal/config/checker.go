package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

// checker compares a configuration with what its values may be, and keeps the
// first error.
type checker struct {
	*decoder
	err error
}

// What a name may be: a table or view with its schema, a column, a fact, a file.
var (
	tableName  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*(\.[A-Za-z][A-Za-z0-9_$#]*)?$`)
	columnName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*$`)
	factName   = regexp.MustCompile(`^[A-Za-z0-9_]{1,100}$`)
	fileName   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)
)

func (k *checker) name(key, value string, allowed *regexp.Regexp) {
	switch {
	case value == "":
		end := strings.LastIndexByte(key, '.')
		k.present(key[:end], key)
		k.fail(key, "must not be empty", "name the table or column in PowerSchool")
	case !allowed.MatchString(value):
		k.fail(key, "is not a name", "use letters, digits and _, and begin with a letter")
	}
}

// oneOf fails when a value is not one of the known ones.
func oneOf[T ~string](k *checker, key string, value T, known ...T) {
	if slices.Contains(known, value) {
		return
	}

	words := make([]string, len(known))
	for i, w := range known {
		words[i] = string(w)
	}

	hint := cli.DidYouMean(string(value), words)
	k.fail(key, "unknown value", hint)
}

func (k *checker) notEmpty(key string, length int) {
	if length == 0 {
		k.fail(key, "must not be empty",
			"write at least one, or remove the key to use its default")
	}
}

func (k *checker) within(key string, n, least, most int64) {
	if n < least || n > most {
		what := fmt.Sprintf("must be from %d to %d", least, most)
		k.fail(key, what, "write a number in this range")
	}
}

func (k *checker) downward(key, path string) {
	folders := strings.Split(path, "/")
	if slices.Contains(folders, "..") {
		k.fail(key, "must not contain ..", "write the whole path, such as /automated")
	}
}

// path fails when a path cannot be a file's or folder's on every platform.
func (k *checker) path(key, path string) {
	if why := cli.WrongPath(path); why != "" {
		k.fail(key, why, "write another name")
	}
}

// present fails when the file has its own list or mapping of, but not the key in it.
func (k *checker) present(of, key string) {
	if k.given(of) && !k.given(key) {
		k.fail(key, "is missing", "add this key")
	}
}

// given reports whether the file has a key.
func (k *checker) given(key string) bool {
	_, ok := k.at[key]
	return ok
}

// fail keeps the first error. Its place is the key's, or that of the nearest key
// above it that has one.
func (k *checker) fail(key, what, hint string) {
	if k.err != nil {
		return
	}

	p := k.at[key]
	above := key
	for p == (place{}) && above != "" {
		end := strings.LastIndexAny(above, ".[")
		above = above[:max(0, end)]
		p = k.at[above]
	}

	k.err = k.fault(p, key, what, hint)
}
