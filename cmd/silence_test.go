package cmd_test

import (
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// TestSilence has the store fall silent at some step, with connections that stay
// open. Each program gives up by itself, and the next run needs nobody.
func TestSilence(t *testing.T) {
	if soaktest.Times(0, 1) == 0 {
		t.Skip("it waits for the limits of the programs: make soak")
	}
	r := soaktest.Rand(t)
	n := inFirstNight(t)
	var proxies []*postgrestest.Proxy
	for _, name := range []string{"extract_url", "publish_url"} {
		proxy, through := postgrestest.NewProxy(t, n.env[name])
		proxies, n.env[name] = append(proxies, proxy), through
	}
	silence := func(quiet bool) {
		for _, proxy := range proxies {
			proxy.Silence(quiet)
		}
	}

	for range 3 {
		if err := n.NextDay(t.Context(), n.env["powerschool_url"]); err != nil {
			t.Fatal(err)
		}
		for name, steps := range map[string]int{"extract": extractSteps, "publish": publishSteps} {
			strike := func(c *exec.Cmd) {
				silence(true)
				time.AfterFunc(4*time.Minute, func() { _ = c.Process.Signal(syscall.SIGKILL) }) // it hangs
			}
			step, exit, said := n.atStep(r.IntN(steps), strike, name, "run")
			silence(false)
			n.allowed(name+" at "+step, exit, said, []int{0, 5, 8})
		}
		n.run(0, "extract", "run")
		n.converges("silence")
	}
	n.mustCatch("student_tags.csv is not the newest", n.cutFile)
}
