/* markup.c: rows from the HTML blocks of a Markdown record: a tag scanner that never looks back. */
#include "read/markup.h"

#include <string.h>

#include "read/rows.h"

/* A tag at s[0] == '<'. */
struct tag {
    struct mirth_slice name;
    bool closes;
    size_t skip; /* past the name */
};

/* A line, and the text in it that no row holds yet: [from, to), with inline tags. */
struct line {
    struct mirth_markup *m;
    struct mirth_story *story;
    const struct mirth_row *like;
    size_t at, end;
    size_t from, to;
    bool open, visible;
};

static bool named(struct mirth_slice name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (names[i][0] == mirth_lower(name.at[0]) &&
            mirth_same_nocase(name, mirth_slice_of(names[i])))
            return true;
    return false;
}

/* To have another element end the text before it, add its name. */
static bool is_block(struct mirth_slice name)
{
    static const char *const names[] = {
        "address", "article",    "aside", "blockquote", "body",   "br",       "caption", "center",
        "dd",      "details",    "div",   "dl",         "dt",     "fieldset", "figure",  "footer",
        "form",    "figcaption", "h1",    "h2",         "h3",     "h4",       "h5",      "h6",
        "head",    "header",     "hr",    "html",       "legend", "li",       "link",    "main",
        "menu",    "meta",       "nav",   "ol",         "p",      "section",  "summary", "table",
        "tbody",   "td",         "tfoot", "th",         "thead",  "title",    "tr",      "ul",
    };
    return named(name, names, sizeof names / sizeof *names);
}

/* What these hold is no text of the record's. */
static bool is_silent(struct mirth_slice name)
{
    static const char *const names[] = {"iframe", "math",  "noscript", "pre",      "script",
                                        "select", "style", "svg",      "template", "textarea"};
    return named(name, names, sizeof names / sizeof *names);
}

/* False for a `<` that begins no tag: `< 5`, `<https://..>`, `<me@example.com>`. */
static bool read_tag(struct mirth_slice s, struct tag *tag)
{
    size_t at = 1, from;
    tag->closes = s.len > 1 && s.at[1] == '/';
    from = at += tag->closes;
    if (from >= s.len || !(mirth_is_upper(s.at[from]) || mirth_is_lower(s.at[from])))
        return false;
    while (
        at < s.len && at - from < MIRTH_TAG_ROOM &&
        ((mirth_is_alpha(s.at[at]) && (unsigned char)s.at[at] < 0x80) || mirth_is_digit(s.at[at])))
        at++;
    tag->name = mirth_slice(s.at + from, at - from);
    tag->skip = at;
    return at >= s.len || mirth_is_space(s.at[at]) || s.at[at] == '>' || s.at[at] == '/';
}

bool mirth_holds_block_tag(struct mirth_slice s)
{
    const char *at;
    struct tag tag;
    while (s.len && (at = memchr(s.at, '<', s.len)) != NULL) {
        s = mirth_slice(at, s.len - (size_t)(at - s.at));
        if (read_tag(s, &tag) && is_block(tag.name))
            return true;
        s = mirth_slice(s.at + 1, s.len - 1);
    }
    return false;
}

void mirth_markup_begin(struct mirth_markup *m)
{
    m->level = 0;
    m->heard = m->comment = m->tag = false;
    m->quote = m->silent[0] = '\0';
    m->fresh = true;
}

/* ---- what a tag does ---- */

static void open_list(struct mirth_markup *m, bool ordered)
{
    if (m->lists < 64) {
        uint64_t bit = (uint64_t)1 << m->lists;
        m->ordered = ordered ? m->ordered | bit : m->ordered & ~bit;
    }
    m->lists++;
}

static void take_list(struct mirth_markup *m, const struct tag *tag)
{
    if (!tag->closes)
        open_list(m, mirth_lower(tag->name.at[0]) == 'o');
    else if (m->lists)
        m->lists--;
    /* an item may be a list by mistake: `<ul>12:45: ...</ul>` */
    m->item = !tag->closes && mirth_lower(tag->name.at[1]) == 'l';
}

/* A heading that opens where one of its level has its text was meant to close it. */
static void take_heading(struct mirth_markup *m, const struct tag *tag)
{
    uint8_t level = (uint8_t)(tag->name.at[1] - '0');
    bool ends = tag->closes || (m->heard && m->level == level);
    m->level = ends ? 0 : level;
    m->heard = m->item = false;
    m->lists = 0;
}

static void take_block(struct mirth_markup *m, const struct tag *tag)
{
    static const char *const lists[] = {"ul", "ol", "dl", "menu", "table"};
    static const char *const items[] = {"li", "dt", "tr"};
    bool heading = tag->name.len == 2 && mirth_lower(tag->name.at[0]) == 'h' &&
                   mirth_is_digit(tag->name.at[1]);
    m->fresh = true;
    if (heading) {
        take_heading(m, tag);
        return;
    }
    if (m->heard && !mirth_same_nocase(tag->name, mirth_slice("br", 2)))
        m->level = 0;
    if (named(tag->name, lists, sizeof lists / sizeof *lists))
        take_list(m, tag);
    else if (named(tag->name, items, sizeof items / sizeof *items))
        m->item = !tag->closes;
}

static void silence(struct mirth_markup *m, const struct tag *tag)
{
    m->fresh = true;
    m->silent[0] = '\0';
    if (tag->closes)
        return;
    memcpy(m->silent, tag->name.at, tag->name.len);
    m->silent[tag->name.len] = '\0';
}

/* ---- a line ---- */

static bool flush(struct line *l)
{
    struct mirth_markup *m = l->m;
    struct mirth_row row = *l->like, *added;
    size_t lists = m->lists || !m->item ? m->lists : 1, depth = lists + l->like->depth;
    bool open = l->open, visible = l->visible;
    l->open = l->visible = false;
    if (!open)
        return true;
    if (!visible) { /* a picture, say: what follows does not continue what came before */
        m->fresh = true;
        return true;
    }
    row.text = (struct mirth_span){l->from, l->to - l->from};
    row.block = m->level ? MIRTH_HEADING : MIRTH_PARAGRAPH;
    row.level = m->level;
    row.depth = depth < UINT8_MAX ? (uint8_t)depth : UINT8_MAX;
    if (lists)
        row.ordered = lists <= 64 && m->ordered >> (lists - 1) & 1;
    row.first = m->fresh;
    row.item = m->item;
    m->fresh = m->item = false;
    m->heard = true;
    added = mirth_row_add(l->story, &row);
    if (!added)
        return false;
    mirth_row_loosen(l->story, added);
    return true;
}

static size_t find(const char *s, size_t at, size_t end, const char *what, size_t len)
{
    while (at + len <= end && memcmp(s + at, what, len) != 0)
        at++;
    return at + len <= end ? at : end;
}

/* To the `>` that ends the tag, which may stand on a later line. */
static void skip_tag(struct line *l)
{
    const char *s = l->story->source;
    struct mirth_markup *m = l->m;
    m->tag = true;
    while (l->at < l->end && m->tag) {
        char c = s[l->at++];
        if (m->quote)
            m->quote = c == m->quote ? '\0' : m->quote;
        else if (c == '"' || c == '\'')
            m->quote = c;
        else
            m->tag = c != '>';
    }
}

/* Stays in the text, unless it ends on another line: then the text ends before it. */
static bool keep_tag(struct line *l, size_t begin)
{
    skip_tag(l);
    if (l->m->tag) {
        l->m->fresh = true;
        return flush(l);
    }
    if (!l->open)
        l->from = begin;
    l->open = true;
    l->to = l->at;
    return true;
}

static bool take_tag(struct line *l, const struct tag *tag)
{
    size_t begin = l->at;
    l->at += tag->skip;
    if (!is_block(tag->name) && !is_silent(tag->name))
        return keep_tag(l, begin);
    if (!flush(l))
        return false;
    if (is_block(tag->name))
        take_block(l->m, tag);
    else
        silence(l->m, tag);
    skip_tag(l);
    return true;
}

static void take_char(struct line *l)
{
    struct mirth_slice s = {l->story->source + l->at, l->end - l->at};
    size_t len = mirth_utf8_length(s.at[0]);
    bool space = mirth_is_space(s.at[0]) || !strncmp(s.at, "\xc2\xa0", len);
    if (s.len >= 6 && !memcmp(s.at, "&nbsp;", 6)) {
        space = true;
        len = 6;
    }
    if (!space && !l->open)
        l->from = l->at;
    l->at += len;
    if (space)
        return;
    l->open = l->visible = true;
    l->to = l->at;
}

/* In a comment or a silent element: to its end. */
static void skip_silence(struct line *l)
{
    const char *s = l->story->source;
    struct mirth_markup *m = l->m;
    struct tag tag;
    if (m->comment) {
        l->at = find(s, l->at, l->end, "-->", 3);
        m->comment = l->at == l->end;
        l->at += m->comment ? 0 : 3;
        return;
    }
    l->at = find(s, l->at, l->end, "</", 2);
    if (l->at == l->end)
        return;
    if (read_tag(mirth_slice(s + l->at, l->end - l->at), &tag) &&
        mirth_same_nocase(tag.name, mirth_slice_of(m->silent))) {
        m->silent[0] = '\0';
        l->at += tag.skip;
        skip_tag(l);
        return;
    }
    l->at += 2;
}

static bool take_angle(struct line *l)
{
    struct mirth_slice s = {l->story->source + l->at, l->end - l->at};
    struct tag tag;
    if (read_tag(s, &tag))
        return take_tag(l, &tag);
    if (s.len < 2 || (s.at[1] != '!' && s.at[1] != '?')) {
        take_char(l);
        return true;
    }
    l->m->fresh = true;
    l->m->comment = s.len > 3 && !memcmp(s.at, "<!--", 4);
    l->m->tag = !l->m->comment;
    l->at += l->m->comment ? 4 : 2;
    return flush(l);
}

bool mirth_markup_line(struct mirth_markup *m, struct mirth_story *story,
                       const struct mirth_row *like, size_t at, size_t end)
{
    struct line l = {.m = m, .story = story, .like = like, .at = at, .end = end};
    bool ok = true;
    m->item |= like->item;
    while (l.at < l.end && ok) {
        if (m->tag)
            skip_tag(&l);
        else if (m->comment || m->silent[0])
            skip_silence(&l);
        else if (story->source[l.at] == '<')
            ok = take_angle(&l);
        else
            take_char(&l);
    }
    return ok && flush(&l);
}
