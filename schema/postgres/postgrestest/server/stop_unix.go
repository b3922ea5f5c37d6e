//go:build unix

package server

import "syscall"

// Stop ends the server and waits until it has: at once for a throwaway one,
// else after it has written down everything.
func (s *Server) Stop() error {
	signal := syscall.SIGINT
	if s.options.Throwaway {
		signal = syscall.SIGQUIT
	}
	if err := s.process.Process.Signal(signal); err != nil {
		return err
	}

	return s.wait()
}
