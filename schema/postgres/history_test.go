package postgres_test

import (
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// What was recorded stays as it is, even for the role that recorded it.
func TestHistoryStays(t *testing.T) {
	test := postgrestest.Database(t)
	db := open(t, test.Publish)
	ended, going := publication(1), publication(1)
	going.Destination = "other@sftp.example.org:22/"
	record(t, db, &ended)
	record(t, db, &going)
	deliver(t, db, ended, len(ended.Files)) // delivery 1
	lock := takeLock(t, db)
	beginDelivery(t, db, lock, going) // delivery 2

	const file = `
		insert into publication_file (publication, position, kind, name, sha256)
		select 1, 9, 'x', 'x.csv', sha256 from content limit 1`
	const tally = `
		insert into tally (publication, file, by, value, school, rows, before, added, lost, "left", changed)
		values (1, 'gpa', 'file', 'x', '', 1, 1, 0, 0, 0, 0)`
	const delivered = `
		insert into delivery_file (delivery, position, name, sha256, staged_as)
		select %, 9, 'x.csv', sha256, 'x' from content limit 1`
	const decision = `
		insert into decision (publication, kind, by, reason, at, %)
		values (1, 'approve', 'me', 'r', now(), %%)`
	forged := strings.NewReplacer("%%", "now()", "%", "recorded_at").Replace(decision)
	blamed := strings.NewReplacer("%%", "'someone'", "%", "db_user").Replace(decision)

	wantRefused(t, test.Publish, []refused{
		{`update delivery_file set staged_at = now() where delivery = 1`, sealed},
		{`update delivery_file set sent_at = now() where delivery = 1`, sealed},
		{`update delivery_file set sent_at = null where delivery = 1`, sealed},
		{`update delivery_file set verified = 'size' where delivery = 1`, sealed},
		{`update delivery_file set staged_at = now(), verified = 'hash' where delivery = 2;
			update delivery_file set verified = 'size' where delivery = 2`, sealed},
		{`update delivery_file set staged_at = now() where delivery = 2;
			update delivery_file set staged_at = now() + interval '1s' where delivery = 2`, sealed},
		{`update delivery set host_key = 'SHA256:other' where number = 1`, sealed},
		{`update delivery set host_key = null where number = 1`, sealed},
		{`update delivery set ended_at = now() where number = 1`, sealed},
		{`update delivery set ended_at = null where number = 1`, sealed},
		{`update delivery set host_key = 'a' where number = 2;
			update delivery set host_key = 'b' where number = 2`, sealed},
		{file, sealed},
		{tally, sealed},
		{strings.ReplaceAll(delivered, "%", "1"), sealed},
		{strings.ReplaceAll(delivered, "%", "2"), sealed},
		{forged, denied},
		{blamed, denied},
		{`update decision set at = now()`, denied},
	})

	wantRefused(t, test.Publish, []refused{
		{`update delivery_file set staged_at = now(), verified = 'hash' where delivery = 2`, ""},
		{`update delivery_file set staged_at = staged_at where delivery = 1`, ""},
		{`update delivery set host_key = 'a' where number = 2`, ""},
	})
}

// A file of a delivery that ended can still turn out to have been sent.
func TestSettledLater(t *testing.T) {
	test := postgrestest.Database(t)
	db := open(t, test.Publish)
	p := publication(1)
	record(t, db, &p)
	lock := takeLock(t, db)
	beginDelivery(t, db, lock, p)
	postgrestest.Exec(t, test.Owner, `update delivery set released_at = now(), ended_at = now()`)

	wantRefused(t, test.Publish, []refused{
		{`update delivery_file set staged_at = now()`, sealed},
		{`update delivery set host_key = 'a'`, sealed},
		{`update delivery set released_at = null`, sealed},
		{`update delivery_file set refused_at = now()`, sealed},
		{`update delivery_file set sent_at = now(), verified = 'consumed'`, ""},
		{`update delivery set swept_at = now()`, ""},
	})
}
