// Statements, from prepare to the first fetch: binds by position, a cursor in a
// transaction of its own, and the columns as Oracle would describe them.
#include <ctype.h>

#include "oci.h"

EXPORT int OCIStmtPrepare2(Service *service, Statement **out, Error *error, const char *sql,
                           uint32_t length, const char *tag, uint32_t tag_length, uint32_t language,
                           uint32_t mode) {
    (void)tag, (void)tag_length, (void)language, (void)mode;
    Statement *statement = zeroed(1, sizeof *statement);
    statement->service = service;
    statement->sql = copy_text(sql, length);
    if (!is_select(statement->sql)) {
        free(statement->sql);
        free(statement);
        return fail(error, 20999, "ocishim: only select is supported");
    }
    translate(statement);
    statement->binds = zeroed((size_t)statement->count, sizeof(Bind));
    *out = statement;
    return OCI_SUCCESS;
}

static void forget_columns(Statement *statement) {
    for (int i = 0; i < statement->column_count; i++)
        free(statement->columns[i].name);
    free(statement->columns);
    free(statement->defines);
    statement->columns = NULL;
    statement->defines = NULL;
    statement->column_count = 0;
}

// Ends the statement's transaction, and with it the cursor.
void statement_close(Statement *statement) {
    Server *server = statement->service->server;
    if (!statement->open)
        return;
    statement->open = server->busy = 0;
    if (!server->dead)
        command(statement->service, NULL, "rollback");
}

EXPORT int OCIStmtRelease(Statement *statement, Error *error, const char *tag, uint32_t tag_length,
                          uint32_t mode) {
    (void)error, (void)tag, (void)tag_length, (void)mode;
    statement_close(statement);
    forget_columns(statement);
    for (int i = 0; i < statement->count; i++)
        free(statement->placeholders[i]);
    free(statement->placeholders);
    free(statement->binds);
    free(statement->postgres_sql);
    free(statement->sql);
    free(statement);
    return OCI_SUCCESS;
}

EXPORT int OCIStmtGetBindInfo(Statement *statement, Error *error, uint32_t size, uint32_t start,
                              int32_t *found, char *names[], uint8_t lengths[],
                              char *indicators[], uint8_t indicator_lengths[],
                              uint8_t duplicates[], void *handles[]) {
    (void)error;
    uint32_t i = 0, first = start - 1, count = (uint32_t)statement->count;
    for (; i < size && first + i < count; i++) {
        names[i] = statement->placeholders[first + i];
        lengths[i] = (uint8_t)strlen(names[i]);
        indicators[i] = NULL;
        indicator_lengths[i] = duplicates[i] = 0;
        handles[i] = NULL;
    }
    *found = first + i < count ? -statement->count : statement->count; // negative: there are more
    return i ? OCI_SUCCESS : OCI_NO_DATA;
}

EXPORT int OCIBindByPos2(Statement *statement, Bind **out, Error *error, uint32_t position,
                         void *value, int64_t size, uint16_t type, int16_t *null, uint32_t *length,
                         uint16_t *code, uint32_t most, uint32_t *current, uint32_t mode) {
    (void)code, (void)most, (void)current;
    if (position < 1 || position > (uint32_t)statement->count)
        return fail(error, 1036, "illegal variable name/number");
    if (mode != 0)
        return fail(error, 20999, "ocishim: bind mode %u is not supported", mode);
    Bind *bind = &statement->binds[position - 1];
    *bind = (Bind){.value = value, .size = size, .type = type, .null = null, .length = length};
    *out = bind;
    return OCI_SUCCESS;
}

// A bind's value as PostgreSQL's text, NULL for NULL, which '' is too.
static int bind_text(const Bind *bind, char **text, Oid *type, Error *error) {
    size_t length = bind->length ? *bind->length : (size_t)bind->size;
    if (bind->type == SQLT_VNU)
        *type = 1700; // numeric
    else if (bind->type != SQLT_CHR)
        return fail(error, 20999, "ocishim: bind type %u is not supported", bind->type);
    if (!bind->value)
        return fail(error, 1008, "not all variables bound");
    if (bind->null && *bind->null < 0)
        return OCI_SUCCESS;
    if (bind->type == SQLT_VNU) {
        *text = zeroed(NUMBER_TEXT, 1);
        number_to_text(bind->value, *text);
    } else if (length > 0) {
        *text = copy_text(bind->value, length);
    }
    return OCI_SUCCESS;
}

// PostgreSQL's types, of pg_type.
enum {
    PG_INT8 = 20, PG_INT2 = 21, PG_INT4 = 23, PG_TEXT = 25, PG_FLOAT4 = 700, PG_FLOAT8 = 701,
    PG_BPCHAR = 1042, PG_VARCHAR = 1043, PG_DATE = 1082, PG_TIMESTAMP = 1114,
    PG_TIMESTAMPTZ = 1184, PG_NUMERIC = 1700,
};

static void describe_number(Column *column, int modifier, int of_table) {
    column->type = SQLT_NUM;
    column->scale = -127; // of any scale: a bare NUMBER, and any expression
    if (column->postgres_type == PG_NUMERIC && modifier >= 4) {
        column->precision = (int16_t)(((modifier - 4) >> 16) & 0xffff);
        column->scale = (int8_t)((modifier - 4) & 0x7ff);
    } else if (column->postgres_type != PG_NUMERIC && of_table) {
        column->precision = column->postgres_type == PG_INT2 ? 5 : 10; // an integer plays NUMBER(n)
        if (column->postgres_type == PG_INT8)
            column->precision = 19;
        column->scale = 0;
    }
}

static void describe_text(Column *column, int modifier) {
    int most = column->postgres_type == PG_BPCHAR ? 2000 : 4000; // bytes
    int chars = modifier > 4 && modifier - 4 < most ? modifier - 4 : most;
    column->type = column->postgres_type == PG_BPCHAR ? SQLT_AFC : SQLT_CHR;
    column->chars = (uint16_t)chars;
    column->bytes = (uint16_t)(chars * 4 < most ? chars * 4 : most);
}

static int describe_column(Column *column, int modifier, int of_table, Error *error) {
    switch (column->postgres_type) {
    case PG_NUMERIC:
    case PG_INT2:
    case PG_INT4:
    case PG_INT8:
        describe_number(column, modifier, of_table);
        return OCI_SUCCESS;
    case PG_FLOAT4:
        column->type = SQLT_IBFLOAT;
        return OCI_SUCCESS;
    case PG_FLOAT8:
        column->type = SQLT_IBDOUBLE;
        return OCI_SUCCESS;
    case PG_DATE:
    case PG_TIMESTAMP: // timestamp(0) plays DATE, which has seconds
        column->type = modifier > 0 || (modifier < 0 && column->postgres_type == PG_TIMESTAMP)
                           ? SQLT_TIMESTAMP : SQLT_DAT;
        return OCI_SUCCESS;
    case PG_TIMESTAMPTZ:
        column->type = SQLT_TIMESTAMP_TZ;
        return OCI_SUCCESS;
    case PG_TEXT:
    case PG_VARCHAR:
    case PG_BPCHAR:
        describe_text(column, modifier);
        return OCI_SUCCESS;
    }
    return fail(error, 20999, "ocishim: type %u of column %s is not supported",
                column->postgres_type, column->name);
}

static int describe(Statement *statement, const PGresult *result, Error *error) {
    forget_columns(statement);
    size_t count = (size_t)PQnfields(result);
    statement->columns = zeroed(count, sizeof(Column));
    statement->defines = zeroed(count, sizeof(Define));
    statement->column_count = (int)count;
    for (int i = 0; i < (int)count; i++) {
        Column *column = &statement->columns[i];
        column->postgres_type = PQftype(result, i);
        column->name = copy_text(PQfname(result, i), strlen(PQfname(result, i)));
        for (char *c = column->name; *c; c++)
            *c = (char)toupper((unsigned char)*c); // as Oracle folds names
        if (describe_column(column, PQfmod(result, i), PQftable(result, i) != 0, error))
            return OCI_ERROR;
    }
    return OCI_SUCCESS;
}

// Opens the cursor over the statement, which runs at the first fetch.
static int declare(Statement *s, char **values, Oid *types, Error *error) {
    static const char form[] = "declare %s no scroll cursor for %s";
    Service *service = s->service;
    PGconn *pg = service->server->pg;
    size_t size = sizeof form + sizeof s->cursor + strlen(s->postgres_sql);
    char *sql = zeroed(size, 1);
    snprintf(s->cursor, sizeof s->cursor, "ocishim_%d", ++service->server->cursors);
    snprintf(sql, size, form, s->cursor, s->postgres_sql);
    PGresult *result = NULL;
    if (PQsendQueryParams(pg, sql, s->count, types, (const char *const *)values, NULL, NULL, 0))
        result = answer(service);
    free(sql);
    if (succeeded(result)) {
        PQclear(result);
        result = PQsendDescribePortal(pg, s->cursor) ? answer(service) : NULL;
    }
    int rc = succeeded(result) ? describe(s, result, error)
                               : fail_postgres(error, service->server, result);
    PQclear(result);
    return rc;
}

static int open_cursor(Statement *s, Error *error) {
    char **values = zeroed((size_t)s->count, sizeof *values);
    Oid *types = zeroed((size_t)s->count, sizeof *types);
    int rc = OCI_SUCCESS;
    for (int i = 0; i < s->count && rc == OCI_SUCCESS; i++)
        rc = bind_text(&s->binds[i], &values[i], &types[i], error);
    if (rc == OCI_SUCCESS)
        rc = command(s->service, error, "begin read only");
    if (rc == OCI_SUCCESS) {
        s->open = s->service->server->busy = 1;
        rc = declare(s, values, types, error);
    }
    for (int i = 0; i < s->count; i++)
        free(values[i]);
    free(values);
    free(types);
    return rc;
}

EXPORT int OCIStmtExecute(Service *service, Statement *statement, Error *error, uint32_t iterations,
                          uint32_t offset, const void *in, void *out, uint32_t mode) {
    (void)iterations, (void)offset, (void)in, (void)out, (void)mode;
    Server *server = service->server;
    trace("execute timeout=%u", service->timeout);
    if (server->dead)
        return fail_lost(error, server);
    if (statement->only_postgres)
        return fail(error, statement->only_postgres, "ocishim: Oracle would not take this");
    statement_close(statement);
    if (server->busy)
        return fail(error, 20999, "ocishim: one statement at a time");
    statement->at_end = statement->fetches = 0;
    statement->fetched = 0;
    int rc = open_cursor(statement, error);
    if (rc != OCI_SUCCESS)
        statement_close(statement);
    return rc;
}
