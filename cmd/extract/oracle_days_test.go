//go:build cgo && linux

package main

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestDaysAtTheDriversBoundary: whatever zones the host, the district and the
// moment are in, the cutoff counts the same days.
func TestDaysAtTheDriversBoundary(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.powerschool(`
		delete from ps_adaadm_daily_ctod;
		insert into ps_adaadm_daily_ctod (studentid, fteid, calendardate, attendancevalue, membershipvalue)
			select id, fteid, day, 1, 1 from students, unnest(array[
				timestamp '2026-11-20', '2026-11-20 10:30:00', '2026-11-20 10:30:01', '2026-11-20 23:59:59',
				'2026-11-21', '2026-03-08 02:30:00', '2024-02-29', '0001-01-01']) day`)
	p.oracle()
	p.config("attendance: {bounded: false}")
	p.env["POWERSCHOOL_TIMEZONE"] = "America/Chicago"

	for _, c := range []struct{ zone, through, days string }{
		{"UTC", "2026-11-20", "7"},
		{"America/Chicago", "2026-11-20", "7"},
		{"Pacific/Kiritimati", "2026-11-20", "7"},
		{"UTC", "2026-11-20T10:29:59", "4"},
		{"America/Chicago", "2026-11-20T10:30:00", "5"},
		{"Pacific/Kiritimati", "2026-11-20T10:30:01", "6"},
		{"UTC", "2026-11-19", "3"},
		{"America/Chicago", "2026-03-08T02:29:59", "2"},
		{"Pacific/Kiritimati", "2024-02-28", "1"},
	} {
		p.env["TZ"] = c.zone
		snapshot := p.take("--attendance-through", c.through)

		got := p.table(`select distinct days_enrolled::text from student
			where snapshot = $1 and days_enrolled is not null`, snapshot)
		if diff := cmp.Diff([]string{c.days}, got); diff != "" {
			t.Errorf("in zone %s, through %s (-want +got):\n%s", c.zone, c.through, diff)
		}
	}
}

// TestDateIsTheSameDayInEveryZone of the host and of the connection. It is also
// the same second in UTC, with which the program connects; other zones leave
// hours out. A process finds Oracle's client only when it starts, so the dates
// are read in a process of their own.
func TestDateIsTheSameDayInEveryZone(t *testing.T) {
	if os.Getenv("DATES") != "" {
		readDates(t)
		return
	}

	t.Parallel()
	p := newEmptyPlace(t)
	p.powerschool(`create table dates (day timestamp(0), moment timestamp(3))`)
	for _, day := range dates {
		p.powerschool(`insert into dates values ('` + day + `', '` + day + `.125')`)
	}
	p.oracle()

	p.env["DATES"] = "read"
	for _, p.env["TZ"] = range []string{"UTC", "Pacific/Kiritimati"} {
		c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
		for name, value := range p.env {
			c.Env = append(c.Env, name+"="+value)
		}
		if said, err := c.CombinedOutput(); err != nil {
			t.Errorf("host in %s: %v\n%s", p.env["TZ"], err, said)
		}
	}
}

var dates = []string{"0001-01-01 00:00:00", "2024-02-29 23:59:59", "2026-03-08 02:30:00", "2026-11-20 00:00:00"}

func readDates(t *testing.T) {
	for _, zone := range []string{"UTC", "America/Chicago", "Pacific/Kiritimati"} {
		got := datesIn(t, zone)
		if len(got) != len(dates) {
			t.Fatalf("in %s: got %q", zone, got)
		}

		for i, want := range dates {
			digits := len(time.DateOnly)
			if zone == "UTC" {
				digits = len(time.DateTime)
			}
			if got[i][:digits] != want[:digits] {
				t.Errorf("in %s: got %s, want %s", zone, got[i], want)
			}
		}
	}
}

// datesIn reads the dates over a connection in a zone.
func datesIn(t *testing.T, zone string) (got []string) {
	d, err := openOracle(source{
		User:     os.Getenv("POWERSCHOOL_READ_USER"),
		Password: func() string { return os.Getenv("POWERSCHOOL_DB_PASSWORD") },
		Database: os.Getenv("POWERSCHOOL_PROD_DB"),
		Timezone: zone,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer d.DB.Close()

	rows, err := d.DB.QueryContext(t.Context(), `select day, moment from dates order by day`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()

	for rows.Next() {
		var day, moment time.Time
		if err := rows.Scan(&day, &moment); err != nil {
			t.Fatal(err)
		}
		if moment.Sub(day) != 125*time.Millisecond || day.Location().String() != zone {
			t.Errorf("in %s: got %s and %s", zone, day, moment)
		}
		got = append(got, day.Format(time.DateTime))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return got
}
