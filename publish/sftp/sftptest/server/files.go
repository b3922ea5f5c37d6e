package server

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
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
	opened := &file{files: f, name: local(name), written: op == "create"}
	err := f.around(op, opened.name, func() (err error) {
		if err := f.busy(opened.name); err != nil {
			return err
		}
		if opened.written && !f.allows(opened.name) {
			return fs.ErrPermission
		}
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
	from, to := local(r.Filepath), local(r.Target)
	return f.around("rename", to, func() error {
		if err := f.busy(from); err != nil {
			return err
		}
		if !f.allows(to) {
			return fs.ErrPermission
		}
		return f.rename(from, to)
	})
}

// rename renames a file, or says so.
func (f files) rename(from, to string) error {
	faults, claim := f.fault(), Truly
	if faults.Rename != nil {
		claim = faults.Rename(to)
	}
	if claim == SaysYes {
		return nil
	}

	if _, err := f.root.Lstat(to); err == nil && faults.NoReplace {
		return errors.New("the file exists")
	}
	err := f.root.Rename(from, to)
	if err != nil {
		return err
	}
	f.renamed(from, to)
	if claim == SaysNo {
		return errors.New("no")
	}
	return nil
}

// allows reports whether a file may have that name.
func (f files) allows(name string) bool {
	allowed := f.fault().Allowed
	return allowed == nil || allowed(path.Base(name))
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
		if err == nil {
			found = list{f.typed(f.sized(name, info))}
		}
		return err
	})
	return found, err
}

func (f files) list(name string) (found list, err error) {
	err = f.around("list", name, func() error {
		entries, err := fs.ReadDir(f.root.FS(), name)
		for _, entry := range entries {
			if info, err := entry.Info(); err == nil { // it may have been taken away
				found = append(found, f.typed(f.sized(path.Join(name, info.Name()), info)))
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
	files   files
	name    string
	written bool // opened to be written
}

// ReadAt reads, though no more than Faults.MaxRead at a time.
func (f *file) ReadAt(b []byte, offset int64) (n int, err error) {
	faults := f.files.fault()
	if faults.MaxRead > 0 {
		b = b[:min(faults.MaxRead, len(b))]
	}
	err = f.files.around("read", f.name, func() error {
		n, err = f.File.ReadAt(b, offset)
		if faults.NoEnd != nil && faults.NoEnd(f.name) && err == io.EOF {
			n, err = len(b), nil
		}
		return err
	})
	return n, err
}

// WriteAt writes.
func (f *file) WriteAt(b []byte, offset int64) (n int, err error) {
	err = f.files.around("write", f.name, func() error {
		if b, err = f.files.stored(b); err != nil {
			return err
		}
		n, err = f.File.WriteAt(b, offset)
		return err
	})
	return n, err
}

// stored returns what the server makes of what is written.
func (s *Server) stored(b []byte) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written += int64(len(b))
	if s.faults.Quota > 0 && s.written > s.faults.Quota {
		return nil, errors.New("quota exceeded")
	}
	if s.faults.Flip {
		b = slices.Clone(b)
		b[len(b)/2] ^= 1
	}
	return b, nil
}

// Close closes the file.
func (f *file) Close() error {
	if f.written {
		f.files.wrote(f.name)
	}
	return f.files.around("close", f.name, f.File.Close)
}
