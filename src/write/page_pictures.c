/* page_pictures.c: a page's pictures: ours are drawn in it, those beside it shown, others linked to
 */
#include <stdio.h>
#include <string.h>

#include "write/page.h"
#include "write/sanitise.h"
#include "write/svg.h"

void mirth_page_picture_words(struct mirth_page *page, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: mirth_put_text(&page->alt, cmark_node_get_literal(node)); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: mirth_put_char(&page->alt, ' '); break;
    default: break;
    }
}

void mirth_page_open_picture(struct mirth_page *page, cmark_node *node)
{
    page->image = node;
    mirth_buffer_free(&page->alt);
}

/* A page fetches nothing: a picture that lies elsewhere is a link to it. */
static void put_remote(struct mirth_page *page, const char *url, struct mirth_slice words)
{
    size_t depth = page->tree.depth;
    xmlNode *link = mirth_tree_open(&page->tree, "a");
    mirth_tree_attribute(&page->tree, link, "href", url);
    mirth_tree_attribute(&page->tree, link, "class", "elsewhere");
    mirth_tree_text(&page->tree, words);
    mirth_tree_close_to(&page->tree, depth);
}

/* The picture of ours that has that address, or NULL. */
static const struct mirth_canvas *drawn_at(const struct mirth_page *page, const char *url)
{
    for (size_t i = 0; i < page->sheet->picture_count; i++)
        if (!strcmp(page->sheet->pictures[i].address, url))
            return &page->sheet->pictures[i];
    return NULL;
}

static xmlNode *draw(struct mirth_page *page, const struct mirth_canvas *canvas)
{
    struct mirth_drawings *drawings = page->drawings;
    size_t room = drawings ? sizeof drawings->at / sizeof *drawings->at : 0, i = 0;
    char id[24];
    bool first;
    while (drawings && i < drawings->count && !mirth_same_drawing(drawings->at[i], canvas))
        i++;
    if (i == room)
        return mirth_svg_node(page->tree.doc, canvas, false);
    first = i == drawings->count;
    if (first)
        drawings->at[drawings->count++] = canvas;
    snprintf(id, sizeof id, "d%zu", i);
    return mirth_svg_shared(page->tree.doc, canvas, id, first);
}

/* A picture of ours stands in the page itself. */
static void put_drawing(struct mirth_page *page, const struct mirth_canvas *canvas)
{
    xmlNode *box = mirth_tree_open(&page->tree, "span"), *svg;
    mirth_tree_attribute(&page->tree, box, "class", "drawing");
    svg = box ? draw(page, canvas) : NULL;
    if (svg && !xmlAddChild(box, svg)) {
        xmlFreeNode(svg);
        svg = NULL;
    }
    page->tree.spent |= box && !svg;
}

void mirth_page_picture(struct mirth_page *page, cmark_node *node)
{
    const char *url = cmark_node_get_url(node), *title = cmark_node_get_title(node);
    struct mirth_slice alt = mirth_buffer_slice(&page->alt);
    xmlNode *image;
    page->image = NULL;
    if (drawn_at(page, url)) {
        put_drawing(page, drawn_at(page, url));
    } else if (!*url || !mirth_is_safe_url(mirth_slice_of(url))) {
        mirth_tree_text(&page->tree, alt);
    } else if (mirth_is_remote(mirth_slice_of(url))) {
        put_remote(page, url, alt.len ? alt : mirth_slice_of(*title ? title : url));
    } else {
        image = mirth_tree_open(&page->tree, "img");
        mirth_tree_attribute(&page->tree, image, "src", url);
        mirth_tree_attribute(&page->tree, image, "alt", alt.len ? alt.at : title);
        if (*title)
            mirth_tree_attribute(&page->tree, image, "title", title);
    }
}
