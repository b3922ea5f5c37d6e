package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func columnOf(table, column string, values ...string) powerschool.Candidate {
	c := powerschool.Candidate{Fact: schema.Fact{Name: column, Table: table, Column: column}, Tag: "504"}
	for _, v := range values {
		c.Values.Values = append(c.Values.Values, powerschool.Value{Text: v, Rows: 12})
	}
	return c
}

func rowOf(c powerschool.Candidate) powerschool.Candidate {
	c.Column, c.Fact.Column = c.Fact.Column, ""
	c.Fact.Student = schema.StudentID
	c.Fact.Start, c.Fact.End, c.Fact.EndExclusive = "enter_date", "exit_date", true
	return c
}

// found are candidates of every kind, with values and names that YAML could take
// for something else.
func found() powerschool.Found {
	program := rowOf(columnOf("spenrollments", "", "0", "1"))
	program.Program, program.Fact.Name = "504: \"old\" # plan\n\u202e", "program_7"
	program.Fact.Where = []schema.Where{{Column: "programid", In: []string{"7"}}}

	extension := rowOf(columnOf("spenrollments", "kind", "A", "B"))
	extension.Extension = "s_tx_sen_gt_x"
	free := columnOf("u_x", "free")
	free.Many = true
	other := columnOf("u_x", "other", "0")
	other.Other = 30
	odd := columnOf("u$x", "a#1", `a"b`, "c: d # e", `\n`, "é", "[1]", "null", "")
	odd.Tag = `"Odd": #1`

	return powerschool.Found{Candidates: []powerschool.Candidate{
		program, extension, free, other, odd,
		columnOf("s_il_stu_x", "iep", "0", "1", ""),
		columnOf("u_x", "iep", "n", "Y"),
		rowOf(columnOf("demographic", "flag", "no", "yes")),
		rowOf(columnOf("s_ca_c", "code", "101", "144")),
		columnOf("u_x", strings.Repeat("long", 32), "T", "F"),
	}}
}

// TestFoundIsConfiguration: the lines of each place are a configuration, also when
// those of several places are put together.
func TestFoundIsConfiguration(t *testing.T) {
	facts, tags := "", ""
	for _, c := range newFoundView(found()).Candidates {
		var text strings.Builder
		if err := writeFound(&text, foundView{Candidates: []candidateView{c}, Words: []string{"a\nb"}}); err != nil {
			t.Fatal(err)
		}
		conf, err := config.Parse(c.Place, []byte(text.String()))
		if err != nil {
			t.Errorf("%v\n%s", err, text.String())
			continue
		}

		settings := conf.Settings()
		if _, err := powerschool.New(powerschool.Driver{}, settings); err != nil || len(settings.Facts) != 1 {
			t.Errorf("%s: got %d facts, %v", c.Place, len(settings.Facts), err)
		}

		fact, tag, _ := strings.Cut(strings.TrimPrefix(c.Snippet, "facts:\n"), "tags:\n")
		facts += fact
		if tags == "" {
			tags = tag
		}
	}

	conf, err := config.Parse("together", []byte("facts:\n"+facts+"tags:\n"+tags))
	if err != nil {
		t.Fatalf("%v\n%s", err, facts)
	}
	if len(conf.Facts) != len(found().Candidates) {
		t.Errorf("got %d facts, want %d", len(conf.Facts), len(found().Candidates))
	}
}

// TestFoundValues: which values a tag is for.
func TestFoundValues(t *testing.T) {
	for values, want := range map[string]string{
		"0 1":         `is: "1"`,
		"N Y":         `is: "Y"`,
		"no Yes":      `is: "Yes"`,
		"F T":         `is: "T"`,
		"F FDC P R T": `in: ["F", "FDC", "P", "R", "T"]`, // the lunch status: F is free
		"F":           `is: "F"`,
		"0 1 2":       `in: ["1", "2"]`,
		"0":           ``,
		"N":           ``,
		"":            ``,
	} {
		c := columnOf("u_x", "c", strings.Split(values, " ")...)
		got, _ := snippet(c, map[string]bool{})
		_, got, _ = strings.Cut(got, "when: {fact: c, ")
		if diff := cmp.Diff(want, strings.TrimSuffix(got, "}\n")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", values, diff)
		}
	}

	unseen := columnOf("u_x", "c", "N")
	unseen.Other = 5
	if got, _ := snippet(unseen, map[string]bool{}); !strings.Contains(got, `not_in: ["N"]}`) {
		t.Errorf("N and values that are not shown: got %s, want not_in N", got)
	}
}
