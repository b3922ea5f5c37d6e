// Connections: host:port/service is a PostgreSQL server and its database.
#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <time.h>

#include "oci.h"

typedef struct {
    char *host, *port, *database;
} Address;

static int parse_address(const char *text, Address *a) {
    const char *slash = strchr(text, '/'), *colon = strchr(text, ':');
    if (!slash || !colon || colon > slash)
        return -1;
    a->host = copy_text(text, (size_t)(colon - text));
    a->port = copy_text(colon + 1, (size_t)(slash - colon - 1));
    a->database = copy_text(slash + 1, strlen(slash + 1));
    return 0;
}

static void free_address(Address *a) {
    free(a->host);
    free(a->port);
    free(a->database);
}

void server_close(Server *server) {
    PQfreeCancel(server->cancel);
    PQfinish(server->pg);
    server->cancel = NULL;
    server->pg = NULL;
    server->busy = 0;
}

EXPORT int OCIServerAttach(Server *server, Error *error, const char *address, int32_t length,
                           uint32_t mode) {
    (void)error, (void)mode;
    free(server->connect_string);
    server->connect_string = copy_text(address, (size_t)length);
    return OCI_SUCCESS; // the login tells
}

EXPORT int OCIServerDetach(Server *server, Error *error, uint32_t mode) {
    (void)error, (void)mode;
    server_close(server);
    return OCI_SUCCESS;
}

static const struct {
    const char *said;
    int code;
    const char *text;
} refusals[] = {
    {"password authentication failed", 1017, "invalid username/password; logon denied"},
    {"not permitted to log in", 28000, "the account is locked"},
    {"Connection refused", 12541, "TNS:no listener"},
    {"could not translate host name", 12545, "Connect failed because target host does not exist"},
    {"database \"", 12514, "TNS:listener does not currently know of service requested"},
    {"server closed the connection", 12537, "TNS:connection closed"},
};

static int refused(Error *error, Server *server) {
    const char *said = PQerrorMessage(server->pg);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (strstr(said, refusals[i].said))
            return fail(error, refusals[i].code, "%s", refusals[i].text);
    return fail(error, 20999, "ocishim: PostgreSQL login failed: %s", said);
}

static int login(Server *server, Session *session, Error *error, Address *a) {
    // Functions that Oracle and PostgreSQL both have, but not alike, are in the
    // schema oracle; it must come before PostgreSQL's own.
    const char *keys[] = {"host", "port", "dbname", "user", "password", "client_encoding",
                          "application_name", "sslmode", "options", NULL};
    const char *values[] = {a->host, a->port, a->database, session->user, session->password,
                            "UTF8", "ocishim", "disable",
                            "-c datestyle=ISO -c timezone=UTC -c extra_float_digits=1"
                            " -c search_path=oracle,public,pg_catalog", NULL};
    for (char *c = session->user; *c; c++)
        *c = (char)tolower((unsigned char)*c); // Oracle folds names up, PostgreSQL down
    server->pg = PQconnectdbParams(keys, values, 0);
    if (PQstatus(server->pg) != CONNECTION_OK) {
        int rc = refused(error, server);
        server_close(server);
        return rc;
    }
    server->cancel = PQgetCancel(server->pg);
    return fault_of_login(error);
}

EXPORT int OCISessionBegin(Service *service, Error *error, Session *session, uint32_t credentials,
                           uint32_t mode) {
    (void)credentials, (void)mode;
    Address a;
    if (parse_address(service->server->connect_string, &a))
        return fail(error, 12154, "TNS:could not resolve the connect identifier specified");
    trace("login");
    int rc = login(service->server, session, error, &a);
    free_address(&a);
    return rc;
}

EXPORT int OCISessionEnd(Service *service, Error *error, Session *session, uint32_t mode) {
    (void)error, (void)session, (void)mode;
    server_close(service->server);
    return OCI_SUCCESS;
}

EXPORT int OCIPing(Service *service, Error *error, uint32_t mode) {
    (void)mode;
    trace("ping timeout=%u", service->timeout);
    if (service->server->dead)
        return fail_lost(error, service->server);
    return command(service, error, "");
}

// ODPI-C rolls back before it closes; every statement here has ended by then.
EXPORT int OCITransRollback(Service *service, Error *error, uint32_t flags) {
    (void)flags;
    return service->server->dead ? fail_lost(error, service->server) : OCI_SUCCESS;
}

// It comes from another thread while a call is under way.
EXPORT int OCIBreak(Service *service, Error *error) {
    char text[256];
    trace("break");
    if (!PQcancel(service->server->cancel, text, sizeof text))
        return fail(error, 12152, "TNS:unable to send break message");
    return OCI_SUCCESS;
}

static long long now(void) { // in milliseconds
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

// Waits until PostgreSQL has said something, and cancels what it does when the
// call's time is over. Returns -1 when the connection is lost.
static int wait_for_word(Service *service, long long deadline) {
    Server *server = service->server;
    while (PQisBusy(server->pg)) {
        int left = -1; // for ever
        if (deadline && !server->timed_out)
            left = deadline > now() ? (int)(deadline - now()) : 0;
        struct pollfd p = {.fd = PQsocket(server->pg), .events = POLLIN};
        int n = poll(&p, 1, left);
        if (n < 0 && errno == EINTR)
            continue; // Go's signals
        if (n == 0) {
            char text[256];
            server->timed_out = 1;
            PQcancel(server->cancel, text, sizeof text);
        } else if (!PQconsumeInput(server->pg)) {
            return -1;
        }
    }
    return 0;
}

// Returns the last result of what was sent, or the one that failed, or NULL.
PGresult *answer(Service *service) {
    PGresult *last = NULL, *result;
    long long deadline = service->timeout ? now() + service->timeout : 0;
    service->server->timed_out = 0;
    while (wait_for_word(service, deadline) == 0 &&
           (result = PQgetResult(service->server->pg)) != NULL) {
        if (last && !succeeded(last)) {
            PQclear(result);
            continue;
        }
        PQclear(last);
        last = result;
    }
    return last;
}

int succeeded(const PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

// Runs SQL that gives no rows.
int command(Service *service, Error *error, const char *sql) {
    PGresult *result = PQsendQuery(service->server->pg, sql) ? answer(service) : NULL;
    int rc = OCI_SUCCESS;
    if (!succeeded(result))
        rc = fail_postgres(error, service->server, result);
    PQclear(result);
    return rc;
}
