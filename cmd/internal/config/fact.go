package config

import (
	"cmp"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Fact is one demographic value of a student: a column of a table with one row
// per student, or whether a table has a row of the student.
type Fact struct {
	Table        string   `yaml:"table"`
	Column       string   `yaml:"column"`
	Student      string   `yaml:"student"` // instead of Column
	Where        []Where  `yaml:"where"`   // with Student
	Lookups      []Lookup `yaml:"lookup"`  // with Student; one, or a list
	Start        string   `yaml:"start"`
	End          string   `yaml:"end"`
	EndExclusive bool     `yaml:"end_exclusive"`
	GraceDays    int64    `yaml:"grace_days"`
}

// Where is a condition of a column; one of the others says which.
type Where struct {
	Column   string   `yaml:"column"`
	Is       string   `yaml:"is"`
	In       []string `yaml:"in"`
	Prefix   string   `yaml:"prefix"`
	Contains string   `yaml:"contains"`
	NotBlank bool     `yaml:"not_blank"`
	Not      bool     `yaml:"not"` // the column must not meet the condition
}

// Lookup is a table that a fact's table refers to.
type Lookup struct {
	Table string  `yaml:"table"`
	On    string  `yaml:"on"`
	Key   string  `yaml:"key"` // "" is id
	Where []Where `yaml:"where"`
}

// settings returns what to ask of PowerSchool for a fact.
func (f Fact) settings(name string) schema.Fact {
	fact := schema.Fact{
		Name:    name,
		Table:   strings.ToLower(f.Table),
		Column:  strings.ToLower(f.Column),
		Student: strings.ToLower(f.Student),
		Where:   wheres(f.Where),
		Dates: schema.Dates{
			Start:        strings.ToLower(f.Start),
			End:          strings.ToLower(f.End),
			EndExclusive: f.EndExclusive,
			GraceDays:    int(f.GraceDays),
		},
	}

	for _, l := range f.Lookups {
		fact.Lookups = append(fact.Lookups, l.settings())
	}
	return fact
}

func (l Lookup) settings() schema.Lookup {
	return schema.Lookup{
		Table: strings.ToLower(l.Table),
		On:    strings.ToLower(l.On),
		Key:   strings.ToLower(cmp.Or(l.Key, "id")),
		Where: wheres(l.Where),
	}
}

func wheres(where []Where) (conditions []schema.Where) {
	for _, w := range where {
		in := ordered(w.In)
		if w.Is != "" {
			in = []string{w.Is}
		}

		conditions = append(conditions, schema.Where{
			Column:   strings.ToLower(w.Column),
			In:       in,
			Prefix:   w.Prefix,
			Contains: w.Contains,
			NotBlank: w.NotBlank,
			Not:      w.Not,
		})
	}
	return conditions
}

// fact checks a fact: a column, or rows of a student.
func (k *checker) fact(key string, f Fact) {
	k.name(key+".table", f.Table, tableName)
	if f.Student == "" {
		k.columnFact(key, f)
	} else {
		k.rowFact(key, f)
	}
	k.dates(key, f)
}

// columnFact checks a fact that is the value of a column.
func (k *checker) columnFact(key string, f Fact) {
	k.name(key+".column", f.Column, columnName)
	k.needsStudent(key + ".where")
	k.needsStudent(key + ".lookup")
}

func (k *checker) needsStudent(key string) {
	if k.given(key) {
		k.fail(key, "needs student",
			"remove column, and add student: studentsdcid or student: studentid, whichever the table has")
	}
}

// rowFact checks a fact that is whether there is a row.
func (k *checker) rowFact(key string, f Fact) {
	oneOf(k, key+".student", strings.ToLower(f.Student),
		schema.StudentsDCID,
		schema.StudentID)

	column := key + ".column"
	if k.given(column) {
		k.fail(column, "cannot be combined with student",
			"remove student to read the column's value, or column to read whether there is a row")
	}

	k.where(key, f.Where)
	k.lookups(key+".lookup", f.Lookups)
}

func (k *checker) dates(key string, f Fact) {
	k.optional(key+".start", f.Start)
	k.optional(key+".end", f.End)
	if f.End == "" {
		k.needsEnd(key + ".end_exclusive")
		k.needsEnd(key + ".grace_days")
	}
	k.within(key+".grace_days", f.GraceDays, 0, 366)
}

func (k *checker) needsEnd(key string) {
	if k.given(key) {
		k.fail(key, "needs end", "name the column of the end date: end: exit_date")
	}
}

func (k *checker) lookups(key string, lookups []Lookup) {
	if k.given(key) {
		k.notEmpty(key, len(lookups))
	}

	for i, l := range lookups {
		at := item(key, i)
		if !k.given(at) {
			at = key
		}
		k.lookup(at, l)
	}
}

func (k *checker) lookup(key string, l Lookup) {
	k.name(key+".table", l.Table, tableName)
	k.name(key+".on", l.On, columnName)
	k.optional(key+".key", l.Key)
	k.where(key, l.Where)
}

// where checks the conditions of a table whose key is key.
func (k *checker) where(key string, where []Where) {
	list := key + ".where"
	if k.given(list) {
		k.notEmpty(list, len(where))
	}

	for i, w := range where {
		at := item(list, i)
		k.name(at+".column", w.Column, columnName)

		switch k.oneGiven(at, "is", "in", "prefix", "contains", "not_blank") {
		case "is":
			k.word(at+".is", w.Is)
		case "in":
			k.words(at+".in", w.In)
		case "prefix":
			k.word(at+".prefix", w.Prefix)
		case "contains":
			k.word(at+".contains", w.Contains)
		case "not_blank":
			k.isTrue(at+".not_blank", w.NotBlank)
		}
	}
}

// optional checks a column that need not be named, but must have a name when its
// key is there.
func (k *checker) optional(key, name string) {
	if name != "" || k.given(key) {
		k.name(key, name, columnName)
	}
}

// word checks a value to compare with. A blank one would never match.
func (k *checker) word(key, value string) {
	trimmed := strings.TrimSpace(value)
	k.notEmpty(key, len(trimmed))
}

func (k *checker) words(key string, values []string) {
	k.notEmpty(key, len(values))
	for i, value := range values {
		k.word(item(key, i), value)
	}
}
