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
			all = append(all, section{
				key:   limit.Name(),
				value: settings,
			})
		}
	}

	return append(all,
		sectionAt("snapshot_max_age", &g.SnapshotMaxAge),
		sectionAt("approval_ttl", &g.ApprovalTTL),
		sectionAt("pause", &g.Pause),
	)
}

// sectionAt is the section of the setting that a pointer points to.
func sectionAt(key string, pointer any) section {
	return section{
		key:   key,
		value: reflect.ValueOf(pointer).Elem(),
	}
}

func fileSections(all Files) (sections []section) {
	for _, kind := range files.All() {
		file := all[kind.Name]
		s := sectionAt(kind.Name, &file)
		s.set = func() {
			all[kind.Name] = file
		}
		sections = append(sections, s)
	}
	return sections
}

// fieldsOf are the fields of a structure, by their keys.
func fieldsOf(v reflect.Value) (all []section) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		all = append(all, section{
			key:   field.Tag.Get("yaml"),
			value: v.Field(i),
		})
	}
	return all
}
