/* parse.c: Markdown to a phrasebook. cmark says which lines are headings, items and paragraphs;
 * their text is taken from the source, so that slots, asterisks and quotes stay as written. */
#include "phrasebook/book.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

struct parser {
    struct mirth_book *book;
    struct mirth_error *err;
    struct mirth_slice *rows; /* the source's lines, without their ends */
    size_t count, room;
    const char *chapter;       /* NULL before the first */
    struct mirth_entry *entry; /* the last heading's, or NULL before the first */
    bool titled;
    struct mirth_buffer text; /* the block that is being read, on one line */
};

static bool wrong(struct parser *p, size_t line, const char *what)
{
    return mirth_fail(p->err, MIRTH_BROKEN, "%s:%zu: %s", p->book->path, line, what);
}

static size_t line_at(const char *text, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    return line;
}

/* Cuts the source where cmark ends its lines: after LF, CR LF and CR. */
static bool split_rows(struct parser *p, const char *text, size_t len)
{
    for (size_t at = 0; at < len; p->count++) {
        size_t end = at;
        while (end < len && text[end] != '\n' && text[end] != '\r')
            end++;
        if (p->count == MIRTH_BOOK_LINES)
            return wrong(p, p->count + 1, "too many lines; expected at most 100,000");
        if (end - at > MIRTH_BOOK_LINE_BYTES)
            return wrong(p, p->count + 1, "too long a line; expected at most 4,096 bytes");
        if (!mirth_pool_grow(&p->book->pool, (void **)&p->rows, p->count, &p->room,
                             sizeof *p->rows))
            return mirth_no_memory(p->err);
        p->rows[p->count] = mirth_slice(text + at, end - at);
        at = end + 1 + (end + 1 < len && text[end] == '\r' && text[end + 1] == '\n');
    }
    return true;
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

static bool accept_text(struct parser *p, const char *text, size_t len)
{
    size_t fault;
    if (len > MIRTH_BOOK_BYTES)
        return wrong(p, 1, "too large a book; expected at most 4 MiB");
    fault = mirth_utf8_fault(text, len);
    if (fault < len)
        return wrong(p, line_at(text, fault), "bytes that are no text; expected UTF-8");
    for (size_t i = 0; i < len; i++)
        if (is_control(text[i]))
            return wrong(p, line_at(text, i), "a control character; expected text");
    return split_rows(p, text, len);
}

/* The block's source on one line, in p->text. */
static bool join_rows(struct parser *p, cmark_node *block)
{
    size_t from = (size_t)cmark_node_get_start_line(block);
    size_t to = (size_t)cmark_node_get_end_line(block);
    size_t skip = (size_t)cmark_node_get_start_column(block) - 1;
    bool word = false;

    p->text.len = 0;
    for (size_t i = from; i <= to && i <= p->count; i++, skip = 0) {
        struct mirth_slice row = p->rows[i - 1];
        skip = skip < row.len ? skip : row.len;
        if (p->text.len)
            mirth_put_char(&p->text, ' ');
        mirth_put_slice(&p->text, mirth_trim(mirth_slice(row.at + skip, row.len - skip)));
    }
    if (p->text.spent)
        return mirth_no_memory(p->err);
    if (p->text.len > MIRTH_BOOK_LINE_BYTES)
        return wrong(p, from, "too long a text; expected at most 4,096 bytes");
    for (size_t i = 0; i < p->text.len && !word; i++)
        word = mirth_is_alpha(p->text.at[i]);
    return word || wrong(p, from, "a text without a word; expected one");
}

/* p->text from `at` on, in the book's pool. */
static char *keep(struct parser *p, size_t at)
{
    struct mirth_slice s = mirth_trim(mirth_slice(p->text.at + at, p->text.len - at));
    char *copy = mirth_pool_copy(&p->book->pool, s.at, s.len);
    if (!copy)
        mirth_no_memory(p->err);
    return copy;
}

static bool read_title(struct parser *p, size_t line)
{
    static const char wanted[] = "no title; expected `# name: Caption`";
    const char *colon = memchr(p->text.at, ':', p->text.len);
    struct mirth_slice name;
    if (p->titled)
        return wrong(p, line, "a second title; expected `## chapter` or `### entry`");
    if (!colon)
        return wrong(p, line, wanted);
    name = mirth_trim(mirth_slice(p->text.at + 1, (size_t)(colon - p->text.at) - 1));
    for (size_t i = 0; i < name.len; i++)
        if (!mirth_is_lower(name.at[i]) && name.at[i] != '-')
            return wrong(p, line, "a name that is not of a-z and `-`; expected `# name: Caption`");
    p->book->name = mirth_pool_copy(&p->book->pool, name.at, name.len);
    p->book->caption = keep(p, (size_t)(colon - p->text.at) + 1);
    if (!p->book->name || !p->book->caption)
        return mirth_no_memory(p->err);
    p->titled = true;
    return (name.len && *p->book->caption) || wrong(p, line, wanted);
}

/* What was open ends here: it must have got something. */
static bool close_entry(struct parser *p)
{
    const struct mirth_entry *entry = p->entry;
    if (!entry || entry->count)
        return true;
    return *entry->name ? mirth_fail(p->err, MIRTH_BROKEN,
                                     "%s:%u: entry `%s` is empty; expected `- line` under it",
                                     p->book->path, entry->source, entry->name)
                        : mirth_fail(p->err, MIRTH_BROKEN,
                                     "%s:%u: chapter `%s` is empty; expected `### entry` under it",
                                     p->book->path, entry->source, entry->chapter);
}

static bool read_chapter(struct parser *p, size_t line)
{
    if (!close_entry(p))
        return false;
    p->chapter = keep(p, 2);
    p->entry = p->chapter ? mirth_book_open(p->book, p->chapter, "", line) : NULL;
    return p->entry || mirth_no_memory(p->err);
}

static bool read_entry(struct parser *p, size_t line)
{
    const char *name;
    if (!p->chapter)
        return wrong(p, line, "an entry outside a chapter; expected `## chapter` before it");
    if (*p->entry->name && !close_entry(p))
        return false;
    name = keep(p, 3);
    p->entry = name ? mirth_book_open(p->book, p->chapter, name, line) : NULL;
    return p->entry || mirth_no_memory(p->err);
}

static bool read_heading(struct parser *p, cmark_node *block)
{
    size_t line = (size_t)cmark_node_get_start_line(block);
    int level = cmark_node_get_heading_level(block);
    if (!join_rows(p, block))
        return false;
    if (p->text.at[0] != '#')
        return wrong(p, line, "an underlined heading; expected `## chapter` or `### entry`");
    if (!p->titled && level != 1)
        return wrong(p, line, "no title; expected `# name: Caption`");
    switch (level) {
    case 1: return read_title(p, line);
    case 2: return read_chapter(p, line);
    case 3: return read_entry(p, line);
    default: return wrong(p, line, "too deep a heading; expected `## chapter` or `### entry`");
    }
}

/* `<!-- ... -->` by itself: for whoever reads the file. */
static bool is_comment(const struct mirth_buffer *text)
{
    return text->len >= 7 && !strncmp(text->at, "<!--", 4) &&
           strstr(text->at, "-->") == text->at + text->len - 3;
}

/* A paragraph says what the heading above it is about. */
static bool read_note(struct parser *p, cmark_node *block)
{
    size_t line = (size_t)cmark_node_get_start_line(block);
    const char **note = p->entry ? &p->entry->note : &p->book->about;
    if (!join_rows(p, block))
        return false;
    if (is_comment(&p->text))
        return true;
    if (!p->titled)
        return wrong(p, line, "no title; expected `# name: Caption`");
    if (p->text.at[0] == '<')
        return wrong(p, line, "HTML; expected a heading, a `-` list or a paragraph");
    if (**note)
        return wrong(p, line, "a second paragraph; expected one under a heading");
    if (p->entry && p->entry->count)
        return wrong(p, line, "a paragraph behind a list; expected it under the heading");
    *note = keep(p, 0);
    return *note != NULL;
}

static bool read_item(struct parser *p, cmark_node *item)
{
    size_t line = (size_t)cmark_node_get_start_line(item);
    cmark_node *block = cmark_node_first_child(item);
    char *raw;
    if (!block)
        return wrong(p, line, "an empty line; expected a text after `-`");
    if (cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH || cmark_node_next(block))
        return wrong(p, line, "a line that holds blocks; expected one paragraph after `-`");
    if (!join_rows(p, block))
        return false;
    raw = keep(p, 0);
    return raw && (mirth_book_add(p->book, raw, line) || mirth_no_memory(p->err));
}

static bool read_list(struct parser *p, cmark_node *list)
{
    size_t line = (size_t)cmark_node_get_start_line(list);
    if (!p->entry || !*p->entry->name)
        return wrong(p, line, "a line outside an entry; expected `### entry` before it");
    if (cmark_node_get_list_type(list) != CMARK_BULLET_LIST)
        return wrong(p, line, "a numbered list; expected a `-` list");
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
        if (!read_item(p, item))
            return false;
    return true;
}

static bool refuse_block(struct parser *p, cmark_node *block)
{
    cmark_node_type type = cmark_node_get_type(block);
    const char *what = type == CMARK_NODE_BLOCK_QUOTE  ? "a block quotation"
                       : type == CMARK_NODE_CODE_BLOCK ? "a code block"
                                                       : "a rule";
    return mirth_fail(p->err, MIRTH_BROKEN,
                      "%s:%d: %s; expected a heading, a `-` list or a paragraph", p->book->path,
                      cmark_node_get_start_line(block), what);
}

static bool read_block(struct parser *p, cmark_node *block)
{
    switch (cmark_node_get_type(block)) {
    case CMARK_NODE_HEADING: return read_heading(p, block);
    case CMARK_NODE_PARAGRAPH: return read_note(p, block);
    case CMARK_NODE_LIST: return read_list(p, block);
    default: return refuse_block(p, block);
    }
}

static bool finish(struct parser *p)
{
    const struct mirth_entry *twice;
    if (!p->titled)
        return wrong(p, 1, "no title; expected `# name: Caption`");
    if (!p->entry)
        return wrong(p, p->count, "no chapter; expected `## chapter`");
    if (!close_entry(p))
        return false;
    if (!mirth_book_index(p->book, &twice))
        return mirth_no_memory(p->err);
    if (!twice)
        return true;
    return mirth_fail(p->err, MIRTH_BROKEN,
                      "%s:%u: %s `%s` stands twice; expected once (it is on line %u)",
                      p->book->path, twice->source, *twice->name ? "entry" : "chapter",
                      *twice->name ? twice->name : twice->chapter,
                      mirth_book_find(p->book, twice->chapter, twice->name)->source);
}

/* cmark is asked for blocks alone. Without `[` and `<` it drops no link definitions and has no
 * nesting of brackets to be slow about; every position stays the same. */
static cmark_node *parse_blocks(const char *text, size_t len)
{
    char *blocks = malloc(len + 1);
    cmark_node *root;
    if (!blocks)
        return NULL;
    for (size_t i = 0; i < len; i++)
        blocks[i] = text[i] == '[' || text[i] == '<' ? 'x' : text[i];
    root = cmark_parse_document(blocks, len, CMARK_OPT_DEFAULT);
    free(blocks);
    return root;
}

static bool read_book(struct parser *p, const char *text, size_t len)
{
    cmark_node *root, *block;
    bool ok = true;
    if (!accept_text(p, text, len))
        return false;
    root = parse_blocks(text, len);
    if (!root)
        return mirth_no_memory(p->err);
    for (block = cmark_node_first_child(root); block && ok; block = cmark_node_next(block))
        ok = read_block(p, block);
    cmark_node_free(root);
    return ok && finish(p);
}

struct mirth_book *mirth_book_parse(const char *path, const char *text, size_t len,
                                    struct mirth_error *err)
{
    struct parser p = {.book = mirth_book_new(path), .err = err};
    bool ok;
    if (!p.book) {
        mirth_no_memory(err);
        return NULL;
    }
    ok = read_book(&p, text, len);
    mirth_buffer_free(&p.text);
    if (ok)
        return p.book;
    mirth_book_free(p.book);
    return NULL;
}
