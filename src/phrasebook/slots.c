/* slots.c: a theme's {slots:and:modifiers}: that each exists and can be filled where it stands. */
#include <string.h>

#include "phrasebook/check.h"

#define MODIFIERS "the a cap head plural was is has it does its s"

/* Whether the pattern gives the slot: {slot} or {slot=@list}. */
static bool gives(const char *pattern, struct mirth_slice slot)
{
    for (const char *s = pattern; (s = strchr(s, '{')); s++)
        if (!strncmp(s + 1, slot.at, slot.len) &&
            (s[slot.len + 1] == '}' || s[slot.len + 1] == '='))
            return true;
    return false;
}

size_t mirth_patterns_of(const struct mirth_checker *c, const struct mirth_line *line,
                         const struct mirth_line **first)
{
    char frame[128];
    size_t len = strcspn(line->entry, ",");
    const bool worded = !strcmp(line->chapter, "wordings");
    if (!c->chapter->faults || len >= sizeof frame)
        return 0;
    memcpy(frame, line->entry, len);
    frame[len] = '\0';
    return mirth_book_entry(c->english, worded ? "told" : line->chapter, frame, first);
}

/* Whether a line of a gag's or a fault's answers a sentence of the record's tale, which it may have
 * inside: "The hook was bare: {clause}." */
static bool answers_tale(const struct mirth_line *line)
{
    static const char *const others[] = {"at title",   "at opening", "at closing",      "at impact",
                                         "at measure", "image",      "at last-measure", "closing",
                                         "fable",      "scene",      "ending"};
    if (strcmp(line->chapter, "gags") != 0 && strcmp(line->chapter, "faults") != 0)
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (mirth_has_condition(line, others[i]))
            return false;
    return true;
}

static bool is_given(const struct mirth_checker *c, const struct mirth_line *line,
                     struct mirth_slice slot)
{
    const struct mirth_line *pattern;
    size_t count = mirth_patterns_of(c, line, &pattern);
    if (mirth_among(c->chapter->slots, slot))
        return true;
    if (mirth_same_text(slot, "title") && mirth_has_condition(line, "at title"))
        return true;
    if (mirth_same_text(slot, "clause") && answers_tale(line))
        return true;
    for (; count; count--, pattern++)
        if (gives(pattern->text, slot))
            return true;
    return false;
}

/* "{what} {by}": what the frame's patterns give, in the order of their first use. */
static void put_given(struct mirth_buffer *out, const struct mirth_line *pattern, size_t count)
{
    for (; count; count--, pattern++) {
        for (const char *s = pattern->text; (s = strchr(s, '{')); s++) {
            struct mirth_slice slot = mirth_slice(s, 1 + strcspn(s + 1, "=}"));
            if (out->at && gives(out->at, mirth_slice(s + 1, slot.len - 1)))
                continue;
            mirth_put_char(out, ' ');
            mirth_put_slice(out, slot);
            mirth_put_char(out, '}');
        }
    }
}

static void refuse_slot(struct mirth_checker *c, const struct mirth_line *line,
                        struct mirth_slice slot)
{
    struct mirth_buffer given = {0};
    const struct mirth_line *pattern = NULL;
    size_t count = mirth_patterns_of(c, line, &pattern);
    put_given(&given, pattern, count);
    mirth_defect(
        c, line->source, "{%.*s} is never given in `%s`, `%s`; expected%s%s%s", (int)slot.len,
        slot.at, line->chapter, line->entry, given.at ? given.at : "",
        given.at ? " or one of: " : " one of: ", *c->chapter->slots ? c->chapter->slots : "(none)");
    mirth_buffer_free(&given);
}

static void check_slot(struct mirth_checker *c, const struct mirth_line *line,
                       struct mirth_slice inside)
{
    struct mirth_slice slot = {0}, modifier;
    mirth_cut(&inside, ':', &slot);
    if (!slot.len)
        mirth_defect(c, line->source, "an empty slot; expected {name}");
    else if (!is_given(c, line, slot))
        refuse_slot(c, line, slot);
    while (mirth_cut(&inside, ':', &modifier))
        if (!mirth_among(MODIFIERS, modifier))
            mirth_defect(c, line->source, "unknown modifier `:%.*s`; expected one of: " MODIFIERS,
                         (int)modifier.len, modifier.at);
}

static bool uses(const char *text, const char *slot)
{
    size_t len = strlen(slot);
    for (const char *s = text; (s = strchr(s, '{')); s++)
        if (!strncmp(s + 1, slot, len) && strchr(":}", s[len + 1]) && s[len + 1])
            return true;
    return false;
}

static void check_needed(struct mirth_checker *c, const struct mirth_line *line)
{
    const char *needs = c->chapter->needs;
    if (!strcmp(line->chapter, "title"))
        needs = strcmp(line->entry, "none") ? "title" : "";
    if (*needs && !uses(line->text, needs))
        mirth_finding(c, line->source, "no {%s}; expected it in every line of `%s`", needs,
                      line->chapter);
    if (!strcmp(line->chapter, "title") && !*needs && uses(line->text, "title"))
        mirth_finding(c, line->source, "{title} for records without one; expected no slot");
    if (!strcmp(line->chapter, "told") && !strchr(line->text, '{'))
        mirth_finding(c, line->source, "no slot; expected the record's words in a told line");
}

/* The rest of a sentence begins with its own space or comma. */
static void check_rest(struct mirth_checker *c, const struct mirth_line *line)
{
    if (strstr(line->text, " {rest}"))
        mirth_finding(c, line->source, "a space before {rest}; expected it straight after a word");
}

void mirth_check_slots(struct mirth_checker *c, const struct mirth_line *line)
{
    const char *s = line->text;
    for (; *(s += strcspn(s, "{}")); s++) {
        size_t len = strcspn(s + 1, "{}");
        if (*s == '}' || s[len + 1] != '}') {
            mirth_defect(c, line->source, "braces that do not balance; expected {slot}");
            return;
        }
        check_slot(c, line, mirth_slice(s + 1, len));
        s += len + 1;
    }
    check_needed(c, line);
    check_rest(c, line);
}
