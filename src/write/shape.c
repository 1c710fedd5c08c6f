/* shape.c: what a paragraph or an item is besides: a figure, a task. */
#include "write/page.h"

static bool is_type(cmark_node *node, cmark_node_type type)
{
    return node && cmark_node_get_type(node) == type;
}

bool mirth_is_tight(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    return is_type(item, CMARK_NODE_ITEM) && cmark_node_get_list_tight(cmark_node_parent(item));
}

bool mirth_is_figure(cmark_node *paragraph)
{
    cmark_node *node = cmark_node_first_child(paragraph);
    if (!is_type(node, CMARK_NODE_IMAGE) || mirth_is_tight(paragraph))
        return false;
    node = cmark_node_next(node);
    if (!is_type(node, CMARK_NODE_SOFTBREAK))
        return !node;
    node = cmark_node_next(node);
    return is_type(node, CMARK_NODE_EMPH) && !cmark_node_next(node);
}

char mirth_task_of(cmark_node *item)
{
    cmark_node *paragraph = cmark_node_first_child(item);
    struct mirth_slice s;
    if (!is_type(paragraph, CMARK_NODE_PARAGRAPH) ||
        !is_type(cmark_node_first_child(paragraph), CMARK_NODE_TEXT))
        return '\0';
    s = mirth_slice_of(cmark_node_get_literal(cmark_node_first_child(paragraph)));
    if (s.len < 4 || s.at[0] != '[' || s.at[2] != ']' || s.at[3] != ' ')
        return '\0';
    return s.at[1] == ' ' ? ' ' : mirth_lower(s.at[1]) == 'x' ? 'x' : '\0';
}

char mirth_task_here(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    bool first = is_type(item, CMARK_NODE_ITEM) && cmark_node_first_child(item) == paragraph;
    return first ? mirth_task_of(item) : '\0';
}
