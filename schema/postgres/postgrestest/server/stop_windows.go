package server

// Stop ends the server and waits until it has. It recovers at the next start.
func (s *Server) Stop() error {
	if err := s.process.Process.Kill(); err != nil {
		return err
	}
	return s.wait()
}
