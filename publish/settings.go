package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// SettingChange is a setting that differs between the two sides of a diff:
// part of the rules, by which files are made, or of the extract settings, by
// which PowerSchool was read. From and To are JSON, "" where there is none.
type SettingChange struct {
	Part     Part
	Key      string // attendance.window, tags.504, facts.iep, …
	From, To string
}

// Part is which settings a change belongs to.
type Part string

const (
	OfRules   Part = "rules"
	OfExtract Part = "extract"
)

// settingChanges compares two settings in JSON, key by key.
func settingChanges(part Part, from, to json.RawMessage) []SettingChange {
	if from == nil || to == nil || bytes.Equal(from, to) {
		return nil
	}
	a, b := flatten(from), flatten(to)
	keys := maps.Clone(a)
	maps.Copy(keys, b)
	var changes []SettingChange
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if a[key] != b[key] {
			changes = append(changes, SettingChange{part, key, a[key], b[key]})
		}
	}
	return changes
}

// flatten returns the values of a JSON document by their keys. Objects in a
// list go by their name; a fact or a tag is one value, whatever it holds.
func flatten(document json.RawMessage) map[string]string {
	flat := map[string]string{}
	flattenInto(flat, "", document)
	return flat
}

func flattenInto(flat map[string]string, key string, value json.RawMessage) {
	var object map[string]json.RawMessage
	var list []json.RawMessage
	switch {
	case json.Unmarshal(value, &object) == nil && object != nil:
		for name, v := range object {
			flattenInto(flat, strings.TrimPrefix(key+"."+name, "."), v)
		}
	case json.Unmarshal(value, &list) == nil && len(list) > 0 && nameOf(list[0]) != "":
		for _, v := range list {
			flat[key+"."+nameOf(v)] = compact(v)
		}
	case string(value) != "null":
		flat[key] = compact(value)
	}
}

// nameOf returns what an object in a list is called by; "" for what is none.
func nameOf(value json.RawMessage) string {
	var named struct{ Name, Kind string }
	if json.Unmarshal(value, &named) != nil {
		return ""
	}
	if named.Kind != "" { // a file: its name is one of its settings
		return named.Kind
	}
	return named.Name
}

func compact(value json.RawMessage) string {
	var b bytes.Buffer
	if err := json.Compact(&b, value); err != nil {
		return string(value)
	}
	return b.String()
}

// of returns the part of rules that the rows of a kind depend on.
func (r Rules) of(kind string) json.RawMessage {
	part := map[string]any{"identifier": r.Identifier, "column": r.Column, "shared_number": r.SharedNumber}
	switch kind {
	case "attendance":
		part["attendance"] = r.Attendance
	case "gpa":
		part["gpa"] = r.GPA
	case "tags":
		part["tags"] = r.Tags
	}
	text, err := json.Marshal(part)
	if err != nil {
		panic(err) // plain values always encode
	}
	return text
}

// scope is who is read, as the extract settings of a snapshot have it.
type scope struct {
	EnrollStatus   []int64 `json:"enroll_status"`
	Grades         []int64 `json:"grades"`
	ExcludeSchools []int64 `json:"exclude_schools"`
}

func readScope(spec json.RawMessage) (s scope) {
	_ = json.Unmarshal(spec, &s) // of what is not known nobody is out of scope
	return s
}

// readNames reports whether extract settings have names read.
func readNames(spec json.RawMessage) bool {
	var s struct {
		Names bool `json:"names"`
	}
	return json.Unmarshal(spec, &s) == nil && s.Names // of what is not known nobody has a name
}

// holds reports whether a student of whom this is known would be read.
func (s scope) holds(status, grade, school *int64) bool {
	return status != nil && grade != nil && school != nil && slices.Contains(s.EnrollStatus, *status) && s.outside(grade, school) == ""
}

// outside says what puts a grade or a school out of scope: "grade 13, school 901".
func (s scope) outside(grade, school *int64) string {
	var out []string
	if grade != nil && !slices.Contains(s.Grades, *grade) {
		out = append(out, fmt.Sprintf("grade %d", *grade))
	}
	if school != nil && slices.Contains(s.ExcludeSchools, *school) {
		out = append(out, fmt.Sprintf("school %d", *school))
	}
	return strings.Join(out, ", ")
}

// inScope reports whether a student of a snapshot would be read.
func (s scope) inScope(st *schema.Student) bool {
	return s.holds(&st.EnrollStatus, &st.GradeLevel, &st.SchoolID)
}

// factNames returns the facts that extract settings read; ok is false where
// they are not known.
func factNames(spec json.RawMessage) (names []string, ok bool) {
	var s struct {
		Facts []struct {
			Name string `json:"name"`
		} `json:"facts"`
	}
	if err := json.Unmarshal(spec, &s); err != nil || s.Facts == nil {
		return nil, false
	}
	for _, f := range s.Facts {
		names = append(names, f.Name)
	}
	return names, true
}
