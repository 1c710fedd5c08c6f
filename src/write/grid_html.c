/* grid_html.c: a pipe table as an HTML table. */
#include "write/page.h"

#include <stdio.h>
#include <string.h>

/* The page's next cell, or the text before a table. */
static bool put_cell(struct mirth_page *page)
{
    cmark_node *cell = page->cell;
    if (!cell)
        return true;
    page->cell = cmark_node_next(cell);
    return mirth_page_walk(page, cell, true);
}

static void set_side(struct mirth_tree *tree, xmlNode *cell, char align)
{
    if (align == 'c' || align == 'r')
        mirth_tree_attribute(tree, cell, "class", align == 'c' ? "center" : "right");
}

static bool at_row_end(const struct mirth_page *page)
{
    cmark_node *text = page->cell ? cmark_node_first_child(page->cell) : NULL;
    const char *words = text ? cmark_node_get_literal(text) : NULL;
    return !page->cell || (words && words[0] == MIRTH_ROW_END[0]);
}

static bool fill_cell(struct mirth_page *page, const char *scope, char align)
{
    struct mirth_tree *tree = &page->tree;
    size_t depth = tree->depth;
    xmlNode *cell = mirth_tree_open(tree, scope ? "th" : "td");
    bool ok;
    mirth_tree_attribute(tree, cell, "scope", scope);
    set_side(tree, cell, align);
    ok = put_cell(page);
    tree->muted = NULL;
    mirth_tree_close_to(tree, depth);
    return ok;
}

/* What a row lacks is one empty cell. */
static void end_row(struct mirth_page *page, size_t missing)
{
    struct mirth_tree *tree = &page->tree;
    size_t depth = tree->depth;
    char span[24];
    snprintf(span, sizeof span, "%zu", missing);
    if (missing)
        mirth_tree_attribute(tree, mirth_tree_open(tree, "td"), "colspan",
                             missing > 1 ? span : NULL);
    mirth_tree_close_to(tree, depth);
    if (page->cell)
        page->cell = cmark_node_next(page->cell);
}

/* scope is "col" for a row of headers, "row" where the first cell heads the row, or NULL. */
static bool put_row(struct mirth_page *page, const struct mirth_grid *grid, const char *scope)
{
    struct mirth_tree *tree = &page->tree;
    size_t depth = tree->depth, i;
    bool ok = true;
    mirth_tree_open(tree, "tr");
    for (i = 0; ok && i < grid->columns && !at_row_end(page); i++) {
        bool head = scope && (i == 0 || !strcmp(scope, "col"));
        ok = fill_cell(page, head ? scope : NULL, grid->aligns[i]);
    }
    end_row(page, grid->columns - i);
    mirth_tree_close_to(tree, depth);
    mirth_tree_line(tree);
    return ok;
}

/* A header without words heads nothing: it is left out, and the first cells head their rows. */
static bool put_header(struct mirth_page *page, const struct mirth_grid *grid)
{
    size_t depth = page->tree.depth;
    bool ok;
    if (grid->headless) {
        while (!at_row_end(page))
            page->cell = cmark_node_next(page->cell);
        if (page->cell)
            page->cell = cmark_node_next(page->cell);
        return true;
    }
    mirth_tree_open(&page->tree, "thead");
    ok = put_row(page, grid, "col");
    mirth_tree_close_to(&page->tree, depth);
    return ok;
}

/* An edition's box, the facts at a glance, is its first table and has no header. */
static void open_table(struct mirth_page *page, const struct mirth_grid *grid)
{
    struct mirth_tree *tree = &page->tree;
    bool box = grid->headless && page->grid == 0;
    xmlNode *div = mirth_tree_open(tree, "div");
    mirth_tree_attribute(tree, div, "class", box ? "glance" : "wide");
    if (!box)
        mirth_tree_attribute(tree, div, "tabindex", "0"); /* it may have to be scrolled */
    mirth_tree_open(tree, "table");
}

static bool put_lead(struct mirth_page *page)
{
    size_t depth = page->tree.depth;
    bool ok;
    mirth_tree_open(&page->tree, "p");
    ok = put_cell(page);
    mirth_tree_close_to(&page->tree, depth);
    mirth_tree_line(&page->tree);
    return ok;
}

bool mirth_page_grid(struct mirth_page *page)
{
    const struct mirth_grid *grid = &page->grids.at[page->grid];
    struct mirth_tree *tree = &page->tree;
    size_t last_line = (size_t)cmark_node_get_end_line(grid->paragraph), depth;
    bool ok;
    mirth_tree_settle(tree);
    depth = tree->depth;
    ok = !grid->lead || put_lead(page);
    open_table(page, grid);
    ok = ok && put_header(page, grid);
    if (grid->rows)
        mirth_tree_open(tree, "tbody");
    for (size_t row = 0; ok && row < grid->rows; row++) {
        page->entry = false;
        page->timed = mirth_page_event_on(page, last_line - grid->rows + 1 + row);
        ok = put_row(page, grid, grid->headless && grid->columns > 1 ? "row" : NULL);
    }
    page->timed = NULL;
    mirth_tree_close_to(tree, depth);
    mirth_tree_line(tree);
    page->grid++;
    return ok;
}
