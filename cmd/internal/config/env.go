package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Env looks up a variable of the environment, as os.LookupEnv does.
type Env func(name string) (string, bool)

// variables reads what a program needs from the environment, and collects what
// is missing, to name all of it at once.
type variables struct {
	env     Env
	missing []string
	err     error // the first error other than a missing variable
}

// text returns the variable, or notes that it is missing.
func (v *variables) text(name string) string {
	value := v.optional(name)
	if value == "" && v.err == nil {
		v.missing = append(v.missing, name)
	}
	return value
}

// optional returns the variable: NAME itself, the content of the file that
// NAME_FILE names, or systemd's credential of that name. "" when there is none.
func (v *variables) optional(name string) string {
	value := v.lookup(name)
	file := v.lookup(name + "_FILE")
	credentials := v.lookup("CREDENTIALS_DIRECTORY")

	switch {
	case value != "" && file != "":
		err := fmt.Errorf("read environment: both %s and %[1]s_FILE are set", name)
		v.fail(err, "unset one of the two")
	case value != "":
		return v.sound(name, name, value)
	case file != "":
		text, err := readFile(file)
		if err != nil {
			err = fmt.Errorf("read %s_FILE: %w", name, err)
			v.fail(err, "set "+name+"_FILE to the path of a readable file")
		}
		return v.sound(name, name+"_FILE", text)
	case credentials != "":
		text, err := readFile(filepath.Join(credentials, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("read credential %s: %w", name, err)
			v.fail(err, "see LoadCredential in systemd.exec(5)")
		}
		return v.sound(name, "credential "+name, text)
	}
	return ""
}

// sound returns the text of a variable, or "" and an error if it can only be a
// mistake: a server would refuse such a password, and lock the account in the end.
func (v *variables) sound(name, from, text string) string {
	flaw, hint := flawOf(text, name == privateKey)
	if flaw == "" {
		return text
	}

	err := fmt.Errorf("read %s: %s", from, flaw)
	v.fail(err, hint)
	return ""
}

// privateKey is the only variable that has lines.
const privateKey = "SCHOOLINKS_SFTP_KEY"

// flawOf says what no secret, address or name has in it, and what to do about it.
func flawOf(text string, lines bool) (flaw, hint string) {
	line, isLine := strings.CutSuffix(text, "\r")
	utf16 := strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")
	strange := func(r rune) bool {
		space := strings.ContainsRune("\r\n\t", r)
		return unicode.IsControl(r) && !(lines && space)
	}

	switch {
	case utf16:
		return "it is UTF-16", saveAsUTF8
	case strings.Contains(text, "\x00"):
		return "it has a NUL byte, as UTF-16 does", saveAsUTF8
	case !strings.ContainsFunc(text, strange):
		return "", ""
	case isLine && !strings.ContainsFunc(line, strange):
		return "it ends in a carriage return", "save the file that it comes from with the line ends of Unix: LF alone"
	case !lines && strings.ContainsAny(text, "\r\n"):
		return "it has more than one line", "keep one line, and no empty line after it"
	}
	return "it has a control character, such as a tab or an escape", "type it again, without any invisible character"
}

const saveAsUTF8 = "save the file as UTF-8: PowerShell's > writes UTF-16, which " +
	"iconv -f UTF-16 -t UTF-8 converts"

// Given returns the names of those variables that are set, never a value. A
// variable that is set by a file has its source in brackets. No file is read,
// because one that is a pipe can be read only once.
func Given(env Env, names ...string) (given []string) {
	v := &variables{env: env}
	for _, name := range names {
		switch {
		case v.lookup(name) != "":
			given = append(given, name)
		case v.lookup(name+"_FILE") != "":
			given = append(given, name+" (from "+name+"_FILE)")
		case v.hasCredential(name):
			given = append(given, name+" (systemd credential)")
		}
	}
	return given
}

// hasCredential reports whether systemd gives a credential that is not empty.
func (v *variables) hasCredential(name string) bool {
	credentials := v.lookup("CREDENTIALS_DIRECTORY")
	if credentials == "" {
		return false
	}

	path := filepath.Join(credentials, name)
	file, err := os.Stat(path)
	return err == nil && file.Size() > 0
}

func (v *variables) lookup(name string) string {
	value, _ := v.env(name)
	return value
}

func (v *variables) fail(err error, hint string) {
	if v.err == nil {
		v.err = schema.NewFault(schema.Config, err, hint)
	}
}

// check returns the first error, if there was one.
func (v *variables) check() error {
	if v.err != nil || len(v.missing) == 0 {
		return v.err
	}

	const password = "SCHOOLINKS_SFTP_PASSWORD"
	names := strings.Join(v.missing, ", ")
	names = strings.Replace(names, password, password+" (or SCHOOLINKS_SFTP_KEY)", 1)
	err := fmt.Errorf("read environment: not set or empty: %s", names)
	return schema.NewFault(schema.Config, err,
		"set each of them, or name a file that holds it in "+v.missing[0]+"_FILE and so on")
}

// readFile returns the content of a file without a byte order mark and without
// its last line break. Its errors do not name the path, because somebody may have
// written the secret in place of the path.
func readFile(path string) (string, error) {
	if _, writable := schema.Access(path); writable {
		err := errors.New("every user of this machine may change the file")
		return "", schema.NewFault(schema.Refused, err, "run: chmod 600 "+path)
	}

	content, err := os.ReadFile(path)
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return "", err
	}

	text := strings.TrimPrefix(string(content), "\ufeff")
	text = strings.TrimSuffix(text, "\n")
	return strings.TrimSuffix(text, "\r"), nil
}
