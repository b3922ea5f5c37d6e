// Dates and timestamps, of which PostgreSQL gives the text: 2026-11-20 or
// 2026-11-20 10:30:00.123456, each also with " BC".
#include <ctype.h>

#include "oci.h"

static int two_digits(const char *text) { return (text[0] - '0') * 10 + text[1] - '0'; }

// Returns -1 for what no DATE can be: infinity.
int timestamp_from_text(const char *text, Timestamp *t) {
    int year = 0;
    size_t length = strlen(text);
    memset(t, 0, sizeof *t);
    const char *p = text;
    while (isdigit((unsigned char)*p))
        year = year * 10 + *p++ - '0';
    if (*p != '-' || strlen(p) < 6)
        return -1;
    t->date.year = (int16_t)(strcmp(text + length - 2, "BC") == 0 ? -year : year);
    t->date.month = (uint8_t)two_digits(p + 1);
    t->date.day = (uint8_t)two_digits(p + 4);
    p += 6;
    if (*p != ' ' || !isdigit((unsigned char)p[1]))
        return 0;
    t->date.hour = (uint8_t)two_digits(p + 1);
    t->date.minute = (uint8_t)two_digits(p + 4);
    t->date.second = (uint8_t)two_digits(p + 7);
    p += 9;
    if (*p == '.') {
        int digits = 0;
        for (p++; isdigit((unsigned char)*p); p++, digits++)
            t->nanosecond = t->nanosecond * 10 + (uint32_t)(*p - '0');
        for (; digits < 9; digits++)
            t->nanosecond *= 10;
    }
    return 0;
}

EXPORT int OCIArrayDescriptorAlloc(const void *env, void **out, uint32_t type, uint32_t count,
                                   size_t extra, void **user) {
    (void)env, (void)type, (void)extra, (void)user;
    Timestamp *timestamps = zeroed(count, sizeof *timestamps);
    for (uint32_t i = 0; i < count; i++)
        out[i] = &timestamps[i];
    return OCI_SUCCESS;
}

EXPORT int OCIArrayDescriptorFree(void **descriptors, uint32_t type) {
    (void)type;
    free(descriptors[0]);
    return OCI_SUCCESS;
}

EXPORT int OCIDateTimeGetDate(void *env, Error *error, const Timestamp *t, int16_t *year,
                              uint8_t *month, uint8_t *day) {
    (void)env, (void)error;
    *year = t->date.year;
    *month = t->date.month;
    *day = t->date.day;
    return OCI_SUCCESS;
}

EXPORT int OCIDateTimeGetTime(void *env, Error *error, const Timestamp *t, uint8_t *hour,
                              uint8_t *minute, uint8_t *second, uint32_t *nanosecond) {
    (void)env, (void)error;
    *hour = t->date.hour;
    *minute = t->date.minute;
    *second = t->date.second;
    *nanosecond = t->nanosecond;
    return OCI_SUCCESS;
}
