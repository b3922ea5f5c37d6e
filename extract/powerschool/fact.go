package powerschool

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// fact selects the i-th fact.
func (a *asking) fact(i int, f schema.Fact) string {
	if f.Student != "" {
		return fmt.Sprintf("case when f%d.student is null then 0 else 1 end", i+1)
	}

	column := a.of(f.Table, f.Column)
	row := strings.TrimSuffix(column, "."+f.Column)
	during := a.during(row, f.Dates)
	value := column
	if a.isDate(f.Table, f.Column) {
		value = a.dateAsText(column)
	}
	if len(during) == 0 {
		return value
	}

	condition := strings.Join(during, " and ")
	return fmt.Sprintf("case when %s then %s end", condition, value)
}

// isDate reports whether a column holds dates, as Check has found out.
func (a *asking) isDate(table, column string) bool {
	return a.dates[columnOf(table, column)]
}

// columnOf is how Source.dates knows a column.
func columnOf(table, column string) string {
	return strings.ToLower(table + "." + column)
}

// dateAsText is the day of a date, and NULL for the blank date. That day is not bound,
// because a condition can repeat the column.
func (a *asking) dateAsText(column string) string {
	text := fmt.Sprintf("to_char(%s, 'YYYY-MM-DD')", column)
	blank, err := time.Parse(time.DateOnly, a.BlankDate)
	if err != nil { // there is no such day
		return text
	}
	return fmt.Sprintf("nullif(%s, '%s')", text, blank.Format(time.DateOnly))
}

// The students about whom a table has such a row, once each. Joined like this,
// the table's rows multiply nothing, and the table is read once, with or without
// an index.
const rowsOf = `left join (select e.%s student from %s e%s%s group by e.%[1]s) f%[5]d on f%[5]d.student = s.%[6]s`

func (a *asking) rows(i int, f schema.Fact) string {
	lookups := ""
	conditions := a.where("e", f.Table, f.Where)
	for n, l := range f.Lookups {
		alias := fmt.Sprintf("l%d", n+1)
		lookups += fmt.Sprintf(" join %s %s on %[2]s.%s = e.%s", a.table(l.Table), alias, l.Key, l.On)
		ofLookup := a.where(alias, l.Table, l.Where)
		conditions = append(conditions, ofLookup...)
	}

	during := a.during("e", f.Dates)
	conditions = append(conditions, during...)
	where := ""
	if len(conditions) > 0 {
		where = " where " + strings.Join(conditions, " and ")
	}

	return fmt.Sprintf(rowsOf,
		f.Student,
		a.table(f.Table),
		lookups,
		where,
		i+1,
		studentKey(f))
}

// studentKey is the column of STUDENTS that a fact's table refers to.
func studentKey(f schema.Fact) string {
	if f.Student == schema.StudentID {
		return "id"
	}
	return "dcid"
}

// during is the condition that a row's dates contain the snapshot's day. The
// columns stand alone, so that a time of day does no harm and an index can be
// used.
func (a *asking) during(row string, d schema.Dates) (conditions []string) {
	if d.Start != "" {
		start := row + "." + d.Start
		condition := fmt.Sprintf("(%s or %s < %s)", a.blankDate(start), start, a.day(1))
		conditions = append(conditions, condition)
	}

	if d.End != "" {
		earliest := -d.GraceDays
		if d.EndExclusive {
			earliest++
		}

		end := row + "." + d.End
		condition := fmt.Sprintf("(%s or %s >= %s)", a.blankDate(end), end, a.day(earliest))
		conditions = append(conditions, condition)
	}

	return conditions
}

// blankDate is the condition that a date is NULL, or on PowerSchool's day for it, at
// whatever time of that day.
func (a *asking) blankDate(column string) string {
	isNull := column + " is null"
	blank, err := time.Parse(time.DateOnly, a.BlankDate)
	if err != nil { // there is no such day
		return isNull
	}

	const onDay = "%s or %s >= %s and %[2]s < %[4]s"
	day := a.timestamp(blank)
	next := a.timestamp(daysAfter(blank, 1))
	return fmt.Sprintf(onDay, isNull, column, day, next)
}

// where are the conditions on columns of a table, whose rows go by the name row.
func (a *asking) where(row, table string, where []schema.Where) (conditions []string) {
	for _, w := range where {
		column := row + "." + w.Column
		if a.isDate(table, w.Column) {
			column = a.dateAsText(column)
		}

		condition := a.condition(column, w)
		if w.Not {
			condition = negated(condition)
		}
		conditions = append(conditions, condition)
	}

	return conditions
}

// negated is the condition that another one is not met, by a NULL either.
func negated(condition string) string {
	return "case when " + condition + " then 0 else 1 end = 1"
}

func (a *asking) condition(column string, w schema.Where) string {
	switch {
	case w.NotBlank:
		return "length(" + asText(column) + ") > 0"
	case w.Prefix != "":
		return a.begins(column, w.Prefix)
	case w.Contains != "":
		return a.contains(column, w.Contains)
	}
	return a.in(column, w.In)
}

func (a *asking) in(column string, values []string) string {
	conditions := make([]string, len(values))
	for i, value := range values {
		conditions[i] = a.is(column, value)
	}

	either := strings.Join(conditions, " or ")
	return "(" + either + ")"
}

// asText is a column as text. PostgreSQL does not compare a number with text, and
// Oracle would convert the text and fail if one row does not hold a number
// (ORA-01722); so both compare text.
func asText(column string) string {
	return "trim(cast(" + column + " as varchar(4000)))"
}

// is compares a column with a value: without surrounding spaces, ignoring case, and
// a number by its value. 1, '1', '01' and 1.0 are one value: leading zeros, and
// trailing ones after the point, are removed on both sides (which also makes
// Oracle's .5 and PostgreSQL's 0.5 the same). The n in front is for zero: nothing
// would be left of it, and empty text is NULL to Oracle.
func (a *asking) is(column, value string) string {
	text := asText(column)
	number, ok := schema.ParseDecimal(value)
	isCode := strings.ContainsAny(value, "eE") // such as 2E5
	if !ok || isCode {
		trimmed := strings.TrimSpace(value)
		return fmt.Sprintf("upper(%s) = upper(%s)", text, a.bind(trimmed))
	}

	const byValue = "(length(%[1]s) > 0 and 'n' || " +
		"ltrim(case when %[1]s like '%%.%%' then rtrim(rtrim(%[1]s, '0'), '.') else %[1]s end, '0') = %[2]s)"
	digits := strings.TrimLeft(string(number), "0")
	return fmt.Sprintf(byValue, text, a.bind("n"+digits))
}

// begins compares the beginning of a column. It does not use like, which would give
// % and _ in the prefix a meaning.
func (a *asking) begins(column, prefix string) string {
	const begins = "upper(substr(%s, 1, %d)) = upper(%s)"

	text := asText(column)
	prefix = strings.TrimLeft(prefix, " ")
	length := utf8.RuneCountInString(prefix)
	return fmt.Sprintf(begins, text, length, a.bind(prefix))
}

// contains looks for a text in a column. What like gives a meaning is escaped.
func (a *asking) contains(column, part string) string {
	const contains = "upper(%s) like upper(%s) escape '!'"

	plain := strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(strings.TrimSpace(part))
	return fmt.Sprintf(contains, asText(column), a.bind("%"+plain+"%"))
}

// factColumns are the columns of a fact whose key in the configuration is key.
func factColumns(key string, f schema.Fact) (cs []column) {
	// of is a column of the fact's own table.
	of := func(name, its string, needs columnType) column {
		return column{
			table:    f.Table,
			tableKey: key + ".table",
			name:     name,
			key:      key + its,
			needs:    needs,
		}
	}

	if f.Student == "" {
		cs = extension(key+".table", f.Table, key+".column", f.Column, readable)
	} else {
		cs = append(cs, of(f.Student, ".student", number))
	}

	cs = append(cs, conditions(key, f.Table, f.Where)...)
	for i, l := range f.Lookups {
		its := fmt.Sprintf(".lookup[%d]", i)
		if len(f.Lookups) == 1 {
			its = ".lookup"
		}
		cs = append(cs, of(l.On, its+".on", number))
		cs = append(cs, lookupColumns(key+its, l)...)
	}

	if f.Start != "" {
		cs = append(cs, of(f.Start, ".start", date))
	}
	if f.End != "" {
		cs = append(cs, of(f.End, ".end", date))
	}

	return cs
}

// lookupColumns are the columns of the table that a fact's table refers to.
func lookupColumns(key string, l schema.Lookup) []column {
	id := column{
		table:    l.Table,
		tableKey: key + ".table",
		name:     l.Key,
		key:      key + ".key",
		needs:    number,
	}
	where := conditions(key, l.Table, l.Where)

	return append([]column{id}, where...)
}

func conditions(key, table string, where []schema.Where) (cs []column) {
	for i, w := range where {
		needs := readable
		if w.NotBlank {
			needs = anything
		}

		cs = append(cs, column{
			table:    table,
			tableKey: key + ".table",
			name:     w.Column,
			key:      fmt.Sprintf("%s.where[%d].column", key, i),
			needs:    needs,
		})
	}

	return cs
}
