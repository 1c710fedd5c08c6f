/* page_headings.c: a page's headings, and the addresses by which others link to them */
#include "write/page.h"

/* Appends the words of a heading's Markdown. */
static bool put_words(struct mirth_slice markdown, struct mirth_buffer *out)
{
    struct mirth_buffer line = {0};
    cmark_node *document, *node;
    cmark_iter *iter;
    mirth_put_text(&line, "# ");
    mirth_put_slice(&line, markdown);
    document = line.spent ? NULL : cmark_parse_document(line.at, line.len, CMARK_OPT_VALIDATE_UTF8);
    iter = document ? cmark_iter_new(document) : NULL;
    while (iter && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        node = cmark_iter_get_node(iter);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT ||
            cmark_node_get_type(node) == CMARK_NODE_CODE)
            mirth_put_text(out, cmark_node_get_literal(node));
    }
    if (iter)
        cmark_iter_free(iter);
    if (document)
        cmark_node_free(document);
    mirth_buffer_free(&line);
    return iter && !out->spent;
}

static void read_id(struct mirth_page *page, size_t i, struct mirth_buffer *words)
{
    struct mirth_buffer *id = &page->tree.scrap;
    words->len = id->len = 0;
    page->tree.spent |= !put_words(page->sheet->marks[i].words, words);
    mirth_slug(mirth_trim(mirth_buffer_slice(words)), id);
    if (!id->len)
        mirth_put_text(id, "section");
    mirth_slug_settle(&page->tree.slugs, id);
    page->ids[i] = id->spent ? NULL : mirth_pool_copy(&page->pool, id->at, id->len);
    page->tree.spent |= !page->ids[i];
}

void mirth_page_ids(struct mirth_page *page)
{
    size_t count = page->sheet->mark_count;
    struct mirth_buffer words = {0};
    page->ids = mirth_pool_array(&page->pool, count + 1, sizeof *page->ids);
    page->tree.spent |= !page->ids;
    for (size_t i = 0; !page->tree.spent && i < count; i++)
        if (page->sheet->marks[i].linked)
            read_id(page, i, &words);
    mirth_buffer_free(&words);
}

void mirth_page_open_heading(struct mirth_page *page, int level, const struct mirth_mark *mark)
{
    char name[] = {'h', (char)('0' + mirth_tree_level(&page->tree, level)), '\0'};
    page->heading = mirth_tree_open(&page->tree, name);
    page->headed = mark;
    page->words.len = 0;
}

/* The address that the record's own heading had. */
static const char *known_id(const struct mirth_page *page)
{
    return page->headed && page->ids ? page->ids[page->headed - page->sheet->marks] : NULL;
}

/* At its end, a heading's words are known. */
void mirth_page_close_heading(struct mirth_page *page)
{
    struct mirth_tree *tree = &page->tree;
    const char *known = known_id(page);
    struct mirth_slice words = mirth_trim(mirth_buffer_slice(&page->words));
    struct mirth_buffer *id = &tree->scrap;
    page->headed = NULL;
    if (known) {
        mirth_tree_attribute(tree, page->heading, "id", known);
        return;
    }
    id->len = 0;
    mirth_slug(words, id);
    if (!id->len)
        mirth_put_text(id, "section");
    mirth_slug_settle(&tree->slugs, id);
    tree->spent |= id->spent;
    if (!id->spent)
        mirth_tree_attribute(tree, page->heading, "id", id->at);
}
