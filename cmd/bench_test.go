//go:build linux

package cmd_test

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
)

// BenchmarkNight compares a night of the two programs with the floor: the same
// work done by hand with psql and OpenSSH's sftp, on the same servers and the
// same data, in turn. x-floor is how many times as long the programs take, the
// median of the pairs. The large district, with 10 million rows of attendance,
// is only measured when $BENCH_LARGE is set:
//
//	BENCH_LARGE=1 go test -run '^$' -bench Night -benchtime 7x -timeout 1h ./cmd
func BenchmarkNight(b *testing.B) {
	for _, students := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("students=%d", students), func(b *testing.B) {
			if students > 10_000 && os.Getenv("BENCH_LARGE") == "" {
				b.Skip("BENCH_LARGE is not set")
			}
			benchmarkNight(b, district.District{
				Students: students,
				Days:     114,
				Seed:     1,
				LastDay:  sessiontest.LastDay,
			})
		})
	}
}

func benchmarkNight(b *testing.B, d district.District) {
	p := newPlace(b)
	floor := newFloor(p)
	if err := d.Load(b.Context(), p.env["powerschool_url"]); err != nil {
		b.Fatal(err)
	}

	p.configure("")
	p.run(0, "extract", "run", "--quiet")
	p.run(3, "publish", "run", "--quiet")
	p.run(0, "publish", "approve", "1", "--reason", "the first", "--quiet")

	var nights, floors, ratios []float64
	var extract, publish float64
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		if err := d.NextDay(b.Context(), p.env["powerschool_url"]); err != nil {
			b.Fatal(err)
		}
		if i%2 == 0 { // the one that goes first warms the caches
			floors = append(floors, floor.run())
		}

		b.StartTimer()
		start := time.Now()
		extract = max(extract, p.peak(p.program("extract", "run", "--quiet"), 0))
		publish = max(publish, p.peak(p.program("publish", "run", "--quiet"), 0))
		nights = append(nights, time.Since(start).Seconds())
		b.StopTimer()

		if i%2 == 1 {
			floors = append(floors, floor.run())
		}
		ratios = append(ratios, nights[i]/floors[i])
		b.StartTimer()
	}

	b.ReportMetric(median(ratios), "x-floor")
	b.ReportMetric(median(nights), "s/night")
	b.ReportMetric(median(floors), "s/floor")
	b.ReportMetric(extract, "extract-MiB")
	b.ReportMetric(publish, "publish-MiB")
}

func median(values []float64) float64 {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

// floor is what a careful person's script would do (testdata/floor). It does not
// look at what is live, at what was there before, or at what arrived.
type floor struct {
	*place
	commands [][]string
}

func newFloor(p *place) *floor {
	for _, tool := range []string{"psql", "sftp"} {
		if _, err := exec.LookPath(tool); err != nil {
			p.Skip(err)
		}
	}

	scripts, err1 := filepath.Abs("testdata/floor")
	err2 := os.Mkdir(filepath.Join(filepath.Dir(p.env["live"]), "by-hand"), 0o755)
	askpass := "#!/bin/sh\necho " + sftptest.Password + "\n"
	err3 := os.WriteFile(filepath.Join(p.dir, "password"), []byte(askpass), 0o700)
	host, port, err4 := net.SplitHostPort(p.env["SCHOOLINKS_SFTP_ADDRESS"])
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		p.Fatal(err)
	}

	psql := func(script, url string) []string {
		return []string{"psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", filepath.Join(scripts, script), url}
	}
	return &floor{p, [][]string{
		psql("powerschool.sql", p.env["powerschool_url"]),
		psql("store.sql", p.env["owner_url"]),
		{
			"sftp", "-q",
			"-o", "BatchMode=no",
			"-o", "UserKnownHostsFile=" + p.env["known_hosts"],
			"-b", filepath.Join(scripts, "put.sftp"),
			"-P", port,
			sftptest.User + "@" + host,
		},
	}}
}

// run does the work by hand and returns how many seconds it took.
func (f *floor) run() float64 {
	start := time.Now()
	for _, command := range f.commands {
		c := exec.Command(command[0], command[1:]...)
		c.Dir = f.dir
		c.Env = append(os.Environ(),
			"SSH_ASKPASS_REQUIRE=force",
			"SSH_ASKPASS="+filepath.Join(f.dir, "password"),
		)
		if out, err := c.CombinedOutput(); err != nil {
			f.Fatalf("%q: %v\n%s", command, err, out)
		}
	}
	return time.Since(start).Seconds()
}
