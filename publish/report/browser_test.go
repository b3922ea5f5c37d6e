package report

import (
	"bytes"
	"context"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// visit is what came of a page in a browser.
type visit struct {
	dom, said string   // what was made of it, and what the browser had to say
	asked     []string // of the server
	corner    color.Gray
	shades    int // how many there are in the picture
}

// browse opens a page in Chromium, which can reach only the server that has the
// page.
func browse(t *testing.T, page string, args ...string) visit {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	program, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}

	var v visit
	url, asked := serve(t, page)
	picture := filepath.Join(t.TempDir(), "page.png")
	args = append(args, "--screenshot="+picture, "--user-data-dir="+t.TempDir(), url)
	v.dom, v.said = runBrowser(t, program, args...)
	v.asked = asked()
	v.look(t, picture)
	return v
}

// serve serves a page, and returns its URL and what the server was asked for.
func serve(t *testing.T, page string) (url string, asked func() []string) {
	var mu sync.Mutex
	var paths []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		paths = append(paths, r.URL.Path)

		if r.URL.Path == "/page" {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(page)) // a browser that does not read it shows nothing
		}
	}))
	t.Cleanup(server.Close)

	return server.URL + "/page", func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(paths)
	}
}

// runBrowser runs Chromium, and returns the page as it made it, and what it said.
func runBrowser(t *testing.T, program string, args ...string) (dom, said string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	args = append([]string{
		"--headless",
		"--no-sandbox",
		"--disable-gpu",
		"--disable-quic",
		"--no-first-run",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--enable-logging=stderr",
		"--window-size=1000,3000",
		"--dump-dom",
	}, args...)

	c := exec.CommandContext(ctx, program, args...)
	c.WaitDelay = 5 * time.Second
	var out, err bytes.Buffer
	c.Stdout, c.Stderr = &out, &err
	if failed := c.Run(); failed != nil {
		t.Fatalf("chromium: %v (within a minute: %v)\n%s", failed, ctx.Err() == nil, err.String())
	}
	return out.String(), err.String()
}

// look looks at the picture.
func (v *visit) look(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() // it was only read
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}

	shade := func(x, y int) color.Gray { return color.GrayModel.Convert(picture.At(x, y)).(color.Gray) }
	shades := map[color.Gray]bool{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			shades[shade(x, y)] = true
		}
	}
	v.corner, v.shades = shade(2, 2), len(shades)
}

// TestPageInBrowser opens a page as a person does, by day and by night: all of
// it is there, the browser asks for nothing else, and it does not complain.
func TestPageInBrowser(t *testing.T) {
	var page bytes.Buffer
	if err := WriteHTML(t.Context(), &page, sample(false)); err != nil {
		t.Fatal(err)
	}

	t.Run("light", func(t *testing.T) {
		t.Parallel()
		v := browse(t, page.String())
		v.check(t)
		if v.corner.Y < 64 {
			t.Errorf("got a corner of gray %d, want a light one", v.corner.Y)
		}
	})
	t.Run("dark", func(t *testing.T) {
		t.Parallel()
		v := browse(t, page.String(), "--blink-settings=preferredColorScheme=0")
		v.check(t)
		if v.corner.Y >= 64 {
			t.Errorf("got a corner of gray %d, want a dark one", v.corner.Y)
		}
	})

	// What the others would have seen.
	t.Run("control", func(t *testing.T) {
		t.Parallel()
		bad := strings.Replace(page.String(), "</main>", `<script>alert(1)</script><img src="/image">`, 1)
		v := browse(t, bad)
		if !strings.Contains(v.said, "CONSOLE") || slices.Contains(v.asked, "/image") {
			t.Errorf("a script and an image: the browser asked for %q and said\n%s", v.asked, v.said)
		}
	})
}

// check checks what a page has by day and by night.
func (v *visit) check(t *testing.T) {
	t.Helper()
	if !slices.Equal(v.asked, []string{"/page"}) {
		t.Errorf("the browser asked for %q, want only the page", v.asked)
	}
	if strings.Contains(v.said, "CONSOLE") {
		t.Errorf("the browser complains:\n%s", v.said)
	}
	if v.shades < 64 {
		t.Errorf("got %d shades, want at least 64", v.shades)
	}

	for what, want := range map[string]int{
		"<svg":     2,
		"<table":   14,
		"<caption": 14,
		"<h1":      1,
		"<script":  0,
		"<img":     0,
		"</html>":  1,
	} {
		if got := strings.Count(v.dom, what); got != want {
			t.Errorf("got %d of %s, want %d", got, what, want)
		}
	}
}
