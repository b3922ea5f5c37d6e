// The process, its threads and the handles. A handle is zeroed memory; none
// remembers its children, so what ODPI-C does not free stays until the end.
#include <pthread.h>

#include "oci.h"

void *zeroed(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (!memory)
        abort();
    return memory;
}

char *copy_text(const char *text, size_t length) {
    char *copy = zeroed(length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}

// From 12 on ODPI-C knows lengths of 32 bits, from 18 on call timeouts.
EXPORT void OCIClientVersion(int *major, int *minor, int *update, int *patch, int *port) {
    *major = 19;
    *minor = 3;
    *update = *patch = *port = 0;
}

EXPORT void OCIThreadProcessInit(void) {}

EXPORT int OCIThreadKeyInit(void *env, Error *error, void **key, void (*destroy)(void *)) {
    (void)env, (void)error;
    pthread_key_t *new = zeroed(1, sizeof *new);
    *key = new;
    return pthread_key_create(new, destroy) ? OCI_ERROR : OCI_SUCCESS;
}

EXPORT int OCIThreadKeyGet(void *env, Error *error, pthread_key_t *key, void **value) {
    (void)env, (void)error;
    *value = pthread_getspecific(*key);
    return OCI_SUCCESS;
}

EXPORT int OCIThreadKeySet(void *env, Error *error, pthread_key_t *key, void *value) {
    (void)env, (void)error;
    return pthread_setspecific(*key, value) ? OCI_ERROR : OCI_SUCCESS;
}

EXPORT int OCIEnvNlsCreate(void **env, uint32_t mode, void *context, void *allocate, void *resize,
                           void *release, size_t extra, void **user, uint16_t charset,
                           uint16_t national_charset) {
    (void)mode, (void)context, (void)allocate, (void)resize, (void)release, (void)extra;
    (void)user, (void)charset, (void)national_charset; // UTF-8 is all there is
    *env = zeroed(1, 1);
    return OCI_SUCCESS;
}

// The item that ODPI-C asks for is how many bytes a character can have.
EXPORT int OCINlsNumericInfoGet(void *env, Error *error, int32_t *value, uint16_t item) {
    (void)env, (void)error, (void)item;
    *value = 4;
    return OCI_SUCCESS;
}

EXPORT int OCIHandleAlloc(const void *env, void **out, uint32_t type, size_t extra, void **user) {
    (void)env, (void)extra, (void)user;
    switch (type) {
    case OCI_HTYPE_ERROR:
        *out = zeroed(1, sizeof(Error));
        return OCI_SUCCESS;
    case OCI_HTYPE_SVCCTX:
        *out = zeroed(1, sizeof(Service));
        return OCI_SUCCESS;
    case OCI_HTYPE_SERVER:
        *out = zeroed(1, sizeof(Server));
        return OCI_SUCCESS;
    case OCI_HTYPE_SESSION:
        *out = zeroed(1, sizeof(Session));
        return OCI_SUCCESS;
    }
    trace("handle type %u is not known", type);
    return OCI_ERROR;
}

EXPORT int OCIHandleFree(void *handle, uint32_t type) {
    if (type == OCI_HTYPE_SERVER) {
        server_close(handle);
        free(((Server *)handle)->connect_string);
    } else if (type == OCI_HTYPE_SESSION) {
        free(((Session *)handle)->user);
        free(((Session *)handle)->password);
    }
    free(handle);
    return OCI_SUCCESS;
}

// The only descriptor that comes one by one is a column's, which is its statement's.
EXPORT int OCIDescriptorFree(void *descriptor, uint32_t type) {
    (void)descriptor;
    return type == OCI_DTYPE_PARAM ? OCI_SUCCESS : OCI_ERROR;
}
