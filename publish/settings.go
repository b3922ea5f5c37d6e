package publish

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
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

// extractChanges compares the extract settings of two versions; none differ
// where one of them has no settings.
func extractChanges(before, after version) []SettingChange {
	if before.settings == nil || after.settings == nil {
		return nil
	}
	return settingChanges(OfExtract, json.RawMessage(before.settings.Text()), json.RawMessage(after.settings.Text()))
}

// settingChanges compares two settings in JSON, key by key.
func settingChanges(part Part, from, to json.RawMessage) []SettingChange {
	if bytes.Equal(from, to) {
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
