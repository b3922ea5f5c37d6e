package cli

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a file to be written.
type File struct {
	Path  string
	Mode  fs.FileMode             // before the umask; 0 means 0600, for the account that writes it alone
	Write func(w io.Writer) error // writes the contents; w is buffered
}

// WriteFiles writes files, each of which appears whole or not at all and
// replaces what had its name. All of them are complete on the disk before the
// first one gets its name. When it fails, it leaves nothing else behind.
//
// The two libraries for this do less: github.com/google/renameio does not build
// on Windows, github.com/natefinch/atomic keeps the mode of the file that it
// replaces, and neither has several files wait for each other.
func WriteFiles(files ...File) (err error) {
	var parts []string
	defer func() {
		for _, part := range parts {
			err = errors.Join(err, os.Remove(part))
		}
	}()

	for _, f := range files {
		part, err := f.writePart()
		if err != nil {
			return err
		}
		parts = append(parts, part)
	}

	for _, f := range files {
		if err := os.Rename(parts[0], f.Path); err != nil {
			return err
		}
		parts = parts[1:]
	}

	return nil
}

// WriteNewFile writes a file as WriteFiles does, but replaces none: it returns
// fs.ErrExist when something has the name already.
func WriteNewFile(f File) error {
	_, err := os.Lstat(f.Path)
	if err == nil {
		return &fs.PathError{
			Op:   "open",
			Path: f.Path,
			Err:  fs.ErrExist,
		}
	}

	part, err := f.writePart()
	if err != nil {
		return err
	}

	err = nameNew(part, f.Path)
	return errors.Join(err, remove(part))
}

// nameNew gives a complete file its name, unless something has that already.
func nameNew(part, path string) error {
	err := os.Link(part, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return takeName(part, path)
}

// takeName does what nameNew does on a file system without hard links, such as
// FAT. It takes the name with an empty file first, so that the rename replaces
// nobody else's file.
func takeName(part, path string) error {
	taken, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}

	err = taken.Close()
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}

	return nil
}

// writePart writes the file to the disk, under a name of its own in the same
// folder, and returns that name. A file that is not complete is removed.
func (f File) writePart() (string, error) {
	mode := f.Mode
	if mode == 0 {
		mode = 0o600
	}

	dir, name := filepath.Split(f.Path)
	part := filepath.Join(dir, "."+name+"."+rand.Text()+".part")

	file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return "", err
	}

	err = buffered(file, f.Write)
	if err == nil {
		err = file.Sync() // or a crash could leave the name of an empty file
	}
	if err := errors.Join(err, file.Close()); err != nil {
		return "", errors.Join(err, os.Remove(part))
	}

	return part, nil
}

// remove removes a file that may be gone.
func remove(path string) error {
	err := os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
