package config

import (
	"errors"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// everything is the default configuration, written out.
const everything = `
powerschool: {driver: godror, timezone: Local, timeout: 10m}
students:    {enroll_status: [0], grades: [8, 9, 10, 11, 12], exclude_schools: [901], identifier: student_number, names: false, shared_number: omit}
schools:     {}
attendance:  {view: ps_adaadm_daily_ctod, window: fte, through: now, omit_zero: false, scale: fraction}
gpa:         {source: extension, table: u_def_ext_students0, simple: simple_gpa, weighted: weighted_gpa, require: any, omit_zero: true}
facts:
  iep:         {table: s_il_stu_x, column: iep}
  section_504: {table: s_il_stu_plan504_x, column: participant}
  lep:         {table: s_il_stu_x, column: lep}
  lii:         {table: s_il_stu_x, column: lii}
  gifted:      {table: s_stu_crdc_x, column: giftedtalentedprograms_yn}
tags:
  - {name: IEP, detailed_name: Individualized Education Plan, description: Student with IDEA Services, when: {fact: iep, is: "1"}}
  - {name: 504, detailed_name: Section 504, description: Student with 504 Accomodation, when: {fact: section_504, is: 1}}
  - {name: EL, detailed_name: English Learner, description: Low English Proficiency Learner, when: {fact: lep, is: "1"}}
  - {name: LI, detailed_name: Low Income, description: Low Income/Economically Disadvantaged Family, when: {fact: lii, is: "1"}}
  - {name: GFT, detailed_name: Gifted & Talented, description: Student in Gifted or Talented Program, when: {fact: gifted, is: Y}}
files:
  attendance: {enabled: true, name: attendance_percentage.csv, when_empty: skip}
  gpa:        {enabled: true, name: gpa.csv, when_empty: hold}
  tags:       {enabled: true, name: student_tags.csv, when_empty: hold}
csv:         {quote: all}
guard:
  lost: {percent: 5%, rows: 3}
  left: {percent: 10%, rows: 10}
  added: {percent: 20%, rows: 10}
  vanished: {tag: 3, school: 10, tag_in_school: 5}
  gpa_jump: {percent: 25%, by: 0.5, rows: 10}
  attendance_shift: {points: 5, days: 10}
  cumulative: {percent: 15%, deliveries: 7}
  snapshot_max_age: 26h
  approval_ttl: 96h
  pause: []
report: {dir: "", keep: 336h}
sftp: {port: 22, directory: /automated, stage_directory: "", probe_directory: /other, known_hosts: known_hosts, upload: atomic, verify: hash, timeout: 5m}
keep: {last: 7, daily: 30, weekly: 13, monthly: 24}
`

func parse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse("schoolinks.yaml", []byte(text))
	if err != nil {
		t.Fatalf("got error %v for:\n%s", err, text)
	}
	return c
}

func TestDefaults(t *testing.T) {
	for _, text := range []string{
		"", "\ufeff", "\n\n", "# nothing\n", "---\n", "--- # nothing\n", "{}", "null\n", everything,
		"\ufeff" + everything, strings.ReplaceAll(everything, "\n", "\r\n"), everything + "...\n",
	} {
		if diff := cmp.Diff(Default(), parse(t, text)); diff != "" {
			t.Errorf("differs from the defaults (-default +got):\n%s\nfor:\n%s", diff, text)
		}
	}
}

// TestDefaultTextHasEveryKey holds the file that people begin with against the
// defaults and the keys that there are. Those without a default stand in its
// comments.
func TestDefaultTextHasEveryKey(t *testing.T) {
	if diff := cmp.Diff(Default(), parse(t, DefaultText())); diff != "" {
		t.Errorf("differs from the defaults (-default +text):\n%s", diff)
	}
	for _, key := range keys(reflect.TypeFor[Config](), nil) {
		if !regexp.MustCompile(`\b` + key + `:`).MatchString(DefaultText()) {
			t.Errorf("the key %s is not in it", key)
		}
	}
}

// keys returns the names of all keys of a structure and of those in it. A
// condition can hold conditions: above are the structures that it is in.
func keys(in reflect.Type, above []reflect.Type) (names []string) {
	settings := reflect.New(in).Elem()
	if in == reflect.TypeFor[guard.Guard]() {
		settings.Set(reflect.ValueOf(guard.New()))
	}
	if sections, ok := sectionsOf(settings); ok {
		for _, s := range sections {
			names = append(append(names, s.key), keys(s.value.Type(), above)...)
		}
		return names
	}

	switch in.Kind() {
	case reflect.Struct:
		if slices.Contains(above, in) {
			return nil
		}
		for i := range in.NumField() {
			names = append(names, in.Field(i).Tag.Get("yaml"))
			names = append(names, keys(in.Field(i).Type, append(above, in))...)
		}
	case reflect.Map, reflect.Slice:
		return keys(in.Elem(), above)
	}
	return names
}

func TestMappingsMergeFactsAndTagsReplace(t *testing.T) {
	got := parse(t, `
gpa: {require: both}
guard: {lost: {rows: 7}}
files: {gpa: {enabled: false}}
schools: {17: North High School, 18: 0504}
students: {exclude_schools: [], grades: [-1]}
facts: {ell: {table: dwa.s_wa_stu_x, column: ELL}}
tags:
- name: EL
  detailed_name: English Learner
  description: ""
  when: {fact: ell, is: yes}
`)
	want := Default()
	want.GPA.Require = files.Both
	lost(t, want.Guard).Rows = 7
	gpa := want.Files["gpa"]
	gpa.Enabled = false
	want.Files["gpa"] = gpa
	want.Schools = map[int64]string{17: "North High School", 18: "0504"}
	want.Students.ExcludeSchools, want.Students.Grades = []int64{}, []int64{-1}
	want.Facts = map[string]Fact{"ell": {Table: "dwa.s_wa_stu_x", Column: "ELL"}}
	want.Tags = []Tag{{"EL", "English Learner", "", When{Fact: "ell", Is: "yes"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// lost returns the limit on rows lost.
func lost(t *testing.T, g guard.Guard) *guard.Lost {
	for _, limit := range g.Limits {
		if l, ok := limit.(*guard.Lost); ok {
			return l
		}
	}
	t.Fatal("there is no limit on rows lost")
	return nil
}

func TestTextIsKeptAsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"1": "1", `"1"`: "1", "'1'": "1", "1.0": "1.0", "0504": "0504", "0o17": "0o17", "0x1F": "0x1F", "+1": "+1",
		"1_000": "1_000", "1e3": "1e3", ".5": ".5", "1.": "1.", "-0": "-0", "yes": "yes", "Y": "Y", "n": "n", "on": "on",
		"true": "true", "False": "False", "TRUE": "TRUE", ".inf": ".inf", "-.Inf": "-.Inf", ".nan": ".nan",
		"2026-11-23": "2026-11-23", "12:30": "12:30", `"a\tb"`: "", "a b": "a b", `"null"`: "null", "'it''s'": "it's",
		"\"\\u00e9\"": "é", "Gifted & Talented": "Gifted & Talented", "a#b": "a#b", "5%": "5%", "1 # one": "1",
		"|\n        Y\n": "Y", "0b11": "0b11", "1,5": "1,5", "\"N\\/A\"": "N/A",
	} {
		text := "tags:\n  - name: A\n    detailed_name: B\n    description: C\n    when:\n      fact: iep\n      is: " + written + "\n"
		c, err := Parse("schoolinks.yaml", []byte(text))
		if want == "" {
			if err == nil {
				t.Errorf("is: %s: got %q, want an error", written, c.Tags[0].When.Is)
			}
			continue
		}
		if err != nil || c.Tags[0].When.Is != want {
			t.Errorf("is: %s: got %v, %v, want %q", written, c, err, want)
		}
	}
}

func TestConversions(t *testing.T) {
	c := parse(t, `
students: {grades: [12, 9, 9]}
files: {gpa: {enabled: false}}
sftp: {port: 2222, upload: direct}
`)
	q := c.Settings()
	var names []string
	for _, f := range q.Facts {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"gifted", "iep", "lep", "lii", "section_504"}, names); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int64{9, 12}, q.Grades); diff != "" {
		t.Errorf("grades (-want +got):\n%s", diff)
	}
	r := c.Rules()
	enabled := []files.FileRule{
		{Kind: "attendance", Name: "attendance_percentage.csv", WhenEmpty: files.Skip},
		{Kind: "tags", Name: "student_tags.csv", WhenEmpty: files.HoldEmpty},
	}
	if diff := cmp.Diff(enabled, r.Files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	gifted := files.Tag{
		Name: "GFT", DetailedName: "Gifted & Talented", Description: "Student in Gifted or Talented Program",
		When: files.Condition{Fact: "gifted", Is: "Y"},
	}
	if diff := cmp.Diff(gifted, r.Tags[4]); diff != "" {
		t.Errorf("tag (-want +got):\n%s", diff)
	}
	if got, want := c.Retention(), (extract.Retention{Last: 7, Daily: 30, Weekly: 13, Monthly: 24}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	server := c.Server(Account{Host: "sftp.example.org", User: "d118"})
	if server.Port != 2222 || server.Upload != sftp.Direct || server.Host != "sftp.example.org" || server.Directory != "/automated" {
		t.Errorf("got server %+v", server)
	}
	if port := c.Server(Account{Port: 23}).Port; port != 23 {
		t.Errorf("got port %d, want that of the address, 23", port)
	}
}

func TestScriptExample(t *testing.T) {
	c, _, err := Load("../../../examples/d118-script.yaml", environment())
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Attendance.OmitZero = true
	want.GPA.Require = files.Both
	want.Students.SharedNumber = files.Keep
	want.CSV.Quote = files.QuoteMinimal
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLoad(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("flag.yaml", "csv: {quote: minimal}")
	write("env.yaml", "report: {dir: reports}")
	write("empty.yaml", " \n")
	write("comment.yaml", "# all defaults\n")
	variable := environment("SCHOOLINKS_CONFIG=env.yaml")
	none := environment("SCHOOLINKS_CONFIG=")

	for _, test := range []struct {
		flag, here string // here is what ./schoolinks.yaml holds, "-" without one
		env        Env
		path       string
		want       func(*Config)
		err        string
	}{
		{flag: "flag.yaml", here: "-", env: variable, path: "flag.yaml", want: func(c *Config) { c.CSV.Quote = files.QuoteMinimal }},
		{here: "keep: {last: 1}", env: variable, path: "env.yaml", want: func(c *Config) { c.Report.Dir = "reports" }},
		{here: "keep: {last: 1}", env: none, path: "schoolinks.yaml", want: func(c *Config) { c.Keep.Last = 1 }},
		{here: "", env: none, path: "schoolinks.yaml", want: func(*Config) {}},
		{here: "-", env: none, want: func(*Config) {}},
		{flag: "comment.yaml", here: "-", env: none, path: "comment.yaml", want: func(*Config) {}},
		{flag: "empty.yaml", here: "-", env: none, path: "empty.yaml", err: "read empty.yaml: the file is empty"},
		{here: "-", env: environment("SCHOOLINKS_CONFIG=empty.yaml"), path: "empty.yaml", err: "read empty.yaml: the file is empty"},
		{flag: "none.yaml", here: "-", env: none, path: "none.yaml", err: "read configuration: open none.yaml: no such file or directory"},
	} {
		if err := os.Remove("schoolinks.yaml"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if test.here != "-" {
			write("schoolinks.yaml", test.here)
		}
		got, path, err := Load(test.flag, test.env)
		if path != test.path {
			t.Errorf("%+v: got the path %q", test, path)
		}
		if test.err != "" {
			if schema.KindOf(err) != schema.Config || err.Error() != test.err {
				t.Errorf("%+v: got %v", test, err)
			}
			continue
		}
		want := Default()
		test.want(want)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%+v: %v (-want +got):\n%s", test, err, diff)
		}
	}
}
