/* html.c: the HTML writer: the page around the content, and its way to bytes. */
#include "write/html.h"

#include <libxml/HTMLtree.h>
#include <limits.h>
#include <string.h>

#include "read/html.h"
#include "write/page.h"
#include "write/page_css.h"

/* Nothing runs and nothing is fetched but pictures; the one style sheet is known by its hash. */
#define POLICY                                                                                     \
    "default-src 'none'; img-src 'self' https: http: file:; style-src '" MIRTH_PAGE_CSS_HASH "'; " \
    "base-uri 'none'; form-action 'none'"

enum { TITLE_LENGTH = 68 };

/* Past a byte order mark and front matter (`---` on the first line up to the next `---` or `...`),
 * by the reader's rule. */
static struct mirth_slice body_of(struct mirth_slice s)
{
    struct mirth_slice rest, line;
    if (s.len >= 3 && !memcmp(s.at, "\xef\xbb\xbf", 3))
        s = mirth_slice(s.at + 3, s.len - 3);
    rest = s;
    if (s.len < 4 || memcmp(s.at, "---", 3) != 0 || !strchr("\r\n", s.at[3]) ||
        !mirth_cut(&rest, '\n', &line))
        return s;
    while (rest.len) {
        const char *at = rest.at;
        mirth_cut(&rest, '\n', &line);
        if (line.at == at && (mirth_same_text(line, "---") || mirth_same_text(line, "...")))
            return rest;
    }
    return s;
}

static xmlNode *add(struct mirth_tree *tree, xmlNode *parent, const char *name)
{
    xmlNode *node = parent ? xmlNewChild(parent, NULL, BAD_CAST name, NULL) : NULL;
    tree->spent |= !node;
    return node;
}

static void add_meta(struct mirth_tree *tree, xmlNode *head, const char *key, const char *name,
                     const char *content)
{
    xmlNode *meta = add(tree, head, "meta");
    mirth_tree_attribute(tree, meta, key, name);
    mirth_tree_attribute(tree, meta, "content", content);
}

static void add_text(struct mirth_tree *tree, xmlNode *parent, const char *text, size_t len)
{
    xmlNode *node = xmlNewDocTextLen(tree->doc, BAD_CAST text, (int)len);
    if (!parent || !node || !xmlAddChild(parent, node)) {
        xmlFreeNode(node);
        tree->spent = true;
    }
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
static void add_title(struct mirth_tree *tree, xmlNode *title)
{
    xmlChar *content = tree->heading ? xmlNodeGetContent(tree->heading) : NULL;
    struct mirth_slice text = mirth_trim(mirth_slice_of((char *)content));
    struct mirth_buffer *line = &tree->scrap;
    size_t len;
    line->len = 0;
    mirth_put_slice(line, text.len ? text : mirth_slice_of("Postmortem"));
    for (size_t i = 0; i < line->len; i++)
        if (mirth_is_space(line->at[i]))
            line->at[i] = ' ';
    len = fit(line->at, line->len);
    if (len < line->len) {
        line->len = len;
        mirth_put_text(line, "…");
    }
    tree->spent |= line->spent;
    add_text(tree, title, line->at, line->len);
    xmlFree(content);
}

static xmlNode *add_head(struct mirth_tree *tree, xmlNode *html)
{
    xmlNode *head = add(tree, html, "head"), *title, *style;
    mirth_tree_attribute(tree, add(tree, head, "meta"), "charset", "utf-8");
    add_meta(tree, head, "name", "viewport", "width=device-width, initial-scale=1");
    add_meta(tree, head, "http-equiv", "Content-Security-Policy", POLICY);
    add_meta(tree, head, "name", "referrer", "no-referrer");
    add_meta(tree, head, "name", "color-scheme", "light dark");
    title = add(tree, head, "title");
    style = add(tree, head, "style");
    add_text(tree, style, MIRTH_PAGE_CSS, sizeof MIRTH_PAGE_CSS);
    return title;
}

/* html, head, body, main, and the article that everything else goes into. */
static xmlNode *begin(struct mirth_tree *tree, const char *theme, xmlNode **title)
{
    xmlNode *html, *article;
    tree->doc = htmlNewDocNoDtD(NULL, NULL);
    tree->slugs.taken = xmlHashCreate(64);
    html = tree->doc ? xmlNewDocNode(tree->doc, NULL, BAD_CAST "html", NULL) : NULL;
    tree->spent = !html || !tree->slugs.taken;
    if (tree->spent)
        return NULL;
    xmlDocSetRootElement(tree->doc, html);
    mirth_tree_attribute(tree, html, "lang", "en");
    mirth_tree_attribute(tree, html, "data-theme", theme);
    *title = add_head(tree, html);
    article = add(tree, add(tree, add(tree, html, "body"), "main"), "article");
    tree->frames[tree->depth++] =
        (struct mirth_frame){mirth_element(mirth_slice_of("article")), article, false};
    mirth_tree_line(tree);
    return html;
}

static int write_bytes(void *context, const char *bytes, int len)
{
    struct mirth_buffer *out = context;
    mirth_put(out, bytes, len > 0 ? (size_t)len : 0);
    return out->spent ? -1 : len;
}

static bool serialise(struct mirth_tree *tree, xmlNode *html, struct mirth_buffer *out)
{
    xmlOutputBuffer *sink = xmlOutputBufferCreateIO(write_bytes, NULL, out, NULL);
    if (!sink)
        return false;
    xmlOutputBufferWriteString(sink, "<!DOCTYPE html>\n");
    if (tree->marker) {
        htmlNodeDumpFormatOutput(sink, tree->doc, tree->marker, NULL, 0);
        xmlOutputBufferWriteString(sink, "\n");
    }
    htmlNodeDumpFormatOutput(sink, tree->doc, html, NULL, 0);
    xmlOutputBufferWriteString(sink, "\n");
    return xmlOutputBufferClose(sink) >= 0 && !out->spent;
}

static bool fill(struct mirth_page *page, struct mirth_slice source)
{
    cmark_node *document = cmark_parse_document(source.at, source.len, CMARK_OPT_VALIDATE_UTF8);
    bool ok = document && mirth_grids_find(&page->grids, &page->pool, document, source);
    if (ok && page->grids.cells)
        page->cell = cmark_node_first_child(page->grids.cells);
    ok = ok && mirth_page_walk(page, document, true);
    mirth_tree_close_to(&page->tree, 0);
    if (page->grids.cells)
        cmark_node_free(page->grids.cells);
    if (document)
        cmark_node_free(document);
    return ok;
}

static void finish(struct mirth_page *page)
{
    xmlHashFree(page->tree.slugs.taken, xmlHashDefaultDeallocator);
    xmlFreeNode(page->tree.marker);
    xmlFreeDoc(page->tree.doc);
    mirth_buffer_free(&page->tree.text);
    mirth_buffer_free(&page->tree.scrap);
    mirth_buffer_free(&page->words);
    mirth_buffer_free(&page->alt);
    mirth_pool_free(&page->pool);
}

static bool write_page(struct mirth_slice markdown, const char *theme, struct mirth_buffer *out,
                       struct mirth_error *err)
{
    struct mirth_page page = {0};
    xmlNode *html, *title = NULL;
    bool ok;
    if (markdown.len > INT_MAX / 4) /* libxml2 counts in ints */
        return mirth_fail(err, MIRTH_BROKEN, "%zu bytes; expected at most %d in a page",
                          markdown.len, INT_MAX / 4);
    html = begin(&page.tree, theme, &title);
    ok = html && fill(&page, body_of(markdown));
    if (ok)
        add_title(&page.tree, title);
    ok = ok && !page.tree.spent && serialise(&page.tree, html, out);
    finish(&page);
    return ok || mirth_no_memory(err);
}

const struct mirth_html_module *mirth_html_module(void)
{
    static const struct mirth_html_module module = {MIRTH_HTML_ABI, write_page, mirth_html_parse};
    return &module;
}
