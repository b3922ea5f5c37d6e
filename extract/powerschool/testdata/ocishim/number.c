// NUMBER: a length byte, an exponent byte, and up to 20 digits to the base of
// 100. The exponent is 193 for the units, each digit is stored plus one. Of a
// negative number the exponent is complemented, each digit is 101 less the
// digit, and a 102 follows where there is room.
#include "oci.h"

enum { MOST_DIGITS = 40 }; // decimal ones, in 20 bytes

// Decimal digits without leading zeros; the number is 0.d1d2d3... * 10^exponent.
typedef struct {
    char digit[512];
    int count, exponent, negative;
} Decimal;

static int parse(const char *text, Decimal *d) {
    int point = -1, exponent = 0, leading = 1;
    memset(d, 0, sizeof *d);
    if (*text == '-' || *text == '+')
        d->negative = *text++ == '-';
    for (; *text && d->count < 500; text++) {
        if (*text == '.') {
            point = d->count;
        } else if (*text == 'e' || *text == 'E') {
            exponent += atoi(text + 1);
            break;
        } else if (*text < '0' || *text > '9') {
            return -1; // NaN, Infinity
        } else if (leading && *text == '0') {
            exponent -= point >= 0;
        } else {
            leading = 0;
            d->digit[d->count++] = (char)(*text - '0');
        }
    }
    d->exponent = exponent + (point < 0 ? d->count : point);
    return 0;
}

// Makes the digits pairs about the decimal point.
static void pair(Decimal *d) {
    if (d->exponent & 1) {
        memmove(d->digit + 1, d->digit, (size_t)d->count++);
        d->digit[0] = 0;
        d->exponent++;
    }
    if (d->count & 1)
        d->digit[d->count++] = 0;
}

// Rounds half up to what fits, and drops pairs of zeros at the end.
static void round_off(Decimal *d) {
    if (d->count > MOST_DIGITS) {
        int up = d->digit[MOST_DIGITS] >= 5;
        d->count = MOST_DIGITS;
        for (int i = MOST_DIGITS - 1; up && i >= 0; i--) {
            up = d->digit[i] == 9;
            d->digit[i] = up ? 0 : d->digit[i] + 1;
        }
        if (up) {
            memmove(d->digit + 2, d->digit, MOST_DIGITS - 2);
            d->digit[0] = 0;
            d->digit[1] = 1;
            d->exponent += 2;
        }
    }
    while (d->count >= 2 && !d->digit[d->count - 1] && !d->digit[d->count - 2])
        d->count -= 2;
}

// Returns -1 for what no NUMBER can be.
int number_from_text(const char *text, uint8_t *number) {
    Decimal d;
    if (parse(text, &d))
        return -1;
    pair(&d);
    round_off(&d);
    memset(number, 0, NUMBER_BYTES);
    int exponent = d.exponent / 2 - 1, pairs = d.count / 2;
    if (pairs == 0 || exponent < -65) {
        number[0] = 1;
        number[1] = 0x80; // zero
        return 0;
    }
    if (exponent > 62)
        return -1;
    number[0] = (uint8_t)(pairs + 1);
    number[1] = (uint8_t)(193 + exponent);
    for (int i = 0; i < pairs; i++) {
        int value = d.digit[2 * i] * 10 + d.digit[2 * i + 1];
        number[2 + i] = (uint8_t)(d.negative ? 101 - value : value + 1);
    }
    if (d.negative) {
        number[1] = (uint8_t)~number[1];
        if (pairs < MOST_DIGITS / 2) {
            number[2 + pairs] = 102;
            number[0]++;
        }
    }
    return 0;
}

static char *put_pair(char *text, int value) {
    *text++ = (char)('0' + value / 10);
    *text++ = (char)('0' + value % 10);
    return text;
}

// Writes the number without an exponent, into NUMBER_TEXT bytes.
void number_to_text(const uint8_t *number, char *text) {
    int pairs = number[0] - 1, negative = !(number[1] & 0x80);
    if (pairs <= 0) {
        strcpy(text, "0");
        return;
    }
    if (negative && number[1 + pairs] == 102)
        pairs--;
    int exponent = (negative ? (uint8_t)~number[1] : number[1]) - 193, i;
    if (negative)
        *text++ = '-';
    if (exponent < 0) {
        *text++ = '0';
        *text++ = '.';
        for (i = exponent + 1; i < 0; i++)
            text = put_pair(text, 0);
    }
    for (i = 0; i < pairs; i++) {
        if (exponent >= 0 && i == exponent + 1)
            *text++ = '.';
        text = put_pair(text, negative ? 101 - number[2 + i] : number[2 + i] - 1);
    }
    for (; i <= exponent; i++)
        text = put_pair(text, 0);
    *text = 0;
}

EXPORT int OCINumberFromInt(Error *error, const void *value, unsigned bytes, unsigned is_signed,
                            uint8_t *number) {
    char text[40];
    if (bytes != 8)
        return fail(error, 22060, "argument [2] is an invalid or uninitialized number");
    if (is_signed)
        snprintf(text, sizeof text, "%lld", *(const long long *)value);
    else
        snprintf(text, sizeof text, "%llu", *(const unsigned long long *)value);
    number_from_text(text, number);
    return OCI_SUCCESS;
}

EXPORT int OCINumberToInt(Error *error, const uint8_t *number, unsigned bytes, unsigned is_signed,
                          void *value) {
    char text[NUMBER_TEXT], *end;
    number_to_text(number, text);
    long long n = strtoll(text, &end, 10);
    if (bytes != 8 || !is_signed)
        return fail(error, 20999, "ocishim: only int64 is read from a NUMBER");
    if (strlen(text) > 19) // NUMBER(18) is the widest that is read as an integer
        return fail(error, 22053, "overflow error");
    *(int64_t *)value = n;
    return OCI_SUCCESS;
}
