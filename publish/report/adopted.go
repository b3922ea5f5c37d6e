package report

import (
	"io"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
)

// Adopted is a publication that was just adopted, with what shows that this program
// would send the same.
type Adopted struct {
	*Publication
	Skipped     []string     `json:"skipped"`     // names of enabled files that were not adopted: no rows were found
	Comparisons []Comparison `json:"comparisons"` // with the newest snapshot's files; [] when there is no snapshot
}

// Comparison counts the rows of an adopted file that are those that some rules make
// of the newest snapshot.
type Comparison struct {
	File        string   `json:"file"`  // its kind
	Rules       string   `json:"rules"` // whose they are: ScriptRules or OwnRules
	Same        int64    `json:"same"`
	Changed     int64    `json:"changed"`
	OnlyAdopted int64    `json:"only_adopted"`
	OnlyMade    int64    `json:"only_made"`
	Settings    []string `json:"settings"` // extract settings that the snapshot was not taken with
	Unlike      string   `json:"unlike,omitempty"`
}

// Whose rules an adopted file is compared under.
const (
	ScriptRules = "script"   // those of examples/d118-script.yaml
	OwnRules    = "district" // those of the configuration
)

// rulesTexts say whose rules they are, for people.
var rulesTexts = map[string]string{
	ScriptRules: "the script's settings",
	OwnRules:    "your settings",
}

// Compared returns the views of how adopted files are like those that some rules make.
func Compared(rules string, likenesses []diff.Likeness) []Comparison {
	return each(likenesses, func(l diff.Likeness) Comparison {
		return Comparison{
			File:        l.Kind,
			Rules:       rules,
			Same:        l.Same,
			Changed:     l.Changed,
			OnlyAdopted: l.Gone,
			OnlyMade:    l.New,
			Settings:    append([]string{}, l.Settings...),
			Unlike:      l.Unlike,
		}
	})
}

// WriteAdopted writes what was adopted for a terminal, and how like it is to what this
// program makes.
func WriteAdopted(w io.Writer, a *Adopted) error {
	t := &text{w: w}
	t.adopted(a.Publication)
	for _, name := range a.Skipped {
		t.line("%s: not adopted: no rows of it were found, so nothing becomes live under its name", name)
	}

	if a.Snapshot == 0 {
		t.line("not compared with a snapshot: there is none; run: extract run; and adopt again")
		return t.err
	}
	t.line("\nrows of these files and of those that this program makes of snapshot %d:", a.Snapshot)
	t.comparisons(a.Comparisons)
	for _, c := range a.Comparisons {
		t.doubts(c, a.Snapshot)
	}
	return t.err
}

// comparisons writes what was compared as one table.
func (t *text) comparisons(comparisons []Comparison) {
	table := [][]string{{"", "same", "changed", "only adopted", "only made"}}
	for _, c := range comparisons {
		if c.Unlike != "" {
			continue
		}
		table = append(table, []string{
			c.label(),
			number(c.Same),
			number(c.Changed),
			number(c.OnlyAdopted),
			number(c.OnlyMade),
		})
	}
	t.table(table)
}

// doubts writes why a comparison is none, or why its rows may differ although both
// programs do the same.
func (t *text) doubts(c Comparison, snapshot int64) {
	if c.Unlike != "" {
		t.line("%s: cannot be compared: %s", c.label(), c.Unlike)
	}
	if len(c.Settings) > 0 {
		t.line("%s: rows may differ because snapshot %d was taken with other settings: %s",
			c.label(), snapshot, strings.Join(c.Settings, ", "))
	}
}

func (c Comparison) label() string { return c.File + " by " + rulesTexts[c.Rules] }
