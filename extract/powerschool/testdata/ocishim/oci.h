// What the files of the stand-in share: OCI's constants, with the values that
// ODPI-C's dpiImpl.h gives them, and what is behind OCI's opaque handles.
#ifndef OCISHIM_OCI_H
#define OCISHIM_OCI_H

#define _GNU_SOURCE
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

enum { OCI_SUCCESS = 0, OCI_SUCCESS_WITH_INFO = 1, OCI_NO_DATA = 100, OCI_ERROR = -1 };

enum {
    OCI_HTYPE_ENV = 1,
    OCI_HTYPE_ERROR = 2,
    OCI_HTYPE_SVCCTX = 3,
    OCI_HTYPE_STMT = 4,
    OCI_HTYPE_BIND = 5,
    OCI_HTYPE_DESCRIBE = 7,
    OCI_HTYPE_SERVER = 8,
    OCI_HTYPE_SESSION = 9,
    OCI_DTYPE_PARAM = 53,
};

enum {
    SQLT_CHR = 1,      // VARCHAR2
    SQLT_NUM = 2,      // NUMBER, as a column is described
    SQLT_VNU = 6,      // NUMBER with a length byte, as values travel
    SQLT_DAT = 12,     // DATE, as a column is described
    SQLT_BFLOAT = 21,  // BINARY_FLOAT as a C float
    SQLT_BDOUBLE = 22, // BINARY_DOUBLE as a C double
    SQLT_AFC = 96,     // CHAR
    SQLT_IBFLOAT = 100,
    SQLT_IBDOUBLE = 101,
    SQLT_ODT = 156,    // DATE as a struct, as values travel
    SQLT_TIMESTAMP = 187,
    SQLT_TIMESTAMP_TZ = 188,
};

char *copy_text(const char *text, size_t length);
void *zeroed(size_t count, size_t size); // as calloc, but for that it cannot fail

typedef struct {
    int code; // 0: none
    char message[1000];
} Error;

typedef struct {
    char *connect_string;
    PGconn *pg; // NULL before the login
    PGcancel *cancel;
    int dead;      // the connection was lost
    int cursors;   // how many were ever opened, for their names
    int timed_out; // the call was cancelled for its timeout
    int busy;      // a statement is open
} Server;

typedef struct {
    char *user, *password;
} Session;

typedef struct {
    Server *server;
    Session *session;
    uint32_t timeout; // of every call in milliseconds, 0: none
    uint32_t cache_size;
} Service;

typedef struct {
    char *name;
    Oid postgres_type;
    uint16_t type, bytes, chars;
    int16_t precision;
    int8_t scale;
} Column;

// Where a column's values go: OCI's arrays, one element a row.
typedef struct {
    void *values;
    uint64_t size; // of one value
    uint16_t type;
    int16_t *nulls;
    uint32_t *lengths;
    uint16_t *codes;
} Define;

typedef struct {
    void *value;
    int64_t size;
    uint16_t type;
    int16_t *null;
    uint32_t *length;
} Bind;

typedef struct {
    Service *service;
    char *sql;          // as it came
    char *postgres_sql; // with $1 for :1
    char **placeholders;
    int count; // of placeholders
    Bind *binds;
    int only_postgres; // Oracle's error code for SQL that only PostgreSQL takes, or 0
    Column *columns;
    Define *defines;
    int column_count;
    char cursor[32];
    int open, at_end, fetches;
    uint32_t fetched;
} Statement;

typedef struct {
    int16_t year;
    uint8_t month, day, hour, minute, second;
} Date; // OCIDate, which travels by value

typedef struct {
    Date date;
    uint32_t nanosecond;
} Timestamp; // behind OCIDateTime, a handle

// trace.c
void trace(const char *format, ...) __attribute__((format(printf, 1, 2)));
int fault_of_login(Error *error);
int fault_of_fetch(Service *service, Error *error);

// error.c
int fail(Error *error, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));
int fail_lost(Error *error, Server *server);
int fail_postgres(Error *error, Server *server, const PGresult *result);

// connect.c
void server_close(Server *server);
PGresult *answer(Service *service);
int succeeded(const PGresult *result);
int command(Service *service, Error *error, const char *sql);

// number.c
int number_from_text(const char *text, uint8_t *number);
void number_to_text(const uint8_t *number, char *text);
enum { NUMBER_BYTES = 22, NUMBER_TEXT = 300 };

// date.c
int timestamp_from_text(const char *text, Timestamp *timestamp);

// sql.c
int is_select(const char *sql);
void translate(Statement *statement);

// statement.c
void statement_close(Statement *statement);

#endif
