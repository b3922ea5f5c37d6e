package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// exampleNight is when the examples' snapshots are taken: on the evening of November 18.
var exampleNight = time.Date(2026, 11, 18, 20, 0, 0, 0, time.FixedZone("CST", -6*3600))

// TestExamples: each example gives the tags that are right to the students of a small district of its state, and the
// same ones when PowerSchool stores its blank dates the other way.
func TestExamples(t *testing.T) {
	paths, err := filepath.Glob("../../examples/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("got %d examples, %v", len(paths), err)
	}

	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".yaml")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := newExample(t, name)
			e.expect(e.want())

			e.storeBlankDatesOtherwise()
			e.expect(e.want())
		})
	}
}

// alternatives are what examples show in their comments.
var alternatives = []struct {
	name, example string
	shown         string            // the text of the comment
	named         []string          // what stands for a name there, and a name that the district has
	instead       string            // what it takes the place of
	tags          map[string]string // of the students who have others then
}{
	{
		name:    "a part of the name",
		example: "idaho",
		shown:   `{column: name, contains: Resource}`,
		instead: `{column: name, prefix: "SPE -"}`,
		tags: map[string]string{
			"a long dash in the name":          "IEP",
			"the name in another case, padded": "-",
		},
	},
	{
		name:    "only the eligible",
		example: "idaho",
		shown:   "- {table: s_id_sen_x, on: dcid,",
		instead: "# - {table: s_id_sen_x, on: dcid,",
		tags: map[string]string{
			"evaluated, not eligible":              "-",
			"not yet evaluated":                    "-",
			"no row of its own beside the program": "-",
			"left it, and came back":               "-",
			"the name in another case, padded":     "-",
			"in three":                             "504+EL",
		},
	},
	{
		name:    "an end date",
		example: "illinois",
		shown:   "end: END_COLUMN",
		named:   []string{"END_COLUMN", "plan_end"},
		instead: "# end: END_COLUMN",
		tags:    map[string]string{"504 has ended, and its mark stayed": "-"},
	},
	{
		name:    "the newer table",
		example: "indiana",
		shown:   "{table: s_in_stu_section504_c, student: studentsdcid, start: BEGIN_COLUMN, end: END_COLUMN}",
		named:   []string{"BEGIN_COLUMN", "begins", "END_COLUMN", "ends"},
		instead: "{table: s_in_stu_x, column: section_504_plan_tf}",
		tags:    map[string]string{"504 has ended, and its flag stayed": "-"},
	},
}

// TestExampleAlternatives: what an example shows in a comment works, too, in place of what it has.
func TestExampleAlternatives(t *testing.T) {
	for _, a := range alternatives {
		t.Run(a.example+"/"+a.name, func(t *testing.T) {
			t.Parallel()
			e := newExample(t, a.example)
			e.mustHave(a.shown)
			named := strings.NewReplacer(a.named...)
			e.replace(a.instead, named.Replace(a.shown))

			want := e.want()
			for label, tags := range a.tags {
				if _, ok := want[label]; !ok {
					t.Errorf("there is no student %q", label)
				}
				want[label] = tags
			}
			e.expect(want)
		})
	}
}

// TestOvernight: the exit dates of three of ten students go from NULL to the day that PowerSchool stores for a blank
// date, and nothing changes.
func TestOvernight(t *testing.T) {
	e := newExample(t, "idaho")
	e.exec(`
		delete from spenrollments;
		delete from students where dcid > 110;
		insert into spenrollments (studentid, programid, enter_date) select id, 5, '2026-08-17' from students;`)
	before := e.build()
	if rows := strings.Count(before, `"504"`); rows != 10 {
		t.Fatalf("got 504 %d times, want 10:\n%s", rows, before)
	}

	e.exec("update spenrollments set exit_date = '1900-01-01' where studentid in (501, 504, 507)")
	if diff := gocmp.Diff(before, e.build()); diff != "" {
		t.Errorf("the file (-before +after):\n%s", diff)
	}
}

// example is an example with a small district of its state: testdata/examples/STATE.sql makes its tables, and
// testdata/examples/STATE.tsv has a student a line. A line says what the student is there for, which rows the tables
// have about the student, and which tags are right, with a plus between them. A column with rows is headed
// TABLE(COLUMN,…), and a key of the student comes first. Rows are separated by semicolons, their values by commas; - is
// NULL, no row, or no tag; a value with spaces around it is in quotes.
type example struct {
	*testing.T
	config string // the path of the configuration
	lines  [][]string
	env    map[string]string
	store  *postgres.DB
}

// The first student's DCID, ID and number, which are never each other's.
const exampleDCID, exampleID, exampleNumber = 101, 501, 9001

func newExample(t *testing.T, name string) *example {
	t.Helper()
	store := postgrestest.Database(t)
	powerschool := postgrestest.Empty(t)
	e := &example{
		T:      t,
		config: filepath.Join("..", "..", "examples", name+".yaml"),
		env: map[string]string{
			"DATABASE_URL":         store.Extract,
			"POWERSCHOOL_DRIVER":   config.Postgres,
			"POWERSCHOOL_PROD_DB":  powerschool,
			"POWERSCHOOL_TIMEZONE": "America/Chicago",
		},
	}

	db, err := postgres.Open(t.Context(), store.Publish, postgres.Options{Program: "test", Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	e.store = db

	e.load(name)
	return e
}

func (e *example) exec(sql string) {
	e.Helper()
	postgrestest.Exec(e, e.env["POWERSCHOOL_PROD_DB"], sql)
}

func (e *example) read(path string) string {
	e.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		e.Fatal(err)
	}
	return string(text)
}

// load makes the district. An example without one fails here.
func (e *example) load(name string) {
	e.Helper()
	if name == "d118-script" {
		name = "illinois"
	}
	district := filepath.Join("testdata", "examples", name)
	for line := range strings.Lines(e.read(district + ".tsv")) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		e.lines = append(e.lines, cells)
	}

	sql := []string{
		e.read("testdata/examples/schema.sql"),
		e.read(district + ".sql"),
	}
	for i, cells := range e.students() {
		const enroll = "insert into students (dcid, id, student_number) values (%d, %d, %d)"
		sql = append(sql, fmt.Sprintf(enroll, exampleDCID+i, exampleID+i, exampleNumber+i))
		for j, heading := range e.headings() {
			rows := rowsOf(heading, i, cells[1+j])
			sql = append(sql, rows...)
		}
	}
	e.exec(strings.Join(sql, ";\n"))
}

// students are the lines after the first.
func (e *example) students() [][]string { return e.lines[1:] }

// headings are those of the columns between the label and the tags.
func (e *example) headings() []string {
	first := e.lines[0]
	return first[1 : len(first)-1]
}

// rowsOf are the statements that give the i-th student the rows of a cell.
func rowsOf(heading string, i int, cell string) (statements []string) {
	if cell == "-" {
		return nil
	}

	table, columns, _ := strings.Cut(strings.TrimSuffix(heading, ")"), "(")
	key, _, _ := strings.Cut(columns, ",")
	for row := range strings.SplitSeq(cell, ";") {
		values := literals(row)
		switch key {
		case schema.StudentsDCID:
			values = fmt.Sprintf("%d, %s", exampleDCID+i, values)
		case schema.StudentID:
			values = fmt.Sprintf("%d, %s", exampleID+i, values)
		}

		statement := fmt.Sprintf("insert into %s (%s) values (%s)", table, columns, values)
		if table == "students" {
			const update = "update students set (%s) = row (%s) where dcid = %d"
			statement = fmt.Sprintf(update, columns, values, exampleDCID+i)
		}
		statements = append(statements, statement)
	}
	return statements
}

func literals(row string) string {
	var values []string
	for value := range strings.SplitSeq(row, ",") {
		literal := "'" + strings.Trim(value, `"`) + "'"
		if value == "-" {
			literal = "null"
		}
		values = append(values, literal)
	}
	return strings.Join(values, ", ")
}

// storeBlankDatesOtherwise turns NULL into the day that PowerSchool stores for a blank date, and that day into NULL.
func (e *example) storeBlankDatesOtherwise() {
	e.Helper()
	e.exec(`
		do $$
		declare c record;
		begin
		  for c in
		    select table_name, column_name from information_schema.columns
		    where table_schema = 'public' and data_type like 'timestamp%' and column_name <> 'entrydate'
		  loop
		    execute format(
		      'update %1$I set %2$I = case when %2$I is null then timestamp ''1900-01-01''
		       when %2$I >= ''1900-01-02'' then %2$I end', c.table_name, c.column_name);
		  end loop;
		end $$`)
}

// mustHave checks that the configuration has a text once.
func (e *example) mustHave(text string) {
	e.Helper()
	if n := strings.Count(e.read(e.config), text); n != 1 {
		e.Fatalf("%s has %q %d times, want once", e.config, text, n)
	}
}

// replace replaces a text of the configuration.
func (e *example) replace(before, after string) {
	e.Helper()
	e.mustHave(before)
	text := strings.Replace(e.read(e.config), before, after, 1)

	e.config = filepath.Join(e.TempDir(), "schoolinks.yaml")
	if err := os.WriteFile(e.config, []byte(text), 0o600); err != nil {
		e.Fatal(err)
	}
}

// build takes a snapshot and returns the file of tags that is made of it.
func (e *example) build() string {
	e.Helper()
	var stderr strings.Builder
	err := inProcess(e.Context(), cli.World{
		Args:   []string{"run", "--config", e.config},
		Env:    func(name string) (string, bool) { v, ok := e.env[name]; return v, ok },
		Stdin:  strings.NewReader(""),
		Stdout: io.Discard,
		Stderr: &stderr,
		Now:    func() time.Time { return exampleNight },
		Local:  exampleNight.Location(),
	})
	if err != nil {
		e.Fatalf("extract run: %v\n%s", err, &stderr)
	}

	return e.tagsFile()
}

// tagsFile is the file of tags that is made of the newest snapshot.
func (e *example) tagsFile() string {
	e.Helper()
	conf, err := config.Parse(e.config, []byte(e.read(e.config)))
	if err != nil {
		e.Fatal(err)
	}

	builder := files.Builder{
		Snapshots: e.store,
		Kinds:     files.All(),
		Rules:     conf.Rules(),
		Log:       slog.New(slog.DiscardHandler),
	}
	built, err := builder.Build(e.Context(), schema.Latest)
	if err != nil {
		e.Fatal(err)
	}
	i := slices.IndexFunc(built.Files, func(f files.BuiltFile) bool { return f.Rule.Name == "student_tags.csv" })
	r, err := files.Open(built.Files[i].Content)
	if err != nil {
		e.Fatal(err)
	}
	defer r.Close()

	text, err := io.ReadAll(r)
	if err != nil {
		e.Fatal(err)
	}
	return string(text)
}

// want are the tags that are right, by what the students are there for.
func (e *example) want() map[string]string {
	tags := map[string]string{}
	for _, cells := range e.students() {
		tags[cells[0]] = cells[len(cells)-1]
	}
	return tags
}

// expect compares the tags that the students get.
func (e *example) expect(want map[string]string) {
	e.Helper()
	rows, err := csv.NewReader(strings.NewReader(e.build())).ReadAll()
	if err != nil {
		e.Fatal(err)
	}

	tags := map[string][]string{}
	for _, row := range rows[1:] {
		number, tag := row[0], row[1]
		tags[number] = append(tags[number], tag)
	}

	got := map[string]string{}
	for i, cells := range e.students() {
		number := fmt.Sprint(exampleNumber + i)
		got[cells[0]] = cmp.Or(strings.Join(tags[number], "+"), "-")
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		e.Errorf("%s (-want +got):\n%s", e.config, diff)
	}
}
