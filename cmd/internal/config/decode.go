package config

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// decoder sets the fields of a Config from the nodes of a file, and keeps the
// place of each key for later checks. It walks the nodes itself: the library's
// own decoding has no positions for values of our types, and changes the text of
// 0504 and yes.
type decoder struct {
	name string
	at   map[string]place // by key: students.grades, tags[0].when.is
}

// place is a line and a column, from 1; the zero place is none.
type place struct{ line, column int }

func placeOf(t *token.Token) place {
	if t == nil || t.Position == nil {
		return place{}
	}
	return place{t.Position.Line, t.Position.Column}
}

// fault returns what is wrong at a key, on one line.
func (d *decoder) fault(p place, key, what, hint string) error {
	text := "read " + d.name + ": "
	if p.line > 0 {
		text += fmt.Sprintf("line %d, column %d: ", p.line, p.column)
	}
	if key != "" {
		text += key + ": "
	}

	err := errors.New(cli.OneLine(text + what))
	return schema.NewFault(schema.Config, err, hint)
}

// wrong returns what is wrong at a key whose place is known.
func (d *decoder) wrong(key, what, hint string) error {
	return d.fault(d.at[key], key, what, hint)
}

var (
	durationType = reflect.TypeFor[time.Duration]()
	percentType  = reflect.TypeFor[guard.Percent]()
	daysType     = reflect.TypeFor[Days]()
	rangeType    = reflect.TypeFor[*schema.GPARange]()
	lookupsType  = reflect.TypeFor[[]Lookup]()
)

// value sets v from the node at a key.
func (d *decoder) value(key string, n ast.Node, v reflect.Value) error {
	_, null := n.(*ast.NullNode)
	if null || n == nil {
		return d.wrong(key, "no value", "remove the key to use its default")
	}

	if sections, ok := sectionsOf(v); ok {
		return d.sections(key, n, sections)
	}

	if v.Type() == rangeType {
		return d.scalar(key, n, v)
	}

	switch v.Kind() {
	case reflect.Pointer: // what has no default
		pointer := reflect.New(v.Type().Elem())
		v.Set(pointer)
		return d.value(key, n, pointer.Elem())
	case reflect.Struct:
		return d.structure(key, n, v)
	case reflect.Map:
		return d.mapping(key, n, v)
	case reflect.Slice:
		return d.list(key, n, v)
	}

	return d.scalar(key, n, v)
}

// scalar sets v from a node that must be a single value.
func (d *decoder) scalar(key string, n ast.Node, v reflect.Value) error {
	text, quoted, ok := scalar(n)
	if !ok {
		return d.wrong(key, "must be a single value", "do not use YAML anchors, aliases and tags")
	}

	d.at[key] = placeOf(n.GetToken())
	if hint := gradeHint(key, text); hint != "" {
		return d.wrong(key, "must be a whole number, as PowerSchool's grade_level is", hint)
	}
	if quoted && v.Kind() != reflect.String {
		return d.wrong(key, "must not be in quotes", "remove the quotes")
	}

	return d.set(key, text, v)
}

// structure sets the fields that the mapping has; the others keep their defaults.
func (d *decoder) structure(key string, n ast.Node, v reflect.Value) error {
	return d.sections(key, n, fieldsOf(v))
}

// sections sets the settings that the mapping has, by their keys; the others
// keep their defaults.
func (d *decoder) sections(key string, n ast.Node, all []section) error {
	var known []string
	for _, s := range all {
		known = append(known, s.key)
	}

	return d.entries(key, n, func(name, at string, n ast.Node) error {
		i := slices.Index(known, name)
		if i < 0 {
			hint := cli.DidYouMean(name, known)
			return d.wrong(at, "unknown key", hint)
		}

		s := all[i]
		if err := d.value(at, n, s.value); err != nil {
			return err
		}
		if s.set != nil {
			s.set()
		}

		return nil
	})
}

// mapping replaces a map whole.
func (d *decoder) mapping(key string, n ast.Node, v reflect.Value) error {
	t := v.Type()
	v.Set(reflect.MakeMap(t))

	return d.entries(key, n, func(name, at string, n ast.Node) error {
		k := reflect.New(t.Key()).Elem()
		if err := d.set(at, name, k); err != nil {
			return err
		}

		e := reflect.New(t.Elem()).Elem()
		if err := d.value(at, n, e); err != nil {
			return err
		}

		v.SetMapIndex(k, e)
		return nil
	})
}

// list replaces a list whole.
func (d *decoder) list(key string, n ast.Node, v reflect.Value) error {
	if v.Type() == lookupsType && !isList(n) { // the key's first form: only one
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		return d.value(key, n, v.Index(0))
	}

	s, ok := n.(*ast.SequenceNode)
	if !ok {
		return d.wrong(key, "must be a list", "write [ … ], or one line with - for each item")
	}

	length := len(s.Values)
	v.Set(reflect.MakeSlice(v.Type(), length, length))

	for i, n := range s.Values {
		at := item(key, i)
		d.at[at] = d.at[key]
		if n != nil {
			d.at[at] = placeOf(n.GetToken())
		}

		if err := d.value(at, n, v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func isList(n ast.Node) bool {
	_, ok := n.(*ast.SequenceNode)
	return ok
}

// entries calls f for each entry of a mapping with the entry's name, its whole
// key, and its value.
func (d *decoder) entries(
	key string,
	n ast.Node,
	f func(name, at string, n ast.Node) error,
) error {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		return d.wrong(key, "must be a mapping", "write each key: value on its own line, indented")
	}

	for _, value := range values {
		p := placeOf(value.Key.GetToken())
		name, _, ok := scalar(value.Key)
		if !ok {
			return d.fault(p, key, "a key must be plain text",
				"do not use YAML anchors, aliases and merge keys")
		}

		at := join(key, name)
		if first, twice := d.at[at]; twice {
			hint := fmt.Sprintf("it is already on line %d: remove one of them", first.line)
			return d.fault(p, at, "duplicate key", hint)
		}
		d.at[at] = p

		if err := f(name, at, value.Value); err != nil {
			return err
		}
	}

	return nil
}

func join(key, name string) string {
	if key == "" {
		return name
	}
	return key + "." + name
}
