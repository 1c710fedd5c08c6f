/* check_fit.c: a told line's slots against what each pattern gives: that some sentence fills it */
#include <string.h>

#include "phrasebook/check.h"

#define SILENT "was is has it does its s head plural" /* print another word than the slot's */

/* How often the template prints the slot, and whether it asks for it at all. */
static size_t prints(const char *template, struct mirth_slice slot, bool *asks)
{
    size_t n = 0;
    *asks = false;
    for (const char *s = template; (s = strchr(s, '{')); s++) {
        struct mirth_slice inside = mirth_slice(s + 1, strcspn(s + 1, "}")), name = {0}, modifier;
        bool silent = false;
        mirth_cut(&inside, ':', &name);
        if (!mirth_same(name, slot))
            continue;
        while (mirth_cut(&inside, ':', &modifier))
            silent |= mirth_among(SILENT, modifier);
        *asks = true;
        n += !silent;
    }
    return n;
}

/* The next slot of a pattern, and whether the pattern may do without it; NULL at the end. */
static const char *next_given(const char *s, struct mirth_slice *slot, bool *optional)
{
    for (; *s; s++) {
        if (*s == '[' || *s == ']')
            *optional = *s == '[';
        if (*s != '{')
            continue;
        *slot = mirth_slice(s + 1, strcspn(s + 1, "=}"));
        return s + 1 + slot->len;
    }
    return NULL;
}

/* Every slot of the pattern must be printed, and once, or words of the record would be lost. */
static bool takes_all(const char *template, const char *pattern)
{
    struct mirth_slice slot;
    bool optional = false, asks;
    while ((pattern = next_given(pattern, &slot, &optional))) {
        size_t n = prints(template, slot, &asks);
        if (n > 1 || (!n && !optional))
            return false;
    }
    return true;
}

static bool gives(const char *pattern, struct mirth_slice wanted)
{
    struct mirth_slice slot;
    bool optional = false;
    while ((pattern = next_given(pattern, &slot, &optional)))
        if (mirth_same(slot, wanted))
            return true;
    return false;
}

/* What the template asks for must be given: by this pattern, or by the record as a whole. */
static bool gives_all(const struct mirth_checker *c, const char *pattern, const char *template)
{
    for (const char *s = template; (s = strchr(s, '{')); s++) {
        struct mirth_slice slot = mirth_slice(s + 1, strcspn(s + 1, ":}"));
        if (!mirth_among(c->chapter->slots, slot) && !gives(pattern, slot))
            return false;
    }
    return true;
}

static bool is_whole(const char *template)
{
    bool asks;
    prints(template, mirth_slice_of("clause"), &asks);
    return asks;
}

/* "{what} {by}, {what}": what each pattern gives, once. */
static void put_sets(struct mirth_buffer *out, const struct mirth_line *patterns, size_t count)
{
    struct mirth_buffer set = {0};
    for (size_t i = 0; i < count; i++) {
        const char *at = patterns[i].text;
        struct mirth_slice slot;
        bool optional = false;
        set.len = 0;
        while ((at = next_given(at, &slot, &optional))) {
            mirth_put_text(&set, set.len ? " {" : "{");
            mirth_put_slice(&set, slot);
            mirth_put_char(&set, '}');
        }
        mirth_put_text(&set, ", ");
        if (set.len > 2 && !(out->at && strstr(out->at, set.at)))
            mirth_put_slice(out, mirth_buffer_slice(&set));
    }
    out->len -= out->len > 2 ? 2 : 0;
    mirth_buffer_free(&set);
}

/* A slot that no pattern gives was reported by itself. */
static bool is_reported(const struct mirth_checker *c, const char *template,
                        const struct mirth_line *patterns, size_t count)
{
    for (const char *s = template; (s = strchr(s, '{')); s++) {
        struct mirth_slice slot = mirth_slice(s + 1, strcspn(s + 1, ":}"));
        bool given = mirth_among(c->chapter->slots, slot);
        for (size_t i = 0; i < count && !given; i++)
            given = gives(patterns[i].text, slot);
        if (!given)
            return true;
    }
    return false;
}

static bool fits(const struct mirth_checker *c, const char *template, const char *pattern)
{
    return (is_whole(template) || takes_all(template, pattern)) && gives_all(c, pattern, template);
}

void mirth_check_fit(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_buffer sets = {0};
    const struct mirth_line *patterns = NULL;
    size_t count = mirth_patterns_of(c, line, &patterns);
    if (!mirth_among("told wordings", mirth_slice_of(line->chapter)) ||
        is_reported(c, line->text, patterns, count))
        return;
    for (size_t i = 0; i < count; i++)
        if (fits(c, line->text, patterns[i].text))
            return;
    put_sets(&sets, patterns, count);
    if (count)
        mirth_finding(c, line->source,
                      "no sentence fills it; expected all that one pattern gives, each once: %.*s",
                      (int)sets.len, sets.at ? sets.at : "");
    mirth_buffer_free(&sets);
}
