package config

import (
	"reflect"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
)

// section is one key of a mapping, and the settings below it.
type section struct {
	key   string
	value reflect.Value // can be set
	set   func()        // called after value is set; may be nil
}

// sectionsOf returns the sections of settings whose keys are listed elsewhere:
// the limits of the guard, and the kinds of files. ok is false for others.
func sectionsOf(v reflect.Value) (all []section, ok bool) {
	switch settings := v.Addr().Interface().(type) {
	case *guard.Guard:
		return guardSections(settings), true
	case *Files:
		return fileSections(*settings), true
	}
	return nil, false
}

// guardSections are the limits that have settings, and the settings that are not
// limits.
func guardSections(g *guard.Guard) (all []section) {
	for _, limit := range g.Limits {
		settings := reflect.ValueOf(limit).Elem()
		if settings.NumField() > 0 {
			all = append(all, section{key: limit.Name(), value: settings})
		}
	}

	return append(all,
		section{key: "snapshot_max_age", value: reflect.ValueOf(&g.SnapshotMaxAge).Elem()},
		section{key: "approval_ttl", value: reflect.ValueOf(&g.ApprovalTTL).Elem()},
		section{key: "pause", value: reflect.ValueOf(&g.Pause).Elem()},
	)
}

func fileSections(all Files) (sections []section) {
	for _, kind := range files.All() {
		file := all[kind.Name]
		sections = append(sections, section{
			key:   kind.Name,
			value: reflect.ValueOf(&file).Elem(),
			set:   func() { all[kind.Name] = file },
		})
	}
	return sections
}

// fieldsOf are the fields of a structure, by their keys.
func fieldsOf(v reflect.Value) (all []section) {
	for i := range v.NumField() {
		key := v.Type().Field(i).Tag.Get("yaml")
		all = append(all, section{key: key, value: v.Field(i)})
	}
	return all
}
