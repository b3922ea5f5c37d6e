package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"
)

// TestMain runs the tests, or a program of Main's where a test starts one.
func TestMain(m *testing.M) {
	switch os.Getenv("CLI_TEST_PROGRAM") {
	case "":
		os.Exit(m.Run())
	case "stops":
		os.Exit(Main(func(ctx context.Context, w World) error {
			fmt.Fprintln(w.Stdout, "ready")
			<-ctx.Done()
			return errors.New("connection closed")
		}))
	case "hangs":
		os.Exit(Main(func(ctx context.Context, w World) error {
			fmt.Fprintln(w.Stdout, "ready")
			select {}
		}))
	}
}

// start runs this test binary as a program, and returns when it is ready.
func start(t *testing.T, program string) *exec.Cmd {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("signals cannot be sent")
	}

	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	command := exec.CommandContext(ctx, os.Args[0])
	command.Env = append(os.Environ(), "CLI_TEST_PROGRAM="+program)
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}

	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(stdout).ReadString('\n'); line != "ready\n" {
		t.Fatalf("got %q, %v, want ready", line, err)
	}

	return command
}

func TestInterrupt(t *testing.T) {
	command := start(t, "stops")
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := command.Wait(); command.ProcessState.ExitCode() != 130 {
		t.Errorf("got %v, want exit code 130", err)
	}
}

func TestSecondSignalKills(t *testing.T) {
	command := start(t, "hangs")
	ended := make(chan struct{})
	go func() {
		_ = command.Wait() // its state is looked at below
		close(ended)
	}()

	for {
		_ = command.Process.Signal(os.Interrupt) // the last one comes too late
		select {
		case <-ended:
			if code := command.ProcessState.ExitCode(); code != -1 {
				t.Errorf("got exit code %d, want an end by the signal", code)
			}
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
}
