package server

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

var errBusy = errors.New("the process cannot access the file because it is being used by another process")

// spell is what a file goes through after it was closed.
type spell struct {
	busy, small           int // how often it is still met
	busyUntil, smallUntil time.Time
}

// wrote begins what a file goes through after it was written.
func (s *Server) wrote(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, now := s.faults, time.Now()
	s.spells[name] = &spell{
		busy:       f.Busy.Times,
		busyUntil:  now.Add(f.Busy.For),
		small:      f.Small.Times,
		smallUntil: now.Add(f.Small.For),
	}
}

// renamed moves what a file goes through to its new name.
func (s *Server) renamed(from, to string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.spells, to)
	if spell := s.spells[from]; spell != nil {
		s.spells[to] = spell
		delete(s.spells, from)
	}
}

// busy returns an error while a file cannot be opened or renamed.
func (s *Server) busy(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if spell := s.spells[name]; spell != nil && met(&spell.busy, spell.busyUntil) {
		return errBusy
	}
	return nil
}

// sized is a file with the size that the server gives it at this moment.
func (s *Server) sized(name string, info fs.FileInfo) fs.FileInfo {
	s.mu.Lock()
	defer s.mu.Unlock()
	if spell := s.spells[name]; spell != nil && met(&spell.small, spell.smallUntil) {
		return attributes{FileInfo: info, size: min(s.faults.Size, info.Size()), mode: info.Mode()}
	}
	return info
}

// met reports whether something still lasts.
func met(times *int, until time.Time) bool {
	if *times > 0 {
		*times--
		return true
	}
	return time.Now().Before(until)
}

// typed is a file with as much of its mode as the server tells.
func (s *Server) typed(info fs.FileInfo) fs.FileInfo {
	f := s.fault()
	if !f.NoTypes && !f.NoModes {
		return info
	}

	mode := info.Mode().Perm()
	if f.NoModes {
		mode = 0
	}
	return attributes{FileInfo: info, size: info.Size(), mode: mode | os.ModeIrregular} // which SFTP has no bits for
}

// attributes are those of a file as a server tells them.
type attributes struct {
	fs.FileInfo
	size int64
	mode fs.FileMode
}

func (a attributes) Size() int64       { return a.size }
func (a attributes) Mode() fs.FileMode { return a.mode }
