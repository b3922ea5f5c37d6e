package cmd_test

// chownLike does nothing: the servers with an owner run on Unix.
func chownLike(string, string) error { return nil }
