// Errors: what PostgreSQL says, as Oracle would number it.
#include <ctype.h>
#include <stdarg.h>

#include "oci.h"

int fail(Error *error, int code, const char *format, ...) {
    char text[900];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    trace("ORA-%05d: %s", code, text);
    if (error) {
        error->code = code;
        snprintf(error->message, sizeof error->message, "ORA-%05d: %s\n", code, text);
    }
    return OCI_ERROR;
}

int fail_lost(Error *error, Server *server) {
    server->dead = 1;
    return fail(error, 3113, "end-of-file on communication channel\nProcess ID: 1");
}

static const struct {
    const char *sqlstate;
    int code;
    const char *text;
} codes[] = {
    {"42P01", 942, "table or view does not exist"},
    {"3F000", 942, "table or view does not exist"},
    {"42501", 942, "table or view does not exist"}, // which Oracle says of what one may not see
    {"42601", 933, "SQL command not properly ended"},
    {"42P02", 1008, "not all variables bound"},
    {"42804", 932, "inconsistent datatypes"},
    {"22P02", 1722, "invalid number"},
    {"22003", 1426, "numeric overflow"},
    {"22007", 1858, "a non-numeric character was found where a numeric was expected"},
    {"22012", 1476, "divisor is equal to zero"},
};

// ORA-00904 quotes what it does not know, as Oracle spells it: "X1"."IEPP".
static int fail_identifier(Error *error, const char *message) {
    char name[128] = "?", quoted[300];
    size_t n = 0;
    if (sscanf(message, "column \"%127[^\"]\"", name) != 1 &&
        sscanf(message, "column %127s does not exist", name) != 1)
        sscanf(message, "function %127[^(]", name);
    for (const char *p = name; *p; p++) {
        if (*p == '.') {
            memcpy(quoted + n, "\".\"", 3);
            n += 3;
        } else {
            quoted[n++] = (char)toupper((unsigned char)*p);
        }
    }
    quoted[n] = 0;
    return fail(error, 904, "\"%s\": invalid identifier", quoted);
}

// Maps the result of a statement that failed. A message that begins with
// "ORA-nnnnn: ", which a function in PL/pgSQL can raise, passes as it is.
int fail_postgres(Error *error, Server *server, const PGresult *result) {
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *message = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    int code, text;
    if (PQstatus(server->pg) == CONNECTION_BAD || !state || !message || !strncmp(state, "57P", 3))
        return fail_lost(error, server);
    if (!strcmp(state, "57014") && server->timed_out)
        return fail(error, 3156, "OCI call timed out");
    if (!strcmp(state, "57014"))
        return fail(error, 1013, "user requested cancel of current operation");
    if (sscanf(message, "ORA-%5d: %n", &code, &text) == 1)
        return fail(error, code, "%s", message + text);
    if (!strcmp(state, "42703") || !strcmp(state, "42883"))
        return fail_identifier(error, message);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (!strcmp(state, codes[i].sqlstate))
            return fail(error, codes[i].code, "%s", codes[i].text);
    return fail(error, 20999, "ocishim: unmapped PostgreSQL error %s: %s", state, message);
}

EXPORT int OCIErrorGet(Error *error, uint32_t record, char *state, int32_t *code, char *buffer,
                       uint32_t size, uint32_t type) {
    (void)state;
    if (record != 1 || type != OCI_HTYPE_ERROR || !error->code)
        return OCI_NO_DATA;
    *code = error->code;
    snprintf(buffer, size, "%s", error->message);
    return OCI_SUCCESS;
}
