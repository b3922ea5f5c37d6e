package powerschool

import (
	"fmt"
	"strings"
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
	if during := a.during(row, f.Dates); len(during) > 0 {
		return fmt.Sprintf("case when %s then %s end", strings.Join(during, " and "), column)
	}
	return column
}

// The students of whom a table has such a row, once each: joined like this, its
// rows multiply nothing, and it is read once whether or not it has an index.
const rowsOf = `left join (select e.%s student from %s e%s%s group by e.%[1]s) f%[5]d on f%[5]d.student = s.%[6]s`

func (a *asking) rows(i int, f schema.Fact) string {
	lookup, conditions := "", a.where("e", f.Where)
	if l := f.Lookup; l != nil {
		lookup = fmt.Sprintf(" join %s l on l.%s = e.%s", l.Table, l.Key, l.On)
		conditions = append(conditions, a.where("l", l.Where)...)
	}
	conditions = append(conditions, a.during("e", f.Dates)...)
	where := ""
	if len(conditions) > 0 {
		where = " where " + strings.Join(conditions, " and ")
	}
	return fmt.Sprintf(rowsOf, f.Student, f.Table, lookup, where, i+1, studentKey(f))
}

// studentKey is the column of STUDENTS that a fact's table refers to.
func studentKey(f schema.Fact) string {
	if f.Student == schema.StudentID {
		return "id"
	}
	return "dcid"
}

// during is the condition of a row's dates to contain the day of the cutoff.
// The columns stand alone, so that their times of day and indexes do no harm.
func (a *asking) during(row string, d schema.Dates) (conditions []string) {
	if d.Start != "" {
		conditions = append(conditions, fmt.Sprintf("(%s.%s is null or %[1]s.%[2]s < %[3]s)", row, d.Start, a.day(1)))
	}
	if d.End != "" {
		earliest := -d.GraceDays
		if d.EndExclusive {
			earliest++
		}
		conditions = append(conditions, fmt.Sprintf("(%s.%s is null or %[1]s.%[2]s >= %[3]s)", row, d.End, a.day(earliest)))
	}
	return conditions
}

func (a *asking) where(row string, where []schema.Where) (conditions []string) {
	for _, w := range where {
		column := row + "." + w.Column
		switch {
		case w.NotBlank:
			conditions = append(conditions, "length("+asText(column)+") > 0")
		case w.Prefix != "":
			conditions = append(conditions, a.begins(column, w.Prefix))
		default:
			conditions = append(conditions, a.in(column, w.In))
		}
	}
	return conditions
}

func (a *asking) in(column string, values []string) string {
	conditions := make([]string, len(values))
	for i, value := range values {
		conditions[i] = a.is(column, value)
	}
	return "(" + strings.Join(conditions, " or ") + ")"
}

// asText is a column as text. PostgreSQL compares no number with text, and
// Oracle would convert the text, and fail where one row holds no number
// (ORA-01722); so both compare text.
func asText(column string) string { return "trim(cast(" + column + " as varchar(4000)))" }

// is compares a column with a value: without surrounding spaces, without
// regard to case, and a number by its value. 1, '1', '01' and 1.0 are one value:
// zeros before it, and after its point, are taken off on both sides (what
// Oracle writes .5 and PostgreSQL 0.5 is the same then). The n before it is for
// zero, of which nothing is left, and that is NULL to Oracle.
func (a *asking) is(column, value string) string {
	text := asText(column)
	number, ok := schema.ParseDecimal(value)
	if !ok || strings.ContainsAny(value, "eE") { // 2E5 is a code
		return fmt.Sprintf("upper(%s) = upper(%s)", text, a.bind(strings.TrimSpace(value)))
	}
	const byValue = "(length(%[1]s) > 0 and 'n' || ltrim(case when %[1]s like '%%.%%' then rtrim(rtrim(%[1]s, '0'), '.') else %[1]s end, '0') = %[2]s)"
	return fmt.Sprintf(byValue, text, a.bind("n"+strings.TrimLeft(string(number), "0")))
}

// begins compares the beginning of a column: like would give % and _ in it a meaning.
func (a *asking) begins(column, prefix string) string {
	prefix = strings.TrimLeft(prefix, " ")
	return fmt.Sprintf("upper(substr(%s, 1, %d)) = upper(%s)", asText(column), utf8.RuneCountInString(prefix), a.bind(prefix))
}

// factColumns are the columns of a fact whose key is key.
func factColumns(key string, f schema.Fact) (cs []column) {
	if f.Student == "" {
		cs = extension(key+".table", f.Table, key+".column", f.Column)
	} else {
		cs = []column{{f.Table, key + ".table", f.Student, key + ".student", number}}
	}
	cs = append(cs, conditions(key, f.Table, f.Where)...)
	if l := f.Lookup; l != nil {
		cs = append(cs, column{f.Table, key + ".table", l.On, key + ".lookup.on", number})
		cs = append(cs, column{l.Table, key + ".lookup.table", l.Key, key + ".lookup.key", number})
		cs = append(cs, conditions(key+".lookup", l.Table, l.Where)...)
	}
	if f.Start != "" {
		cs = append(cs, column{f.Table, key + ".table", f.Start, key + ".start", date})
	}
	if f.End != "" {
		cs = append(cs, column{f.Table, key + ".table", f.End, key + ".end", date})
	}
	return cs
}

func conditions(key, table string, where []schema.Where) (cs []column) {
	for i, w := range where {
		needs := textOrNumber
		if w.NotBlank {
			needs = anything
		}
		cs = append(cs, column{table, key + ".table", w.Column, fmt.Sprintf("%s.where[%d].column", key, i), needs})
	}
	return cs
}
