// Fetches: rows of the cursor into the arrays that OCI was given for them.
#include "oci.h"

EXPORT int OCIParamGet(const Statement *statement, uint32_t type, Error *error, Column **out,
                       uint32_t position) {
    if (type != OCI_HTYPE_STMT || position < 1 || position > (uint32_t)statement->column_count)
        return fail(error, 24334, "no descriptor for this position");
    *out = &statement->columns[position - 1];
    return OCI_SUCCESS;
}

EXPORT int OCIDefineByPos2(Statement *statement, Define **out, Error *error, uint32_t position,
                           void *values, uint64_t size, uint16_t type, int16_t *nulls,
                           uint32_t *lengths, uint16_t *codes, uint32_t mode) {
    if (position < 1 || position > (uint32_t)statement->column_count)
        return fail(error, 1007, "variable not in select list");
    if (mode != 0)
        return fail(error, 20999, "ocishim: define mode %u is not supported", mode);
    Define *define = &statement->defines[position - 1];
    *define = (Define){.values = values, .size = size, .type = type, .nulls = nulls,
                       .lengths = lengths, .codes = codes};
    *out = define;
    return OCI_SUCCESS;
}

static void put_text(Define *define, uint32_t row, const char *text, size_t length) {
    size_t fits = length < define->size ? length : define->size;
    memcpy((char *)define->values + define->size * row, text, fits);
    define->lengths[row] = (uint32_t)fits;
    define->codes[row] = fits < length ? 1406 : 0; // truncated
}

static int put_timestamp(Define *define, uint32_t row, const char *text, Error *error) {
    Timestamp t;
    if (timestamp_from_text(text, &t))
        return fail(error, 1841, "(full) year must be between -4713 and +9999, and not be 0");
    if (define->type == SQLT_ODT)
        ((Date *)define->values)[row] = t.date;
    else
        *((Timestamp **)define->values)[row] = t;
    return OCI_SUCCESS;
}

static int put(Define *define, uint32_t row, const char *text, size_t length, Error *error) {
    switch (define->type) {
    case SQLT_CHR:
    case SQLT_AFC:
        put_text(define, row, text, length);
        return OCI_SUCCESS;
    case SQLT_VNU:
        if (number_from_text(text, (uint8_t *)define->values + define->size * row))
            return fail(error, 1426, "numeric overflow");
        return OCI_SUCCESS;
    case SQLT_BFLOAT:
        ((float *)define->values)[row] = strtof(text, NULL);
        return OCI_SUCCESS;
    case SQLT_BDOUBLE:
        ((double *)define->values)[row] = strtod(text, NULL);
        return OCI_SUCCESS;
    case SQLT_ODT:
    case SQLT_TIMESTAMP:
        return put_timestamp(define, row, text, error);
    }
    return fail(error, 932, "inconsistent datatypes (ocishim: define type %u)", define->type);
}

// Puts rows behind those that the fetch already has.
static int put_rows(Statement *statement, const PGresult *result, Error *error) {
    int rows = PQntuples(result);
    uint32_t first = statement->fetched;
    for (int column = 0; column < statement->column_count; column++) {
        Define *define = &statement->defines[column];
        if (!define->values)
            return fail(error, 932, "inconsistent datatypes (ocishim: no define)");
        for (int row = 0; row < rows; row++) {
            int length = PQgetlength(result, row, column), rc;
            uint32_t at = first + (uint32_t)row;
            define->nulls[at] = 0;
            if (PQgetisnull(result, row, column) || length == 0) { // '' is NULL
                define->nulls[at] = -1;
                continue;
            }
            rc = put(define, at, PQgetvalue(result, row, column), (size_t)length, error);
            if (rc != OCI_SUCCESS)
                return rc;
        }
    }
    return OCI_SUCCESS;
}

// libpq has all of a result in memory, which a test would measure as the program's:
// so a fetch is made of small ones.
static int fetch_some(Statement *statement, uint32_t rows, Error *error) {
    Service *service = statement->service;
    char sql[80];
    if (rows > 10)
        rows = 10;
    snprintf(sql, sizeof sql, "fetch forward %u from %s", rows, statement->cursor);
    PGresult *result = PQsendQuery(service->server->pg, sql) ? answer(service) : NULL;
    int rc = succeeded(result) ? put_rows(statement, result, error)
                               : fail_postgres(error, service->server, result);
    uint32_t came = rc == OCI_SUCCESS ? (uint32_t)PQntuples(result) : 0;
    PQclear(result);
    statement->fetched += came;
    return rc == OCI_SUCCESS && came < rows ? OCI_NO_DATA : rc;
}

// The rows of a fetch that is not full are the last ones, and come with
// OCI_NO_DATA.
EXPORT int OCIStmtFetch2(Statement *statement, Error *error, uint32_t rows, uint16_t orientation,
                         int32_t offset, uint32_t mode) {
    (void)orientation, (void)offset, (void)mode;
    Service *service = statement->service;
    trace("fetch rows=%u timeout=%u", rows, service->timeout);
    statement->fetched = 0;
    if (service->server->dead)
        return fail_lost(error, service->server);
    if (statement->at_end)
        return OCI_NO_DATA;
    if (!statement->open)
        return fail(error, 1002, "fetch out of sequence");
    int rc = statement->fetches++ == 1 ? fault_of_fetch(service, error) : OCI_SUCCESS;
    if (rc != OCI_SUCCESS) {
        statement->at_end = 1;
        statement_close(statement);
        return rc;
    }
    while (rc == OCI_SUCCESS && statement->fetched < rows)
        rc = fetch_some(statement, rows - statement->fetched, error);
    if (rc == OCI_SUCCESS)
        return rc;
    if (rc != OCI_NO_DATA)
        statement->fetched = 0;
    statement->at_end = 1;
    statement_close(statement);
    return rc;
}
