/* walk.c: a page's content: each node of cmark's as elements, without recursion. */
#include "write/page.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "write/sanitise.h"

static struct mirth_slice literal(cmark_node *node)
{
    return mirth_slice_of(cmark_node_get_literal(node));
}

static bool is_type(cmark_node *node, cmark_node_type type)
{
    return node && cmark_node_get_type(node) == type;
}

static bool is_block(cmark_node *node)
{
    return cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK;
}

static bool is_top(cmark_node *node)
{
    return is_type(cmark_node_parent(node), CMARK_NODE_DOCUMENT);
}

/* A line that the record uses as a title or a heading, whatever it looks like. */
static bool is_heading(struct mirth_page *page, cmark_node *node)
{
    const struct mirth_mark *mark = is_top(node) ? mirth_page_heading(page, node) : NULL;
    if (!mark || cmark_node_get_start_line(node) != cmark_node_get_end_line(node))
        return false;
    mirth_page_open_heading(page, mark->kind == MIRTH_MARK_TITLE ? 0 : 2, mark);
    return true;
}

static void open_block(struct mirth_page *page, cmark_node *node)
{
    xmlNode *block;
    if (mirth_is_figure(node)) {
        page->figure = node;
        mirth_tree_open(&page->tree, "figure");
    } else if (!is_heading(page, node) && !mirth_is_tight(node)) {
        block = mirth_tree_open(&page->tree, "p");
        if (is_top(node))
            mirth_page_entry(page, node, block);
    }
}

static void open_paragraph(struct mirth_page *page, cmark_node *node)
{
    char task = mirth_task_here(node);
    xmlNode *box;
    open_block(page, node);
    if (!task)
        return;
    mirth_tree_open(&page->tree, "label");
    box = mirth_tree_open(&page->tree, "input");
    mirth_tree_attribute(&page->tree, box, "type", "checkbox");
    mirth_tree_flag(&page->tree, box, "disabled");
    if (task == 'x')
        mirth_tree_flag(&page->tree, box, "checked");
    mirth_tree_text(&page->tree, mirth_slice_of(" "));
}

static void open_list(struct mirth_page *page, cmark_node *node)
{
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    xmlNode *list = mirth_tree_open(&page->tree, ordered ? "ol" : "ul");
    char start[16];
    snprintf(start, sizeof start, "%d", cmark_node_get_list_start(node));
    if (ordered && cmark_node_get_list_start(node) != 1)
        mirth_tree_attribute(&page->tree, list, "start", start);
    mirth_page_rail(page, node, list);
    mirth_tree_line(&page->tree);
}

static void open_item(struct mirth_page *page, cmark_node *node)
{
    xmlNode *item = mirth_tree_open(&page->tree, "li");
    if (mirth_task_of(node))
        mirth_tree_attribute(&page->tree, item, "class", "task");
    mirth_page_entry(page, node, item);
}

static void open_heading(struct mirth_page *page, cmark_node *node)
{
    const struct mirth_mark *mark = mirth_page_heading(page, node);
    bool title = mark && mark->kind == MIRTH_MARK_TITLE;
    page->timed = mark ? NULL : mirth_page_event(page, node);
    page->entry = false;
    mirth_page_open_heading(page, title ? 0 : cmark_node_get_heading_level(node), mark);
}

static void open_link(struct mirth_page *page, cmark_node *node)
{
    const char *url = cmark_node_get_url(node), *title = cmark_node_get_title(node);
    xmlNode *link;
    if (!mirth_is_safe_url(mirth_slice_of(url)))
        return;
    link = mirth_tree_open(&page->tree, "a");
    mirth_tree_attribute(&page->tree, link, "href", url);
    if (*title)
        mirth_tree_attribute(&page->tree, link, "title", title);
}

static void put_code_block(struct mirth_page *page, cmark_node *node)
{
    size_t depth = page->tree.depth;
    const char *info = cmark_node_get_fence_info(node);
    size_t len = info ? strcspn(info, " \t") : 0;
    struct mirth_buffer *name = &page->tree.scrap;
    xmlNode *code;
    mirth_tree_attribute(&page->tree, mirth_tree_open(&page->tree, "pre"), "tabindex", "0");
    code = mirth_tree_open(&page->tree, "code");
    name->len = 0;
    mirth_put_text(name, "language-");
    mirth_put(name, info, len);
    if (len && !name->spent)
        mirth_tree_attribute(&page->tree, code, "class", name->at);
    mirth_tree_text(&page->tree, literal(node));
    mirth_tree_close_to(&page->tree, depth);
    mirth_tree_line(&page->tree);
}

static void put_text(struct mirth_page *page, cmark_node *node)
{
    struct mirth_slice s = literal(node);
    cmark_node *parent = cmark_node_parent(node);
    size_t skip = 0;
    if (!cmark_node_previous(node) && is_type(parent, CMARK_NODE_PARAGRAPH))
        skip = mirth_task_here(parent) ? 4 : s.len && s.at[0] == MIRTH_CELL_MARK[0] ? 1 : 0;
    if (skip == 1 && s.len > 1 && s.at[1] == ' ')
        skip = 2;
    mirth_page_text(page, mirth_slice(s.at + skip, s.len - skip));
}

static void put_code(struct mirth_page *page, cmark_node *node)
{
    size_t depth = page->tree.depth;
    mirth_put_slice(&page->words, literal(node));
    mirth_tree_open(&page->tree, "code");
    mirth_tree_text(&page->tree, literal(node));
    mirth_tree_close_to(&page->tree, depth);
}

static void put_break(struct mirth_page *page, cmark_node *node)
{
    if (page->figure && page->figure == cmark_node_parent(node))
        return;
    if (is_type(node, CMARK_NODE_LINEBREAK))
        mirth_tree_open(&page->tree, "br");
    mirth_put_char(&page->words, ' ');
    mirth_tree_text(&page->tree, mirth_slice_of("\n"));
}

static void put_html_block(struct mirth_page *page, cmark_node *node)
{
    struct mirth_slice html = literal(node);
    while (html.len && html.at[html.len - 1] == '\n')
        html.len--;
    mirth_raw(&page->tree, html);
    mirth_tree_settle(&page->tree);
    mirth_tree_line(&page->tree);
}

static void put_rule(struct mirth_page *page)
{
    mirth_tree_open(&page->tree, "hr");
    mirth_tree_line(&page->tree);
}

static void open_emphasis(struct mirth_page *page, cmark_node *node)
{
    bool caption = page->figure && page->figure == cmark_node_parent(node);
    mirth_tree_open(&page->tree, caption ? "figcaption" : "em");
}

static void open_strong(struct mirth_page *page, cmark_node *node)
{
    const char *class = mirth_page_strong(page, node);
    mirth_tree_attribute(&page->tree, mirth_tree_open(&page->tree, "strong"), "class", class);
}

static void enter(struct mirth_page *page, cmark_node *node)
{
    struct mirth_tree *tree = &page->tree;
    if (is_block(node))
        mirth_tree_settle(tree);
    if (is_block(node) && is_top(node))
        mirth_page_masthead(page, node);
    cmark_node_set_user_data(node, (void *)(uintptr_t)tree->depth);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: mirth_tree_open(tree, "blockquote"); break;
    case CMARK_NODE_LIST: open_list(page, node); break;
    case CMARK_NODE_ITEM: open_item(page, node); break;
    case CMARK_NODE_PARAGRAPH: open_paragraph(page, node); break;
    case CMARK_NODE_HEADING: open_heading(page, node); break;
    case CMARK_NODE_CODE_BLOCK: put_code_block(page, node); break;
    case CMARK_NODE_HTML_BLOCK: put_html_block(page, node); break;
    case CMARK_NODE_THEMATIC_BREAK: put_rule(page); break;
    case CMARK_NODE_TEXT: put_text(page, node); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: put_break(page, node); break;
    case CMARK_NODE_CODE: put_code(page, node); break;
    case CMARK_NODE_HTML_INLINE: mirth_raw(tree, literal(node)); break;
    case CMARK_NODE_EMPH: open_emphasis(page, node); break;
    case CMARK_NODE_STRONG: open_strong(page, node); break;
    case CMARK_NODE_LINK: open_link(page, node); break;
    case CMARK_NODE_IMAGE: mirth_page_open_picture(page, node); break;
    default: break;
    }
}

static void leave(struct mirth_page *page, cmark_node *node)
{
    struct mirth_tree *tree = &page->tree;
    size_t depth = (size_t)(uintptr_t)cmark_node_get_user_data(node);
    if (is_type(node, CMARK_NODE_IMAGE))
        mirth_page_picture(page, node);
    else if (page->heading && is_block(node))
        mirth_page_close_heading(page);
    if (is_block(node))
        page->heading = NULL;
    mirth_tree_close_to(tree, depth);
    if (!is_block(node))
        return;
    tree->muted = NULL;
    page->figure = NULL;
    if (!is_type(node, CMARK_NODE_PARAGRAPH) || !mirth_is_tight(node) || cmark_node_next(node))
        mirth_tree_line(tree);
}

static bool is_grid(const struct mirth_page *page, cmark_node *node)
{
    return page->grid < page->grids.count && page->grids.at[page->grid].paragraph == node;
}

bool mirth_page_walk(struct mirth_page *page, cmark_node *node, bool bare)
{
    cmark_iter *iter = cmark_iter_new(node);
    cmark_event_type event;
    bool ok = iter != NULL;
    while (ok && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *at = cmark_iter_get_node(iter);
        if (bare && at == node)
            continue;
        if (page->image && at != page->image) {
            if (event == CMARK_EVENT_ENTER)
                mirth_page_picture_words(page, at);
        } else if (event == CMARK_EVENT_EXIT) {
            leave(page, at);
        } else if (is_grid(page, at)) {
            if (is_top(at))
                mirth_page_masthead(page, at);
            ok = mirth_page_grid(page);
            cmark_iter_reset(iter, at, CMARK_EVENT_EXIT);
        } else {
            enter(page, at);
        }
        ok = ok && !page->tree.spent && !page->words.spent && !page->alt.spent;
    }
    cmark_iter_free(iter);
    return ok;
}
