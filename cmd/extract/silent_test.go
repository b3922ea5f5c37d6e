package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// corruption is something that goes wrong in PowerSchool, or in the configuration,
// overnight and without an error there. Some line of the run or of the check must tell,
// which no clean night has.
type corruption struct {
	name   string
	config string
	right  string // SQL for what config needs, as it should be
	sql    string // SCHOOL is a school, and SOME a condition for a few of the students in scope
	tells  string // what a line of extract run or extract check begins with
}

// corruptions are about the tables of the generated district.
var corruptions = []corruption{
	{
		name:  "rows of one school are missing",
		sql:   "delete from s_il_stu_x where studentsdcid in (select dcid from students where schoolid = SCHOOL)",
		tells: `finding: row_missing/s_il_stu_x: `,
	},
	{
		name:  "a few rows are missing",
		sql:   "delete from s_stu_crdc_x where studentsdcid in (select dcid from students where SOME)",
		tells: `finding: row_missing/s_stu_crdc_x: `,
	},
	{
		name:  "an extension table is empty",
		sql:   "truncate s_il_stu_plan504_x",
		tells: `finding: row_missing/s_il_stu_plan504_x: `,
	},
	{
		name:  "a column has another name",
		sql:   "alter table s_il_stu_x rename lep to ell",
		tells: `error: facts.lep.column: table s_il_stu_x has no column lep`,
	},
	{
		name:  "a flag is a boolean",
		sql:   "alter table s_il_stu_x alter iep type boolean using iep = 1",
		tells: `error: facts.iep.column: column s_il_stu_x.iep is BOOL`,
	},
	{
		name:  "a flag is Yes or No",
		sql:   "alter table s_il_stu_x alter iep type varchar(9) using case when iep = 1 then 'Yes' else 'No' end",
		tells: `warn  fact iep: the value Yes gives no tag; `,
	},
	{
		name:  "a flag is a date",
		sql:   "alter table s_il_stu_x alter iep type timestamp using timestamp '2026-09-01'",
		tells: `warn  tags: no student would have IEP; `,
	},
	{
		name:  "a flag is no for everybody",
		sql:   "update s_il_stu_plan504_x set participant = 0",
		tells: `warn  fact section_504: no student in scope has a value that says yes; `,
	},
	{
		name:  "a flag is blank for everybody",
		sql:   "update s_stu_crdc_x set giftedtalentedprograms_yn = null",
		tells: `warn  fact gifted: no student in scope has a value`,
	},
	{
		name:  "student numbers of one school are blank",
		sql:   "update students set student_number = null where schoolid = SCHOOL",
		tells: `finding: number_missing: `,
	},
	{
		name: "student numbers were saved by a spreadsheet",
		sql: "alter table students alter student_number type varchar(40); " +
			"update students set student_number = '1.23457E+11' where SOME",
		tells: `finding: number_exponent: `,
	},
	{
		name:  "student numbers are shared",
		sql:   "update students set student_number = 7 where SOME",
		tells: `finding: number_shared: `,
	},
	{
		name: "FTEIDs are those of last year",
		sql: "update students set fteid = fteid + 5000 where SOME; " +
			"insert into ps_adaadm_daily_ctod " +
			"select id, schoolid, timestamp '2026-05-04', fteid, grade_level, 1, 1, 1 from students where SOME",
		tells: `finding: attendance_stale: `,
	},
	{
		name:  "FTEIDs are 0",
		sql:   "update students set fteid = 0 where SOME",
		tells: `finding: no_counted_day: `,
	},
	{
		name:  "FTEIDs are blank",
		sql:   "update students set fteid = null where SOME",
		tells: `finding: fte_missing: `,
	},
	{
		name:  "the view lacks a school",
		sql:   "delete from ps_adaadm_daily_ctod where schoolid = SCHOOL",
		tells: `finding: no_counted_day: `,
	},
	{
		name:  "the view was not refreshed for a school",
		sql:   "delete from ps_adaadm_daily_ctod where schoolid = SCHOOL and calendardate > timestamp '2026-10-10'",
		tells: `finding: school_stale: `,
	},
	{
		name: "the view was refreshed by half",
		sql: "delete from ps_adaadm_daily_ctod where mod(studentid, 2) = 0 " +
			"and calendardate > timestamp '2026-10-10'",
		tells: `finding: attendance_stale: `,
	},
	{
		name:  "the view was not refreshed",
		sql:   "delete from ps_adaadm_daily_ctod where calendardate > timestamp '2026-11-09'",
		tells: `warn  attendance: the newest day is 2026-11-09, 9 days before 2026-11-18`,
	},
	{
		name:  "the view is empty",
		sql:   "truncate ps_adaadm_daily_ctod",
		tells: `finding: no_attendance: `,
	},
	{
		name:  "everybody is present",
		sql:   "update ps_adaadm_daily_ctod set attendancevalue = membershipvalue",
		tells: `warn  absences: every student was present on every day`,
	},
	{
		name:  "attendance is taken by meeting",
		sql:   "update attendance set att_mode_code = 'ATT_ModeMeeting'",
		tells: `warn  how attendance is taken: attendance.view is ps_adaadm_daily_ctod, but `,
	},
	{
		name:  "a school has no membership",
		sql:   "update ps_adaadm_daily_ctod set membershipvalue = 0 where schoolid = SCHOOL",
		tells: `finding: no_counted_day: `,
	},
	{
		name:  "a school has no attendance values",
		sql:   "update ps_adaadm_daily_ctod set attendancevalue = null where schoolid = SCHOOL",
		tells: `finding: days_not_recorded: `,
	},
	{
		name: "days count twice",
		sql: "update ps_adaadm_daily_ctod set attendancevalue = 2 * membershipvalue " +
			"where studentid in (select id from students where SOME)",
		tells: `finding: attendance_out_of_range: `,
	},
	{
		name:   "the program is another one",
		config: "facts: {p: {table: programs, student: studentid, where: [{column: program, is: 3}]}}\n" + oneTag,
		right:  "create table programs as select id studentid, 3 program from students where mod(id, 2) = 0",
		sql:    "update programs set program = 2",
		tells:  `warn  tags: no student would have P; `,
	},
	{
		name:   "a table has many rows about a student",
		config: "facts: {p: {table: plans, column: code}}\n" + oneTag,
		right:  "create table plans as select studentsdcid, 1 code from s_il_stu_x",
		sql:    "insert into plans select studentsdcid, n from s_il_stu_x, generate_series(2, 3) n",
		tells:  `error: facts.p.column: table plans has several rows about `,
	},
	{
		name:   "the GPA is a name",
		config: "gpa: {simple: name}",
		right:  "alter table u_def_ext_students0 add name varchar(9); update u_def_ext_students0 set name = '3.5'",
		sql:    "update u_def_ext_students0 set name = 'Zoe'",
		tells:  `fail  gpa.simple: `,
	},
	{
		name: "a few GPAs are ten times as high",
		sql: "update u_def_ext_students0 set simple_gpa = '35.5' " +
			"where studentsdcid in (select dcid from students where SOME and grade_level > 8)",
		tells: `finding: simple_unusual: `,
	},
	{
		name: "GPAs are negative",
		sql: "update u_def_ext_students0 set weighted_gpa = '-1' " +
			"where studentsdcid in (select dcid from students where SOME)",
		tells: `finding: weighted_out_of_range: `,
	},
	{
		name:  "all GPAs are a thousand times as high",
		sql:   "update u_def_ext_students0 set simple_gpa = cast(simple_gpa as numeric) * 1000",
		tells: `finding: simple_out_of_range: `,
	},
	{
		name:  "GPAs have a letter",
		sql:   "update u_def_ext_students0 set simple_gpa = simple_gpa || 'W'",
		tells: `finding: simple_not_number: `,
	},
	{
		name:  "no GPA was calculated",
		sql:   "update u_def_ext_students0 set simple_gpa = ' '",
		tells: `warn  gpa.simple: no student in scope has a value`,
	},
	{
		name: "rows are doubled with other GPAs",
		sql: "insert into u_def_ext_students0 select studentsdcid, '1.11', '1.11' from u_def_ext_students0 " +
			"where studentsdcid in (select dcid from students where SOME and grade_level > 8)",
		tells: `finding: simple_differs: `,
	},
	{
		name:   "GPAs are years old",
		config: "gpa: {source: classrank, simple: S, weighted: \"\"}",
		right: "create table classrank as select id studentid, 'S' gpamethod, '3.1' gpa, " +
			"timestamp '2026-06-01' dateranked, cast(null as varchar(9)) storecode from students",
		sql:   "update classrank set dateranked = timestamp '2023-06-01'",
		tells: `finding: simple_too_old: `,
	},
	{
		name:  "schools are blank",
		sql:   "update students set schoolid = null where SOME",
		tells: `finding: scope_unknown: `,
	},
	{
		name:   "a school has no year term",
		config: "attendance: {window: school_year}",
		sql:    "delete from terms where schoolid = SCHOOL",
		tells:  `finding: year_missing: `,
	},
	{
		name:   "the view is another mode's",
		config: "attendance: {view: ps_adaadm_meeting_ptod}",
		right: "create view ps_adaadm_meeting_ptod as select * from ps_adaadm_daily_ctod; " +
			"update attendance set att_mode_code = 'ATT_ModeMeeting'",
		sql:   "update attendance set att_mode_code = 'ATT_ModeDaily'",
		tells: `warn  how attendance is taken: attendance.view is ps_adaadm_meeting_ptod, but `,
	},
	{
		name: "all plans begin later",
		config: "facts: {p: {table: s_il_stu_plan504_x, column: participant, start: begins, end: ends}}\n" +
			oneTag,
		right: "alter table s_il_stu_plan504_x add begins timestamp default '1900-01-01', add ends timestamp",
		sql:   "update s_il_stu_plan504_x set begins = '2099-01-01'",
		tells: `warn  tags: no student would have P; `,
	},
	{
		name:  "attendance is that of next year",
		sql:   "update ps_adaadm_daily_ctod set calendardate = calendardate + interval '1 year'",
		tells: `finding: no_attendance: `,
	},
	{
		name:  "grades are blank",
		sql:   "update students set grade_level = null where SOME",
		tells: `finding: scope_unknown: `,
	},
	{
		name:  "the enrollment status is text",
		sql:   "alter table students alter enroll_status type varchar(9)",
		tells: `error: students: column students.enroll_status is VARCHAR, but a number is needed`,
	},
	{
		name: "a text is a number",
		sql: "alter table s_stu_crdc_x alter giftedtalentedprograms_yn type numeric " +
			"using case when giftedtalentedprograms_yn = 'Y' then 1 else 0 end",
		tells: `warn  fact gifted: the value 1 gives no tag; `,
	},
	{
		name:  "grades are text",
		sql:   "alter table students alter grade_level type varchar(9)",
		tells: `error: students: column students.grade_level is VARCHAR, but a number is needed`,
	},
	{
		name:  "nobody is enrolled",
		sql:   "update students set enroll_status = 2",
		tells: `error: read PowerSchool: no student is in scope`,
	},
}

const oneTag = `tags: [{name: P, detailed_name: P, description: P, when: {fact: p, is: "1"}}]`

// TestNothingIsSilent plants each corruption in districts after a clean night.
func TestNothingIsSilent(t *testing.T) {
	chance := soaktest.Rand(t)
	for range soaktest.Times(1, 20) {
		seed := chance.Uint64()
		for _, c := range corruptions {
			t.Run(fmt.Sprintf("%s in district %d", c.name, seed), func(t *testing.T) {
				t.Parallel()
				n := newNight(t, seed)
				tells := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(c.tells))
				if c.config != "" {
					n.configure(c.config)
					n.plant(c.right)
					if said := n.run() + n.check(); tells.MatchString(said) {
						t.Errorf("something begins with %q while all is right:\n%s", c.tells, said)
					}
				}

				n.plant(c.sql)
				if said := n.run() + n.check(); !tells.MatchString(said) {
					t.Errorf("nothing begins with %q in:\n%s", c.tells, said)
				}
			})
		}
	}
}

// told is a line about PowerSchool that a clean night has not.
var told = regexp.MustCompile(`(?m)^(finding|error|fail|` +
	`warn  (rows|fact|tags|gpa|days|absences|attendance|how|students|findings)).*`)

// TestCleanNightsSayNothing: two nights of a district in which nothing is wrong.
func TestCleanNightsSayNothing(t *testing.T) {
	chance := soaktest.Rand(t)
	for range soaktest.Times(3, 60) {
		seed := chance.Uint64()
		t.Run(fmt.Sprint("district ", seed), func(t *testing.T) {
			t.Parallel()
			n := newNight(t, seed)
			if err := n.district().NextDay(t.Context(), n.url.Owner); err != nil {
				t.Fatal(err)
			}
			n.clean()
			n.now = n.now.AddDate(0, 0, 1)

			said := n.run() + n.check()
			if line := told.FindString(said); line != "" {
				t.Errorf("a clean night says %q in:\n%s", line, said)
			}
		})
	}
}

// TestOpenProgramsStayOpen: an end date that becomes PowerSchool's blank date takes
// nothing away.
func TestOpenProgramsStayOpen(t *testing.T) {
	t.Parallel()
	n := newNight(t, 1)
	n.configure("facts:\n" +
		"  plan: {table: s_il_stu_plan504_x, column: participant, end: end_date}\n" +
		"  p: {table: spenrollments, student: studentid, end: exit_date}\n" + oneTag)
	n.plant("alter table s_il_stu_plan504_x add end_date timestamp; " +
		"create table spenrollments as select id studentid, 4 programid, cast(null as timestamp) exit_date " +
		"from students where mod(id, 3) = 0")
	digest := regexp.MustCompile(`(?m)^students' digest .*`)
	before := digest.FindString(n.run())

	postgrestest.Exec(t, n.url.Owner, `
		update s_il_stu_plan504_x set end_date = '1900-01-01';
		update spenrollments set exit_date = '1900-01-01'`)
	if after := digest.FindString(n.run()); after != before || before == "" {
		t.Errorf("got %q, want %q", after, before)
	}
}

// night is a district after its first, clean snapshot. The store is in the same
// database.
type night struct {
	*testing.T
	seed   uint64
	url    postgrestest.DB
	now    time.Time
	config string // the file's path
}

func newNight(t *testing.T, seed uint64) *night {
	n := &night{
		T:      t,
		seed:   seed,
		now:    sessiontest.LastDay.Add(28 * time.Hour), // that evening in Chicago
		config: filepath.Join(t.TempDir(), "schoolinks.yaml"),
	}
	n.configure("")

	n.url = postgrestest.Copy(t, fmt.Sprint("silent ", seed), func(owner string) error {
		n.url = postgrestest.DB{Owner: owner, Extract: owner}
		if err := n.district().Load(t.Context(), owner); err != nil {
			return err
		}
		n.clean()
		said := n.run() + n.check()
		if !strings.HasPrefix(said, "snapshot 1,") || told.MatchString(said) {
			return fmt.Errorf("the first night is not clean:\n%s", said)
		}
		return nil
	})
	return n
}

func (n *night) district() district.District {
	return district.District{
		Students: 300,
		Days:     50,
		Seed:     n.seed,
		LastDay:  sessiontest.LastDay,
	}
}

// clean mends what the generator makes awkward on purpose.
func (n *night) clean() {
	n.Helper()
	postgrestest.Exec(n, n.url.Owner, `
		update ps_adaadm_daily_ctod set attendancevalue = membershipvalue where attendancevalue is null;
		update u_def_ext_students0 set simple_gpa = null where simple_gpa = 'N/A'`)
}

func (n *night) configure(text string) {
	n.Helper()
	text += "\nschools: {17: North High School}\n" // the file must not be empty
	if err := os.WriteFile(n.config, []byte(text), 0o600); err != nil {
		n.Fatal(err)
	}
}

// plant changes the district, see corruption.sql.
func (n *night) plant(sql string) {
	n.Helper()
	const scope = "enroll_status = 0 and grade_level between 8 and 12 and schoolid <> 901"
	some := "dcid in (select dcid from students where " + scope +
		fmt.Sprintf(" order by md5(dcid || '%d') limit 5)", n.seed)
	school := fmt.Sprint(17 + n.seed%3)

	sql = strings.NewReplacer("SCHOOL", school, "SOME", some).Replace(sql)
	postgrestest.Exec(n, n.url.Owner, sql)
}

func (n *night) run() string   { return n.extract("run", "--quiet") }
func (n *night) check() string { return n.extract("check", "--quiet") }

// extract returns all that a command says, and its error.
func (n *night) extract(args ...string) string {
	n.Helper()
	env := map[string]string{
		"POWERSCHOOL_DRIVER":   "pgx",
		"POWERSCHOOL_PROD_DB":  n.url.Owner,
		"POWERSCHOOL_TIMEZONE": "America/Chicago",
		"DATABASE_URL":         n.url.Extract,
		"SCHOOLINKS_CONFIG":    n.config,
	}

	var said bytes.Buffer
	err := inProcess(context.Background(), cli.World{
		Args:   args,
		Env:    func(name string) (string, bool) { value, ok := env[name]; return value, ok },
		Stdout: &said,
		Stderr: &said,
		Now:    func() time.Time { return n.now },
		Local:  time.UTC,
	})
	var fault *schema.Fault
	if err != nil && !errors.As(err, &fault) {
		n.Fatal(err)
	}
	cli.Report(&said, err)
	return said.String()
}
