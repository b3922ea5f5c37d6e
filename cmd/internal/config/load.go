package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// places is where the file is looked for when nobody names it.
var places = []string{"schoolinks.yaml", "/etc/schoolinks/schoolinks.yaml"}

// Find returns the path of the configuration file: the flag's, else
// SCHOOLINKS_CONFIG, else the first of ./schoolinks.yaml and
// /etc/schoolinks/schoolinks.yaml that exists, else "".
func Find(flag string, env Env) string {
	if flag != "" {
		return flag
	}
	if path, _ := env("SCHOOLINKS_CONFIG"); path != "" {
		return path
	}
	for _, path := range places {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return path // if it cannot be read, Load says so
		}
	}
	return ""
}

// Load reads the file that Find found; "" gives the defaults. Every error is a
// fault of kind schema.Config.
func Load(path string) (*Config, error) {
	if path == "" {
		return Default(), nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, schema.NewFault(schema.Config, fmt.Errorf("read configuration: %w", err),
			"give --config the path of a readable file, or leave it out")
	}
	return Parse(path, text)
}

// maxSize bounds what is parsed, in bytes: the names of a thousand schools take
// a fifth of it, and the parser needs quadratic time for deep nesting.
const maxSize = 256 << 10

// Parse reads a configuration. name is how errors call it; they say line,
// column and key, and never a value.
func Parse(name string, text []byte) (*Config, error) {
	d := &decoder{name: name, at: map[string]place{}}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if len(text) > maxSize || !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		return nil, d.fault(place{}, "", "is not UTF-8 text of at most 256 KiB", "save the file as UTF-8")
	}
	root, err := d.parse(text)
	if err != nil {
		return nil, err
	}
	c := Default()
	if root != nil {
		if err := d.value("", root, reflect.ValueOf(c).Elem()); err != nil {
			return nil, err
		}
	}
	if err := check(c, d); err != nil {
		return nil, err
	}
	return c, nil
}

// parse returns the root of the only document, or nil where there is nothing in it.
func (d *decoder) parse(text []byte) (ast.Node, error) {
	file, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey()) // value reports them, with the key
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		return nil, d.fault(placeOf(syntax.GetToken()), "", syntax.GetMessage(), "check colons, quotes, brackets and the indentation there")
	}
	if err != nil {
		return nil, d.fault(place{}, "", err.Error(), "check it with any tool for YAML")
	}
	if len(file.Docs) == 0 {
		return nil, nil
	}
	if len(file.Docs) > 1 {
		return nil, d.fault(placeOf(file.Docs[1].Start), "", "a second document", "keep one and remove the line ---")
	}
	if _, empty := file.Docs[0].Body.(*ast.NullNode); empty {
		return nil, nil
	}
	return file.Docs[0].Body, nil
}
