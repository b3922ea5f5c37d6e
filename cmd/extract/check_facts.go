package main

import (
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checkFacts counts the values of each fact, and says which of them give a tag.
func checkFacts(list *cli.Checklist, conf *config.Config, settings schema.Settings, survey *extract.Survey) {
	for _, fact := range settings.Facts {
		values := powerschool.Counted(fact.Name, survey.Facts)
		values.Other += survey.Other
		checkFact(list, conf, fact.Name, values)
	}
}

func checkFact(list *cli.Checklist, conf *config.Config, fact string, values powerschool.Values) {
	var all []string
	for _, v := range values.Values {
		if v.Text != "" {
			all = append(all, v.Text)
		}
	}

	untagged := "" // a value that means yes
	onlyNo := values.Other == 0
	for _, text := range all {
		if meansYes(text, all) && !conf.Tagged(fact, text) {
			untagged = text
		}
		if !meansNo(text, all) {
			onlyNo = false
		}
	}

	name := "fact " + fact
	says := factValues(conf, fact, values, all)
	next := "check that facts." + fact + " names what your district uses; to look for it: extract find WORD"
	switch {
	case len(all) == 0 && values.Other == 0:
		list.Warn(name, next, "no student in scope has a value")
	case untagged != "" && conf.UsesFact(fact):
		list.Warn(name, "if it means yes, add the value to the tag's condition under tags",
			"the value %s gives no tag; %s", untagged, says)
	case onlyNo:
		list.Warn(name, next, "no student in scope has a value that says yes; %s", says)
	default:
		list.OK(name, "%s", says)
	}
}

// factValues lists values with their counts, and which of them give no tag. all are the
// values that are not blank.
func factValues(conf *config.Config, fact string, values powerschool.Values, all []string) string {
	var counts []string
	for _, v := range values.Values {
		entry := valueCount(v.Text, count(v.Rows))
		says := v.Text != "" && !meansNo(v.Text, all)
		if says && conf.UsesFact(fact) && !conf.Tagged(fact, v.Text) {
			entry += " (no tag)"
		}
		counts = append(counts, entry)
	}
	if values.Other > 0 {
		counts = append(counts, valueCount("other", count(values.Other)))
	}
	return strings.Join(counts, ", ")
}
