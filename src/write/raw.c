/* raw.c: cuts the record's own HTML into tags and text. Nothing here decides what is harmless. */
#include "write/sanitise.h"

#include <string.h>

/* Elements that go with all that is in them, in any case of letters. */
static const char *const DROPPED[] = {
    "applet",  "audio",    "canvas",   "frameset", "head",   "iframe", "math",
    "noembed", "noframes", "noscript", "object",   "script", "select", "style",
    "svg",     "template", "textarea", "title",    "video",  "xmp",
};

struct reader {
    struct mirth_tree *tree;
    struct mirth_slice html;
    size_t at;
};

static struct mirth_slice from_here(const struct reader *r)
{
    return mirth_slice(r->html.at + r->at, r->html.len - r->at);
}

/* The offset just past `end` at or after from, or SIZE_MAX. */
static size_t past(struct mirth_slice s, size_t from, const char *end)
{
    size_t len = strlen(end);
    for (; from + len <= s.len; from++) {
        const char *hit = memchr(s.at + from, end[0], s.len - len - from + 1);
        if (!hit)
            return SIZE_MAX;
        from = (size_t)(hit - s.at);
        if (!memcmp(hit, end, len))
            return from + len;
    }
    return SIZE_MAX;
}

static size_t name_length(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && (mirth_is_digit(s.at[n]) || (mirth_is_alpha(s.at[n]) && s.at[n] > 0) ||
                         s.at[n] == '-' || s.at[n] == ':'))
        n++;
    return n;
}

/* The offset of the `>` that ends a tag, quoted values skipped; s.len where none does. */
static size_t tag_end(struct mirth_slice s, size_t from)
{
    char quote = '\0';
    bool value = false;
    for (size_t i = from; i < s.len; i++) {
        char c = s.at[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '>')
            return i;
        else if (value && (c == '"' || c == '\''))
            quote = c;
        value = c == '=' || (value && mirth_is_space(c));
    }
    return s.len;
}

static void put_text(struct mirth_tree *tree, struct mirth_slice text)
{
    if (!text.len || !memchr(text.at, '&', text.len)) {
        mirth_tree_text(tree, text);
        return;
    }
    tree->scrap.len = 0;
    mirth_decode(text, &tree->scrap);
    mirth_tree_text(tree, mirth_buffer_slice(&tree->scrap));
}

static const char *dropped(struct mirth_slice name)
{
    for (size_t i = 0; i < sizeof DROPPED / sizeof *DROPPED; i++)
        if (mirth_same_nocase(name, mirth_slice_of(DROPPED[i])))
            return DROPPED[i];
    return NULL;
}

/* The edition's own mark stays, as the first thing of the page; a comment of the record's is not
 * for its readers. `--` would let a browser see another end of the comment than we do. */
static void keep_marker(struct mirth_tree *tree, struct mirth_slice comment)
{
    struct mirth_slice text = mirth_trim(comment);
    if (tree->marker || !mirth_begins_nocase(text, "postmirth:") ||
        past(comment, 0, "--") != SIZE_MAX || memchr(comment.at, '>', comment.len) ||
        memchr(comment.at, '<', comment.len))
        return;
    tree->scrap.len = 0;
    mirth_put_slice(&tree->scrap, comment);
    tree->marker = xmlNewDocComment(tree->doc, BAD_CAST tree->scrap.at);
}

/* Comments, declarations, processing instructions: true where there is one, and it is skipped. */
static bool skip_unseen(struct reader *r)
{
    static const char *const pairs[][2] = {
        {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ">"}, {"<?", "?>"}};
    struct mirth_slice s = from_here(r);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!mirth_begins_nocase(s, pairs[i][0]))
            continue;
        size_t end = past(s, strlen(pairs[i][0]), pairs[i][1]);
        if (i == 0 && end != SIZE_MAX && end >= 7)
            keep_marker(r->tree, mirth_slice(s.at + 4, end - 7));
        r->at = end == SIZE_MAX ? r->html.len : r->at + end;
        return true;
    }
    return false;
}

static bool is_heading(const struct mirth_element *element)
{
    return element->name[0] == 'h' && mirth_is_digit(element->name[1]);
}

static const struct mirth_element *at_level(int level)
{
    char name[] = {'h', (char)('0' + level)};
    return mirth_element(mirth_slice(name, sizeof name));
}

static void start_tag(struct mirth_tree *tree, struct mirth_slice name,
                      struct mirth_slice attributes)
{
    const struct mirth_element *element = mirth_element(name);
    xmlNode *node;
    tree->muted = dropped(name);
    if (tree->muted || !element || element->ours)
        return;
    if (is_heading(element))
        element = at_level(mirth_tree_level(tree, element->name[1] - '0'));
    node = mirth_tree_open_raw(tree, element);
    if (!node)
        return;
    mirth_sanitise(tree, element, node, attributes);
    if (mirth_element_in(" pre table ", element->name))
        mirth_tree_attribute(tree, node, "tabindex", "0"); /* it may have to be scrolled */
}

static void end_tag(struct mirth_tree *tree, struct mirth_slice name)
{
    const struct mirth_element *element = mirth_element(name);
    if (element && is_heading(element)) /* it may stand at another level than it was written */
        for (int level = 6; level; level--)
            mirth_tree_close_raw(tree, at_level(level));
    else if (element && !element->ours)
        mirth_tree_close_raw(tree, element);
}

/* One tag at `<`; false where there is none. A tag that does not end makes the rest text. */
static bool read_tag(struct reader *r)
{
    struct mirth_slice s = from_here(r), name;
    bool ends = s.len > 1 && s.at[1] == '/';
    size_t from = ends ? 2 : 1, end;
    if (s.len <= from || !(mirth_is_upper(s.at[from]) || mirth_is_lower(s.at[from])))
        return false;
    name = mirth_slice(s.at + from, name_length(mirth_slice(s.at + from, s.len - from)));
    end = tag_end(s, from + name.len);
    r->at += end + (end < s.len);
    from += name.len;
    if (end == s.len)
        put_text(r->tree, s);
    else if (ends)
        end_tag(r->tree, name);
    else
        start_tag(r->tree, name, mirth_slice(s.at + from, end - from));
    return true;
}

/* In a dropped element nothing counts but its own end tag. */
static void skip_muted(struct reader *r)
{
    struct mirth_slice s = from_here(r);
    size_t at = 0;
    while ((at = past(s, at, "</")) != SIZE_MAX) {
        if (!mirth_begins_nocase(mirth_slice(s.at + at, s.len - at), r->tree->muted))
            continue;
        r->tree->muted = NULL;
        at = past(s, at, ">");
        break;
    }
    r->at = at == SIZE_MAX ? r->html.len : r->at + at;
}

void mirth_raw(struct mirth_tree *tree, struct mirth_slice html)
{
    struct reader r = {.tree = tree, .html = html};
    while (r.at < html.len && !tree->spent) {
        struct mirth_slice s = from_here(&r);
        if (tree->muted) {
            skip_muted(&r);
        } else if (s.at[0] != '<' || (!skip_unseen(&r) && !read_tag(&r))) {
            const char *next = s.len > 1 ? memchr(s.at + 1, '<', s.len - 1) : NULL;
            size_t len = next ? (size_t)(next - s.at) : s.len;
            put_text(tree, mirth_slice(s.at, len));
            r.at += len;
        }
    }
}
