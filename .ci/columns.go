//go:build ignore

// Columns names the lines of Go files that are longer than 120 columns, a tab
// counted as four, and fails when there are any.
//
//	go run .ci/columns.go
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

const most, tab = 120, 4

func main() {
	long := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}

		n := 0
		for line := range bytes.Lines(text) {
			n++
			line = bytes.TrimRight(line, "\r\n")
			line = bytes.ReplaceAll(line, []byte("\t"), []byte(strings.Repeat(" ", tab)))
			if columns := utf8.RuneCount(line); columns > most {
				fmt.Printf("%s:%d: %d columns, the most is %d\n", path, n, columns, most)
				long++
			}
		}
		return nil
	})

	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	case long > 0:
		os.Exit(1)
	}
}
