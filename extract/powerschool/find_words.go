package powerschool

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Topic is what states and districts keep under many names.
type Topic struct {
	Tag      string   // the tag that the default configuration has for it
	Words    []string // what tables, columns and programs call it
	Programs []string // what programs alone call it: elsewhere it is the beginning of too many words
}

// Topics are what Find knows other words for: whoever looks for one of the words of
// a topic finds the others too. The programs are those of Idaho's manual for state
// reporting: SPE - Resource.
var Topics = []Topic{
	{Tag: "IEP", Words: strings.Fields("iep sped speced specialed swd disability"), Programs: strings.Fields("spe")},
	{Tag: "504", Words: strings.Fields("504")},
	{Tag: "EL", Words: strings.Fields("el ell lep esl english limeng bilingual")},
	{Tag: "LI", Words: strings.Fields("lunch lowincome lii frl freereduced economic")},
	{Tag: "GFT", Words: strings.Fields("gifted talented gate gt highability"), Programs: strings.Fields("gat")},
}

// term is a word to look for, in its plain form, and the tag for what it finds.
type term struct{ text, tag string }

// terms returns the words to look for, once each: those that were given, and the
// others of their topics. "low income" is a word, given as one or as two.
func terms(words []string) (all []term, err error) {
	add := func(text, tag string) {
		known := func(t term) bool { return t.text == text }
		if !slices.ContainsFunc(all, known) {
			all = append(all, term{text, tag})
		}
	}

	together := strings.Join(words, " ")
	for _, word := range append([]string{together}, words...) {
		topic := topicOf(plain(word))
		for _, other := range topic.Words {
			add(other, topic.Tag)
		}
	}

	for _, word := range words {
		text := plain(word)
		if utf8.RuneCountInString(text) < 2 {
			err := fmt.Errorf("find %q: a word has at least two letters or digits", word)
			return nil, schema.NewFault(schema.Config, err, "write a longer word, such as 504 or iep")
		}
		add(text, tagOf(word))
	}

	if len(all) == 0 {
		return nil, schema.NewFault(schema.Config, errors.New("find: no word"), "write a word, such as 504 or iep")
	}
	return all, nil
}

// ofPrograms returns the terms for the names of programs.
func ofPrograms(all []term) (programs []term) {
	programs = slices.Clone(all)
	for _, topic := range Topics {
		isOfTopic := func(t term) bool { return t.tag == topic.Tag }
		if !slices.ContainsFunc(all, isOfTopic) {
			continue
		}
		for _, word := range topic.Programs {
			programs = append(programs, term{word, topic.Tag})
		}
	}
	return programs
}

func topicOf(text string) Topic {
	for _, topic := range Topics {
		if slices.Contains(topic.Words, text) {
			return topic
		}
	}
	return Topic{}
}

// tagOf returns the tag for a word that is in no topic: that of a topic whose word is
// in it (PLAN504), or the word itself.
func tagOf(word string) string {
	for _, topic := range Topics {
		for _, known := range topic.Words {
			t := term{text: known}
			if t.match(word) != not && len(known) > 2 {
				return topic.Tag
			}
		}
	}
	return strings.ToUpper(word)
}

// plain is a name in lower case, without anything but letters and digits.
func plain(name string) string {
	return strings.Join(parts(name), "")
}

// parts are what a name is made of, in lower case: PLAN504_STATUS is plan, 504 and
// status.
func parts(name string) (all []string) {
	kind := func(r rune) int {
		switch {
		case unicode.IsDigit(r):
			return 2
		case unicode.IsLetter(r):
			return 1
		}
		return 0
	}

	before := 0
	for _, r := range strings.ToLower(name) {
		is := kind(r)
		switch {
		case is == 0:
		case is != before:
			all = append(all, string(r))
		default:
			all[len(all)-1] += string(r)
		}
		before = is
	}

	return all
}

// How well a name matches, the best first.
const (
	exactly = iota // the word is a part of the name
	partly
	byTable // only the table's name matches
	not
)

// match returns how well the best of the terms matches a name, and that term.
func match(terms []term, name string) (how int, best term) {
	how = not
	for _, t := range terms {
		if is := t.match(name); is < how {
			how = is
			best = t
		}
	}
	return how, best
}

// match compares a name. A short word would be found within too many others, so it
// counts only at the ends of a part (FLAGLEP), and one of two letters only at the
// beginning (ELASTATUS, but not LEVEL).
func (t term) match(name string) int {
	parts := parts(name)
	length := utf8.RuneCountInString(t.text)
	if slices.Contains(parts, t.text) {
		return exactly
	}
	if length > 4 && strings.Contains(strings.Join(parts, ""), t.text) {
		return partly
	}

	for _, part := range parts {
		begins := strings.HasPrefix(part, t.text)
		ends := length > 2 && strings.HasSuffix(part, t.text)
		if begins || ends {
			return partly
		}
	}

	return not
}
