/* text.h: slices of text, and a buffer that grows. */
#ifndef MIRTH_TEXT_H
#define MIRTH_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes; not NUL-terminated. */
struct mirth_slice {
    const char *at;
    size_t len;
};

static inline struct mirth_slice mirth_slice(const char *at, size_t len)
{
    return (struct mirth_slice){at, len};
}

/* Short, and asked all the time, mostly about a literal whose length the compiler knows. */
static inline struct mirth_slice mirth_slice_of(const char *text) /* up to its NUL; NULL: none */
{
    return (struct mirth_slice){text, text ? strlen(text) : 0};
}

static inline bool mirth_same(struct mirth_slice a, struct mirth_slice b)
{
    return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

static inline bool mirth_same_text(struct mirth_slice a, const char *b)
{
    return mirth_same(a, mirth_slice_of(b));
}

static inline bool mirth_begins(struct mirth_slice s, const char *with)
{
    size_t len = strlen(with);
    return s.len >= len && !memcmp(s.at, with, len);
}

static inline bool mirth_ends(struct mirth_slice s, const char *with)
{
    size_t len = strlen(with);
    return s.len >= len && !memcmp(s.at + s.len - len, with, len);
}

/* ASCII case folded. */
bool mirth_begins_nocase(struct mirth_slice s, const char *with);
bool mirth_ends_nocase(struct mirth_slice s, const char *with);
bool mirth_holds_nocase(struct mirth_slice s, struct mirth_slice part); /* not an empty one */

bool mirth_same_words(struct mirth_slice a, struct mirth_slice b); /* white space aside */

/* Cuts the next piece off *rest at `separator` (which is dropped), trimmed. False at the end. */
bool mirth_cut(struct mirth_slice *rest, char separator, struct mirth_slice *piece);

/* Whether word is one of "a|b|c", ASCII case ignored. */
bool mirth_one_of(struct mirth_slice alternatives, struct mirth_slice word);

/* Asked of every byte of a record, so they are here, where the compiler sees them. */
static inline bool mirth_is_space(char c) /* space, tab, CR, LF, FF, VT */
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool mirth_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool mirth_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool mirth_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool mirth_is_letter(char c) /* ASCII */
{
    return mirth_is_lower((char)(c | 0x20));
}

static inline bool mirth_is_alpha(char c) /* ASCII letters, every byte of a non-ASCII character */
{
    return mirth_is_letter(c) || (unsigned char)c >= 0x80;
}

static inline char mirth_lower(char c)
{
    return mirth_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char mirth_upper(char c)
{
    return mirth_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

/* Whether it is one of the characters, or NUL; where they are a literal, without a call. */
static inline bool mirth_is_among(const char *characters, char c)
{
    const size_t count = strlen(characters);
    for (size_t i = 0; i <= count; i++)
        if (characters[i] == c)
            return true;
    return false;
}

/* The same text; most names that are compared differ in their first byte. */
static inline bool mirth_same_name(const char *a, const char *b)
{
    return a[0] == b[0] && !strcmp(a, b);
}

/* Whether a name, NULL where there is none, is that one. */
static inline bool mirth_is(const char *name, const char *wanted)
{
    return name && mirth_same_name(name, wanted);
}

bool mirth_same_folded(const char *a, const char *b, size_t len);

/* ASCII case folded. Most that are compared differ in length, which is seen here. */
static inline bool mirth_same_nocase(struct mirth_slice a, struct mirth_slice b)
{
    return a.len == b.len && mirth_same_folded(a.at, b.at, a.len);
}

static inline struct mirth_slice mirth_trim(struct mirth_slice s) /* no white space at its ends */
{
    while (s.len && mirth_is_space(s.at[0])) {
        s.at++;
        s.len--;
    }
    while (s.len && mirth_is_space(s.at[s.len - 1]))
        s.len--;
    return s;
}

/* How far the line reaches that the text begins with: up to its LF or CR. */
size_t mirth_line_length(struct mirth_slice text);

/* "ROOT CAUSE": some capitals, and no small letter. */
bool mirth_is_capitals(struct mirth_slice s);

/* The length of the longest run of one character. */
size_t mirth_longest_run(struct mirth_slice s, char c);

/* The offset of the first byte that is not part of valid UTF-8 (or is NUL), or len. */
size_t mirth_utf8_fault(const char *text, size_t len);

/* The length in bytes of the UTF-8 character that begins with lead (1 to 4). */
size_t mirth_utf8_length(char lead);

/* The code point that text (valid UTF-8, not empty) begins with, and its length. */
uint32_t mirth_code_point(const char *text, size_t *len);

/* FNV-1a, 64 bits, continued from `hash`; begin with MIRTH_HASH. */
#define MIRTH_HASH 14695981039346656037ULL
uint64_t mirth_hash(uint64_t hash, const char *text, size_t len);

/* A checksum for what lies in a file, thirty-two bytes at a time: four lanes of eight, so that a
 * machine can do them at once (little-endian everywhere, the last padded with zeros), each
 * lane = rotate((lane ^ bytes) * K, 29); at the end they are taken together in the same way. A step
 * is a bijection of both, so a change within eight bytes is always seen. Continued from `sum`;
 * begin with MIRTH_HASH. */
uint64_t mirth_checksum(uint64_t sum, const char *bytes, size_t len);

/* Words as a reader counts them: runs of non-space that hold a letter or a digit. */
size_t mirth_count_words(struct mirth_slice s);

/* Bytes that grow; zero-initialise. A failed growth sets `spent` and drops what comes after. */
struct mirth_buffer {
    char *at;
    size_t len, room;
    bool spent;
};

void mirth_put(struct mirth_buffer *b, const char *text, size_t len);
void mirth_put_slice(struct mirth_buffer *b, struct mirth_slice s);
void mirth_put_text(struct mirth_buffer *b, const char *text);
void mirth_put_char(struct mirth_buffer *b, char c);
void mirth_put_number(struct mirth_buffer *b, uint64_t n);
struct mirth_slice mirth_buffer_slice(const struct mirth_buffer *b);
void mirth_buffer_free(struct mirth_buffer *b);

#endif
