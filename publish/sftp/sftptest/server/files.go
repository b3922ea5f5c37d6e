package server

import (
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/pkg/sftp"
)

// files answers what clients ask about the files under the root. No name leads
// out of the root.
type files struct{ *Server }

func local(name string) string {
	name = strings.TrimPrefix(path.Clean(name), "/")
	if name == "" {
		return "."
	}
	return name
}

// Fileread opens a file to be read.
func (f files) Fileread(r *sftp.Request) (io.ReaderAt, error) {
	return f.open("open", r.Filepath, os.O_RDONLY)
}

// Filewrite opens a file to be written. Like AWS Transfer it refuses to open
// one for both.
func (f files) Filewrite(r *sftp.Request) (io.WriterAt, error) {
	asked, flags := r.Pflags(), os.O_WRONLY
	if asked.Read || asked.Append {
		return nil, sftp.ErrSSHFxOpUnsupported
	}
	for flag, set := range map[int]bool{
		os.O_CREATE: asked.Creat,
		os.O_TRUNC:  asked.Trunc,
		os.O_EXCL:   asked.Excl,
	} {
		if set {
			flags |= flag
		}
	}

	return f.open("create", r.Filepath, flags)
}

func (f files) open(op, name string, flags int) (*file, error) {
	opened := &file{files: f, name: local(name)}
	err := f.around(op, opened.name, func() (err error) {
		opened.File, err = f.root.OpenFile(opened.name, flags, 0o644)
		return err
	})
	return opened, err
}

// Filecmd renames and removes, and nothing else.
func (f files) Filecmd(r *sftp.Request) error {
	name := local(r.Filepath)
	switch r.Method {
	case "Rename": // which does not replace: the protocol says so
		if _, err := f.root.Lstat(local(r.Target)); err == nil {
			return fs.ErrExist
		}
		return f.PosixRename(r)
	case "Remove":
		return f.around("remove", name, func() error {
			return f.root.Remove(name)
		})
	}

	return f.around(strings.ToLower(r.Method), name, func() error {
		return sftp.ErrSSHFxOpUnsupported
	})
}

// PosixRename renames a file and replaces another at once.
func (f files) PosixRename(r *sftp.Request) error {
	to := local(r.Target)
	return f.around("rename", to, func() error {
		return f.root.Rename(local(r.Filepath), to)
	})
}

// Filelist lists a directory, or a file alone.
func (f files) Filelist(r *sftp.Request) (sftp.ListerAt, error) {
	if r.Method == "List" {
		return f.list(local(r.Filepath))
	}
	return f.stat(local(r.Filepath), f.root.Stat)
}

// Lstat is about a link itself.
func (f files) Lstat(r *sftp.Request) (sftp.ListerAt, error) {
	return f.stat(local(r.Filepath), f.root.Lstat)
}

func (f files) stat(name string, stat func(string) (fs.FileInfo, error)) (found list, err error) {
	err = f.around("stat", name, func() error {
		info, err := stat(name)
		found = list{info}
		return err
	})
	return found, err
}

func (f files) list(name string) (found list, err error) {
	err = f.around("list", name, func() error {
		entries, err := fs.ReadDir(f.root.FS(), name)
		for _, entry := range entries {
			if info, err := entry.Info(); err == nil { // it may have been taken away
				found = append(found, info)
			}
		}

		return err
	})
	return found, err
}

// list is a sftp.ListerAt.
type list []fs.FileInfo

// ListAt copies what is from offset on.
func (l list) ListAt(to []fs.FileInfo, offset int64) (int, error) {
	n := copy(to, l[min(int(offset), len(l)):])
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}

// file is an open file.
type file struct {
	*os.File
	files files
	name  string
}

// ReadAt reads, though no more than Options.MaxRead at a time.
func (f *file) ReadAt(b []byte, offset int64) (n int, err error) {
	if limit := f.files.options.MaxRead; limit > 0 {
		b = b[:min(limit, len(b))]
	}
	err = f.files.around("read", f.name, func() error {
		n, err = f.File.ReadAt(b, offset)
		return err
	})
	return n, err
}

// WriteAt writes.
func (f *file) WriteAt(b []byte, offset int64) (n int, err error) {
	err = f.files.around("write", f.name, func() error {
		n, err = f.File.WriteAt(b, offset)
		return err
	})
	return n, err
}

// Close closes the file.
func (f *file) Close() error { return f.files.around("close", f.name, f.File.Close) }
