/* tree.h: the page under construction, kept well formed whatever is put into it. */
#ifndef MIRTH_WRITE_TREE_H
#define MIRTH_WRITE_TREE_H

#include <libxml/tree.h>

#include "write/elements.h"
#include "write/slug.h"

/* Elements deeper than this are left out and their text kept: libxml2 and browsers recurse. */
enum { MIRTH_TREE_DEPTH = 200 };

/* An element that is still open. A raw one is of the record's own HTML (or begun to make room for
 * it): only those are closed by its end tags, or when what is around them ends. */
struct mirth_frame {
    const struct mirth_element *element;
    xmlNode *node;
    bool raw;
};

struct mirth_tree {
    xmlDoc *doc;
    struct mirth_frame frames[MIRTH_TREE_DEPTH];
    size_t depth;
    struct mirth_buffer text;  /* not yet in the tree: one node a run keeps it linear */
    struct mirth_buffer scrap; /* an attribute's value or a piece of text, decoded */
    struct mirth_slugs slugs;
    const char *prefix; /* of every id, where a page holds several editions; NULL: none */
    int levels[6];      /* the headings that this one stands under, by the record's own levels */
    size_t level_count;
    int level_base;    /* how many levels the page itself takes */
    const char *muted; /* the element whose content is being dropped, or NULL */
    xmlNode *heading;  /* the first one */
    xmlNode *marker;   /* the comment that says what the page is */
    bool spent;        /* memory ran out */
};

/* Opens an element where it may stand: closes raw ones that cannot hold it, begins what it needs.
 * NULL where there is no room for it; what follows then goes into the element around it. */
xmlNode *mirth_tree_open(struct mirth_tree *tree, const char *name);
xmlNode *mirth_tree_open_raw(struct mirth_tree *tree, const struct mirth_element *element);

/* Closes elements until only `depth` are open. */
void mirth_tree_close_to(struct mirth_tree *tree, size_t depth);

/* Closes the innermost raw element of that name; nothing where there is none to close. */
void mirth_tree_close_raw(struct mirth_tree *tree, const struct mirth_element *element);

/* At the end of a block: closes raw elements that hold only words, and drops no more. */
void mirth_tree_settle(struct mirth_tree *tree);

/* Appends text (valid UTF-8; control characters are dropped). */
void mirth_tree_text(struct mirth_tree *tree, struct mirth_slice text);

/* The level, 1 to 6, at which a heading stands that the record has at `level`: none is skipped. */
int mirth_tree_level(struct mirth_tree *tree, int level);

/* The innermost open element, with all pending text in it: for what is not of the Markdown. */
xmlNode *mirth_tree_here(struct mirth_tree *tree);

/* Adds an element, or text, to a node of ours; parent NULL gives NULL. */
xmlNode *mirth_node(struct mirth_tree *tree, xmlNode *parent, const char *name);
void mirth_say(struct mirth_tree *tree, xmlNode *node, struct mirth_slice text);

/* Ends the line of the page's source, where that is not part of the text. */
void mirth_tree_line(struct mirth_tree *tree);

/* Sets an attribute that is not set yet. An id, and a link to one, gets the tree's prefix. */
void mirth_tree_attribute(struct mirth_tree *tree, xmlNode *node, const char *name,
                          const char *value);

/* Sets an attribute that has no value: <details open>. */
void mirth_tree_flag(struct mirth_tree *tree, xmlNode *node, const char *name);

#endif
