package main

// postgresDictionary has the columns that the account may read, of the tables of a
// schema or, without one, of those that an unqualified name means. A name that is not
// in lower case would have to be quoted.
func postgresDictionary(schema string) string {
	visible := "pg_table_is_visible(c.oid)"
	if schema != "" {
		visible = "c.relnamespace = (select oid from pg_namespace where nspname = lower('" + schema + "'))"
	}
	return postgresColumns + "and " + visible
}

const postgresColumns = `select upper(c.relname) table_name, upper(a.attname) column_name,
       upper(t.typname) type_name
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
where c.relkind in ('r', 'p', 'v', 'm', 'f')
  and has_column_privilege(c.oid, a.attnum, 'select')
  and c.relname = lower(c.relname) and a.attname = lower(a.attname)
`
