/* markdown.c: where the text of a Markdown record stands. cmark says which lines are paragraphs
 * and headings; the lines themselves are taken from the source, so that nothing is re-rendered. */
#include "read/read.h"

#include <string.h>

#include "read/fence.h"
#include "read/guard.h"
#include "read/marks.h"
#include "read/markup.h"
#include "read/rows.h"
#include "read/stretch.h"

struct reader {
    struct mirth_story *story;
    struct mirth_lines lines;
    size_t skipped; /* lines before what cmark was given */
    bool fenced;    /* that is the inside of a fence */
    struct mirth_arena trees;
    struct mirth_markup markup;
};

/* Front matter: `---` on the first line up to the next `---` or `...`, or `+++` up to `+++`. */
static size_t front_matter(const char *s, size_t len, size_t at)
{
    size_t end = mirth_line_end(s, len, at);
    const char *fence = s + at;
    if (end - at != 3 || (memcmp(fence, "---", 3) != 0 && memcmp(fence, "+++", 3) != 0))
        return at;
    for (size_t next = mirth_next_line(s, len, end); next < len;
         next = mirth_next_line(s, len, end)) {
        end = mirth_line_end(s, len, next);
        if (end - next == 3 &&
            (!memcmp(s + next, fence, 3) || (fence[0] == '-' && !memcmp(s + next, "...", 3))))
            return mirth_next_line(s, len, end);
    }
    return at;
}

/* How many lines stand before the body. */
static size_t lines_before(const struct mirth_lines *lines, size_t body)
{
    size_t n = 0;
    while (n < lines->count && lines->starts[n] < body)
        n++;
    return n;
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

/* *quoted: whether the line itself has a `>`; a lazy continuation has none. */
static size_t skip_containers(const char *s, size_t at, size_t end, struct containers c, bool first,
                              bool *quoted)
{
    size_t markers = first ? c.markers : 0, quotes = c.quotes;
    for (;;) {
        while (at < end && (s[at] == ' ' || s[at] == '\t'))
            at++;
        *quoted = quotes < c.quotes;
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

/* What a line of a block is, whatever the block. */
static struct mirth_row row_at(const struct reader *r, cmark_node *block, int line)
{
    const char *s = r->story->source;
    bool first = line == cmark_node_get_start_line(block), quoted;
    struct containers c = containers_of(block, line);
    size_t number = (size_t)line + r->skipped;
    size_t at = r->lines.starts[number - 1], end = r->lines.starts[number];
    while (end > at && (s[end - 1] == '\n' || s[end - 1] == '\r'))
        end--;
    at = skip_containers(s, at, end, c, first, &quoted);
    while (end > at && mirth_is_space(s[end - 1]))
        end--;
    return (struct mirth_row){
        .text = {at, end - at},
        .number = number,
        .depth = c.lists,
        .first = first,
        .item = first && c.markers > 0,
        .ordered = c.ordered,
        .quoted = quoted,
        .lazy = c.quotes && !quoted,
    };
}

static struct mirth_slice text_of(const struct reader *r, const struct mirth_row *row)
{
    return mirth_slice(r->story->source + row->text.at, row->text.len);
}

/* From the line above the delimiters to the end of the paragraph. */
static void mark_table(struct reader *r, size_t first)
{
    struct mirth_story *story = r->story;
    bool table = false;
    for (size_t i = first; i < story->row_count; i++) {
        if (!table && i + 1 < story->row_count)
            table = mirth_is_delimiter_row(text_of(r, &story->rows[i + 1]));
        if (table)
            story->rows[i].block = MIRTH_TABLE;
    }
}

/* cmark says that a setext heading ends on the line after its underline. */
static bool add_heading(struct reader *r, cmark_node *block)
{
    int line = cmark_node_get_start_line(block), to = cmark_node_get_end_line(block);
    const char *s = r->story->source;
    r->markup.lists = 0;
    for (bool first = true; line <= to && (size_t)line + r->skipped <= r->lines.count; line++) {
        struct mirth_row row = row_at(r, block, line);
        if (!first && mirth_is_underline(text_of(r, &row)))
            break;
        if (row.text.len && s[row.text.at] == '#')
            row.text = mirth_atx_text(s, row.text);
        row.block = MIRTH_HEADING;
        row.level = (uint8_t)cmark_node_get_heading_level(block);
        if (row.text.len && !mirth_row_add(r->story, &row))
            return false;
        first = false;
    }
    return true;
}

/* How long the `<br>` is, with white space around, that the text ends with; 0: with none. */
static size_t break_length(struct mirth_slice text)
{
    static const char *const breaks[] = {"<br>", "<br/>", "<br />"};
    const struct mirth_slice line = mirth_trim(text);
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
        if (line.len > strlen(breaks[i]) && mirth_ends_nocase(line, breaks[i])) {
            const struct mirth_slice before = mirth_trim(
                mirth_slice(text.at, (size_t)(line.at + line.len - text.at) - strlen(breaks[i])));
            return (size_t)(text.at + text.len - (before.at + before.len));
        }
    return 0;
}

/* A tag inside of code is none, so that of a line with code only the break at its end counts. */
static bool add_line(struct reader *r, struct mirth_row *row)
{
    struct mirth_markup *m = &r->markup;
    struct mirth_slice text = text_of(r, row);
    struct mirth_row *added;
    const size_t end = row->text.at + row->text.len, cut = break_length(text);
    if (mirth_holds_block_tag(text) && !memchr(text.at, '`', text.len))
        return mirth_markup_line(m, r->story, row, row->text.at, end);
    row->text.len -= cut;
    row->first |= m->fresh;
    row->item |= m->item; /* after an `<li>` */
    row->depth = row->item && !row->depth ? 1 : row->depth;
    m->fresh = m->item = false;
    added = mirth_row_add(r->story, row);
    if (added && mirth_row_loosen(r->story, added))
        m->fresh = added->block == MIRTH_HEADING;
    m->fresh |= cut > 0;
    return added != NULL;
}

static bool add_paragraph(struct reader *r, cmark_node *block)
{
    int line = cmark_node_get_start_line(block), to = cmark_node_get_end_line(block);
    size_t first = r->story->row_count;
    bool quoted = false;
    mirth_markup_begin(&r->markup);
    for (; line <= to && (size_t)line + r->skipped <= r->lines.count; line++) {
        struct mirth_row row = row_at(r, block, line);
        bool opening = r->story->row_count == first;
        if (opening && mirth_is_footnote(text_of(r, &row)))
            return true;
        if (!row.text.len || (opening && mirth_is_definition(text_of(r, &row))))
            continue;
        r->markup.fresh |= row.quoted != quoted;
        quoted = row.quoted;
        if (!add_line(r, &row))
            return false;
    }
    mark_table(r, first);
    return true;
}

static bool add_html(struct reader *r, cmark_node *block)
{
    const char *literal = cmark_node_get_literal(block);
    int line = cmark_node_get_start_line(block);
    mirth_markup_begin(&r->markup);
    for (; literal && *literal && (size_t)line + r->skipped <= r->lines.count; line++) {
        struct mirth_row row = row_at(r, block, line);
        row.html = true;
        if (!mirth_markup_line(&r->markup, r->story, &row, row.text.at, row.text.at + row.text.len))
            return false;
        literal = strchr(literal, '\n');
        literal += literal != NULL;
    }
    return true;
}

static bool read_lines(struct reader *r, size_t from, size_t to);

/* The content of the fence between the lines that are counted from 1, and what it says it is. */
static struct mirth_slice fence_at(const struct reader *r, size_t from, size_t to, bool *closed,
                                   struct mirth_slice *info)
{
    const char *s = r->story->source, *open = s + r->lines.starts[from - 1];
    size_t len = r->lines.starts[from] - r->lines.starts[from - 1],
           last = r->lines.starts[to] - r->lines.starts[to - 1];
    struct mirth_slice none = {s, 0};
    if (len < 3 || (memcmp(open, "```", 3) != 0 && memcmp(open, "~~~", 3) != 0))
        return none;
    *info = mirth_slice(open, len);
    while (info->len && info->at[0] == open[0])
        *info = mirth_slice(info->at + 1, info->len - 1);
    *info = mirth_trim(*info);
    *closed = last >= 3 && !memcmp(s + r->lines.starts[to - 1], open, 3);
    return mirth_slice(s + r->lines.starts[from],
                       r->lines.starts[*closed ? to - 1 : to] - r->lines.starts[from]);
}

/* A record inside a fence is read where it stands. */
static bool add_code(struct reader *r, cmark_node *block)
{
    size_t from = (size_t)cmark_node_get_start_line(block) + r->skipped;
    size_t to = (size_t)cmark_node_get_end_line(block) + r->skipped, share, at;
    struct mirth_slice code, info;
    bool closed, text;
    if (r->fenced || to > r->lines.count || to <= from)
        return true;
    code = fence_at(r, from, to, &closed, &info);
    if (!code.len)
        return true;
    text = !info.len || mirth_one_of(mirth_slice_of("markdown|md|text|txt|plain"), info);
    share = text ? (size_t)((uint64_t)code.len * 100 / (r->story->length + 1)) : 0;
    at = mirth_fence_text(code, closed, share);
    if (at == code.len)
        return true;
    at += r->lines.starts[from];
    while (from < to && r->lines.starts[from] < at)
        from++;
    return read_lines(r, from, closed ? to - 1 : to);
}

static bool add_block(struct reader *r, cmark_node *block)
{
    switch (cmark_node_get_type(block)) {
    case CMARK_NODE_PARAGRAPH: return add_paragraph(r, block);
    case CMARK_NODE_HEADING: return add_heading(r, block);
    case CMARK_NODE_HTML_BLOCK: return add_html(r, block);
    case CMARK_NODE_CODE_BLOCK: return add_code(r, block);
    default: return true;
    }
}

/* The block behind one, in the order of the text; what a paragraph or a heading holds is none. */
static cmark_node *next_block(cmark_node *block)
{
    switch (cmark_node_get_type(block)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: break;
    default:
        if (cmark_node_first_child(block))
            return cmark_node_first_child(block);
    }
    while (block && !cmark_node_next(block))
        block = cmark_node_parent(block);
    return block ? cmark_node_next(block) : NULL;
}

static bool add_blocks(struct reader *r, cmark_node *document)
{
    for (cmark_node *block = document; block; block = next_block(block))
        if (!add_block(r, block))
            return false;
    return true;
}

/* The lines [from, to), counted from 0. */
static bool read_lines(struct reader *r, size_t from, size_t to)
{
    size_t skipped = r->skipped, at = r->lines.starts[from];
    struct mirth_slice inside = {r->story->source + at, r->lines.starts[to] - at};
    bool ok;
    r->skipped = from;
    r->fenced = true;
    ok = add_blocks(r, mirth_arena_parse(&r->trees, inside));
    r->skipped = skipped;
    r->fenced = false;
    return ok;
}

static bool read_stretches(struct reader *r)
{
    size_t to;
    for (size_t from = r->skipped; from < r->lines.count; from = to) {
        cmark_node *document = mirth_parse_stretch(&r->trees, &r->lines, from, &to);
        r->skipped = from;
        if (!add_blocks(r, document))
            return false;
    }
    return true;
}

bool mirth_read_markdown(struct mirth_story *story, size_t limit, struct mirth_error *err)
{
    struct reader r = {.story = story};
    bool ok;
    if (!mirth_guard(story, limit, err))
        return false;
    if (story->length >= 3 && !memcmp(story->source, "\xef\xbb\xbf", 3))
        story->body = 3;
    story->body = front_matter(story->source, story->length, story->body);
    const char *cr = memchr(story->source, '\r', story->length);
    story->crlf = cr && cr + 1 < story->source + story->length && cr[1] == '\n';
    if (!mirth_lines_index(&r.lines, &story->pool, story->source, story->length))
        return mirth_no_memory(err);
    r.skipped = lines_before(&r.lines, story->body);
    mirth_pool_reserve(&story->pool, (void **)&story->rows, &story->row_room, r.lines.count,
                       sizeof *story->rows);
    if (r.skipped == 1 && story->body == 3) { /* a BOM alone skips no line */
        r.skipped = 0;
        r.lines.starts[0] = story->body;
    }
    ok = read_stretches(&r);
    mirth_arena_leave(&r.trees, &story->pool);
    return ok ? true : mirth_no_memory(err);
}
