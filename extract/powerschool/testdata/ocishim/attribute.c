// Attributes of handles. One that is not known is an error that says its number.
#include "oci.h"

enum {
    OCI_ATTR_DATA_SIZE = 1,
    OCI_ATTR_DATA_TYPE = 2,
    OCI_ATTR_NAME = 4,
    OCI_ATTR_PRECISION = 5,
    OCI_ATTR_SCALE = 6,
    OCI_ATTR_SERVER = 6,
    OCI_ATTR_SESSION = 7,
    OCI_ATTR_IS_NULL = 7,
    OCI_ATTR_TRANS = 8,
    OCI_ATTR_PREFETCH_ROWS = 11,
    OCI_ATTR_PARAM_COUNT = 18,
    OCI_ATTR_USERNAME = 22,
    OCI_ATTR_PASSWORD = 23,
    OCI_ATTR_STMT_TYPE = 24,
    OCI_ATTR_CHARSET_ID = 31,
    OCI_ATTR_CHARSET_FORM = 32,
    OCI_ATTR_PARSE_ERROR_OFFSET = 129,
    OCI_ATTR_SERVER_STATUS = 143,
    OCI_ATTR_STMTCACHESIZE = 176,
    OCI_ATTR_BIND_COUNT = 190,
    OCI_ATTR_ROWS_FETCHED = 197,
    OCI_ATTR_NCHARSET_ID = 262,
    OCI_ATTR_CHAR_SIZE = 286,
    OCI_ATTR_MODULE = 366,
    OCI_ATTR_CLIENT_INFO = 368,
    OCI_ATTR_ERROR_IS_RECOVERABLE = 472,
    OCI_ATTR_TRANSACTION_IN_PROGRESS = 484,
    OCI_ATTR_SQL_ID = 504,
    OCI_ATTR_CALL_TIMEOUT = 531,
    OCI_ATTR_JSON_COL = 534,
};

enum { SELECT_STATEMENT = 1, AL32UTF8 = 873 };

#define PUT(type, value)                                                                           \
    do {                                                                                           \
        *(type *)out = (type)(value);                                                              \
        if (size)                                                                                  \
            *size = sizeof(type);                                                                  \
        return OCI_SUCCESS;                                                                        \
    } while (0)

#define PUT_TEXT(text)                                                                             \
    do {                                                                                           \
        *(const char **)out = (text);                                                              \
        if (size)                                                                                  \
            *size = (uint32_t)strlen(text);                                                        \
        return OCI_SUCCESS;                                                                        \
    } while (0)

static int get_of_server(const Server *server, void *out, uint32_t *size, uint32_t attribute) {
    int alive = server->pg && !server->dead && PQstatus(server->pg) == CONNECTION_OK;
    if (attribute == OCI_ATTR_CHARSET_ID)
        PUT(uint16_t, AL32UTF8);
    if (attribute == OCI_ATTR_SERVER_STATUS)
        PUT(uint32_t, alive);
    return OCI_ERROR;
}

static int get_of_service(const Service *service, void *out, uint32_t *size, uint32_t attribute) {
    switch (attribute) {
    case OCI_ATTR_STMTCACHESIZE:
        PUT(uint32_t, service->cache_size);
    case OCI_ATTR_CALL_TIMEOUT:
        PUT(uint32_t, service->timeout);
    }
    return OCI_ERROR;
}

static int get_of_statement(const Statement *s, void *out, uint32_t *size, uint32_t attribute) {
    switch (attribute) {
    case OCI_ATTR_STMT_TYPE:
        PUT(uint16_t, SELECT_STATEMENT);
    case OCI_ATTR_BIND_COUNT:
        PUT(uint32_t, s->count);
    case OCI_ATTR_PARAM_COUNT:
        PUT(uint32_t, s->column_count);
    case OCI_ATTR_ROWS_FETCHED:
        PUT(uint32_t, s->fetched);
    case OCI_ATTR_PARSE_ERROR_OFFSET:
        PUT(uint16_t, 0); // not known
    case OCI_ATTR_SQL_ID:
        PUT_TEXT("ocishim");
    }
    return OCI_ERROR;
}

static int get_of_column(const Column *column, void *out, uint32_t *size, uint32_t attribute) {
    switch (attribute) {
    case OCI_ATTR_NAME:
        PUT_TEXT(column->name);
    case OCI_ATTR_DATA_TYPE:
        PUT(uint16_t, column->type);
    case OCI_ATTR_DATA_SIZE:
        PUT(uint16_t, column->bytes);
    case OCI_ATTR_CHAR_SIZE:
        PUT(uint16_t, column->chars);
    case OCI_ATTR_CHARSET_FORM:
        PUT(uint8_t, 1);
    case OCI_ATTR_PRECISION:
        PUT(int16_t, column->precision);
    case OCI_ATTR_SCALE:
        PUT(int8_t, column->scale);
    case OCI_ATTR_IS_NULL:
        PUT(uint8_t, 1);
    case OCI_ATTR_JSON_COL:
        PUT(uint8_t, 0);
    }
    return OCI_ERROR;
}

static int get(const void *handle, uint32_t type, void *out, uint32_t *size, uint32_t attribute) {
    switch (type) {
    case OCI_HTYPE_ENV:
        if (attribute == OCI_ATTR_CHARSET_ID || attribute == OCI_ATTR_NCHARSET_ID)
            PUT(uint16_t, AL32UTF8);
        break;
    case OCI_HTYPE_SERVER:
        return get_of_server(handle, out, size, attribute);
    case OCI_HTYPE_SVCCTX:
        return get_of_service(handle, out, size, attribute);
    case OCI_HTYPE_STMT:
        return get_of_statement(handle, out, size, attribute);
    case OCI_HTYPE_DESCRIBE: // what ODPI-C calls a column's descriptor here
        return get_of_column(handle, out, size, attribute);
    case OCI_HTYPE_SESSION:
        if (attribute == OCI_ATTR_TRANSACTION_IN_PROGRESS)
            PUT(int, 1); // so that ODPI-C rolls back when it closes
        break;
    case OCI_HTYPE_ERROR:
        if (attribute == OCI_ATTR_ERROR_IS_RECOVERABLE)
            PUT(int, 0);
        break;
    }
    return OCI_ERROR;
}

// ODPI-C asks a new connection for the names of its database, service, domain
// and edition (391, 393, 399, 288), and does without them.
EXPORT int OCIAttrGet(const void *handle, uint32_t type, void *out, uint32_t *size,
                      uint32_t attribute, Error *error) {
    if (get(handle, type, out, size, attribute) == OCI_SUCCESS)
        return OCI_SUCCESS;
    return fail(error, 24315, "illegal attribute type (ocishim: get %u of handle type %u)",
                attribute, type);
}

static void set_text(char **to, const char *text, uint32_t length) {
    free(*to);
    *to = copy_text(text, length);
}

static int set_of_service(Service *service, void *value, uint32_t attribute) {
    switch (attribute) {
    case OCI_ATTR_SERVER:
        service->server = value;
        return OCI_SUCCESS;
    case OCI_ATTR_SESSION:
        service->session = value;
        return OCI_SUCCESS;
    case OCI_ATTR_STMTCACHESIZE:
        service->cache_size = *(uint32_t *)value;
        return OCI_SUCCESS;
    case OCI_ATTR_CALL_TIMEOUT:
        service->timeout = *(uint32_t *)value;
        return OCI_SUCCESS;
    case OCI_ATTR_TRANS: // none, before it closes
        return OCI_SUCCESS;
    }
    return OCI_ERROR;
}

static int set(void *handle, uint32_t type, void *value, uint32_t size, uint32_t attribute) {
    switch (type) {
    case OCI_HTYPE_SVCCTX:
        return set_of_service(handle, value, attribute);
    case OCI_HTYPE_SESSION:
        if (attribute == OCI_ATTR_USERNAME)
            set_text(&((Session *)handle)->user, value, size);
        if (attribute == OCI_ATTR_PASSWORD)
            set_text(&((Session *)handle)->password, value, size);
        if (attribute == OCI_ATTR_MODULE)
            trace("module %.*s", (int)size, (const char *)value);
        if (attribute == OCI_ATTR_CLIENT_INFO)
            trace("client info %.*s", (int)size, (const char *)value);
        return OCI_SUCCESS; // the driver's name and the like
    case OCI_HTYPE_STMT:
        if (attribute != OCI_ATTR_PREFETCH_ROWS)
            return OCI_ERROR;
        trace("prefetch rows=%u", *(uint32_t *)value);
        return OCI_SUCCESS;
    case OCI_HTYPE_BIND: // how long it can get
        return OCI_SUCCESS;
    }
    return OCI_ERROR;
}

EXPORT int OCIAttrSet(void *handle, uint32_t type, void *value, uint32_t size, uint32_t attribute,
                      Error *error) {
    if (set(handle, type, value, size, attribute) == OCI_SUCCESS)
        return OCI_SUCCESS;
    return fail(error, 24315, "illegal attribute type (ocishim: set %u of handle type %u)",
                attribute, type);
}
