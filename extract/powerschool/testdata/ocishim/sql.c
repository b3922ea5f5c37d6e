// The text of statements: placeholders, and what only PostgreSQL would take.
#include <ctype.h>
#include <strings.h>

#include "oci.h"

static int is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

// Whether a word begins here and is that keyword.
static int keyword(const char *sql, const char *start, const char *word) {
    size_t n = strlen(word);
    return (sql == start || !is_word(sql[-1])) && !strncasecmp(sql, word, n) && !is_word(sql[n]);
}

int is_select(const char *sql) {
    sql += strspn(sql, " \t\r\n(");
    return keyword(sql, sql, "select") || keyword(sql, sql, "with");
}

// The length of a text, a quoted name or a comment, and 0 for anything else.
static size_t opaque(const char *sql) {
    if (*sql == '\'' || *sql == '"') {
        const char *end = sql + 1;
        while (*end && !(*end == *sql && end[1] != *sql))
            end += *end == *sql ? 2 : 1;
        return (size_t)(end - sql) + (*end != 0);
    }
    if (!strncmp(sql, "--", 2))
        return strcspn(sql, "\n");
    if (!strncmp(sql, "/*", 2)) {
        const char *end = strstr(sql, "*/");
        return end ? (size_t)(end + 2 - sql) : strlen(sql);
    }
    return 0;
}

static void note(Statement *statement, const char *sql) {
    if (!strncmp(sql, "::", 2) || *sql == ';')
        statement->only_postgres = 911; // invalid character
    if (keyword(sql, statement->sql, "limit") || keyword(sql, statement->sql, "ilike"))
        statement->only_postgres = 933; // SQL command not properly ended
}

static void add_placeholder(Statement *statement, const char *name, size_t length) {
    size_t count = (size_t)statement->count + 1;
    statement->placeholders = realloc(statement->placeholders, count * sizeof(char *));
    if (!statement->placeholders)
        abort();
    statement->placeholders[statement->count++] = copy_text(name, length);
}

// Writes $1 for :1, counting each place as OCI does, and notes PostgreSQL's ::
// casts, limit and ilike, and a semicolon, which Oracle would not take.
void translate(Statement *statement) {
    const char *sql = statement->sql;
    char *out = statement->postgres_sql = zeroed(strlen(sql) * 4 + 1, 1);
    while (*sql) {
        size_t n = opaque(sql);
        if (n == 0 && *sql == ':' && is_word(sql[1]) && (sql == statement->sql || sql[-1] != ':')) {
            for (n = 1; is_word(sql[n]); n++)
                ;
            add_placeholder(statement, sql + 1, n - 1);
            out += sprintf(out, "$%d", statement->count);
            sql += n;
            continue;
        }
        if (n == 0) {
            note(statement, sql);
            n = 1;
        }
        memcpy(out, sql, n);
        out += n;
        sql += n;
    }
}
