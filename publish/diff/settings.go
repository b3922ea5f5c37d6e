package diff

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// SettingChange is a setting that differs between the two sides of a diff. It is
// part of the rules, which make the files, or of the extract settings, which say
// how PowerSchool was read. From and To are JSON; "" when there is none.
type SettingChange struct {
	Part     Part
	Key      string // attendance.window, tags.504, facts.iep, …
	From, To string
}

// Part says which settings a change belongs to.
type Part string

const (
	OfRules   Part = "rules"
	OfExtract Part = "extract"
)

// extractChanges compares the extract settings of two snapshots, key by key. There
// is nothing to compare when one of them is not known.
func extractChanges(from, to schema.Settings) []SettingChange {
	if !from.Known() || !to.Known() {
		return nil
	}
	was := json.RawMessage(from.Text())
	is := json.RawMessage(to.Text())
	return settingChanges(OfExtract, was, is)
}

// settingChanges compares two settings in JSON, key by key.
func settingChanges(part Part, from, to json.RawMessage) []SettingChange {
	if bytes.Equal(from, to) {
		return nil
	}

	was := flatten(from)
	is := flatten(to)
	all := maps.Clone(was)
	maps.Copy(all, is)

	var changes []SettingChange
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if was[key] == is[key] {
			continue
		}
		changes = append(changes, SettingChange{
			Part: part,
			Key:  key,
			From: was[key],
			To:   is[key],
		})
	}
	return changes
}

// flatten returns the values of a JSON document by their keys. The key of an
// object in a list is its name; a fact or a tag is one value, whatever is in it.
func flatten(document json.RawMessage) map[string]string {
	flat := map[string]string{}
	flattenInto(flat, "", document)
	return flat
}

func flattenInto(flat map[string]string, key string, value json.RawMessage) {
	if object := objectOf(value); object != nil {
		for name, v := range object {
			inner := strings.TrimPrefix(key+"."+name, ".")
			flattenInto(flat, inner, v)
		}
		return
	}

	list := listOf(value)
	named := len(list) > 0 && nameOf(list[0]) != ""
	switch {
	case named:
		for _, v := range list {
			flat[key+"."+nameOf(v)] = compact(v)
		}
	case string(value) != "null":
		flat[key] = compact(value)
	}
}

// objectOf reads a JSON object; nil for anything else.
func objectOf(value json.RawMessage) (object map[string]json.RawMessage) {
	if json.Unmarshal(value, &object) != nil {
		return nil
	}
	return object
}

// listOf reads a JSON list; nil for anything else.
func listOf(value json.RawMessage) (list []json.RawMessage) {
	if json.Unmarshal(value, &list) != nil {
		return nil
	}
	return list
}

// nameOf returns the name of an object in a list; "" for what has no name.
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
