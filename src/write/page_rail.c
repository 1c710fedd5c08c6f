/* page_rail.c: a timeline's entries, hung on a rail, the time between them to scale */
#include <stdio.h>

#include "write/page.h"

void mirth_page_rail(struct mirth_page *page, cmark_node *list, xmlNode *element)
{
    cmark_node *item = cmark_node_first_child(list);
    while (item && !mirth_page_event(page, item))
        item = cmark_node_next(item);
    if (item)
        mirth_tree_attribute(&page->tree, element, "class", "rail");
}

static int64_t longest(const struct mirth_sheet *sheet)
{
    int64_t most = 1;
    for (size_t i = 0; i < sheet->mark_count; i++)
        most = sheet->marks[i].gap > most ? sheet->marks[i].gap : most;
    return most;
}

/* The gap before an entry, in words and to scale: as steps of the longest. */
static void put_gap(struct mirth_page *page, int64_t gap, xmlNode *element)
{
    struct mirth_buffer words = {0};
    char class[32];
    if (!page->longest)
        page->longest = longest(page->sheet);
    snprintf(class, sizeof class, "event gap g%d", (int)(gap * MIRTH_GAP_STEPS / page->longest));
    mirth_put_span(&words, gap);
    page->tree.spent |= words.spent;
    mirth_tree_attribute(&page->tree, element, "class", class);
    mirth_tree_attribute(&page->tree, element, "data-gap", words.at);
    mirth_buffer_free(&words);
}

void mirth_page_entry(struct mirth_page *page, cmark_node *block, xmlNode *element)
{
    const struct mirth_mark *mark = mirth_page_event(page, block);
    if (!mark)
        return;
    page->timed = mark;
    page->entry = true;
    if (mark->gap > 0)
        put_gap(page, mark->gap, element);
    else
        mirth_tree_attribute(&page->tree, element, "class", "event");
}
