package sftptest

import (
	"net"
	"os"
	"os/exec"
	"sync"
	"testing"
)

// A program that serves one connection, which is its standard input, as inetd starts
// it. Nothing has to be waited for, and nothing stays when the test ends.

// listen returns where a server can be reached.
func listen(tb testing.TB) (listener net.Listener, port int) {
	tb.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	return listener, listener.Addr().(*net.TCPAddr).Port
}

// serveEach hands every connection to a program of its own, until the test ends.
func serveEach(tb testing.TB, listener net.Listener, program func() *exec.Cmd) {
	var running sync.WaitGroup
	running.Go(func() {
		for {
			tcp, err := listener.Accept()
			if err != nil {
				return // closed
			}

			running.Go(func() {
				f, err := tcp.(*net.TCPConn).File()
				_ = tcp.Close() // f is a copy
				if err != nil {
					return
				}

				cmd := program()
				cmd.Stdin, cmd.Stdout, cmd.Stderr = f, f, tb.Output()
				_ = cmd.Run() // the client has found out
				_ = f.Close()
			})
		}
	})

	tb.Cleanup(func() {
		_ = listener.Close() // which ends the loop
		running.Wait()
	})
}

// inNamespace is a program that a script of sh starts, in a mount namespace of its own.
func inNamespace(tb testing.TB, script string, env ...string) func() *exec.Cmd {
	return func() *exec.Cmd {
		cmd := exec.CommandContext(tb.Context(), "unshare", "-m", "sh", "-c", script)
		cmd.Env = append(os.Environ(), env...)
		return cmd
	}
}

// need ends the test where a server cannot run: root and unshare give it an account.
// It fails where wanted says that it has to run.
func need(tb testing.TB, wanted bool, programs ...string) {
	tb.Helper()
	missing := ""
	for _, program := range programs {
		if _, err := os.Stat(program); err != nil {
			missing = program
		}
	}
	if os.Getuid() != 0 || exec.Command("unshare", "-m", "true").Run() != nil {
		missing = "root and unshare"
	}

	switch {
	case missing == "":
	case wanted:
		tb.Fatal("this server needs " + missing)
	default:
		tb.Skip("this server needs " + missing)
	}
}
