// What a test can see and order, by variables of the environment:
//
//   OCISHIM_TRACE=FILE   where each round trip is written down
//   OCISHIM_LOGIN=CODE   the login ends with that error; 28002 is a mere warning;
//                        CODE:INNER has a second line, of the error inside
//   OCISHIM_FETCH=A,B,C  faults, each of which one statement meets at its second
//                        fetch: a code of Oracle, or CODE:INNER; lost, when the connection breaks;
//                        end, when the rows end early and nothing says so; slow,
//                        when PostgreSQL is busy for ten minutes, or until a call
//                        timeout or a break; stuck, when the fetch never comes
//                        back, whatever anybody does; mistake, for the sanitizer
//                        to find: where none was seen, its silence proves nothing
#include <pthread.h>
#include <stdarg.h>
#include <sys/socket.h>
#include <unistd.h>

#include "oci.h"

static FILE *file;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_file(void) {
    const char *name = getenv("OCISHIM_TRACE");
    if (name && *name)
        file = fopen(name, "ae");
}

void trace(const char *format, ...) {
    pthread_once(&once, open_file);
    if (!file)
        return;
    va_list arguments;
    va_start(arguments, format);
    flockfile(file);
    vfprintf(file, format, arguments);
    fputc('\n', file);
    fflush(file);
    funlockfile(file);
    va_end(arguments);
}

// Fails with CODE or CODE:INNER.
static int fail_as_ordered(Error *error, const char *codes) {
    int code = 0, inner = 0;
    if (sscanf(codes, "%d:%d", &code, &inner) == 2)
        return fail(error, code, "as the test ordered\nORA-%05d: as the test ordered", inner);
    return fail(error, code, "as the test ordered");
}

int fault_of_login(Error *error) {
    const char *code = getenv("OCISHIM_LOGIN");
    if (!code || !*code)
        return OCI_SUCCESS;
    fail_as_ordered(error, code);
    return atoi(code) == 28002 ? OCI_SUCCESS_WITH_INFO : OCI_ERROR;
}

static void mistake(size_t size) {
    volatile char *memory = zeroed(size, 1);
    memory[size] = 1;
    free((void *)memory);
}

// Meets with the next fault that was ordered; OCI_SUCCESS is to go on.
int fault_of_fetch(Service *service, Error *error) {
    static const char *next;
    static int begun;
    if (!begun)
        next = getenv("OCISHIM_FETCH");
    begun = 1;
    if (!next || !*next)
        return OCI_SUCCESS;
    const char *fault = next;
    next += strcspn(next, ",");
    next += *next == ',';
    if (!strncmp(fault, "end", 3))
        return OCI_NO_DATA;
    if (!strncmp(fault, "lost", 4)) {
        shutdown(PQsocket(service->server->pg), SHUT_RDWR);
        return OCI_SUCCESS; // libpq finds out
    }
    if (!strncmp(fault, "slow", 4)) {
        trace("slow");
        return command(service, error, "select pg_sleep(600)");
    }
    if (!strncmp(fault, "stuck", 5)) {
        trace("stuck");
        for (;;)
            pause();
    }
    if (!strncmp(fault, "mistake", 7)) {
        mistake(8);
        return OCI_SUCCESS;
    }
    return fail_as_ordered(error, fault);
}
