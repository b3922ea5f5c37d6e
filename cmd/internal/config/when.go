package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
)

// When is the condition of a tag: about a fact, or all or any of several. Values
// are the text that the file has.
type When struct {
	Fact     string   `yaml:"fact"`
	Is       string   `yaml:"is"`
	In       []string `yaml:"in"`
	NotIn    []string `yaml:"not_in"`
	NotBlank bool     `yaml:"not_blank"`
	All      []When   `yaml:"all"`
	Any      []When   `yaml:"any"`
}

// condition returns the condition that the file means, in one form: equal rules
// become equal text, whatever the order of the words in the file.
func (w When) condition() files.Condition {
	return files.Condition{
		Fact:     w.Fact,
		Is:       w.Is,
		In:       ordered(w.In),
		NotIn:    ordered(w.NotIn),
		NotBlank: w.NotBlank,
		All:      conditions(w.All),
		Any:      conditions(w.Any),
	}
}

func conditions(parts []When) (all []files.Condition) {
	for _, part := range parts {
		all = append(all, part.condition())
	}
	return all
}

// when checks the condition of a tag, and those in it.
func (k *checker) when(key string, w When, facts map[string]Fact) {
	switch {
	case len(w.All) > 0 || k.given(key+".all"):
		k.parts(key, "all", w.All, facts)
	case len(w.Any) > 0 || k.given(key+".any"):
		k.parts(key, "any", w.Any, facts)
	default:
		k.present("tags", key+".fact")
		k.about(key, w)
		if _, ok := facts[w.Fact]; !ok {
			k.noFact(key+".fact", w.Fact, sortedKeys(facts))
		}
	}

	k.tells(key, w, facts)
}

// parts checks all or any, which cannot be combined with another key.
func (k *checker) parts(key, of string, parts []When, facts map[string]Fact) {
	others := []string{"fact", "is", "in", "not_in", "not_blank", "any", "all"}
	for _, name := range others {
		other := join(key, name)
		if name != of && k.given(other) {
			k.fail(other, "cannot be combined with "+of,
				"put it in a condition of its own under "+of)
		}
	}

	list := join(key, of)
	k.notEmpty(list, len(parts))
	for i, part := range parts {
		at := item(list, i)
		k.when(at, part, facts)
	}
}

// about checks what is said of a fact. A default tag has no keys in the file.
func (k *checker) about(key string, w When) {
	if !k.given(key) {
		return
	}

	switch k.oneGiven(key, "is", "in", "not_in", "not_blank") {
	case "is":
		k.word(key+".is", w.Is)
	case "in":
		k.words(key+".in", w.In)
	case "not_in":
		k.words(key+".not_in", w.NotIn)
	case "not_blank":
		k.isTrue(key+".not_blank", w.NotBlank)
	}
}

// tells checks that a condition about nothing but rows does not give the tag to
// everybody, or to nobody. Such a fact is 1 for a student who has the row, and 0 for
// any other.
func (k *checker) tells(key string, w When, facts map[string]Fact) {
	const most = 10 // facts, of which every combination is tried

	condition := w.condition()
	names := condition.Facts()
	isValue := func(name string) bool { return facts[name].Student == "" }
	if len(names) > most || slices.ContainsFunc(names, isValue) {
		return
	}

	var holds, fails bool
	for combination := range 1 << len(names) {
		values := map[string][]string{}
		for i, name := range names {
			values[name] = []string{strconv.Itoa(combination >> i & 1)}
		}
		if condition.Holds(values) {
			holds = true
		} else {
			fails = true
		}
	}

	who := "nobody"
	if holds {
		who = "everybody"
	}
	if holds != fails {
		k.fail(key, "would give the tag to "+who+": the fact is 1 for a student with such a row, and 0 for all others",
			`write is: "1"`)
	}
}

func (k *checker) isTrue(key string, value bool) {
	if !value {
		k.fail(key, "must be true", "write true, or use another condition")
	}
}

// oneGiven returns which of the names the file has under a key. There must be
// exactly one.
func (k *checker) oneGiven(key string, names ...string) (name string) {
	for _, n := range names {
		switch {
		case !k.given(join(key, n)):
		case name != "":
			k.fail(join(key, n), "cannot be combined with "+name, "keep one of them")
		default:
			name = n
		}
	}

	if name == "" {
		first := join(key, names[0])
		hint := "add one of: " + strings.Join(names, ", ")
		k.fail(first, "is missing", hint)
	}

	return name
}

func item(key string, i int) string {
	return fmt.Sprintf("%s[%d]", key, i)
}
