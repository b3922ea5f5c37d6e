//go:build cgo

package main

// oracleDictionary has the columns of a schema. Without one, it has those of
// PowerSchool's tables, which belong to PS and have public synonyms, and of the schema
// that an unqualified name means. The types are those that godror has names for.
func oracleDictionary(schema string) string {
	owner := "c.owner in ('PS', sys_context('USERENV', 'CURRENT_SCHEMA'))"
	if schema != "" {
		owner = "c.owner = upper('" + schema + "')"
	}
	return oracleColumns + "where " + owner
}

const oracleColumns = `select c.table_name, c.column_name,
       case when c.data_type like 'TIMESTAMP%' then 'TIMESTAMP'
            when c.data_type = 'FLOAT' then 'NUMBER'
            when c.data_type = 'BINARY_DOUBLE' then 'DOUBLE'
            else c.data_type end type_name
from all_tab_columns c
`
