/* edition_html.c: an edition's Markdown into a page, from its parse to its last element */
#include "write/paper.h"

#include <string.h>

enum { TITLE_LENGTH = 68 };

/* Past a byte order mark and front matter (`---` on the first line up to the next `---` or `...`,
 * or `+++` up to `+++`), by the reader's rule. */
static struct mirth_slice body_of(struct mirth_slice s)
{
    struct mirth_slice rest, line, fence;
    if (s.len >= 3 && !memcmp(s.at, "\xef\xbb\xbf", 3))
        s = mirth_slice(s.at + 3, s.len - 3);
    rest = s;
    fence = mirth_slice(s.at, s.len < 3 ? 0 : 3);
    if (s.len < 4 || (!mirth_same_text(fence, "---") && !mirth_same_text(fence, "+++")) ||
        !strchr("\r\n", s.at[3]) || !mirth_cut(&rest, '\n', &line))
        return s;
    while (rest.len) {
        const char *at = rest.at;
        mirth_cut(&rest, '\n', &line);
        if (line.at == at &&
            (mirth_same(line, fence) || (s.at[0] == '-' && mirth_same_text(line, "..."))))
            return rest;
    }
    return s;
}

static size_t count_lines(const char *from, const char *to)
{
    size_t lines = 0;
    for (; from < to; from++)
        lines += *from == '\n';
    return lines;
}

/* What of text[0..len) fits a title: whole words, TITLE_LENGTH characters of them. */
static size_t fit(const char *text, size_t len)
{
    size_t characters = 0, fits = 0;
    for (size_t i = 0; i < len; i += mirth_utf8_length(text[i])) {
        if (characters++ == TITLE_LENGTH)
            return fits ? fits : i;
        if (text[i] == ' ')
            fits = i;
    }
    return len;
}

/* The title is the first heading's text, on one line, cut where a tab or a bookmark would cut it.
 */
static void read_title(struct mirth_page *page, struct mirth_buffer *title)
{
    xmlNode *heading = page->tree.heading;
    xmlChar *content = heading ? xmlNodeGetContent(heading) : NULL;
    struct mirth_slice text = mirth_trim(mirth_slice_of((char *)content));
    size_t len;
    title->len = 0;
    mirth_put_slice(title, text.len ? text : mirth_slice_of("Postmortem"));
    for (size_t i = 0; i < title->len; i++)
        if (mirth_is_space(title->at[i]))
            title->at[i] = ' ';
    len = fit(title->at, title->len);
    if (len < title->len) {
        title->len = len;
        mirth_put_text(title, "…");
    }
    page->tree.spent |= title->spent;
    xmlFree(content);
}

static bool fill(struct mirth_page *page, struct mirth_slice source)
{
    cmark_node *document = cmark_parse_document(source.at, source.len, CMARK_OPT_VALIDATE_UTF8);
    bool ok;
    if (document)
        cmark_consolidate_text_nodes(document);
    ok = document && mirth_grids_find(&page->grids, &page->pool, document, source);
    if (ok && page->grids.cells)
        page->cell = cmark_node_first_child(page->grids.cells);
    if (ok)
        mirth_page_ids(page);
    ok = ok && !page->tree.spent && mirth_page_walk(page, document, true);
    mirth_tree_close_to(&page->tree, 0);
    if (page->grids.cells)
        cmark_node_free(page->grids.cells);
    if (document)
        cmark_node_free(document);
    return ok && !page->tree.spent;
}

static void finish(struct mirth_page *page)
{
    xmlHashFree(page->tree.slugs.taken, xmlHashDefaultDeallocator);
    mirth_buffer_free(&page->tree.text);
    mirth_buffer_free(&page->tree.scrap);
    mirth_buffer_free(&page->words);
    mirth_buffer_free(&page->alt);
    mirth_pool_free(&page->pool);
}

bool mirth_paper_edition(struct mirth_paper *paper, xmlNode *parent,
                         const struct mirth_sheet *sheet, const char *prefix, int base,
                         struct mirth_buffer *title)
{
    struct mirth_page page = {.sheet = sheet, .drawings = paper->drawings};
    struct mirth_slice source = body_of(sheet->markdown);
    bool ok;
    page.tree.doc = paper->tree.doc;
    page.tree.prefix = prefix;
    page.tree.level_base = base;
    page.tree.slugs.taken = xmlHashCreate(64);
    page.tree.spent = !parent || !page.tree.slugs.taken;
    page.shift = count_lines(sheet->markdown.at, source.at);
    page.tree.frames[page.tree.depth++] =
        (struct mirth_frame){mirth_element(mirth_slice_of("article")), parent, false};
    ok = !page.tree.spent;
    if (ok) {
        mirth_tree_line(&page.tree);
        ok = fill(&page, source);
    }
    if (ok && title)
        read_title(&page, title);
    if (paper->tree.marker)
        xmlFreeNode(page.tree.marker);
    else
        paper->tree.marker = page.tree.marker;
    paper->tree.spent |= page.tree.spent || !ok;
    finish(&page);
    return ok;
}
