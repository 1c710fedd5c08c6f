/* tree.c: the page under construction, kept well formed whatever is put into it. */
#include "write/tree.h"

#include <string.h>

#include "write/emoji.h"

static struct mirth_frame *top(struct mirth_tree *tree)
{
    return &tree->frames[tree->depth - 1];
}

static xmlNode *add(struct mirth_tree *tree, xmlNode *parent, xmlNode *child)
{
    if (!child || !xmlAddChild(parent, child)) {
        xmlFreeNode(child);
        tree->spent = true;
        return NULL;
    }
    return child;
}

static void add_text(struct mirth_tree *tree, xmlNode *parent, struct mirth_slice text)
{
    if (text.len)
        add(tree, parent, xmlNewDocTextLen(tree->doc, BAD_CAST text.at, (int)text.len));
}

static void add_emoji(struct mirth_tree *tree, xmlNode *parent, struct mirth_slice emoji)
{
    xmlNode *span = add(tree, parent, xmlNewDocNode(tree->doc, NULL, BAD_CAST "span", NULL));
    if (!span)
        return;
    mirth_tree_attribute(tree, span, "aria-hidden", "true");
    add_text(tree, span, emoji);
}

static bool is_verbatim(const struct mirth_element *element)
{
    return mirth_element_in(" code pre kbd samp tt ", element->name);
}

static bool is_one_emoji(struct mirth_slice text)
{
    text = mirth_trim(text);
    return text.len && mirth_emoji(text) == text.len;
}

/* Puts the pending text into the tree, its decorating emoji hidden from screen readers. Where an
 * emoji is all that an element says (`closing`, nothing before it), it is left to be read. */
static void flush(struct mirth_tree *tree, bool closing)
{
    struct mirth_slice text = mirth_buffer_slice(&tree->text);
    xmlNode *parent = top(tree)->node;
    bool all = closing && !parent->children && is_one_emoji(text);
    size_t from = 0, at, len;
    tree->spent |= tree->text.spent;
    while (!all && !is_verbatim(top(tree)->element) && !tree->spent) {
        at = mirth_find_emoji(text, from);
        if (at == text.len)
            break;
        len = mirth_emoji(mirth_slice(text.at + at, text.len - at));
        add_text(tree, parent, mirth_slice(text.at + from, at - from));
        add_emoji(tree, parent, mirth_slice(text.at + at, len));
        from = at + len;
    }
    add_text(tree, parent, mirth_slice(text.at + from, text.len - from));
    tree->text.len = 0;
}

/* Nobody closed it, so nothing may be hidden in it. */
static void balance(struct mirth_tree *tree, const struct mirth_frame *frame)
{
    if (frame->raw && !strcmp(frame->element->name, "details"))
        mirth_tree_flag(tree, frame->node, "open");
}

void mirth_tree_close_to(struct mirth_tree *tree, size_t depth)
{
    while (tree->depth > depth) {
        balance(tree, top(tree));
        flush(tree, true);
        tree->depth--;
    }
}

void mirth_tree_close_raw(struct mirth_tree *tree, const struct mirth_element *element)
{
    size_t k = tree->depth;
    while (k && tree->frames[k - 1].raw && tree->frames[k - 1].element != element)
        k--;
    if (!k || !tree->frames[k - 1].raw)
        return;
    mirth_tree_close_to(tree, k);
    flush(tree, true);
    tree->depth = k - 1;
}

void mirth_tree_settle(struct mirth_tree *tree)
{
    tree->muted = NULL;
    while (top(tree)->raw && top(tree)->element->holds == MIRTH_HOLDS_WORDS)
        mirth_tree_close_to(tree, tree->depth - 1);
}

static xmlNode *push(struct mirth_tree *tree, const struct mirth_element *element, bool raw)
{
    const char *name = element->as ? element->as : element->name;
    xmlNode *node;
    if (tree->depth == MIRTH_TREE_DEPTH || tree->spent)
        return NULL;
    flush(tree, false);
    node = add(tree, top(tree)->node, xmlNewDocNode(tree->doc, NULL, BAD_CAST name, NULL));
    if (!node)
        return NULL;
    if (element->holds != MIRTH_HOLDS_NOTHING)
        tree->frames[tree->depth++] = (struct mirth_frame){element, node, raw};
    if (!tree->heading && name[0] == 'h' && mirth_is_digit(name[1]))
        tree->heading = node;
    return node;
}

static bool stands_in(const struct mirth_element *element, const struct mirth_element *parent)
{
    if (element->in)
        return mirth_element_in(element->in, parent->name);
    return parent->holds == MIRTH_HOLDS_BLOCKS ? element->block : false;
}

/* A raw <li> or <td> without its end tag ends where the next one begins. */
static bool find_parent(struct mirth_tree *tree, const struct mirth_element *element)
{
    for (size_t k = tree->depth; k; k--) {
        if (stands_in(element, tree->frames[k - 1].element)) {
            mirth_tree_close_to(tree, k);
            return true;
        }
        if (!tree->frames[k - 1].raw)
            return false;
    }
    return false;
}

static bool leave_words(struct mirth_tree *tree)
{
    while (top(tree)->element->holds == MIRTH_HOLDS_WORDS) {
        if (!top(tree)->raw)
            return false;
        mirth_tree_close_to(tree, tree->depth - 1);
    }
    return true;
}

/* Begins the cells, items and paragraphs that the record's HTML left out; element NULL: for text.
 * False where the depth does not allow them. */
static bool begin_implied(struct mirth_tree *tree, const struct mirth_element *element)
{
    const char *name;
    while ((name = top(tree)->element->implies) != NULL) {
        if (element && stands_in(element, top(tree)->element))
            return true;
        if (!push(tree, mirth_element(mirth_slice_of(name)), true))
            return false;
    }
    return true;
}

/* A link in a link is no HTML. */
static bool is_open(const struct mirth_tree *tree, const char *name)
{
    for (size_t k = tree->depth; k; k--)
        if (!strcmp(tree->frames[k - 1].element->name, name))
            return true;
    return false;
}

static xmlNode *place(struct mirth_tree *tree, const struct mirth_element *element, bool raw)
{
    if (tree->muted || (raw && element->in && !find_parent(tree, element)) ||
        (element->block && !leave_words(tree)) ||
        (!strcmp(element->name, "a") && is_open(tree, "a")) || !begin_implied(tree, element))
        return NULL;
    return push(tree, element, raw);
}

xmlNode *mirth_tree_open(struct mirth_tree *tree, const char *name)
{
    return place(tree, mirth_element(mirth_slice_of(name)), false);
}

xmlNode *mirth_tree_open_raw(struct mirth_tree *tree, const struct mirth_element *element)
{
    return place(tree, element, true);
}

void mirth_tree_text(struct mirth_tree *tree, struct mirth_slice text)
{
    size_t from = 0;
    if (tree->muted)
        return;
    if (top(tree)->element->implies) {
        if (!mirth_trim(text).len)
            return;
        begin_implied(tree, NULL);
    }
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t')
            continue;
        mirth_put(&tree->text, text.at + from, i - from);
        from = i + 1;
    }
    mirth_put(&tree->text, text.at + from, text.len - from);
}

void mirth_tree_line(struct mirth_tree *tree)
{
    bool ended = tree->text.len && tree->text.at[tree->text.len - 1] == '\n';
    if (top(tree)->element->holds != MIRTH_HOLDS_WORDS && !ended)
        mirth_put_char(&tree->text, '\n');
}

int mirth_tree_level(struct mirth_tree *tree, int level)
{
    enum { DEEPEST = 6 };
    int out;
    while (tree->level_count && tree->levels[tree->level_count - 1] >= level)
        tree->level_count--;
    if (tree->level_count < DEEPEST)
        tree->levels[tree->level_count++] = level;
    out = (int)tree->level_count + tree->level_base;
    return out < DEEPEST ? out : DEEPEST;
}

xmlNode *mirth_tree_here(struct mirth_tree *tree)
{
    flush(tree, false);
    return top(tree)->node;
}

xmlNode *mirth_node(struct mirth_tree *tree, xmlNode *parent, const char *name)
{
    return parent ? add(tree, parent, xmlNewDocNode(tree->doc, NULL, BAD_CAST name, NULL)) : NULL;
}

void mirth_say(struct mirth_tree *tree, xmlNode *node, struct mirth_slice text)
{
    if (node)
        add_text(tree, node, text);
}

static void set_prefixed(struct mirth_tree *tree, xmlNode *node, const char *name,
                         const char *value)
{
    struct mirth_buffer own = {0};
    bool link = value[0] == '#';
    mirth_put_text(&own, link ? "#" : "");
    mirth_put_text(&own, tree->prefix);
    mirth_put_text(&own, value + link);
    tree->spent |= own.spent || !xmlNewProp(node, BAD_CAST name, BAD_CAST own.at);
    mirth_buffer_free(&own);
}

void mirth_tree_attribute(struct mirth_tree *tree, xmlNode *node, const char *name,
                          const char *value)
{
    if (!node || !value || xmlHasProp(node, BAD_CAST name))
        return;
    if (tree->prefix && (!strcmp(name, "id") || (!strcmp(name, "href") && value[0] == '#')))
        set_prefixed(tree, node, name, value);
    else
        tree->spent |= !xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

void mirth_tree_flag(struct mirth_tree *tree, xmlNode *node, const char *name)
{
    if (node && !xmlHasProp(node, BAD_CAST name))
        tree->spent |= !xmlNewProp(node, BAD_CAST name, NULL);
}
