/* elements.h: the elements that a page may have, and what may stand in what. */
#ifndef MIRTH_WRITE_ELEMENTS_H
#define MIRTH_WRITE_ELEMENTS_H

#include "base/text.h"

enum mirth_holds {
    MIRTH_HOLDS_NOTHING, /* <br>: has no end tag */
    MIRTH_HOLDS_WORDS,   /* text and what stands among text */
    MIRTH_HOLDS_BLOCKS,  /* anything */
    MIRTH_HOLDS_PARTS,   /* only elements that name it in `in`, and no text */
};

struct mirth_element {
    const char *name;
    enum mirth_holds holds;
    bool block;          /* stands only where blocks may */
    bool ours;           /* never made from the record's own HTML */
    const char *in;      /* " ul ol ": the only parents; NULL: any */
    const char *implies; /* the child that begins by itself where it is needed; NULL: none */
    const char *as;      /* what it is written as; NULL: its name */
};

/* The element of that name, in any case; NULL where a page has none such. */
const struct mirth_element *mirth_element(struct mirth_slice name);

/* Whether a space-separated list such as " ul ol " holds the name. */
bool mirth_element_in(const char *list, const char *name);

#endif
