package config

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// refusal is a text that is not a configuration, and what its error and its hint
// say.
type refusal struct{ text, want, hint string }

const tag = "tags:\n- {name: A, detailed_name: B, description: C, when: {fact: iep, is: 1}}\n"

// tagWith is tag with one of its texts replaced.
func tagWith(before, after string) string { return strings.Replace(tag, before, after, 1) }

// rowTag is a tag with a condition on whether a table has a row of the student.
func rowTag(condition string) string {
	const fact = "facts: {x: {table: t, student: studentid}, c: {table: t, column: c}}\n"
	return fact + tagWith("{fact: iep, is: 1}", condition)
}

func TestStrict(t *testing.T) {
	for name, refusals := range map[string][]refusal{
		"keys":                 wrongKeys,
		"types":                wrongTypes,
		"units and ranges":     wrongRanges,
		"the source":           wrongSource,
		"GPAs":                 wrongGPA,
		"facts":                wrongFacts,
		"conditions of facts":  wrongWhere,
		"lookups of facts":     wrongLookups,
		"tags":                 wrongTags,
		"tags of rows":         wrongRowTags,
		"days and ranges":      wrongReadings,
		"delivery":             wrongDelivery,
		"documents and syntax": wrongSyntax,
	} {
		t.Run(name, func(t *testing.T) {
			for _, r := range refusals {
				r.check(t)
			}
		})
	}
}

func (r refusal) check(t *testing.T) {
	t.Helper()
	c, err := Parse("schoolinks.yaml", []byte(r.text))
	if err == nil {
		t.Errorf("got %+v, want %q for:\n%.200s", c, r.want, r.text)
		return
	}

	got := fault(t, err)
	if !strings.HasPrefix(got, "read schoolinks.yaml: ") {
		t.Errorf("got %q, want the file named for:\n%.200s", got, r.text)
	}
	if !strings.Contains(got, r.want) || !strings.Contains(got, r.hint) {
		t.Errorf("got %q, want %q and %q for:\n%.200s", got, r.want, r.hint, r.text)
	}
}

var wrongKeys = []refusal{
	{"student: {}", "line 1, column 1: student: unknown key", `did you mean "students"?`},
	{
		"students:\n  names: true\n  grade: [8]",
		"line 3, column 3: students.grade: unknown key",
		`did you mean "grades"?`,
	},
	{"csv: {qoute: all}", "line 1, column 7: csv.qoute: unknown key", `did you mean "quote"?`},
	{"csv: {zzzzzz: all}", "csv.zzzzzz: unknown key", "use quote"},
	{
		"facts: {x: {table: t, column: c, wheer: d}}",
		"line 1, column 34: facts.x.wheer: unknown key",
		`did you mean "where"?`,
	},
	{"guard: {lost: {percent: 5%}, pauses: []}", "guard.pauses: unknown key", "did you mean \"pause\"?"},
	{
		"guard: {pause: [{from: 2026-07-01, to: 2026-06-30, reason: roll-over}]}",
		"guard.pause[0].to: is before from",
		"the last day",
	},
	{
		"guard: {pause: [{from: July, to: 2026-07-31, reason: roll-over}]}",
		"guard.pause[0].from: is not a day",
		"2026-07-01",
	},
	{"guard: {pause: [{from: 2026-07-01, to: 2026-07-31}]}", "guard.pause[0].reason: must not be empty", ""},
	{"guard: {gpa_jump: {by: -1}}", "guard.gpa_jump.by: must be a number of zero or more", ""},
	{"csv: {quote: all}\ncsv: {quote: all}", "line 2, column 1: csv: duplicate key", "line 1"},
	{"csv: {quote: all, 'quote': all}", "csv.quote: duplicate key", "line 1"},
	{"schools: {17: a, \"17\": b}", "schools.17: duplicate key", "line 1"},
	{"schools: {north: a}", "schools.north: must be a whole number", ""},
	{"? [a]\n: b", "line 2, column 1", ""},
	{"<<: {csv: {}}", "line 1, column 1: a key must be plain text", ""},
	{"a: &x {b: 1}", "a: unknown key", ""},
	{"csv: &x {quote: all}", "line 1, column 1: csv: must be a mapping", ""},
	{"csv: {quote: *x}", "line 1", ""},
	{"csv: {quote: !!str all}", "csv.quote: must be a single value", ""},
}

var wrongTypes = []refusal{
	{"[]", "must be a mapping", ""},
	{"hello", "must be a mapping", ""},
	{"students: []", "line 1, column 1: students: must be a mapping", ""},
	{"students:", "students: no value", "remove the key"},
	{"csv: {quote: null}", "csv.quote: no value", "remove the key"},
	{"csv: {quote: ~}", "csv.quote: no value", "remove the key"},
	{"csv: {quote: }", "csv.quote: no value", "remove the key"},
	{"students:\n  grades:\n  -\n", "students.grades[0]: no value", ""},
	{"students: {grades: 8}", "students.grades: must be a list", ""},
	{"students: {grades: [8, nine]}", "line 1, column 24: students.grades[1]: must be a whole number", ""},
	{"students: {grades: [\"8\"]}", "students.grades[0]: must not be in quotes", ""},
	{"students: {grades: [8.0]}", "must be a whole number", ""},
	{"students: {grades: [08]}", "line 1, column 21: students.grades[0]: must be a whole number", "write 8"},
	{"students: {grades: [010]}", "must be a whole number", "write 10"},
	{"students: {grades: [\"09\"]}", "must be a whole number", "write 9"},
	{"students: {grades: [00]}", "must be a whole number", "write 0"},
	{"students: {grades: [9th]}", "must be a whole number", "write 9"},
	{"students: {grades: [Grade 9]}", "must be a whole number", "write 9"},
	{"students: {grades: [9, K]}", "students.grades[1]: must be a whole number", "write 0, which is kindergarten"},
	{"students: {grades: [\"KG\"]}", "must be a whole number", "write 0"},
	{"students: {grades: [PK]}", "must be a whole number", "write -1 or -2"},
	{"students: {grades: [PK3]}", "must be a whole number", "write -1 or -2"},
	{"students: {grades: [pre-k]}", "must be a whole number", "write -1 or -2"},
	{"students: {enroll_status: [00]}", "must be a whole number", "write a whole number"},
	{"students: {grades: [0x8]}", "must be a whole number", ""},
	{"students: {grades: [1_0]}", "must be a whole number", ""},
	{"students: {grades: [99999999999999999999]}", "must be a whole number", ""},
	{"students: {grades: [[8]]}", "must be a single value", ""},
	{"students: {names: yes}", "students.names: must be true or false", ""},
	{"students: {names: \"true\"}", "must not be in quotes", ""},
	{"students: {names: 1}", "must be true or false", ""},
	{"csv: {quote: [all]}", "must be a single value", ""},
	{"csv: {quote: {a: b}}", "must be a single value", ""},
	{"schools: {17: \"a\\nb\"}", "schools.17: must be one line of text", ""},
}

var wrongRanges = []refusal{
	{"powerschool: {timeout: 10}", "powerschool.timeout: must be a duration", "10m"},
	{"powerschool: {timeout: 10 minutes}", "must be a duration", ""},
	{"powerschool: {timeout: 0s}", "must be a duration", ""},
	{"powerschool: {timeout: -1m}", "must be a duration", ""},
	{"run: {timeout: 999ms}", "line 1, column 16: run.timeout: must be from 1s to 24h", "45m"},
	{"run: {timeout: 25h}", "run.timeout: must be from 1s to 24h", ""},
	{"run: {timeout: 0s}", "run.timeout: must be a duration", ""},
	{"guard: {snapshot_max_age: 2d}", "guard.snapshot_max_age: must be a duration", ""},
	{"guard: {lost: {percent: 5}}", "guard.lost.percent: must be a percentage", "5%"},
	{"guard: {lost: {percent: 0.05}}", "must be a percentage", ""},
	{"guard: {lost: {percent: 101%}}", "must be a percentage", ""},
	{"guard: {lost: {percent: -5%}}", "must be a percentage", ""},
	{"guard: {lost: {percent: 5 %}}", "must be a percentage", ""},
	{"guard: {lost: {percent: NaN%}}", "must be a percentage", ""},
	{"guard: {lost: 5%}", "guard.lost: must be a mapping", ""},
	{"guard: {lost: {rows: -1}}", "guard.lost.rows: must be from 0", ""},
	{"guard: {vanished: {tag: 0}}", "guard.vanished.tag: must be from 1", ""},
	{"sftp: {port: 0}", "line 1, column 14: sftp.port: must be from 1 to 65535", ""},
	{"sftp: {port: 65536}", "sftp.port: must be from 1 to 65535", ""},
}

var wrongSource = []refusal{
	{"powerschool: {driver: oracle}", "powerschool.driver: unknown value", "godror"},
	{
		"powerschool: {timezone: Central}",
		"line 1, column 25: powerschool.timezone: unknown time zone",
		"America/Chicago",
	},
	{"powerschool: {timezone: Central Standard Time}", "unknown time zone", "write America/Chicago, which is"},
	{"powerschool: {timezone: \"\"}", "unknown time zone", ""},
	{"students: {enroll_status: []}", "students.enroll_status: must not be empty", ""},
	{"students: {grades: []}", "students.grades: must not be empty", ""},
	{"students: {identifier: state_id}", "students.identifier: unknown value", "state_studentnumber"},
	{"students: {shared_number: omitt}", "unknown value", `did you mean "omit"?`},
	{"attendance: {window: schoolyear}", "attendance.window: unknown value", `did you mean "school_year"?`},
	{"attendance: {scale: percentage}", "attendance.scale: unknown value", ""},
	{"attendance: {decimals: 16}", "line 1, column 24: attendance.decimals: must be from 0 to 15", ""},
	{"attendance: {decimals: }", "attendance.decimals: no value", ""},
	{"attendance: {decimals: two}", "attendance.decimals: must be a whole number", ""},
	{"attendance: {through: today}", "attendance.through: unknown value", "now, yesterday"},
	{"attendance: {view: \"a; drop\"}", "attendance.view: is not a name", ""},
	{"attendance: {view: a.b.c}", "attendance.view: is not a name", ""},
}

var wrongGPA = []refusal{
	{"gpa: {table: \"\"}", "gpa.table: must not be empty", ""},
	{"gpa: {simple: a.b}", "gpa.simple: is not a name", ""},
	{"gpa: {source: students, weighted: \"\"}", "line 1, column 1: gpa.simple: is missing", ""},
	{
		"gpa: {source: classrank, simple: s, weighted: w, table: t}",
		"gpa.table: cannot be combined with source classrank",
		"remove it",
	},
	{"gpa: {source: x}", "gpa.source: unknown value", "classrank"},
	{"gpa: {simple: \"\", weighted: \"\"}", "gpa.simple: must not be empty", ""},
	{"gpa: {simple: \"\", require: both}", "gpa.require: both GPAs are required, but one of them is not read", "any"},
	{"gpa: {decimals: -1}", "gpa.decimals: must be from 0 to 15", ""},
	{"gpa: {require: one}", "gpa.require: unknown value", "any"},
}

var wrongFacts = []refusal{
	{"facts: {x: {table: t}}", "line 1, column 9: facts.x.column: is missing", ""},
	{"facts: {\"x y\": {table: t, column: c}}", "facts.x y: is not a name", ""},
	{
		"facts: {x: {table: t, column: c, where: [{column: d, is: e}]}}",
		"line 1, column 34: facts.x.where: needs student",
		"studentid",
	},
	{
		"facts: {x: {table: t, column: c, student: studentid}}",
		"line 1, column 31: facts.x.column: cannot be combined with student",
		"",
	},
	{"facts: {x: {table: t, student: sid}}", "facts.x.student: unknown value", "studentid"},
	{"facts: {x: {table: t, student: studentid, where: []}}", "facts.x.where: must not be empty", ""},
	{
		"facts: {x: {table: t, student: studentid, where: [{is: 1}]}}",
		"line 1, column 51: facts.x.where[0].column: is missing",
		"",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c}]}}",
		"facts.x.where[0].is: is missing",
		"add one of: is, in, prefix, contains, not_blank",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, is: 1, in: [2]}]}}",
		"line 1, column 70: facts.x.where[0].in: cannot be combined with is",
		"",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, in: [2, \" \"]}]}}",
		"facts.x.where[0].in[1]: must not be empty",
		"",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, prefix: \"\"}]}}",
		"facts.x.where[0].prefix: must not be empty",
		"",
	},
	{"facts: {x: {table: t, student: studentid, lookup: {on: p}}}", "facts.x.lookup.table: is missing", ""},
	{
		"facts: {x: {table: t, student: studentid, lookup: {table: gen, on: p, where: [{column: \"n m\", is: 1}]}}}",
		"facts.x.lookup.where[0].column: is not a name",
		"",
	},
	{"facts: {x: {table: t, column: c, start: \"a b\"}}", "facts.x.start: is not a name", ""},
	{"facts: {x: {table: t, column: c, start: \"\"}}", "facts.x.start: must not be empty", ""},
	{"facts: {x: {table: t, column: c, grace_days: 3}}", "facts.x.grace_days: needs end", ""},
	{"facts: {x: {table: t, column: c, end: e, grace_days: 400}}", "facts.x.grace_days: must be from 0 to 366", ""},
}

var wrongWhere = []refusal{
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, contains: \" \"}]}}",
		"line 1, column 73: facts.x.where[0].contains: must not be empty",
		"",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, contains: a, prefix: b}]}}",
		"facts.x.where[0].contains: cannot be combined with prefix",
		"keep one of them",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, contains: [a, b]}]}}",
		"facts.x.where[0].contains: must be a single value",
		"",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, not: true}]}}",
		"facts.x.where[0].is: is missing",
		"add one of: is, in, prefix, contains, not_blank",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, is: a, not: \"true\"}]}}",
		"facts.x.where[0].not: must not be in quotes",
		"remove the quotes",
	},
	{
		"facts: {x: {table: t, student: studentid, where: [{column: c, is: a, not: b}]}}",
		"facts.x.where[0].not: must be true or false",
		"",
	},
	{
		"facts: {x: {table: t, column: c}}\ntags:\n" +
			"- {name: A, detailed_name: B, description: C, when: {fact: x, contains: a}}",
		"tags[0].when.contains: unknown key",
		"",
	},
}

var wrongLookups = []refusal{
	{"facts: {x: {table: t, student: studentid, lookup: []}}", "facts.x.lookup: must not be empty", ""},
	{"facts: {x: {table: t, student: studentid, lookup: gen}}", "facts.x.lookup: must be a mapping", ""},
	{"facts: {x: {table: t, student: studentid, lookup: [gen]}}", "facts.x.lookup[0]: must be a mapping", ""},
	{
		"facts: {x: {table: t, student: studentid, lookup: [{table: gen, on: p}, {on: p}]}}",
		"facts.x.lookup[1].table: is missing",
		"",
	},
	{
		"facts: {x: {table: t, student: studentid, lookup: [{table: gen, on: p, kye: id}]}}",
		"line 1, column 72: facts.x.lookup[0].kye: unknown key",
		`did you mean "key"?`,
	},
	{
		"facts: {x: {table: t, student: studentid, lookup: [{table: gen, on: p, where: [{column: n, is: \" \"}]}]}}",
		"facts.x.lookup[0].where[0].is: must not be empty",
		"",
	},
	{"facts: {x: {table: t, column: c, lookup: [{table: gen, on: p}]}}", "facts.x.lookup: needs student", "studentid"},
}

var wrongTags = []refusal{
	{
		"facts: {x: {table: t, column: c}}",
		"line 1, column 1: facts: a default tag needs the fact",
		"write tags as well",
	},
	{"facts: {}", "facts: a default tag needs the fact", "write tags as well"},
	{"tags: []", "tags: must not be empty", ""},
	{tagWith("iep", "ipe"), "line 2, column 60: tags[0].when.fact: no such fact", `did you mean "iep"?`},
	{"facts: {}\n" + tag, "tags[0].when.fact: no such fact", "define it under facts"},
	{tagWith("name: A, ", ""), "tags[0].name: is missing", ""},
	{tagWith("A", `""`), "tags[0].name: must not be empty", ""},
	{tagWith(", description: C", ""), "line 2, column 3: tags[0].description: is missing", ""},
	{tagWith(", is: 1", ""), "tags[0].when.is: is missing", ""},
	{tagWith(", when: {fact: iep, is: 1}", ""), "tags[0].when.fact: is missing", ""},
	{tagWith("is: 1", `is: " "`), "tags[0].when.is: must not be empty", ""},
	{tagWith("is: 1", "is: 1, in: [2]"), "line 2, column 72: tags[0].when.in: cannot be combined with is", "keep one"},
	{tagWith("is: 1", "in: []"), "tags[0].when.in: must not be empty", ""},
	{tagWith("is: 1", `not_in: [1, " "]`), "tags[0].when.not_in[1]: must not be empty", ""},
	{tagWith("is: 1", "not_blank: false"), "tags[0].when.not_blank: must be true", ""},
	{tagWith("is: 1", "all: [{fact: lep, is: 1}]"), "tags[0].when.fact: cannot be combined with all", ""},
	{tagWith("fact: iep, is: 1", "all: []"), "tags[0].when.all: must not be empty", ""},
	{
		tagWith("fact: iep, is: 1", "any: [{fact: lep, is: 1}, {all: [{fact: lepp, is: 1}]}]"),
		"line 2, column 94: tags[0].when.any[1].all[0].fact: no such fact",
		`did you mean "lep"?`,
	},
	{tagWith("fact: iep, is: 1", "any: [{fact: lep}]"), "tags[0].when.any[0].is: is missing", "not_blank"},
	{tagWith("fact: iep, is: 1", "any: [{is: 1}]"), "tags[0].when.any[0].fact: is missing", ""},
	{
		tag + "- {name: A, detailed_name: B, description: C, when: {fact: iep, is: 1}}\n",
		"line 3, column 10: tags[1].name: duplicate tag",
		"",
	},
}

// A condition on a fact that is 1 or 0 must tell the students with a row from the
// others.
var wrongRowTags = []refusal{
	{
		rowTag("{fact: x, not_blank: true}"),
		"line 3, column 47: tags[0].when: would give the tag to everybody: the fact is 1 for a student with such a row",
		`write is: "1"`,
	},
	{rowTag("{fact: x, not_in: [N]}"), "tags[0].when: would give the tag to everybody", `write is: "1"`},
	{rowTag("{fact: x, not_in: [0, 1]}"), "tags[0].when: would give the tag to nobody", ""},
	{rowTag("{fact: x, is: Y}"), "tags[0].when: would give the tag to nobody", `write is: "1"`},
	{rowTag("{fact: x, is: \"true\"}"), "tags[0].when: would give the tag to nobody", ""},
	{rowTag("{fact: x, in: [\"0\", \"1\"]}"), "tags[0].when: would give the tag to everybody", ""},
	{rowTag(`{any: [{fact: x, is: 1}, {fact: x, is: "0"}]}`), "tags[0].when: would give the tag to everybody", ""},
	{rowTag(`{all: [{fact: x, is: 1}, {fact: x, is: "0"}]}`), "tags[0].when: would give the tag to nobody", ""},
	{rowTag("{fact: x, in: [Y, J]}"), "tags[0].when: would give the tag to nobody", ""},
	{
		rowTag("{all: [{fact: c, is: a}, {fact: x, is: Y}]}"),
		"tags[0].when.all[1]: would give the tag to nobody",
		`write is: "1"`,
	},
	{
		rowTag("{any: [{fact: c, is: a}, {all: [{fact: x, not_blank: true}]}]}"),
		"tags[0].when.any[1].all[0]: would give the tag to everybody",
		`write is: "1"`,
	},
}

// TestRowTags: conditions that tell students with a row from the others are allowed, and so is any condition on a
// fact that is a value.
func TestRowTags(t *testing.T) {
	for _, condition := range []string{
		`{fact: x, is: 1}`,
		`{fact: x, is: "0"}`,
		`{fact: x, is: 1.0}`,
		`{fact: x, in: [1, Y]}`,
		`{fact: x, not_in: ["0"]}`,
		`{fact: x, not_in: [1, N]}`,
		`{all: [{fact: x, is: 1}, {fact: c, not_blank: true}]}`,
		`{any: [{fact: x, is: 1}, {fact: c, not_in: [N]}]}`,
	} {
		if _, err := Parse("schoolinks.yaml", []byte(rowTag(condition))); err != nil {
			t.Errorf("%s: got %v, want no error", condition, err)
		}
	}
}

var wrongReadings = []refusal{
	{"attendance: {stale_after: 30}", "line 1, column 27: attendance.stale_after: must be a number of days", "30d"},
	{"attendance: {stale_after: 720h}", "attendance.stale_after: must be a number of days", "30d"},
	{"attendance: {stale_after: 0d}", "attendance.stale_after: must be a number of days", ""},
	{"attendance: {stale_after: -1d}", "attendance.stale_after: must be a number of days", ""},
	{"attendance: {stale_after: 1.5d}", "attendance.stale_after: must be a number of days", ""},
	{"attendance: {stale_after: 3661d}", "attendance.stale_after: must be a number of days", ""},
	{"attendance: {stale_after: any}", "attendance.stale_after: must be a number of days", "none"},
	{"attendance: {stale_after: false}", "attendance.stale_after: must be a number of days", ""},
	{"attendance: {members_only: 1}", "attendance.members_only: must be true or false", ""},
	{"attendance: {unrecorded: present}", "attendance.unrecorded: unknown value", "exclude, absent"},
	{"attendance: {bounded: 400d}", "attendance.bounded: must be true or false", ""},

	{"gpa: {max_age: 400}", "gpa.max_age: must be a number of days", "30d"},
	{"gpa: {range: 5}", "line 1, column 14: gpa.range: must be the least and the greatest value", "0..5"},
	{"gpa: {range: 5..0}", "gpa.range: must be the least and the greatest value", ""},
	{"gpa: {range: 5..5}", "gpa.range: must be the least and the greatest value", ""},
	{"gpa: {range: 0..}", "gpa.range: must be the least and the greatest value", ""},
	{"gpa: {range: -1..5}", "gpa.range: must be the least and the greatest value", ""},
	{"gpa: {range: [0, 5]}", "gpa.range: must be a single value", ""},
	{"gpa: {store_code: Q1}", "gpa.store_code: cannot be combined with source extension", "remove it"},

	{"powerschool: {blank_date: 1/1/1900}", "line 1, column 27: powerschool.blank_date: is not a day", "or none"},
	{"powerschool: {blank_date: 1900-02-30}", "powerschool.blank_date: is not a day", ""},
	{"powerschool: {blank_date: \"\"}", "powerschool.blank_date: is not a day", ""},
	{"powerschool: {schema: a.b}", "powerschool.schema: is not a name", ""},
	{"powerschool: {schema: \"ps;\"}", "powerschool.schema: is not a name", ""},
}

// TestReadings: these texts are read, and mean what they say.
func TestReadings(t *testing.T) {
	c := parse(t, `
powerschool: {blank_date: 1899-12-30, schema: PS}
attendance: {stale_after: 3660d}
gpa: {source: classrank, simple: S, weighted: W, max_age: 1d, range: 0.5..5}
`)
	s := c.Settings()
	if s.BlankDate != "1899-12-30" || s.Schema != "ps" || s.Attendance.StaleAfter != 3660 || s.GPA.MaxAge != 1 {
		t.Errorf("got %+v", s)
	}
	if want := (schema.GPARange{Least: "0.5", Greatest: "5"}); s.GPA.Range == nil || *s.GPA.Range != want {
		t.Errorf("got the range %v, want %v", s.GPA.Range, want)
	}

	c = parse(t, `
powerschool: {blank_date: none, schema: ""}
attendance: {stale_after: none}
gpa: {source: classrank, simple: S, weighted: W, max_age: none, range: any}
`)
	s = c.Settings()
	if s.BlankDate != "" || s.Schema != "" || s.Attendance.StaleAfter != 0 || s.GPA.MaxAge != 0 {
		t.Errorf("with none: got %+v", s)
	}
	if s.GPA.Range == nil || *s.GPA.Range != (schema.GPARange{}) {
		t.Errorf("with any: got the range %v, want the empty one", s.GPA.Range)
	}
}

// TestNamesInAnyCase: Oracle knows tables and columns in any case, and so does the configuration.
func TestNamesInAnyCase(t *testing.T) {
	c := parse(t, `
facts:
  x: {table: SPENROLLMENTS, student: StudentID}
  y: {table: S_IL_STU_X, student: StudentsDCID}
tags: [{name: A, detailed_name: B, description: C, when: {fact: x, is: 1}}]
`)

	facts := c.Settings().Facts
	got := []string{facts[0].Table, facts[0].Student, facts[1].Table, facts[1].Student}
	want := []string{"spenrollments", "studentid", "s_il_stu_x", "studentsdcid"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestReservedWords: a name that SQL reserves is refused by the key that has it, before PowerSchool is asked.
func TestReservedWords(t *testing.T) {
	for _, r := range []struct{ fact, key string }{
		{`{table: s_il_stu_x, column: end}`, "facts.x.column: end"},
		{`{table: s_il_stu_x, column: c, start: Start, end: e}`, "facts.x.start: start"},
		{`{table: user, student: studentid}`, "facts.x.table: user"},
		{`{table: t, student: studentid, where: [{column: LEVEL, is: 1}]}`, "facts.x.where[0].column: level"},
		{`{table: t, student: studentid, lookup: {table: gen, on: date}}`, "facts.x.lookup.on: date"},
		{`{table: t, student: studentid, lookup: [{table: a, on: b}, {table: c, on: to}]}`, "facts.x.lookup[1].on: to"},
	} {
		c := parse(t, "facts: {x: "+r.fact+"}\ntags: []\nfiles: {tags: {enabled: false}}")
		_, err := powerschool.New(powerschool.Driver{}, c.Settings())
		named := err != nil && strings.HasPrefix(err.Error(), r.key+" is a reserved word")
		if !named || schema.KindOf(err) != schema.Config {
			t.Errorf("%s: got %v, want a configuration fault of %s", r.fact, err, r.key)
		}
	}
}

var wrongDelivery = []refusal{
	{"files: {gpa: {name: ../gpa.csv}}", "files.gpa.name: must be a plain file name", ""},
	{"files: {gpa: {name: .gpa.csv}}", "must be a plain file name", ""},
	{"files: {gpa: {name: \"\"}}", "must be a plain file name", ""},
	{"files: {gpa: {name: " + strings.Repeat("a", 101) + "}}", "must be a plain file name", ""},
	{"files: {gpa: {name: student_tags.csv}}", "duplicate file name", ""},
	{"files: {gpa: {name: STUDENT_TAGS.csv}}", "duplicate file name", ""},
	{"files:\n  gpa: {name: nul.csv}", "line 2, column 15: files.gpa.name: is a name that Windows reserves", ""},
	{"files: {gpa: {name: COM1}}", "files.gpa.name: is a name that Windows reserves", ""},
	{"files: {gpa: {name: gpa.csv.}}", "files.gpa.name: ends in a dot or a space", ""},
	{"report: {dir: out/aux}", "report.dir: is a name that Windows reserves", ""},
	{"report: {dir: \"a?\"}", "report.dir: has a control character or one of", ""},
	{"sftp: {known_hosts: con}", "sftp.known_hosts: is a name that Windows reserves", ""},
	{"files: {gpa: {when_empty: send}}", "files.gpa.when_empty: unknown value", "skip"},
	{"csv: {quote: none}", "csv.quote: unknown value", "all, minimal"},
	{"sftp: {directory: \"\"}", "sftp.directory: must not be empty", ""},
	{"sftp: {directory: /a/../b}", "sftp.directory: must not contain ..", ""},
	{"sftp: {stage_directory: ..}", "sftp.stage_directory: must not contain ..", ""},
	{"sftp: {known_hosts: \"\"}", "sftp.known_hosts: must not be empty", ""},
	{"sftp: {probe_directory: /automated/}", "sftp.probe_directory: must not be sftp.directory", ""},
	{"sftp: {upload: fast}", "sftp.upload: unknown value", "atomic"},
	{"sftp: {verify: none}", "sftp.verify: unknown value", "hash"},
	{"keep: {last: -1}", "keep.last: must be from 0 to 100000", ""},
	{"keep: {daily: -1}", "keep.daily: must be from 0", ""},
	{"keep: {weekly: -1}", "keep.weekly: must be from 0", ""},
	{"keep: {monthly: 100001}", "keep.monthly: must be from 0 to 100000", ""},
	{"keep: {daily: 30d}", "keep.daily: must be a whole number", ""},
	{"keep: {yearly: 3}", "keep.yearly: unknown key", "use one of: "},
}

var wrongSyntax = []refusal{
	{"csv: {}\n---\ncsv: {}\n", "line 2, column 1: a second YAML document", "---"},
	{"csv: {quote: all", "line 1", ""},
	{"csv:\n\tquote: all\n", "line 2", ""},
	{"csv: quote: all\n", "line 1", ""},
	{"\"csv: {}\n", "line 1", ""},
	{"csv: \xff", "is not UTF-8", ""},
	{"\xff\xfec\x00", "is not UTF-8", ""},
	{"csv: \x00", "is not UTF-8", ""},
	{strings.Repeat("#", maxSize+1), "at most 256 KiB", ""},
}

func TestNoTagsWhereNoneArePublished(t *testing.T) {
	c := parse(t, "facts: {}\ntags: []\nfiles: {tags: {enabled: false}}")
	if len(c.Settings().Facts) != 0 || len(c.Rules().Tags) != 0 {
		t.Errorf("got %+v", c)
	}
}

func FuzzParse(f *testing.F) {
	script, err := os.ReadFile("../../../examples/d118-script.yaml")
	if err != nil {
		f.Fatal(err)
	}

	for _, seed := range []string{
		everything,
		string(script),
		"a: &a [*a]",
		"? a\n: b",
		"!!map {}",
		"- -",
		"{a: [}",
		"|\n a",
		"%YAML 1.2\n---\na: b",
		"<<: *a",
	} {
		f.Add([]byte(seed))
	}

	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := Parse("fuzz.yaml", text)
		if (c == nil) == (err == nil) {
			t.Fatalf("got %v and %v, want one of them", c, err)
		}
		if err != nil {
			if schema.KindOf(err) != schema.Config || strings.ContainsAny(err.Error(), "\r\n") {
				t.Fatalf("got %q, want a configuration fault of one line", err)
			}
			return
		}

		c.Settings()
		c.Rules()
	})
}
