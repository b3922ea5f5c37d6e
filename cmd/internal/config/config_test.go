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
students:
  enroll_status: [0]
  grades: [8, 9, 10, 11, 12]
  exclude_schools: [901]
  identifier: student_number
  names: false
  shared_number: omit
schools:     {}
attendance:  {view: ps_adaadm_daily_ctod, window: fte, through: now, omit_zero: false, scale: fraction}
gpa:
  source: extension
  table: u_def_ext_students0
  simple: simple_gpa
  weighted: weighted_gpa
  require: any
  omit_zero: true
facts:
  iep:         {table: s_il_stu_x, column: iep}
  section_504: {table: s_il_stu_plan504_x, column: participant}
  lep:         {table: s_il_stu_x, column: lep}
  lii:         {table: s_il_stu_x, column: lii}
  gifted:      {table: s_stu_crdc_x, column: giftedtalentedprograms_yn}
tags:
  - name: IEP
    detailed_name: Individualized Education Plan
    description: Student with IDEA Services
    when: {fact: iep, is: "1"}
  - name: 504
    detailed_name: Section 504
    description: Student with 504 Accomodation
    when: {fact: section_504, is: 1}
  - {name: EL, detailed_name: English Learner, description: Low English Proficiency Learner, when: {fact: lep, is: "1"}}
  - name: LI
    detailed_name: Low Income
    description: Low Income/Economically Disadvantaged Family
    when: {fact: lii, is: "1"}
  - name: GFT
    detailed_name: Gifted & Talented
    description: Student in Gifted or Talented Program
    when: {fact: gifted, is: Y}
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
sftp:
  port: 22
  directory: /automated
  stage_directory: ""
  probe_directory: /other
  known_hosts: known_hosts
  upload: atomic
  verify: hash
  timeout: 5m
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
		"",
		"\ufeff",
		"\n\n",
		"# nothing\n",
		"---\n",
		"--- # nothing\n",
		"{}",
		"null\n",
		everything,
		"\ufeff" + everything,
		strings.ReplaceAll(everything, "\n", "\r\n"),
		everything + "...\n",
	} {
		if diff := cmp.Diff(Default(), parse(t, text)); diff != "" {
			t.Errorf("differs from the defaults (-default +got):\n%s\nfor:\n%s", diff, text)
		}
	}
}

// TestDefaultTextHasEveryKey compares the file that people begin with with the
// defaults, and looks for every key. Those without a default are in its comments.
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

// keys returns the names of all keys of a structure and of the structures in it.
// A condition can hold conditions: above are the structures that it is in.
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
	want.Students.ExcludeSchools = []int64{}
	want.Students.Grades = []int64{-1}
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

// isText parses a configuration with a tag whose value is written like this.
func isText(written string) (*Config, error) {
	const before = "tags:\n  - name: A\n    detailed_name: B\n    description: C\n    when:\n      fact: iep\n"
	return Parse("schoolinks.yaml", []byte(before+"      is: "+written+"\n"))
}

func TestTextIsKeptAsWritten(t *testing.T) {
	texts := map[string]string{ // by how they are written
		`"1"`:            "1",
		"'1'":            "1",
		`"null"`:         "null",
		"'it''s'":        "it's",
		`"\u00e9"`:       "é",
		"1 # one":        "1",
		"|\n        Y\n": "Y",
		`"N\/A"`:         "N/A",
	}
	for _, text := range []string{
		"1", "1.0", "0504", "0o17", "0x1F", "0b11", "+1", "1_000", "1e3", ".5", "1.", "-0", "1,5", "5%",
		"yes", "Y", "n", "on", "true", "False", "TRUE", ".inf", "-.Inf", ".nan",
		"2026-11-23", "12:30", "a b", "a#b", "Gifted & Talented",
	} {
		texts[text] = text
	}

	for written, want := range texts {
		c, err := isText(written)
		if err != nil || c.Tags[0].When.Is != want {
			t.Errorf("is: %s: got %v, %v, want %q", written, c, err, want)
		}
	}
	if c, err := isText(`"a\tb"`); err == nil {
		t.Errorf("a tab: got %q, want an error", c.Tags[0].When.Is)
	}
}

func TestConversions(t *testing.T) {
	c := parse(t, `
students: {grades: [12, 9, 9]}
files: {gpa: {enabled: false}}
`)

	settings := c.Settings()
	var names []string
	for _, f := range settings.Facts {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"gifted", "iep", "lep", "lii", "section_504"}, names); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int64{9, 12}, settings.Grades); diff != "" {
		t.Errorf("grades (-want +got):\n%s", diff)
	}

	rules := c.Rules()
	var enabled []files.FileRule
	for _, kind := range files.All() {
		if kind.Name == "gpa" {
			continue
		}
		enabled = append(enabled, files.FileRule{
			Kind:      kind.Name,
			Name:      kind.FileName,
			WhenEmpty: kind.WhenEmpty,
		})
	}
	if diff := cmp.Diff(enabled, rules.Files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}

	gifted := files.Tag{
		Name:         "GFT",
		DetailedName: "Gifted & Talented",
		Description:  "Student in Gifted or Talented Program",
		When:         files.Condition{Fact: "gifted", Is: "Y"},
	}
	if diff := cmp.Diff(gifted, rules.Tags[4]); diff != "" {
		t.Errorf("tag (-want +got):\n%s", diff)
	}

	keep := extract.Retention{Last: 7, Daily: 30, Weekly: 13, Monthly: 24}
	if got := c.Retention(); got != keep {
		t.Errorf("got %+v, want %+v", got, keep)
	}
}

func TestServerOfConfigurationAndAccount(t *testing.T) {
	c := parse(t, "sftp: {port: 2222, upload: direct}")
	server := c.Server(Account{Host: "sftp.example.org", User: "d118"})
	if server.Host != "sftp.example.org" || server.Port != 2222 {
		t.Errorf("got server %+v", server)
	}
	if server.Upload != sftp.Direct || server.Directory != "/automated" {
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
	want.PowerSchool.BlankDate = None
	want.Attendance.MembersOnly = false
	want.Attendance.Unrecorded = schema.UnrecordedAbsent
	want.Attendance.Bounded = false
	want.Attendance.StaleAfter = 0
	want.GPA.MaxAge = 0
	want.GPA.Range = &schema.GPARange{}
	want.Attendance.OmitZero = true
	want.GPA.Require = files.Both
	want.Students.SharedNumber = files.Keep
	want.CSV.Quote = files.QuoteMinimal

	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// writeFiles writes files into the current folder.
func writeFiles(t *testing.T, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		write(t, name, text)
	}
}

func TestLoad(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, map[string]string{
		"flag.yaml":    "csv: {quote: minimal}",
		"env.yaml":     "report: {dir: reports}",
		"comment.yaml": "# all defaults\n",
	})
	variable := environment("SCHOOLINKS_CONFIG=env.yaml")
	none := environment("SCHOOLINKS_CONFIG=")

	for name, test := range map[string]struct {
		flag string
		env  Env
		here string // what ./schoolinks.yaml holds, "-" without one
		path string
		want func(*Config)
	}{
		"flag":       {"flag.yaml", variable, "-", "flag.yaml", func(c *Config) { c.CSV.Quote = files.QuoteMinimal }},
		"variable":   {"", variable, "keep: {last: 1}", "env.yaml", func(c *Config) { c.Report.Dir = "reports" }},
		"here":       {"", none, "keep: {last: 1}", "schoolinks.yaml", func(c *Config) { c.Keep.Last = 1 }},
		"empty here": {"", none, "", "schoolinks.yaml", func(*Config) {}},
		"no file":    {"", none, "-", "", func(*Config) {}},
		"comment":    {"comment.yaml", none, "-", "comment.yaml", func(*Config) {}},
	} {
		if err := os.Remove("schoolinks.yaml"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if test.here != "-" {
			write(t, "schoolinks.yaml", test.here)
		}

		got, path, err := Load(test.flag, test.env)
		if path != test.path {
			t.Errorf("%s: got the path %q, want %q", name, path, test.path)
		}

		want := Default()
		test.want(want)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestLoadRefusesAFileThatWasNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "empty.yaml", " \n")

	for _, test := range []struct{ flag, variable, path, want string }{
		{"empty.yaml", "", "empty.yaml", "read empty.yaml: the file is empty"},
		{"", "empty.yaml", "empty.yaml", "read empty.yaml: the file is empty"},
		{"none.yaml", "", "none.yaml", "read configuration: open none.yaml: no such file or directory"},
	} {
		_, path, err := Load(test.flag, environment("SCHOOLINKS_CONFIG="+test.variable))
		if path != test.path {
			t.Errorf("%+v: got the path %q", test, path)
		}
		if schema.KindOf(err) != schema.Config || err.Error() != test.want {
			t.Errorf("%+v: got %v", test, err)
		}
	}
}
