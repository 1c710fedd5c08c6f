/* markdown.c: where the text of a Markdown record stands. cmark says which lines are paragraphs
 * and headings; the lines themselves are taken from the source, so that nothing is re-rendered. */
#include "read/read.h"

#include <cmark.h>
#include <string.h>

#include "read/guard.h"

struct reader {
    struct mirth_story *story;
    size_t *starts; /* where each line begins, and one past the last */
    size_t lines, room;
    size_t skipped; /* lines before story->body */
};

static size_t line_end(const char *s, size_t len, size_t at)
{
    while (at < len && s[at] != '\n' && s[at] != '\r')
        at++;
    return at;
}

static size_t next_line(const char *s, size_t len, size_t end)
{
    if (end + 1 < len && s[end] == '\r' && s[end + 1] == '\n')
        return end + 2;
    return end < len ? end + 1 : len;
}

/* Front matter: `---` on the first line up to the next `---` or `...`. */
static size_t front_matter(const char *s, size_t len, size_t at)
{
    size_t end = line_end(s, len, at);
    if (end - at != 3 || memcmp(s + at, "---", 3) != 0)
        return at;
    for (size_t next = next_line(s, len, end); next < len; next = next_line(s, len, end)) {
        end = line_end(s, len, next);
        if (end - next == 3 && (!memcmp(s + next, "---", 3) || !memcmp(s + next, "...", 3)))
            return next_line(s, len, end);
    }
    return at;
}

static bool index_lines(struct reader *r)
{
    struct mirth_story *story = r->story;
    for (size_t at = 0; at <= story->length; r->lines++) {
        if (!mirth_pool_grow(&story->pool, (void **)&r->starts, r->lines, &r->room,
                             sizeof *r->starts))
            return false;
        r->starts[r->lines] = at;
        if (at < story->body)
            r->skipped = r->lines + 1;
        if (at == story->length)
            break;
        at = next_line(story->source, story->length, line_end(story->source, story->length, at));
    }
    return true;
}

/* The container markers that stand before a block's line. */
struct containers {
    uint8_t lists, quotes;
    bool ordered;
    size_t markers; /* list items that begin on the line */
};

static struct containers containers_of(cmark_node *block, int line)
{
    struct containers c = {0};
    for (cmark_node *n = cmark_node_parent(block); n; n = cmark_node_parent(n)) {
        if (cmark_node_get_type(n) == CMARK_NODE_BLOCK_QUOTE)
            c.quotes++;
        if (cmark_node_get_type(n) != CMARK_NODE_ITEM)
            continue;
        if (!c.lists++)
            c.ordered = cmark_node_get_list_type(cmark_node_parent(n)) == CMARK_ORDERED_LIST;
        c.markers += cmark_node_get_start_line(n) == line;
    }
    return c;
}

static size_t skip_marker(const char *s, size_t at, size_t end)
{
    size_t digits = 0;
    while (at + digits < end && mirth_is_digit(s[at + digits]))
        digits++;
    return at + digits < end ? at + digits + 1 : end;
}

static size_t skip_containers(const char *s, size_t at, size_t end, struct containers c,
                              bool first)
{
    size_t markers = first ? c.markers : 0, quotes = c.quotes;
    for (;;) {
        while (at < end && (s[at] == ' ' || s[at] == '\t'))
            at++;
        if (at < end && quotes && s[at] == '>') {
            quotes--;
            at++;
        } else if (at < end && markers) {
            markers--;
            at = skip_marker(s, at, end);
        } else {
            return at;
        }
    }
}

/* `## Title ##`: what is between the marks. */
static void strip_atx(const char *s, size_t *at, size_t *end)
{
    while (*at < *end && s[*at] == '#')
        ++*at;
    while (*at < *end && mirth_is_space(s[*at]))
        ++*at;
    while (*end > *at && mirth_is_space(s[*end - 1]))
        --*end;
    size_t mark = *end;
    while (mark > *at && s[mark - 1] == '#')
        mark--;
    if (mark == *at || mirth_is_space(s[mark - 1]))
        *end = mark;
    while (*end > *at && mirth_is_space(s[*end - 1]))
        --*end;
}

static bool add_row(struct reader *r, cmark_node *block, int line, bool first)
{
    struct mirth_story *story = r->story;
    const char *s = story->source;
    size_t number = (size_t)line + r->skipped;
    size_t at = r->starts[number - 1], end = line_end(s, story->length, at);
    struct containers c = containers_of(block, line);
    bool heading = cmark_node_get_type(block) == CMARK_NODE_HEADING;
    struct mirth_row *row;

    if (!mirth_pool_grow(&story->pool, (void **)&story->rows, story->row_count, &story->row_room,
                         sizeof *story->rows))
        return false;
    at = skip_containers(s, at, end, c, first);
    while (end > at && mirth_is_space(s[end - 1]))
        end--;
    if (heading && at < end && s[at] == '#')
        strip_atx(s, &at, &end);
    row = &story->rows[story->row_count++];
    *row = (struct mirth_row){
        .text = {at, end - at},
        .number = number,
        .block = heading ? MIRTH_HEADING : MIRTH_PARAGRAPH,
        .level = heading ? (uint8_t)cmark_node_get_heading_level(block) : 0,
        .depth = c.lists,
        .first = first,
        .item = first && c.markers > 0,
        .ordered = c.ordered,
        .quoted = c.quotes > 0,
    };
    return true;
}

/* `| --- | :-: |`: the second line of a pipe table. */
static bool is_delimiter_row(struct mirth_slice s)
{
    bool dash = false, pipe = false;
    for (size_t i = 0; i < s.len; i++) {
        dash |= s.at[i] == '-';
        pipe |= s.at[i] == '|';
        if (!strchr("-|: \t", s.at[i]))
            return false;
    }
    return dash && pipe;
}

static void mark_table(struct mirth_story *story, size_t first)
{
    struct mirth_row *second = &story->rows[first + 1];
    if (story->row_count < first + 2 ||
        !is_delimiter_row(mirth_slice(story->source + second->text.at, second->text.len)))
        return;
    for (size_t i = first; i < story->row_count; i++)
        story->rows[i].block = MIRTH_TABLE;
}

/* A setext heading's second line. */
static bool is_underline(const char *s, size_t len)
{
    size_t same = 0;
    while (same < len && s[same] == s[0])
        same++;
    return len && same == len && (s[0] == '=' || s[0] == '-');
}

static bool add_block(struct reader *r, cmark_node *block)
{
    int from = cmark_node_get_start_line(block), to = cmark_node_get_end_line(block);
    size_t first = r->story->row_count;
    bool heading = cmark_node_get_type(block) == CMARK_NODE_HEADING;
    const char *s = r->story->source;

    for (int line = from; line <= to; line++) {
        size_t before = r->story->row_count;
        if ((size_t)line + r->skipped > r->lines)
            break;
        if (!add_row(r, block, line, line == from))
            return false;
        struct mirth_span text = r->story->rows[before].text;
        bool underline = heading && line > from && is_underline(s + text.at, text.len);
        if (!text.len || underline)
            r->story->row_count = before;
    }
    if (!heading)
        mark_table(r->story, first);
    return true;
}

static bool add_blocks(struct reader *r, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;
    bool ok = iter != NULL;
    while (ok && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_ENTER &&
            (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING))
            ok = add_block(r, node);
    }
    cmark_iter_free(iter);
    return ok;
}

bool mirth_read_markdown(struct mirth_story *story, size_t limit, struct mirth_error *err)
{
    struct reader r = {.story = story};
    cmark_node *document;
    bool ok;
    if (!mirth_guard(story, limit, err))
        return false;
    if (story->length >= 3 && !memcmp(story->source, "\xef\xbb\xbf", 3))
        story->body = 3;
    story->body = front_matter(story->source, story->length, story->body);
    const char *cr = memchr(story->source, '\r', story->length);
    story->crlf = cr && cr + 1 < story->source + story->length && cr[1] == '\n';
    if (!index_lines(&r))
        return mirth_no_memory(err);
    if (r.skipped == 1 && story->body == 3) { /* a BOM alone skips no line */
        r.skipped = 0;
        r.starts[0] = story->body;
    }
    document = cmark_parse_document(story->source + story->body, story->length - story->body,
                                    CMARK_OPT_VALIDATE_UTF8);
    ok = document && add_blocks(&r, document);
    if (document)
        cmark_node_free(document);
    return ok ? true : mirth_no_memory(err);
}
