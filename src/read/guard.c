/* guard.c: what is refused before it is parsed. */
#include "read/guard.h"

enum { DEPTH = 32, BRACKETS = 2000 };

/* How many block quotations and list items a line opens: `> - 1. text` opens three. */
static size_t containers(const char *s, size_t len)
{
    size_t depth = 0, i = 0, digits;
    while (i < len && depth <= DEPTH) {
        while (i < len && (s[i] == ' ' || s[i] == '\t'))
            i++;
        for (digits = 0; i + digits < len && mirth_is_digit(s[i + digits]); digits++)
            ;
        if (i + digits >= len)
            break;
        if (s[i] == '>') {
            i++;
        } else if ((digits && (s[i + digits] == '.' || s[i + digits] == ')')) || s[i] == '-' ||
                   s[i] == '*' || s[i] == '+') {
            i += digits + 1;
            if (i < len && !mirth_is_space(s[i]))
                break;
        } else {
            break;
        }
        depth++;
    }
    return depth;
}

static size_t count_brackets(const char *s, size_t len)
{
    const char *at = s, *const end = s + len;
    size_t n = 0;
    while (at < end && (at = memchr(at, '[', (size_t)(end - at))) != NULL) {
        n++;
        at++;
    }
    return n;
}

static bool check_lines(const struct mirth_story *story, struct mirth_error *err)
{
    size_t brackets = 0, number = 1;
    for (size_t at = 0; at < story->length; number++) {
        const char *s = story->source + at;
        size_t len = mirth_line_length(mirth_slice(s, story->length - at));
        bool blank = !mirth_trim(mirth_slice(s, len)).len;
        if (containers(s, len) > DEPTH)
            return mirth_fail(err, MIRTH_BROKEN,
                              "%s:%zu: lists or quotations nested deeper than %d; expected fewer",
                              story->name, number, DEPTH);
        brackets = blank ? 0 : brackets + count_brackets(s, len);
        if (brackets > BRACKETS)
            return mirth_fail(err, MIRTH_BROKEN,
                              "%s:%zu: more than %d '[' in one block; expected fewer", story->name,
                              number, BRACKETS);
        at += len;
        if (at + 1 < story->length && s[len] == '\r' && s[len + 1] == '\n')
            at++;
        at++;
    }
    return true;
}

bool mirth_guard_text(const struct mirth_story *story, size_t limit, struct mirth_error *err)
{
    size_t fault;
    if (story->length > limit)
        return mirth_fail(err, MIRTH_BROKEN, "%s: %zu bytes; expected at most %zu", story->name,
                          story->length, limit);
    fault = mirth_utf8_fault(story->source, story->length);
    if (fault < story->length)
        return mirth_fail(err, MIRTH_BROKEN, "%s: byte %zu: %s; expected UTF-8 text", story->name,
                          fault, story->source[fault] ? "not valid UTF-8" : "a NUL byte");
    return true;
}

bool mirth_guard(const struct mirth_story *story, size_t limit, struct mirth_error *err)
{
    return mirth_guard_text(story, limit, err) && check_lines(story, err);
}
