package cmd_test

import (
	"os/exec"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// TestSilence has the store fall silent at some step, with connections that stay
// open. Each program gives up by itself, and the next run needs nobody. How long it
// waits goes with statement_timeout, which is shorter here.
func TestSilence(t *testing.T) {
	t.Parallel()
	r := soaktest.Rand(t)
	n := inFirstNight(t)
	var proxies []*postgrestest.Proxy
	for _, name := range []string{"extract_url", "publish_url"} {
		proxy, through := postgrestest.NewProxy(t, n.env[name])
		proxies, n.env[name] = append(proxies, proxy), through+"&statement_timeout=2s"
	}
	silence := func(quiet bool) {
		for _, proxy := range proxies {
			proxy.Silence(quiet)
		}
	}

	for range soaktest.Times(1, 20) {
		if err := n.NextDay(t.Context(), n.env["powerschool_url"]); err != nil {
			t.Fatal(err)
		}
		for name, steps := range map[string]int{"extract": extractSteps, "publish": publishSteps} {
			strike := func(c *exec.Cmd) {
				silence(true)
				hangs := time.AfterFunc(2*time.Minute, func() { kill(c) })
				t.Cleanup(func() { hangs.Stop() })
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
