/* stretch.c: a long Markdown text, parsed in stretches whose blocks are the same as the whole's
 *
 * A tree is many times as long as its text. That of a stretch is still in the processor's cache
 * when it is read, and the next one takes its place. */
#include "read/stretch.h"

enum { LEAST = 65536 }; /* bytes */

static bool is_empty(const struct mirth_lines *l, size_t line)
{
    size_t at = l->starts[line];
    while (at < l->starts[line + 1] && (l->source[at] == '\r' || l->source[at] == '\n'))
        at++;
    return at == l->starts[line + 1];
}

/* The first line, so many bytes on or more, that may begin a stretch: a heading or a paragraph at
 * the left margin behind an empty line. */
static size_t find_seam(const struct mirth_lines *l, size_t from, size_t least)
{
    for (size_t line = from + 1; line < l->count; line++) {
        const char first = l->source[l->starts[line]];
        if (l->starts[line] - l->starts[from] >= least &&
            (first == '#' || mirth_is_letter(first)) && is_empty(l, line - 1))
            return line;
    }
    return l->count;
}

/* Such a line ends whatever is open before it, lists and quotations with all that is in them. Only
 * code in a fence and some HTML at the margin go on. */
static bool is_sealed(cmark_node *document)
{
    cmark_node *last = cmark_node_last_child(document);
    const cmark_node_type type = last ? cmark_node_get_type(last) : CMARK_NODE_NONE;
    return type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK;
}

/* Where a stretch has no end yet, twice as much is tried: the whole stays linear. */
cmark_node *mirth_parse_stretch(struct mirth_arena *arena, const struct mirth_lines *l, size_t from,
                                size_t *to)
{
    size_t least = LEAST;
    for (;;) {
        const char *at = l->source + l->starts[from];
        cmark_node *document;
        size_t len;
        mirth_arena_clear(arena);
        *to = find_seam(l, from, least);
        len = l->starts[*to] - l->starts[from];
        document = mirth_arena_parse(arena, mirth_slice(at, len));
        if (*to == l->count || is_sealed(document))
            return document;
        least = 2 * len;
    }
}
