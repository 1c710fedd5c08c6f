/* text.c: slices of text, and a buffer that grows. */
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mirth_same_folded(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (a[i] != b[i] && mirth_lower(a[i]) != mirth_lower(b[i]))
            return false;
    return true;
}

bool mirth_same_words(struct mirth_slice a, struct mirth_slice b)
{
    struct mirth_slice x, y;
    if (mirth_same(a, b))
        return true;
    for (size_t i = 0, k = 0;; i++, k++) {
        while (i < a.len && mirth_is_space(a.at[i]))
            i++;
        while (k < b.len && mirth_is_space(b.at[k]))
            k++;
        x = mirth_slice(a.at + i, i < a.len);
        y = mirth_slice(b.at + k, k < b.len);
        if (!mirth_same(x, y))
            return false;
        if (!x.len)
            return true;
    }
}

bool mirth_cut(struct mirth_slice *rest, char separator, struct mirth_slice *piece)
{
    const char *end;
    size_t len;
    if (!rest->len)
        return false;
    end = memchr(rest->at, separator, rest->len);
    len = end ? (size_t)(end - rest->at) : rest->len;
    *piece = mirth_trim(mirth_slice(rest->at, len));
    rest->at += end ? len + 1 : len;
    rest->len -= end ? len + 1 : len;
    return true;
}

bool mirth_begins_nocase(struct mirth_slice s, const char *with)
{
    struct mirth_slice wanted = mirth_slice_of(with);
    return s.len >= wanted.len && mirth_same_nocase(mirth_slice(s.at, wanted.len), wanted);
}

bool mirth_ends_nocase(struct mirth_slice s, const char *with)
{
    struct mirth_slice wanted = mirth_slice_of(with);
    return s.len >= wanted.len &&
           mirth_same_nocase(mirth_slice(s.at + s.len - wanted.len, wanted.len), wanted);
}

bool mirth_holds_nocase(struct mirth_slice s, struct mirth_slice part)
{
    const char small = part.len ? mirth_lower(part.at[0]) : '\0', great = mirth_upper(small);
    for (size_t i = 0; part.len && i + part.len <= s.len; i++)
        if ((s.at[i] == small || s.at[i] == great) &&
            mirth_same_nocase(mirth_slice(s.at + i, part.len), part))
            return true;
    return false;
}

bool mirth_one_of(struct mirth_slice alternatives, struct mirth_slice word)
{
    const char *at = alternatives.at, *const end = alternatives.at + alternatives.len;
    for (; at < end; at++) {
        const char *const from = at;
        size_t len;
        while (at < end && *at != '|')
            at++;
        len = (size_t)(at - from);
        /* most are too short or, with no space to trim, too long, so that this is soon over */
        if (len < word.len ||
            (len > word.len && !mirth_is_space(from[0]) && !mirth_is_space(from[len - 1])))
            continue;
        if (mirth_same_nocase(mirth_trim(mirth_slice(from, len)), word))
            return true;
    }
    return false;
}

/* A little at a time, so that a text without LFs is not gone through for each of its lines. */
size_t mirth_line_length(struct mirth_slice text)
{
    enum { NEAR = 512 };
    for (size_t at = 0; at < text.len; at += NEAR) {
        const char *from = text.at + at, *end, *earlier;
        const size_t len = text.len - at < NEAR ? text.len - at : NEAR;
        end = memchr(from, '\n', len);
        earlier = memchr(from, '\r', end ? (size_t)(end - from) : len);
        if (end || earlier)
            return (size_t)((earlier ? earlier : end) - text.at);
    }
    return text.len;
}

bool mirth_is_capitals(struct mirth_slice s)
{
    size_t upper = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (mirth_is_lower(s.at[i]))
            return false;
        upper += mirth_is_upper(s.at[i]);
    }
    return upper >= 4;
}

size_t mirth_longest_run(struct mirth_slice s, char c)
{
    size_t run = 0, longest = 0;
    for (size_t i = 0; i < s.len; i++) {
        run = s.at[i] == c ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* Compilers make one load of this. */
static uint64_t eight_bytes(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}

size_t mirth_utf8_length(char lead)
{
    unsigned char c = (unsigned char)lead;
    return c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

uint32_t mirth_code_point(const char *text, size_t *len)
{
    static const unsigned char masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t point;
    *len = mirth_utf8_length(text[0]);
    point = (unsigned char)text[0] & masks[*len];
    for (size_t i = 1; i < *len; i++)
        point = point << 6 | ((unsigned char)text[i] & 0x3f);
    return point;
}

/* RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF. */
static bool valid_sequence(const unsigned char *s, size_t left, size_t *len)
{
    unsigned low = 0x80, high = 0xbf;
    if (s[0] < 0xc2 || s[0] > 0xf4)
        return false;
    *len = mirth_utf8_length((char)s[0]);
    if (*len > left)
        return false;
    if (s[0] == 0xe0)
        low = 0xa0;
    if (s[0] == 0xed)
        high = 0x9f;
    if (s[0] == 0xf0)
        low = 0x90;
    if (s[0] == 0xf4)
        high = 0x8f;
    if (s[1] < low || s[1] > high)
        return false;
    for (size_t i = 2; i < *len; i++)
        if ((s[i] & 0xc0) != 0x80)
            return false;
    return true;
}

/* Eight ASCII characters, none of them NUL. */
static bool is_plain(uint64_t bytes)
{
    return !((bytes | (bytes - 0x0101010101010101ULL)) & 0x8080808080808080ULL);
}

size_t mirth_utf8_fault(const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;
    size_t i = 0, step;
    while (i < len) {
        if (len - i >= 8 && is_plain(eight_bytes(text + i))) {
            i += 8;
            continue;
        }
        if (s[i] && s[i] < 0x80) {
            i++;
            continue;
        }
        if (!s[i] || !valid_sequence(s + i, len - i, &step))
            return i;
        i += step;
    }
    return len;
}

uint64_t mirth_hash(uint64_t hash, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211ULL;
    return hash;
}

static uint64_t checksum_step(uint64_t sum, uint64_t bytes)
{
    sum = (sum ^ bytes) * 0x9e3779b97f4a7c15ULL;
    return sum << 29 | sum >> 35;
}

uint64_t mirth_checksum(uint64_t sum, const char *bytes, size_t len)
{
    uint64_t lanes[4] = {sum, 1, 2, 3};
    char last[32] = {0};
    size_t whole = len / 32 * 32;
    for (size_t i = 0; i < whole; i += 32)
        for (size_t lane = 0; lane < 4; lane++)
            lanes[lane] = checksum_step(lanes[lane], eight_bytes(bytes + i + lane * 8));
    if (len > whole)
        memcpy(last, bytes + whole, len - whole);
    sum = len;
    for (size_t lane = 0; lane < 4; lane++)
        sum = checksum_step(sum, checksum_step(lanes[lane], eight_bytes(last + lane * 8)));
    return sum;
}

#define EACH(byte) (0x0101010101010101ULL * (byte))

/* The high bit of each of eight bytes that is at least n; all are below 0x80. */
static uint64_t at_least(uint64_t bytes, unsigned n)
{
    return (bytes + EACH(0x80 - n)) & EACH(0x80);
}

/* Of eight bytes, in their high bits: what makes a word of what it stands in. */
static uint64_t makes_word(uint64_t bytes)
{
    const uint64_t low = bytes & EACH(0x7f), letters = low | EACH(0x20);
    return (at_least(low, '0') ^ at_least(low, '9' + 1)) |
           (at_least(letters, 'a') ^ at_least(letters, 'z' + 1)) | (bytes & EACH(0x80));
}

/* And all that is no white space. */
static uint64_t is_dark(uint64_t bytes)
{
    const uint64_t low = bytes & EACH(0x7f);
    const uint64_t space = (at_least(low, '\t') ^ at_least(low, '\r' + 1)) |
                           (at_least(low, ' ') ^ at_least(low, ' ' + 1));
    return (~space | bytes) & EACH(0x80);
}

/* How many words begin in eight bytes. Without branches: where one does is what no processor can
 * guess. A byte is in a word where it makes one, or goes on with that of the byte before: such a
 * thing is what an addition's carry does. *inside: whether a word goes on, from byte to byte. */
static size_t words_of(uint64_t bytes, uint64_t *inside)
{
    const uint64_t makes = makes_word(bytes) >> 7, dark = (is_dark(bytes) >> 7) * 0xff;
    const uint64_t sum = dark + makes, total = sum + *inside;
    const uint64_t before = (total ^ dark ^ makes) & EACH(1);
    *inside = sum < dark || total < sum;
    return (((before >> 8 | *inside << 56) & ~before) * EACH(1)) >> 56;
}

size_t mirth_count_words(struct mirth_slice s)
{
    size_t words = 0, i = 0;
    uint64_t inside = 0;
    char last[8] = "        ";
    for (; i + 8 <= s.len; i += 8)
        words += words_of(eight_bytes(s.at + i), &inside);
    if (i == s.len)
        return words;
    memcpy(last, s.at + i, s.len - i);
    return words + words_of(eight_bytes(last), &inside);
}

void mirth_put(struct mirth_buffer *b, const char *text, size_t len)
{
    if (b->spent || !len)
        return;
    if (len >= b->room - b->len || !b->at) {
        size_t room = b->room ? b->room : 256;
        char *grown;
        while (room - b->len <= len && room < (size_t)1 << (sizeof room * 8 - 2))
            room *= 2;
        grown = room - b->len > len ? realloc(b->at, room) : NULL;
        if (!grown) {
            b->spent = true;
            return;
        }
        b->at = grown;
        b->room = room;
    }
    memcpy(b->at + b->len, text, len);
    b->len += len;
    b->at[b->len] = '\0';
}

void mirth_put_slice(struct mirth_buffer *b, struct mirth_slice s)
{
    mirth_put(b, s.at, s.len);
}

void mirth_put_text(struct mirth_buffer *b, const char *text)
{
    mirth_put(b, text, strlen(text));
}

void mirth_put_char(struct mirth_buffer *b, char c)
{
    mirth_put(b, &c, 1);
}

void mirth_put_number(struct mirth_buffer *b, uint64_t n)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
    mirth_put(b, digits, (size_t)len);
}

struct mirth_slice mirth_buffer_slice(const struct mirth_buffer *b)
{
    return mirth_slice(b->at ? b->at : "", b->len);
}

void mirth_buffer_free(struct mirth_buffer *b)
{
    free(b->at);
    *b = (struct mirth_buffer){0};
}
