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

// defaultPaths is where the file is looked for when nobody names it.
var defaultPaths = []string{"schoolinks.yaml", "/etc/schoolinks/schoolinks.yaml"}

// Variable is the environment variable that can name the file.
const Variable = "SCHOOLINKS_CONFIG"

// Load reads the configuration: the file of the flag --config, else that of
// SCHOOLINKS_CONFIG, else the first of ./schoolinks.yaml and
// /etc/schoolinks/schoolinks.yaml that exists. path is that file, or "" when there
// is none and all keys have their defaults. Every error is a fault of kind
// schema.Config.
//
// A program loads the file once, because it may be a pipe, which is empty the
// second time. For the same reason a file that somebody named must not be empty.
func Load(flag string, env Env) (c *Config, path string, err error) {
	if file, _ := env(Variable + "_FILE"); file != "" { // as secrets have one
		err := errors.New("read environment: " + Variable + "_FILE is set, which nothing reads")
		return nil, "", schema.NewFault(schema.Config, err, "set "+Variable+" to the path of the configuration")
	}

	path, namedBy := find(flag, env)
	if path == "" {
		return Default(), "", nil
	}

	text, err := os.ReadFile(path)
	if err != nil {
		return nil, path, unreadable(err, namedBy)
	}

	empty := len(bytes.TrimSpace(text)) == 0
	if namedBy != "" && empty {
		err := fmt.Errorf("read %s: the file is empty", path)
		return nil, path, schema.NewFault(schema.Config, err,
			"write the configuration into it, or do not name it, to use the defaults")
	}

	c, err = Parse(path, text)
	return c, path, err
}

// find returns the path of the configuration file, and what named it; "" when
// nothing did.
func find(flag string, env Env) (path, namedBy string) {
	if flag != "" {
		return flag, "--config"
	}
	if path, _ := env(Variable); path != "" {
		return path, Variable
	}
	for _, path := range defaultPaths {
		_, err := os.Stat(path)
		if !errors.Is(err, fs.ErrNotExist) {
			return path, "" // if it cannot be read, Load says so
		}
	}
	return "", ""
}

// unreadable returns the fault that the configuration file cannot be read.
func unreadable(err error, namedBy string) error {
	hint := "let this account read the file, or name another one with --config"
	if namedBy != "" {
		hint = "give " + namedBy + " the path of a readable file, or leave it out"
	}

	err = fmt.Errorf("read configuration: %w", err)
	return schema.NewFault(schema.Config, err, hint)
}

// maxSize bounds what is parsed, in bytes: the names of a thousand schools take
// a fifth of it, and the parser needs quadratic time for deep nesting.
const maxSize = 256 << 10

// Parse reads a configuration. name is how errors call it; they say line,
// column and key, and never a value.
func Parse(name string, text []byte) (*Config, error) {
	d := &decoder{
		name: name,
		at:   map[string]place{},
	}

	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	isText := utf8.Valid(text) && bytes.IndexByte(text, 0) < 0
	if len(text) > maxSize || !isText {
		return nil, d.wrong("", "is not UTF-8 text of at most 256 KiB", "save the file as UTF-8")
	}

	root, err := d.parse(text)
	if err != nil {
		return nil, err
	}

	c := Default()
	if root != nil {
		all := reflect.ValueOf(c).Elem()
		if err := d.value("", root, all); err != nil {
			return nil, err
		}
	}
	if err := check(c, d); err != nil {
		return nil, err
	}
	return c, nil
}

// parse returns the root of the only document, or nil when it is empty.
func (d *decoder) parse(text []byte) (ast.Node, error) {
	duplicates := parser.AllowDuplicateMapKey() // value reports them, with the key
	file, err := parser.ParseBytes(text, 0, duplicates)

	var syntax yaml.Error
	if errors.As(err, &syntax) {
		p := placeOf(syntax.GetToken())
		return nil, d.fault(p, "", syntax.GetMessage(),
			"check colons, quotes, brackets and the indentation there")
	}
	if err != nil {
		return nil, d.wrong("", err.Error(), "check the file with a YAML tool")
	}

	if len(file.Docs) == 0 {
		return nil, nil
	}
	if len(file.Docs) > 1 {
		second := placeOf(file.Docs[1].Start)
		return nil, d.fault(second, "", "a second YAML document",
			"keep one of them, and remove the line ---")
	}

	root := file.Docs[0].Body
	if _, empty := root.(*ast.NullNode); empty {
		return nil, nil
	}
	return root, nil
}
