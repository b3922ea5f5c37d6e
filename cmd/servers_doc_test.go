package cmd_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
)

const (
	serversFile   = "../docs/servers.md"
	updateServers = "UPDATE_SERVERS" // a variable that has the file written
)

// serversDoc is docs/servers.md: a text, and a line for each delivery.
type serversDoc struct{ lines []*docLine }

// docLine is the line of one delivery.
type docLine struct {
	group string
	delivery
	mu   sync.Mutex
	text string // "" until it was made
}

// line adds a line.
func (s *serversDoc) line(group string, d delivery) *docLine {
	l := &docLine{group: group, delivery: d}
	s.lines = append(s.lines, l)
	return l
}

// is writes what came of the delivery.
func (l *docLine) is(got outcome) {
	l.mu.Lock()
	defer l.mu.Unlock()
	setting, says := setting(l.settings), firstWords(got.said)
	if l.group == wholeServers {
		l.text = row(l.name, setting, fmt.Sprint(got.exit), says, got.holds, got.record)
		return
	}
	offered := fmt.Sprint(got.secrets)
	if l.secrets == 0 && got.secrets > 0 {
		offered = "once a login"
	}
	l.text = row(l.name, setting, fmt.Sprint(got.exit), says, got.holds, got.record, offered, l.longest().String())
}

func row(cells ...string) string {
	for i, cell := range cells {
		cells[i] = strings.ReplaceAll(cell, "|", `\|`)
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}

// varies is what differs from run to run in what a program says.
var varies = []struct {
	is *regexp.Regexp
	as string
}{
	{regexp.MustCompile(`127\.0\.0\.1:\d+`), "SERVER"},
	{regexp.MustCompile(`(->|tcp )?SERVER->SERVER`), "SERVER"},
	{regexp.MustCompile(`/tmp/[^" ]*`), "FOLDER"},
	{regexp.MustCompile(`\.[0-9a-f]{8}-\d+\.part`), ".….part"},
}

// firstWords are the beginning of what a program says, without what varies.
func firstWords(said string) string {
	for _, v := range varies {
		said = v.is.ReplaceAllString(said, v.as)
	}
	const most = 160
	if letters := []rune(said); len(letters) > most {
		said = string(letters[:most]) + "…"
	}
	return said
}

// check compares the document with what came of the deliveries. With $UPDATE_SERVERS it
// writes the document, from the deliveries that ran and the lines of the others.
func (s *serversDoc) check(t *testing.T) {
	old, err := os.ReadFile(serversFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	text := s.write(string(old))
	if os.Getenv(updateServers) != "" {
		if err := os.WriteFile(serversFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}

	for _, l := range s.lines {
		if l.text == "" {
			t.Errorf("%s does not have %q", serversFile, l.title())
		}
	}
	for line := range strings.Lines(text) {
		if !strings.Contains(string(old), line) {
			t.Errorf("%s does not have this line; make soak with UPDATE_SERVERS=1 writes it:\n%s", serversFile, line)
		}
	}
	for line := range strings.Lines(string(old)) {
		if !strings.Contains(text, line) {
			t.Errorf("%s has a line of nothing that was tried:\n%s", serversFile, line)
		}
	}
}

// write returns the document.
func (s *serversDoc) write(old string) string {
	text := serversIntroduction
	group := ""
	for _, l := range s.lines {
		if l.group != group {
			group = l.group
			text += "\n" + serversHeadings[group]
		}
		if l.text == "" {
			l.text = lineBefore(old, row(l.name, setting(l.settings)))
		}
		text += l.text
	}
	return text + serversEnd
}

func setting(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

// lineBefore is the line that the document had for a delivery that did not run.
func lineBefore(old, begins string) string {
	begins = strings.TrimSuffix(begins, "\n")
	for line := range strings.Lines(old) {
		if strings.HasPrefix(line, begins) {
			return line
		}
	}
	return ""
}
