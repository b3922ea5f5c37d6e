package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func hello(w io.Writer) error {
	_, err := io.WriteString(w, "hello\n")
	return err
}

func TestOutput(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.txt")
	var out bytes.Buffer
	for _, to := range []string{"", "-", path, path} {
		if err := Output(to, &out, hello); err != nil {
			t.Fatalf("%q: %v", to, err)
		}
	}

	if out.String() != "hello\nhello\n" {
		t.Errorf("got %q on stdout", out.String())
	}
	half := func(w io.Writer) error {
		fmt.Fprint(w, "half a re")
		return errors.New("broken")
	}
	if err := Output(path, &out, half); err == nil {
		t.Error("got no error from a result that broke off")
	}

	if err := Output(filepath.Join(dir, "none", "x"), &out, hello); err == nil {
		t.Error("got no error for a folder that is not there")
	}
	text, err := os.ReadFile(path)
	if err != nil || string(text) != "hello\n" {
		t.Errorf("got %q, %v, want the whole result before", text, err)
	}

	at, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && at.Mode() != 0o600 {
		t.Errorf("got mode %v, %v, want 0600", at.Mode(), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("got %v, %v, want no other file left", left, err)
	}
}

func TestOutputToADevice(t *testing.T) {
	if err := Output(os.DevNull, nil, hello); err != nil {
		t.Fatal(err)
	}
	if at, err := os.Stat(os.DevNull); err != nil || at.Mode().IsRegular() {
		t.Fatalf("got %v, %v, want %s as it was", at, err, os.DevNull)
	}
}

func TestTableAndJSON(t *testing.T) {
	var out bytes.Buffer
	rows := [][]string{{"1", "a\tb\nc", "x"}, {"12", "", ""}}
	if err := WriteTable(&out, []string{"number", "reason", "by"}, rows); err != nil {
		t.Fatal(err)
	}

	want := "number  reason  by\n1       a b c   x\n12\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}

	out.Reset()
	if err := WriteJSON(&out, map[string]string{"b": "<&>", "a": "é"}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"a\": \"é\",\n  \"b\": \"<&>\"\n}\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}
