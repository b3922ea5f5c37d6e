package diff

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
)

// otherColumns is why most files that cannot be compared cannot.
const otherColumns = "the two files have different columns"

// unlike says why two versions of a file cannot be compared row by row; "" when
// they can. Only bytes that are not what was stored are an error: whatever else is
// in a file, a person can look at it and decide.
func (d *Differ) unlike(before, after version) (why string, err error) {
	was, is := d.header(before), d.header(after)
	if !slices.Equal(was, is) {
		return otherColumns, nil
	}
	if was, is := d.identifier(before), d.identifier(after); was != is {
		return fmt.Sprintf("the two files identify students by %s and by %s", was, is), nil
	}

	for _, v := range []version{before, after} {
		why, err := d.unreadable(v)
		if why != "" || err != nil {
			return why, err
		}
	}
	return "", nil
}

// identifier returns the column of STUDENTS that a version identifies students by.
// Adopted files were taken for those of the snapshot that was the newest then.
func (d *Differ) identifier(v version) string {
	if v.rules == nil && v.settings.Known() {
		return v.settings.Identifier.Column()
	}
	return d.rulesFor(v.rules).Identifier.Column()
}

// unreadable says why the rows of a version are not those of its kind. Values are
// looked at only where it is not known what made them.
func (d *Differ) unreadable(v version) (why string, err error) {
	if v.content == nil {
		return "", nil
	}

	var in inputs
	defer in.close()
	rows := in.read(v.content, v.called, d.header(v))
	if in.err == nil && v.rules == nil {
		why, in.err = notNumbers(v, rows)
	}

	var form *files.FormError
	if errors.As(in.err, &form) {
		return otherForm(v, form)
	}
	return why, in.err
}

// otherForm says how the form of a version differs, unless its bytes are damaged.
func otherForm(v version, form *files.FormError) (why string, err error) {
	if err := files.Verify(*v.content); err != nil {
		return "", fmt.Errorf("read %s: %w", form.File, err)
	}
	if form.IsHeader {
		return otherColumns, nil
	}
	return form.File + " is not as this program writes it: " + form.Says, nil
}

// notNumbers says how many values of a version that must be numbers are none: no
// limit can tell how far they moved.
func notNumbers(v version, rows *files.Reader) (why string, err error) {
	var values, none int64
	for {
		if _, more := rows.Number(); !more {
			break
		}
		group, err := rows.Group()
		if err != nil {
			return "", err
		}
		for _, row := range group {
			of, not := countNumbers(v.kind, row)
			values += of
			none += not
		}
	}

	if none == 0 {
		return "", nil
	}
	return fmt.Sprintf("%d of %d values in %s are not numbers", none, values, v.called), nil
}

// countNumbers counts the values of a row that must be numbers, and those of them
// that are none. A blank one is neither.
func countNumbers(kind files.Kind, row []string) (values, none int64) {
	for i, column := range kind.Columns {
		value := row[i+1] // after the student
		if column.Measure == "" || value == "" {
			continue
		}

		values++
		f, err := strconv.ParseFloat(value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			none++
		}
	}
	return values, none
}
