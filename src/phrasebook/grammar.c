/* grammar.c: the English book's patterns: lists that exist, brackets that close, no gaps. */
#include <string.h>

#include "phrasebook/check.h"

#define FORMS "fin past pp ing base"

static void check_list(struct mirth_checker *c, const struct mirth_line *line,
                       struct mirth_slice name)
{
    char text[128];
    size_t len = name.len < sizeof text ? name.len : sizeof text - 1;
    memcpy(text, name.at, len);
    text[len] = '\0';
    if (!mirth_book_find(c->book, "lists", text) &&
        !(c->below && mirth_book_find(c->below, "lists", text)))
        mirth_defect(c, line->source, "unknown list `@%s`; expected one of `## lists`", text);
}

static void check_alternatives(struct mirth_checker *c, const struct mirth_line *line,
                               struct mirth_slice s)
{
    bool gap = !s.len || s.at[0] == '|' || s.at[s.len - 1] == '|';
    for (size_t i = 1; i < s.len; i++)
        gap |= s.at[i] == '|' && s.at[i - 1] == '|';
    if (gap)
        mirth_defect(c, line->source, "an empty alternative in `%.*s`; expected a word", (int)s.len,
                     s.at);
}

static void check_verb(struct mirth_checker *c, const struct mirth_line *line, struct mirth_slice s)
{
    const char *colon = memchr(s.at, ':', s.len);
    size_t len = colon ? (size_t)(colon - s.at) : s.len;
    if (colon && !mirth_among(FORMS, mirth_slice(colon + 1, s.len - len - 1)))
        mirth_defect(c, line->source, "unknown form in `~%.*s`; expected one of: " FORMS,
                     (int)s.len, s.at);
    check_alternatives(c, line, mirth_slice(s.at, len));
}

static void check_slot(struct mirth_checker *c, const struct mirth_line *line, struct mirth_slice s)
{
    size_t name = 1;
    while (name < s.len && mirth_is_lower(s.at[name]))
        name++;
    if (name > 1 && name + 1 == s.len && s.at[name] == '}')
        return;
    if (name > 1 && name + 3 < s.len && s.at[name] == '=' && s.at[name + 1] == '!')
        name++;
    if (name > 1 && name + 3 < s.len && s.at[name + 1] == '@' &&
        (s.at[name] == '=' || s.at[name] == '!') && s.at[s.len - 1] == '}')
        check_list(c, line, mirth_slice(s.at + name + 2, s.len - name - 3));
    else
        mirth_defect(c, line->source, "`%.*s`; expected {slot} or {slot=@list}", (int)s.len, s.at);
}

static void check_element(struct mirth_checker *c, const struct mirth_line *line,
                          struct mirth_slice s)
{
    if (s.len && s.at[0] == '@')
        check_list(c, line, mirth_slice(s.at + 1, s.len - 1));
    else if (s.len && s.at[0] == '~')
        check_verb(c, line, mirth_slice(s.at + 1, s.len - 1));
    else if (s.len && s.at[0] == '{')
        check_slot(c, line, s);
    else
        check_alternatives(c, line, s);
}

/* Takes the bracket off either end. False where an option opens inside another or closes none. */
static bool enter_leave(struct mirth_slice *s, bool *inside, bool *leaves)
{
    bool enters = s->at[0] == '[';
    *leaves = s->at[s->len - 1] == ']';
    if (enters && *inside)
        return false;
    *inside |= enters;
    s->at += enters;
    s->len -= (size_t)enters + (*leaves && s->len > enters);
    return (!*leaves || *inside) && !memchr(s->at, '[', s->len) && !memchr(s->at, ']', s->len);
}

static void check_pattern(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_slice rest = mirth_slice_of(line->text), element;
    bool inside = false, leaves, sound = true;
    while (sound && mirth_cut(&rest, ' ', &element)) {
        if (!element.len)
            continue;
        sound = enter_leave(&element, &inside, &leaves);
        if (sound)
            check_element(c, line, element);
        inside &= !leaves;
    }
    if (!sound || inside)
        mirth_defect(c, line->source, "brackets that do not balance; expected [optional words]");
}

/* "in order to > to": something, and how it is said plainly; an emoji, and its name. */
static void check_plain(struct mirth_checker *c, const struct mirth_line *line)
{
    const char *mark = strstr(line->text, " > ");
    if (!mark || mark == line->text || !mark[3])
        mirth_finding(c, line->source, "`%s`; expected `long words > plain ones`", line->text);
}

void mirth_check_patterns(struct mirth_checker *c)
{
    for (size_t i = 0; i < c->book->count; i++) {
        const struct mirth_line *line = &c->book->lines[i];
        if (!strcmp(line->chapter, "told") || !strcmp(line->chapter, "asked"))
            check_pattern(c, line);
        if (!strcmp(line->chapter, "plain") || !strcmp(line->chapter, "shortcodes"))
            check_plain(c, line);
    }
}
