/* html.c: the HTML writer: the page around an edition; and what the module exports */
#include "write/html.h"

#include <limits.h>

#include "read/html.h"
#include "write/page_css.h"
#include "write/paper.h"
#include "write/preview.h"
#include "write/style.h"
#include "write/svg.h"

static bool write_page(const struct mirth_sheet *sheet, struct mirth_buffer *out,
                       struct mirth_error *err)
{
    struct mirth_paper paper = {0};
    struct mirth_tree *tree = &paper.tree;
    struct mirth_buffer title = {0};
    xmlNode *article;
    bool ok;
    if (sheet->markdown.len > INT_MAX / 4) /* libxml2 counts in ints */
        return mirth_fail(err, MIRTH_BROKEN, "%zu bytes; expected at most %d in a page",
                          sheet->markdown.len, INT_MAX / 4);
    mirth_paper_begin(&paper);
    mirth_tree_attribute(tree, paper.html, "data-theme", sheet->theme);
    mirth_paper_style(&paper, MIRTH_PAGE_CSS, sizeof MIRTH_PAGE_CSS, MIRTH_PAGE_CSS_HASH);
    mirth_put_look(&paper.css, ":root", &sheet->look);
    mirth_put_steps(&paper.css);
    mirth_paper_seal(&paper);
    article = mirth_node(tree, mirth_node(tree, paper.body, "main"), "article");
    ok = mirth_paper_edition(&paper, article, sheet, NULL, 0, &title);
    mirth_say(tree, paper.title, mirth_buffer_slice(&title));
    mirth_buffer_free(&title);
    return mirth_paper_finish(&paper, ok, out) || mirth_no_memory(err);
}

const struct mirth_html_module *mirth_html_module(void)
{
    static const struct mirth_html_module module = {MIRTH_HTML_ABI, write_page, mirth_preview_page,
                                                    mirth_svg_file, mirth_html_parse};
    return &module;
}
