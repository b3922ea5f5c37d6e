package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Output calls write for a command's result: to the file at path, which gets
// mode 0600 and appears whole or not at all, or to stdout when path is "" or
// "-". Something that is not a regular file, such as /dev/null, is written in
// place.
func Output(path string, stdout io.Writer, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return buffered(stdout, write)
	}

	at, err := os.Stat(path)
	if err == nil && !at.Mode().IsRegular() {
		err = writeInPlace(path, write)
	} else {
		err = WriteFiles(File{Path: path, Write: write})
	}

	if err != nil {
		return fmt.Errorf("write result to %s: %w", path, err)
	}
	return nil
}

func writeInPlace(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}

	err = buffered(f, write)
	return errors.Join(err, f.Close())
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// WriteTable writes rows under a header. Each column is as wide as it needs to be.
func WriteTable(w io.Writer, header []string, rows [][]string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	all := append([][]string{header}, rows...)
	for _, row := range all {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = OneLine(cell)
		}

		line := strings.Join(cells, "\t")
		line = strings.TrimRight(line, "\t")
		if _, err := fmt.Fprintln(t, line); err != nil {
			return err
		}
	}

	return t.Flush()
}

// WriteUnreadable names settings that cannot be read, and says what to do. It
// writes nothing for others.
func WriteUnreadable(w io.Writer, s schema.Settings) error {
	err := s.Err()
	if err == nil {
		return nil
	}
	_, err = fmt.Fprintf(w, "cannot be read: %s\n  %s\n", OneLine(err.Error()), OneLine(schema.HintOf(err)))
	return err
}

// WriteJSON writes v as indented JSON, without HTML escapes. What would do something
// to a terminal is escaped.
func WriteJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}

	_, err := w.Write(schema.VisibleJSON(b.Bytes()))
	return err
}
