package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) findCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "find",
		Usage: "find where PowerSchool keeps something: 504, iep, lunch, and so on",
		Description: "Looks for the words in the names of PowerSchool's extension tables, of a few of its own\n" +
			"tables, of their columns, and of the programs of SPENROLLMENTS. Counts what each place says\n" +
			"about the students in scope, and writes the lines of a configuration that read it. It shows\n" +
			"no student: text that is long, that is rare or that has many values is only counted.\n\n" +
			"One word of a line finds the others too:\n   " + synonyms(),
		ArgsUsage: "WORD…",
		UsageText: "extract find 504\nextract find low income\nextract find iep --format json",
		Flags:     cli.ResultFlags("text", "json"),
		Action:    p.find,
	}
}

func synonyms() string {
	var lines []string
	for _, topic := range powerschool.Topics {
		words := slices.Concat(topic.Words, topic.Programs)
		lines = append(lines, strings.Join(words, ", "))
	}
	return strings.Join(lines, "\n   ")
}

// find looks for words, and writes what it finds.
func (p *program) find(c *urfave.Context) error {
	terminal, err := p.terminal(c)
	if err != nil {
		return err
	}
	defer terminal.Close()

	conf, err := p.config(c)
	if err != nil {
		return err
	}
	moment, err := p.moment(conf, "")
	if err != nil {
		return err
	}
	env, err := conf.ReadSource(p.Env)
	if err != nil {
		return err
	}

	source, driver, err := p.connect(conf, env)
	if err != nil {
		return err
	}
	defer driver.DB.Close() // only read from

	if err := source.Ping(c.Context); err != nil {
		return err
	}
	found, err := source.Find(c.Context, c.Args().Slice(), moment)
	if err != nil {
		return err
	}
	if len(found.Candidates)+len(found.Dates) == 0 {
		terminal.Log.Warn("nothing is found: try another word, or a shorter one, as PowerSchool's pages call it",
			"words", strings.Join(found.Words, ", "))
	}

	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		if c.String("format") == "json" {
			return cli.WriteJSON(w, newFoundView(found))
		}
		return writeFound(w, newFoundView(found))
	})
}

// foundView is what was found, as --format json shows it.
type foundView struct {
	Words      []string        `json:"words"`
	Candidates []candidateView `json:"candidates"`
	Dates      []string        `json:"dates,omitempty"` // TABLE.COLUMN
	LeftOff    int             `json:"left_off"`
}

// candidateView is one place. Values are counted in students, Other are those whose
// values may not be shown.
type candidateView struct {
	Place   string      `json:"place"`
	Values  []valueView `json:"values,omitempty"`
	Other   *countView  `json:"other,omitempty"`
	Many    bool        `json:"more_than_20_values,omitempty"`
	Rare    bool        `json:"only_rare_values,omitempty"`
	Error   string      `json:"error,omitempty"`
	Dates   []string    `json:"dates,omitempty"` // of the same table, which the configuration does not use
	Snippet string      `json:"configuration,omitempty"`

	hint string // what a person still has to decide
}

type valueView struct {
	Value *string `json:"value"` // null is no value
	countView
}

// countView is a number of students, but not a small one.
type countView struct {
	Students  int64 `json:"students,omitempty"`
	FewerThan int64 `json:"fewer_than,omitempty"`

	text string
}

func newCountView(n int64) countView {
	v := countView{text: count(n)}
	if n < few {
		v.FewerThan = few
	} else {
		v.Students = n
	}
	return v
}

func newFoundView(found powerschool.Found) foundView {
	v := foundView{
		Words:      found.Words,
		Candidates: []candidateView{},
		Dates:      found.Dates,
		LeftOff:    found.LeftOff,
	}

	taken := map[string]bool{}
	for _, c := range found.Candidates {
		view := newCandidateView(c)
		if c.Err == nil {
			view.Snippet, view.hint = snippet(c, taken)
		}
		v.Candidates = append(v.Candidates, view)
	}

	slices.SortStableFunc(v.Candidates, func(a, b candidateView) int {
		return cmp.Compare(a.worth(), b.worth())
	})
	return v
}

// worth puts places that somebody has before those whose values nobody can see, and
// these before those that nobody has.
func (c candidateView) worth() int {
	switch {
	case c.Snippet == "":
		return 2
	case c.Many || c.Rare:
		return 1
	}
	return 0
}

func newCandidateView(c powerschool.Candidate) candidateView {
	v := candidateView{
		Place: c.Place(),
		Many:  c.Many,
		Rare:  c.Rare,
		Dates: c.Near,
	}
	if c.Err != nil {
		v.Error = c.Err.Error()
	}

	for _, value := range c.Values.Values {
		view := valueView{countView: newCountView(value.Rows)}
		if value.Text != "" {
			view.Value = &value.Text
		}
		v.Values = append(v.Values, view)
	}
	if c.Other > 0 {
		other := newCountView(c.Other)
		v.Other = &other
	}

	return v
}

// writeFound writes what was found as a file in which all but the configuration is
// comment: with one place in it, it can be used as it is.
func writeFound(w io.Writer, found foundView) error {
	if len(found.Candidates)+len(found.Dates) == 0 {
		return nil
	}

	lines := []string{"looked for " + strings.Join(found.Words, ", ") + " among what the students in scope have"}
	if len(found.Candidates) > 1 {
		lines = append(lines, "a file has one facts and one tags: put the lines of several places under the same ones")
	}
	lines = append(lines, "facts and tags replace all of the defaults: repeat those that should stay")
	if err := comment(w, lines...); err != nil {
		return err
	}

	for _, c := range found.Candidates {
		if err := writeCandidate(w, c); err != nil {
			return err
		}
	}

	return writeRest(w, found)
}

func writeCandidate(w io.Writer, c candidateView) error {
	lines := []string{c.Place + ": " + c.says()}
	if c.hint != "" {
		lines = append(lines, c.hint)
	}
	if len(c.Dates) > 0 && c.Snippet != "" {
		lines = append(lines, "dates beside it, for start and end: "+shorten(c.Dates))
	}

	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	if err := comment(w, lines...); err != nil {
		return err
	}
	_, err := io.WriteString(w, c.Snippet)
	return err
}

// says is what a place holds: 0 × 1,900, 1 × 312, null × <10.
func (c candidateView) says() string {
	switch {
	case c.Error != "":
		return c.Error
	case c.Many:
		return "more than 20 values"
	case c.Rare:
		return "several values, each of fewer than 10 students"
	}

	var counts []string
	for _, v := range c.Values {
		text := ""
		if v.Value != nil {
			text = *v.Value
		}
		counts = append(counts, valueCount(text, v.text))
	}
	if c.Other != nil {
		counts = append(counts, valueCount("other", c.Other.text))
	}
	if len(counts) == 0 {
		return "no student in scope has a row"
	}

	return strings.Join(counts, ", ")
}

// writeRest writes what is not a place of its own.
func writeRest(w io.Writer, found foundView) error {
	var lines []string
	if len(found.Dates) > 0 {
		lines = append(lines, "dates with such a name: "+shorten(found.Dates))
	}
	if found.LeftOff > 0 {
		lines = append(lines, fmt.Sprintf("%d more places are left off: use a longer word", found.LeftOff))
	}
	if len(lines) == 0 {
		return nil
	}

	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return comment(w, lines...)
}

// comment writes lines that a configuration does not read.
func comment(w io.Writer, lines ...string) error {
	for _, line := range lines {
		if err := schema.Fprintf(w, "# %s\n", cli.OneLine(line)); err != nil {
			return err
		}
	}
	return nil
}

// shorten writes the first names of a list, and how many more there are.
func shorten(names []string) string {
	const most = 8
	text := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
