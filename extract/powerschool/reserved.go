package powerschool

import (
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Words that Oracle or PostgreSQL reserves: neither a table nor a column can have
// such a name without quotes, and PowerSchool's have none. See
// https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Oracle-SQL-Reserved-Words.html
// and https://www.postgresql.org/docs/current/sql-keywords-appendix.html.
const reservedWords = `
	access add all alter analyse analyze and any array as asc asymmetric audit between both by case cast char check
	cluster collate column column_value comment compress connect constraint create current current_catalog
	current_date current_role current_time current_timestamp current_user date decimal default deferrable delete
	desc distinct do drop else end except exclusive exists false fetch file float for foreign from grant group
	having identified immediate in increment index initial initially insert integer intersect into is lateral
	leading level like limit localtime localtimestamp lock long maxextents minus mlslabel mode modify
	nested_table_id noaudit nocompress not nowait null number of offline offset on online only option or order
	pctfree placing primary prior public raw references rename resource returning revoke row rowid rownum
	rows select session session_user set share size smallint some start successful symmetric synonym sysdate
	table then to trailing trigger true uid union unique update user using validate values varchar varchar2
	variadic view when whenever where window with`

// reservedNames are the same words, one by one.
var reservedNames = func() map[string]bool {
	names := map[string]bool{}
	for _, word := range strings.Fields(reservedWords) {
		names[word] = true
	}
	return names
}()

// reserved reports whether a part of a name is a reserved word.
func reserved(name string) bool {
	for _, part := range strings.Split(strings.ToLower(name), ".") {
		if reservedNames[part] {
			return true
		}
	}
	return false
}

func reservedFault(key, name string) error {
	err := fmt.Errorf("%s: %s is a reserved word of SQL, so no table or column of PowerSchool has this name", key, name)
	return schema.NewFault(schema.Config, err, "check the name in PowerSchool's data dictionary")
}
