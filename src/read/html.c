/* html.c: what libxml2's HTML parser finds on a page, told to the writer of Markdown as it comes.
 * No tree is built, so that neither depth nor length is of account. */
#include "read/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <string.h>

#include "read/html_kinds.h"
#include "read/html_out.h"
#include "read/html_word.h"

enum { DEEPEST = 500 };

struct page {
    struct mirth_html_out out;
    struct mirth_word word;
    htmlParserCtxtPtr parser;
    struct mirth_buffer asked;   /* a byte for each open element */
    struct mirth_buffer literal; /* the text of a <pre> */
    struct mirth_buffer scratch;
    size_t silent, literals, literal_origin;
};

static size_t line_of(const struct page *p)
{
    return (size_t)xmlSAX2GetLineNumber(p->parser);
}

/* ---- elements ---- */

static void open_link(struct page *p, const xmlChar **atts)
{
    const char *address = mirth_attribute(atts, "href");
    bool leads = address && *address && *address != '#' && strncmp(address, "javascript:", 11) != 0;
    p->out.link = leads ? mirth_pool_copy(p->out.draft->pool, address, strlen(address)) : NULL;
    p->out.wanted[MIRTH_MARK_LINK] = p->out.link != NULL;
}

static void open_image(struct page *p, const xmlChar **atts)
{
    const char *address = mirth_attribute(atts, "src"), *alt = mirth_attribute(atts, "alt");
    if (address && *address)
        mirth_html_image(&p->out, mirth_slice_of(alt), mirth_slice_of(address), line_of(p));
}

static void open_list(struct page *p, bool ordered, const xmlChar **atts)
{
    const char *start = mirth_attribute(atts, "start");
    size_t number = 0;
    for (; start && mirth_is_digit(*start) && number < 1000000; start++)
        number = number * 10 + (size_t)(*start - '0');
    mirth_html_open_list(&p->out, ordered, number ? number : 1);
}

static void open_literal(struct page *p)
{
    mirth_html_block(&p->out);
    if (!p->literals++) {
        p->literal.len = 0;
        p->literal_origin = line_of(p);
    }
}

static void open_item(struct page *p)
{
    mirth_html_block(&p->out);
    p->out.item = true;
}

static void open_element(struct page *p, enum mirth_element_kind kind, const char *name,
                         const xmlChar **atts)
{
    switch (kind) {
    case MIRTH_E_HEADING:
        mirth_html_block(&p->out);
        p->out.level = (unsigned)(name[1] - '0');
        break;
    case MIRTH_E_LIST: open_list(p, false, atts); break;
    case MIRTH_E_NUMBERED: open_list(p, true, atts); break;
    case MIRTH_E_ITEM: open_item(p); break;
    case MIRTH_E_TERM:
        open_item(p);
        p->out.wanted[MIRTH_MARK_BOLD]++;
        break;
    case MIRTH_E_MEANING: mirth_html_text(&p->out, mirth_slice(" ", 1), 0); break;
    case MIRTH_E_BREAK: p->out.breaks++; break;
    case MIRTH_E_RULE: mirth_html_rule(&p->out, line_of(p)); break;
    case MIRTH_E_IMAGE: open_image(p, atts); break;
    case MIRTH_E_BOLD: p->out.wanted[MIRTH_MARK_BOLD]++; break;
    case MIRTH_E_ITALIC: p->out.wanted[MIRTH_MARK_ITALIC]++; break;
    case MIRTH_E_CODE: p->out.wanted[MIRTH_MARK_CODE]++; break;
    case MIRTH_E_LINK: open_link(p, atts); break;
    case MIRTH_E_LITERAL: open_literal(p); break;
    case MIRTH_E_QUOTE:
        mirth_html_block(&p->out);
        mirth_html_end_lists(&p->out);
        p->out.quotes++;
        break;
    case MIRTH_E_TABLE: mirth_html_open_table(&p->out); break;
    case MIRTH_E_ROW: mirth_html_open_row(&p->out); break;
    case MIRTH_E_CELL: mirth_html_open_cell(&p->out, line_of(p)); break;
    case MIRTH_E_CAPTION: mirth_html_open_caption(&p->out, line_of(p)); break;
    case MIRTH_E_BLOCK: mirth_html_block(&p->out); break;
    default: break;
    }
}

static void drop(size_t *count)
{
    *count -= *count > 0;
}

static void close_literal(struct page *p)
{
    struct mirth_slice text = mirth_buffer_slice(&p->literal);
    bool skip = text.len && text.at[0] == '\n'; /* as HTML has it */
    drop(&p->literals);
    if (!p->literals)
        mirth_html_code(&p->out, mirth_slice(text.at + skip, text.len - skip),
                        p->literal_origin + skip);
}

static void close_element(struct page *p, enum mirth_element_kind kind)
{
    switch (kind) {
    case MIRTH_E_HEADING:
        mirth_html_block(&p->out);
        p->out.level = 0;
        break;
    case MIRTH_E_LIST:
    case MIRTH_E_NUMBERED: mirth_html_close_list(&p->out); break;
    case MIRTH_E_ITEM:
        mirth_html_block(&p->out);
        p->out.item = false;
        break;
    case MIRTH_E_TERM: drop(&p->out.wanted[MIRTH_MARK_BOLD]); break;
    case MIRTH_E_MEANING: mirth_html_block(&p->out); break;
    case MIRTH_E_BOLD: drop(&p->out.wanted[MIRTH_MARK_BOLD]); break;
    case MIRTH_E_ITALIC: drop(&p->out.wanted[MIRTH_MARK_ITALIC]); break;
    case MIRTH_E_CODE: drop(&p->out.wanted[MIRTH_MARK_CODE]); break;
    case MIRTH_E_LINK: p->out.wanted[MIRTH_MARK_LINK] = 0; break;
    case MIRTH_E_LITERAL: close_literal(p); break;
    case MIRTH_E_QUOTE:
        mirth_html_block(&p->out);
        mirth_html_end_lists(&p->out);
        drop(&p->out.quotes);
        break;
    case MIRTH_E_TABLE: mirth_html_close_table(&p->out); break;
    case MIRTH_E_CELL: mirth_html_close_cell(&p->out); break;
    case MIRTH_E_CAPTION: mirth_html_open_row(&p->out); break;
    case MIRTH_E_BLOCK: mirth_html_block(&p->out); break;
    default: break;
    }
}

/* ---- what the parser calls ---- */

/* For each end tag that has no beginning libxml2 looks through all names that are open, so that a
 * page of nothing but open and stray tags would take it hours. Beyond DEEPEST an element is not
 * remembered: its text is read, and its tag is no more than the end of a block. What holds raw text
 * is: libxml2 must know that it is in it, and nothing nests in there. */
static bool is_too_deep(struct page *p, const char *name)
{
    htmlParserCtxtPtr parser = p->parser;
    if (parser->nameNr <= DEEPEST || !strcmp(name, "script") || !strcmp(name, "style"))
        return false;
    parser->nameNr--;
    parser->name = parser->nameTab[parser->nameNr - 1];
    return true;
}

static void skim(struct page *p, enum mirth_element_kind kind, const xmlChar **atts)
{
    if (p->silent || p->literals)
        return;
    if (kind == MIRTH_E_IMAGE)
        open_image(p, atts);
    else
        mirth_html_block(&p->out);
}

static void on_start(void *data, const xmlChar *element, const xmlChar **atts)
{
    struct page *p = data;
    const char *name = (const char *)element;
    enum mirth_element_kind kind = mirth_kind_of(name);
    char asked = kind == MIRTH_E_SILENT ? MIRTH_ASKS_SILENCE : mirth_asks_for(atts);
    if (is_too_deep(p, name)) {
        skim(p, kind, atts);
        return;
    }
    mirth_put_char(&p->asked, asked);
    p->out.wanted[MIRTH_MARK_BOLD] += (asked & MIRTH_ASKS_BOLD) != 0;
    p->out.wanted[MIRTH_MARK_ITALIC] += (asked & MIRTH_ASKS_ITALIC) != 0;
    p->silent += (asked & MIRTH_ASKS_SILENCE) != 0;
    if (p->silent || (p->literals && kind != MIRTH_E_LITERAL))
        return;
    if (kind == MIRTH_E_BLOCK || kind == MIRTH_E_HEADING || kind == MIRTH_E_TABLE)
        mirth_word_paragraph(&p->word, &p->out, mirth_attribute(atts, "class"),
                             mirth_attribute(atts, "style"));
    if (!(kind == MIRTH_E_BLOCK && p->word.item))
        open_element(p, kind, name, atts);
}

static void on_end(void *data, const xmlChar *element)
{
    struct page *p = data;
    bool silent = p->silent > 0;
    char asked = 0;
    if (p->asked.len)
        asked = p->asked.at[--p->asked.len];
    if (asked & MIRTH_ASKS_BOLD)
        drop(&p->out.wanted[MIRTH_MARK_BOLD]);
    if (asked & MIRTH_ASKS_ITALIC)
        drop(&p->out.wanted[MIRTH_MARK_ITALIC]);
    if (asked & MIRTH_ASKS_SILENCE)
        drop(&p->silent);
    if (!silent && !(p->literals && mirth_kind_of((const char *)element) != MIRTH_E_LITERAL))
        close_element(p, mirth_kind_of((const char *)element));
}

/* No-break spaces are spaces, and zero-width ones nothing. */
static struct mirth_slice plain_spaces(struct page *p, struct mirth_slice s)
{
    if (!memchr(s.at, '\xc2', s.len) && !memchr(s.at, '\xe2', s.len))
        return s;
    p->scratch.len = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool hard = s.len - i > 1 && !memcmp(s.at + i, "\xc2\xa0", 2);
        bool none = s.len - i > 2 && !memcmp(s.at + i, "\xe2\x80\x8b", 3);
        if (!none)
            mirth_put_char(&p->scratch, hard ? ' ' : s.at[i]);
        i += none ? 2 : hard;
    }
    return mirth_buffer_slice(&p->scratch);
}

static void on_text(void *data, const xmlChar *text, int len)
{
    struct page *p = data;
    struct mirth_slice s = {(const char *)text, (size_t)len};
    size_t origin = line_of(p), lines = 0;
    if (p->silent) {
        mirth_word_mark(&p->word, &p->out, s);
        return;
    }
    for (size_t i = 0; i < s.len; i++)
        lines += s.at[i] == '\n';
    if (p->literals) {
        mirth_put_slice(&p->literal, s);
        return;
    }
    s = plain_spaces(p, s);
    if (!mirth_word_mark(&p->word, &p->out, s))
        mirth_html_text(&p->out, s, origin > lines ? origin - lines : 1);
}

static void end_page(struct page *p, struct mirth_draft *draft)
{
    while (p->out.tables)
        mirth_html_close_table(&p->out);
    mirth_html_unmark(&p->out);
    mirth_put_char(&draft->out, '\n');
    draft->out.spent |= p->out.cell.out.spent || p->out.cells.spent || p->asked.spent ||
                        p->literal.spent || p->scratch.spent || draft->pool->spent;
    mirth_buffer_free(&p->out.cell.out);
    mirth_buffer_free(&p->out.cells);
    mirth_buffer_free(&p->asked);
    mirth_buffer_free(&p->literal);
    mirth_buffer_free(&p->scratch);
}

bool mirth_html_parse(struct mirth_slice html, struct mirth_draft *draft, struct mirth_error *err)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
    struct page p = {.out = {.draft = draft, .at = draft, .fresh = true}};
    if (html.len > INT_MAX)
        return mirth_fail(err, MIRTH_BROKEN, "HTML of %zu bytes; expected at most %d", html.len,
                          INT_MAX);
    p.out.at = p.out.draft;
    p.parser = htmlNewParserCtxt();
    if (!p.parser)
        return mirth_no_memory(err);
    memset(p.parser->sax, 0, sizeof *p.parser->sax);
    p.parser->sax->startElement = on_start;
    p.parser->sax->endElement = on_end;
    p.parser->sax->characters = on_text;
    p.parser->sax->ignorableWhitespace = on_text;
    p.parser->userData = &p;
    htmlCtxtReadMemory(p.parser, html.at, (int)html.len, NULL, "UTF-8", options);
    htmlFreeParserCtxt(p.parser);
    end_page(&p, draft);
    return draft->out.spent ? mirth_no_memory(err) : true;
}
