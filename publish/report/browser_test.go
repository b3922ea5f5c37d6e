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

// browse opens a page in Chromium, which may speak to nobody but the server that
// has the page.
func browse(t *testing.T, page string, args ...string) visit {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	var v visit
	var mu sync.Mutex
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		v.asked = append(v.asked, r.URL.Path)
		mu.Unlock()
		if r.URL.Path == "/page" {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(page)) // who does not read it sees nothing
		}
	}))
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	picture := filepath.Join(t.TempDir(), "page.png")
	c := exec.CommandContext(ctx, program, slices.Concat([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + t.TempDir(),
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--enable-logging=stderr", "--window-size=1000,3000", "--screenshot=" + picture, "--dump-dom"},
		args, []string{server.URL + "/page"})...)
	c.WaitDelay = 5 * time.Second
	var dom, said bytes.Buffer
	c.Stdout, c.Stderr = &dom, &said
	if err := c.Run(); err != nil {
		t.Fatalf("chromium: %v (within a minute: %v)\n%s", err, ctx.Err() == nil, said.String())
	}
	v.dom, v.said = dom.String(), said.String()
	v.look(t, picture)
	return v
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
	shades := map[color.Gray]bool{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			shades[color.GrayModel.Convert(picture.At(x, y)).(color.Gray)] = true
		}
	}
	v.corner, v.shades = color.GrayModel.Convert(picture.At(2, 2)).(color.Gray), len(shades)
}

// TestPageInBrowser opens a page as a person does, by day and by night: all of
// it is there, nothing else is asked for, and nothing is complained of.
func TestPageInBrowser(t *testing.T) {
	var page bytes.Buffer
	if err := WriteHTML(t.Context(), &page, sample(false)); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{"light": nil, "dark": {"--blink-settings=preferredColorScheme=0"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := browse(t, page.String(), args...)
			if !slices.Equal(v.asked, []string{"/page"}) {
				t.Errorf("the browser asked for %q, want the page alone", v.asked)
			}
			if strings.Contains(v.said, "CONSOLE") {
				t.Errorf("the browser complains:\n%s", v.said)
			}
			for what, want := range map[string]int{"<svg": 2, "<table": 14, "<caption": 14, "<h1": 1, "<script": 0, "<img": 0, "</html>": 1} {
				if got := strings.Count(v.dom, what); got != want {
					t.Errorf("got %d of %s, want %d", got, what, want)
				}
			}
			if dark := v.corner.Y < 64; dark != (name == "dark") || v.shades < 64 {
				t.Errorf("got a corner of grey %d and %d shades", v.corner.Y, v.shades)
			}
		})
	}
	t.Run("control", func(t *testing.T) { // what the others would have seen
		t.Parallel()
		bad := strings.Replace(page.String(), "</main>", `<script>alert(1)</script><img src="/image">`, 1)
		if v := browse(t, bad); !strings.Contains(v.said, "CONSOLE") || slices.Contains(v.asked, "/image") {
			t.Errorf("a script and an image: the browser asked for %q and said\n%s", v.asked, v.said)
		}
	})
}
