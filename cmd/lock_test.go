package cmd_test

import (
	"context"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// loseLock ends the session that holds publish's lock, as the server does with a
// session that does not answer.
func (p *place) loseLock() {
	p.Helper()
	db, err := pgx.Connect(p.Context(), p.env["publish_url"])
	if err != nil {
		p.Fatal(err)
	}
	defer db.Close(context.Background())

	const end = `
		select pg_terminate_backend(pid) from pg_locks
		where database = (select oid from pg_database where datname = current_database())
		and relation = 'publish_turn'::regclass and mode = 'RowShareLock'`
	tag, err := db.Exec(p.Context(), end)
	if err != nil || tag.RowsAffected() != 1 {
		p.Fatalf("end the session that holds the lock: %d sessions, %v", tag.RowsAffected(), err)
	}
}

// waitsAt has the server wait at the first request of a kind.
func (p *place) waitsAt(at string) (reached chan struct{}, goOn func()) {
	reached = make(chan struct{})
	wait, goOn := context.WithCancel(context.Background())
	p.Cleanup(goOn)
	p.server.Before(func(op, _ string, time int) error {
		if op == at && time == 1 {
			close(reached)
			<-wait.Done()
		}
		return nil
	})
	return reached, goOn
}

// TestOvertaken has a run lose its lock while it waits for the server. Meanwhile a
// second run delivers. The first one sends nothing and records nothing, and what
// it left does not stop a later run.
func TestOvertaken(t *testing.T) {
	p := beforeSecondNight(t)
	reached, goOn := p.waitsAt("connect")

	var said strings.Builder
	overtaken := p.program("publish", "run", "--quiet")
	overtaken.Stdout, overtaken.Stderr = &said, &said
	if err := overtaken.Start(); err != nil {
		t.Fatal(err)
	}

	<-reached
	p.loseLock()
	p.run(0, "publish", "run")
	p.newestFiles("the second run")

	goOn()
	_ = overtaken.Wait() // the exit code tells
	lost := strings.Contains(said.String(), "error: lost the lock: ")
	if exit := overtaken.ProcessState.ExitCode(); exit != 4 || !lost {
		t.Errorf("the first run: exit code %d, it says %s", exit, &said)
	}
	p.newestFiles("the first run")
	if deliveries := p.one(`select count(*) from delivery where publication = 2`); deliveries != 1 {
		t.Errorf("%d deliveries of publication 2 were begun, want 1", deliveries)
	}

	p.run(0, "extract", "run")
	p.leaveOpenDelivery()
	p.run(0, "publish", "run")
	if open := p.one(`select count(*) from delivery where ended_at is null`); open != 0 {
		t.Errorf("%d deliveries have not ended", open)
	}
	p.newestFiles("the next run")
}

// leaveOpenDelivery adds a row as an earlier version of the program left it: under
// a lock that was lost before the newest delivery began.
func (p *place) leaveOpenDelivery() {
	p.Helper()
	const insert = `
		with d as (
			insert into delivery (run, publication, fence, started_at)
			values ('overtaken', 2, 0, now())
			returning number
		), f as (
			insert into delivery_file (delivery, position, name, sha256, staged_as)
			select d.number, 1, name, sha256, '.gpa.csv.0.part'
			from d, publication_file where publication = 2 and kind = 'gpa'
			returning delivery
		)
		select count(*) from f`

	if p.one(insert) != 1 {
		p.Fatal("no row was added")
	}
}

// connectFails is a server that is down. It says nothing: a connection that it ended
// would be dialed again, for minutes.
func connectFails(op, _ string, _ int) error {
	if op == "connect" {
		return server.ErrSilent
	}
	return nil
}

// TestApprovedWithoutServer approves while the server is down. The approval
// stays, so the next run sends what was approved.
func TestApprovedWithoutServer(t *testing.T) {
	for name, test := range map[string]struct {
		configuration string
		change        string // of PowerSchool, before the second snapshot
		plan, approve int    // the exit codes of planning and approving
		state         string // of the publication after the next run
	}{
		"passed": {
			plan:    0,
			approve: 5,
			state:   "delivered",
		},
		"held": {
			change:  `update s_il_stu_x set iep = 0`,
			plan:    3,
			approve: 5,
			state:   "delivered",
		},
		"paused": {
			configuration: "guard: {pause: [{from: 2020-01-01, to: 2040-01-01, reason: roll-over}]}",
			plan:          0,
			approve:       0, // it goes after the pause
			state:         "approved",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := beforeSecondNight(t)
			p.configure(test.configuration)
			if test.change != "" {
				postgrestest.Exec(t, p.env["powerschool_url"], test.change)
				p.run(0, "extract", "run")
			}
			p.run(test.plan, "publish", "plan")

			p.server.Before(connectFails)
			if test.approve == 5 {
				p.configureSFTP("timeout: 1s")
			}
			p.run(test.approve, "publish", "approve", "2", "--reason", "now")
			p.server.Before(nil)
			p.configure(test.configuration)

			p.run(0, "publish", "plan") // nobody is asked twice
			p.run(0, "publish", "run")
			if said := p.run(0, "publish", "show", "2"); !strings.Contains(said, ": "+test.state+"\n") {
				t.Errorf("got %s, want that it is %s", said, test.state)
			}
			p.run(0, "publish", "run")
		})
	}
}
