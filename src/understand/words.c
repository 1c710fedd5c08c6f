/* words.c: the words of a piece of Markdown, without its marks. */
#include "understand/words.h"

#include <cmark.h>

bool mirth_plain_words(struct mirth_slice markdown, struct mirth_buffer *out)
{
    cmark_node *document = cmark_parse_document(markdown.at, markdown.len, CMARK_OPT_DEFAULT),
               *node;
    cmark_iter *iter = document ? cmark_iter_new(document) : NULL;
    while (iter && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        const char *text;
        node = cmark_iter_get_node(iter);
        text = cmark_node_get_literal(node);
        if (text && (cmark_node_get_type(node) == CMARK_NODE_TEXT ||
                     cmark_node_get_type(node) == CMARK_NODE_CODE))
            mirth_put_text(out, text);
    }
    if (iter)
        cmark_iter_free(iter);
    if (document)
        cmark_node_free(document);
    return iter && !out->spent;
}
