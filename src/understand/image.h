/* image.h: the English book made ready, as one block of memory that a database can keep. */
#ifndef MIRTH_IMAGE_H
#define MIRTH_IMAGE_H

#include "understand/lexicon.h"

/* The arrays of struct mirth_english, in the order in which they lie behind the head, each at a
 * multiple of eight bytes. To add one, give its item's size in image_read.c. */
enum mirth_array {
    MIRTH_A_WORDS,
    MIRTH_A_TABLE,
    MIRTH_A_SETS,
    MIRTH_A_VERBS,
    MIRTH_A_PHRASES,
    MIRTH_A_REST,
    MIRTH_A_TRIGGERS,
    MIRTH_A_CHOICES,
    MIRTH_A_PATTERNS,
    MIRTH_A_ELEMENTS,
    MIRTH_A_LISTS,
    MIRTH_A_ASKED,
    MIRTH_A_FAULTS,
    MIRTH_A_SITUATIONS,
    MIRTH_A_PARTS,
    MIRTH_A_STRINGS,
    MIRTH_ARRAYS
};

extern const uint32_t mirth_item_sizes[MIRTH_ARRAYS];

/* How an image begins: what it takes to know that this program, on this machine, can use it. */
struct mirth_image {
    char maker[24];               /* "postmirth 0.1.0" */
    uint32_t layout, order;       /* MIRTH_LAYOUT, MIRTH_ORDER */
    uint32_t sizes[MIRTH_ARRAYS]; /* of an item */
    uint32_t counts[MIRTH_ARRAYS];
};

#define MIRTH_MAKER  "postmirth " MIRTH_VERSION
#define MIRTH_LAYOUT 6          /* to be raised when an array's meaning changes */
#define MIRTH_ORDER  0x01020304 /* reads differently where bytes have another order */

/* Writes the lexicon as an image. False when memory is out. */
bool mirth_image_write(const struct mirth_lexicon *lexicon, struct mirth_buffer *image);

/* Makes english point into an image, which must outlive it and begin at a multiple of eight
 * bytes. False, and nothing changed, where there is none, another program or machine made it, or
 * a number in it leads astray: an image that was taken cannot make a stage read past its end. */
bool mirth_image_read(struct mirth_english *english, struct mirth_slice image);

/* The same without a look at its numbers: of an image that nobody can have damaged. */
bool mirth_image_trust(struct mirth_english *english, struct mirth_slice image);

#endif
