package cmd_test

import (
	"regexp"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// TestStudentsAndSecretsAreNotTold marks every student and every secret, goes
// through good nights and bad ones, and looks for the marks in everything that
// the programs say, in every format, and in PostgreSQL's log.
func TestStudentsAndSecretsAreNotTold(t *testing.T) {
	p, _ := inDistrict(t)
	mark := func(sql string) { postgrestest.Exec(t, p.env["powerschool_url"], sql) }
	markStudents(mark)
	p.configure("students: {names: true}\nreport: {dir: reports}")

	said := ""
	run := func(exit int, name string, args ...string) {
		t.Helper()
		said += p.run(exit, name, append(args, "--log-level", "debug", "--log-format", "json")...)
	}

	run(0, "extract", "run")
	run(0, "extract", "list", "--format", "json")
	run(0, "extract", "show")
	run(3, "publish", "run")
	run(0, "publish", "approve", "1", "--reason", "the first")
	run(0, "publish", "show", "1", "--format", "json")

	mark(`delete from s_il_stu_x`)
	run(0, "extract", "run")
	run(3, "publish", "run")
	run(0, "publish", "list")

	p.env["SCHOOLINKS_SFTP_PASSWORD"] = "another " + sftptest.Password
	run(6, "publish", "approve", "2", "--reason", "with another password")

	mark(`alter table students alter column student_number type varchar(60)`)
	mark(`update students set student_number = 'Canary' || id`)
	run(0, "extract", "run")
	mark(`alter table s_il_stu_plan504_x rename column participant to canary`)
	run(2, "extract", "run")

	postgrestest.Exec(t, p.env["owner_url"], `update student set facts = '{"iep":["Canary"]}'`)
	run(7, "publish", "plan", "--snapshot", "1")
	run(7, "extract", "verify", "--all")
	run(0, "extract", "prune", "--apply")

	said += postgrestest.Log(t)
	marks := regexp.MustCompile(`7777\d{4}|Canary|` + sftptest.Password + `|_test_extract:|_test_publish:`)
	if found := marks.FindAllString(said, 5); found != nil {
		t.Errorf("the programs, or the database's log, say %q", found)
	}
}

// markStudents puts a mark in everything that identifies a student, and in some of
// their values.
func markStudents(mark func(sql string)) {
	mark(`update students set student_number = 77770000 + id, first_name = 'Canary', last_name = 'Canary'`)
	mark(`update students set student_number = 77770000.5 where id = 7`)
	mark(`
		update u_def_ext_students0 set simple_gpa = 'Canary'
		where studentsdcid in (select dcid from students where id < 50)`)
	mark(`
		update s_stu_crdc_x set giftedtalentedprograms_yn = 'Canary'
		where studentsdcid in (select dcid from students where id < 50)`)
}
