/* masthead.c: a page's head: title and picture, and under it the numbers that matter */
#include "write/page.h"

#include <string.h>

void mirth_put_span(struct mirth_buffer *out, int64_t minutes)
{
    static const struct {
        int64_t minutes;
        const char *unit;
    } units[] = {{24 * 60, " d"}, {60, " h"}, {1, " min"}};
    size_t said = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units && said < 2; i++) {
        int64_t amount = minutes / units[i].minutes;
        if (!amount)
            continue;
        minutes -= amount * units[i].minutes;
        mirth_put_text(out, said++ ? " " : "");
        mirth_put_number(out, (uint64_t)amount);
        mirth_put_text(out, units[i].unit);
    }
    if (!said)
        mirth_put_text(out, "0 min");
}

static void add_small(struct mirth_tree *tree, xmlNode *parent, struct mirth_slice text)
{
    if (!text.len)
        return;
    mirth_say(tree, parent, mirth_slice_of(" "));
    mirth_say(tree, mirth_node(tree, parent, "small"), text);
}

/* `Duration`: `2 h 45 min`, `reckoned` where it is not the record's own word. */
static void add_number(struct mirth_page *page, xmlNode *list, const struct mirth_number *number)
{
    const struct mirth_page_words *words = &page->sheet->words;
    struct mirth_tree *tree = &page->tree;
    xmlNode *pair = mirth_node(tree, list, "div"), *value, *amount;
    struct mirth_buffer *text = &tree->scrap;
    mirth_say(tree, mirth_node(tree, pair, "dt"), mirth_slice_of(words->numbers[number->kind]));
    value = mirth_node(tree, pair, "dd");
    amount = mirth_node(tree, value, "b");
    if (number->about) {
        mirth_say(tree, mirth_node(tree, amount, "small"), mirth_slice_of(words->about));
        mirth_say(tree, amount, mirth_slice_of(" "));
    }
    text->len = 0;
    if (number->minutes >= 0)
        mirth_put_span(text, number->minutes);
    else
        mirth_put_slice(text, number->text);
    tree->spent |= text->spent;
    mirth_say(tree, amount, mirth_buffer_slice(text));
    add_small(tree, value, number->note);
    if (number->reckoned)
        add_small(tree, value, mirth_slice_of(words->reckoned));
}

static void add_numbers(struct mirth_page *page)
{
    struct mirth_tree *tree = &page->tree;
    const struct mirth_sheet *sheet = page->sheet;
    xmlNode *strip, *list;
    if (!sheet->number_count)
        return;
    strip = mirth_node(tree, mirth_tree_here(tree), "div");
    mirth_tree_attribute(tree, strip, "class", "numbers");
    list = mirth_node(tree, strip, "dl");
    for (size_t i = 0; i < sheet->number_count; i++)
        add_number(page, list, &sheet->numbers[i]);
    mirth_tree_line(tree);
}

static bool is_title(const struct mirth_page *page, cmark_node *block)
{
    const struct mirth_mark *mark = mirth_page_heading(page, block);
    return mark && mark->kind == MIRTH_MARK_TITLE;
}

/* The edition's own comment is nothing that shows. */
static bool shows(cmark_node *block)
{
    const char *html =
        cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK ? cmark_node_get_literal(block) : NULL;
    return !html || strncmp(html, "<!--", 4) != 0;
}

void mirth_page_masthead(struct mirth_page *page, cmark_node *block)
{
    struct mirth_tree *tree = &page->tree;
    bool figure = cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH && mirth_is_figure(block);
    if (page->masthead && !figure) {
        mirth_tree_close_to(tree, page->masthead - 1);
        page->masthead = 0;
        mirth_tree_line(tree);
        add_numbers(page);
    }
    if (!page->begun && is_title(page, block)) {
        mirth_tree_attribute(tree, mirth_tree_open(tree, "header"), "class", "masthead");
        page->masthead = tree->depth;
        mirth_tree_line(tree);
    }
    page->begun |= shows(block);
}
