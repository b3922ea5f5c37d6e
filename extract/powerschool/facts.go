package powerschool

import (
	"encoding/binary"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// factsCache keeps the few values and combinations of facts that nearly all
// students share, so that they are not made again for each student.
type factsCache struct {
	facts    []schema.Fact
	values   map[string]string
	combined map[string]schema.Facts
	key      []byte
	room     int // bytes that may still be kept
}

// These limit the memory in case a fact is free text. What is longer than
// longestCached is free text, and would leave no room for the others.
const (
	cacheBytes    = 1 << 20
	longestCached = 2 << 10
	entryBytes    = 128 // of a map, besides the texts
)

func newFactsCache(facts []schema.Fact) *factsCache {
	return &factsCache{
		facts:    facts,
		values:   map[string]string{},
		combined: map[string]schema.Facts{},
		room:     cacheBytes,
	}
}

// value returns a fact as text. Numbers are brought to their one form: the number
// of digits comes from the database, not from PowerSchool.
func (c *factsCache) value(text []byte, number bool) string {
	known, ok := c.values[string(text)]
	if ok && !number {
		return known
	}

	v := string(text)
	if number {
		if d, ok := schema.ParseDecimal(v); ok {
			return string(d)
		}
	}

	if c.keep(len(v)) {
		c.values[v] = v
	}

	return v
}

// of returns the values of each fact as Facts. It sorts the values.
func (c *factsCache) of(values [][]string) schema.Facts {
	c.key = c.key[:0]
	for _, of := range values {
		slices.Sort(of)
		count := uint64(len(of))
		c.key = binary.AppendUvarint(c.key, count)
		for _, v := range of {
			length := uint64(len(v))
			c.key = binary.AppendUvarint(c.key, length)
			c.key = append(c.key, v...)
		}
	}

	known, ok := c.combined[string(c.key)]
	if ok {
		return known
	}

	named := map[string][]string{}
	for i, of := range values {
		if len(of) > 0 {
			name := c.facts[i].Name
			named[name] = of
		}
	}

	f := schema.NewFacts(named)
	if c.keep(len(c.key) + len(f)) {
		c.combined[string(c.key)] = f
	}

	return f
}

// keep reports whether there is room for texts of so many bytes, and takes it.
func (c *factsCache) keep(bytes int) bool {
	need := bytes + entryBytes
	if need > longestCached || need > c.room {
		return false
	}
	c.room -= need
	return true
}
