package diff

import (
	"errors"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// noteForeign adds to the note of a file what a person should know about those of
// its two versions that are in a folder. A version that is missing has no content.
func (d *Differ) noteForeign(f *fileDiff, before, after version) error {
	var notes []string
	if f.note != "" {
		notes = append(notes, f.note)
	}

	for _, v := range []struct{ version, other version }{{before, after}, {after, before}} {
		if !v.version.foreign {
			continue
		}

		of := slices.Clone(v.version.notes)
		if v.other.content != nil && f.match == Matched {
			strays, err := d.strays(v.version, v.other)
			if err != nil {
				return err
			}
			of = append(of, strays.Changed()...)
		}
		for _, note := range of {
			notes = append(notes, v.version.called+": "+note)
		}
	}

	f.note = strings.Join(notes, "; ")
	return nil
}

// Strays compares the student numbers of a file that another program wrote with a
// roster.
func (d *Differ) Strays(file files.BuiltFile, roster *schema.Content) (files.Strays, error) {
	kind, err := files.Find(d.Kinds, file.Rule.Kind)
	if err != nil {
		return files.Strays{}, err
	}

	of := version{
		called:  file.Rule.Name,
		kind:    kind,
		content: &file.Content,
	}
	return d.strays(of, version{called: "the snapshot", roster: roster})
}

// strays compares the student numbers of a version with those of the students who
// were in the snapshot of another one; where they are not known, with its own.
func (d *Differ) strays(of, other version) (strays files.Strays, err error) {
	var in inputs
	defer in.close()

	file := in.read(of.content, of.called, d.header(of))
	var list *files.Reader
	if other.roster != nil {
		list = in.read(other.roster, "the roster of "+other.called, files.RosterHeader)
	} else {
		list = in.read(other.content, other.called, d.header(other))
	}

	err = in.err
	if err == nil {
		strays, err = files.CountStrays(file, list)
	}
	var form *files.FormError
	if errors.As(err, &form) {
		return strays, nil // reading the rows says it
	}
	return strays, err
}
