package schema

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Unlike says in what two settings differ that decides who is in the files, under
// which number and with which of these facts: "students.grades is 9–12 there and
// 8–12 here". s are the settings there, such as a snapshot's. It compares what they
// mean, not their texts, because another version of the program writes other ones.
func (s Settings) Unlike(here Settings, facts []string) (says []string) {
	all := []string{
		unlikeNumbers("students.enroll_status", s.EnrollStatus, here.EnrollStatus),
		unlikeNumbers("students.grades", s.Grades, here.Grades),
		unlikeNumbers("students.exclude_schools", s.ExcludeSchools, here.ExcludeSchools),
		unlike("students.identifier", s.Identifier.Column(), here.Identifier.Column()),
	}
	for _, name := range facts {
		all = append(all, unlikeFacts(s.fact(name), here.fact(name)))
	}
	return slices.DeleteFunc(all, func(says string) bool { return says == "" })
}

// unlike says how two values differ; "" when they do not.
func unlike(what, there, here string) string {
	if there == here {
		return ""
	}
	return fmt.Sprintf("%s is %s there and %s here", what, there, here)
}

// unlikeNumbers says how two lists differ, whatever their order. Of long ones it
// names only what is not in both.
func unlikeNumbers(key string, there, here []int64) string {
	const long = 40 // characters

	wasThere, isHere := spans(there), spans(here)
	if wasThere == isHere || len(wasThere)+len(isHere) <= long {
		return unlike(key, wasThere, isHere)
	}

	onlyThere := spans(without(there, here))
	onlyHere := spans(without(here, there))
	return fmt.Sprintf("%s has only there %s and only here %s", key, onlyThere, onlyHere)
}

// without returns the numbers that are not among others.
func without(numbers, others []int64) []int64 {
	return slices.DeleteFunc(slices.Clone(numbers), func(n int64) bool {
		return slices.Contains(others, n)
	})
}

// unlikeFacts says how two definitions of a fact differ.
func unlikeFacts(there, here Fact) string {
	switch {
	case there.place() != here.place():
		return unlike("fact "+cmp.Or(there.Name, here.Name), there.place(), here.place())
	case there.meaning() != here.meaning():
		return fmt.Sprintf("fact %s is %s there and here, but under other conditions or dates", here.Name, here.place())
	}
	return ""
}

// Lacks returns those of the facts that are not read.
func (s Settings) Lacks(facts []string) (lacking []string) {
	read := s.FactNames()
	for _, name := range facts {
		if !slices.Contains(read, name) {
			lacking = append(lacking, name)
		}
	}
	return lacking
}

// fact returns the fact with a name; the zero Fact when it is not read.
func (s Settings) fact(name string) Fact {
	for _, f := range s.Facts {
		if f.Name == name {
			return f
		}
	}
	return Fact{}
}

// place says for people where a fact is read: s_il_stu_x.iep.
func (f Fact) place() string {
	table := strings.ToLower(f.Table)
	switch {
	case f.Name == "":
		return "not read"
	case f.Student != "":
		return "rows of " + table
	}
	return table + "." + strings.ToLower(f.Column)
}

// meaning returns a text that is the same for facts that ask for the same:
// PowerSchool's names and values mean the same in any case, and conditions in any
// order.
func (f Fact) meaning() string {
	text, err := json.Marshal(f)
	if err != nil {
		panic(err) // plain values always encode
	}

	var parts any
	if err := json.Unmarshal(text, &parts); err != nil {
		panic(err) // it was just written
	}
	return folded(parts)
}

// folded writes a part of a JSON document without regard to case, to the space
// around values and to the order of lists.
func folded(part any) string {
	var parts []string
	switch part := part.(type) {
	case map[string]any:
		for key, value := range part {
			parts = append(parts, key+":"+folded(value))
		}
	case []any:
		for _, value := range part {
			parts = append(parts, folded(value))
		}
	default:
		value := strings.TrimSpace(fmt.Sprint(part))
		return strconv.Quote(strings.ToLower(value))
	}

	slices.Sort(parts)
	return "(" + strings.Join(slices.Compact(parts), " ") + ")"
}

// spans writes numbers for people, in order and each once: 3, 8–12.
func spans(numbers []int64) string {
	ordered := slices.Sorted(slices.Values(numbers))
	ordered = slices.Compact(ordered)
	if len(ordered) == 0 {
		return "none"
	}

	var all []string
	for len(ordered) > 0 {
		n := run(ordered)
		says := strconv.FormatInt(ordered[0], 10)
		if n > 1 {
			says += "–" + strconv.FormatInt(ordered[n-1], 10)
		}
		all = append(all, says)
		ordered = ordered[n:]
	}
	return strings.Join(all, ", ")
}

// run returns how many numbers follow one another from the first on; 1 when they
// are two, which are better named.
func run(ordered []int64) int {
	n := 1
	for n < len(ordered) && ordered[n] == ordered[0]+int64(n) {
		n++
	}
	if n == 2 {
		return 1
	}
	return n
}
