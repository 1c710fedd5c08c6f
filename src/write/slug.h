/* slug.h: the ids of headings, each used once. */
#ifndef MIRTH_WRITE_SLUG_H
#define MIRTH_WRITE_SLUG_H

#include <libxml/hash.h>

#include "base/slug.h"
#include "base/text.h"

/* Zero-initialise, then let taken be xmlHashCreate()'s. */
struct mirth_slugs {
    xmlHashTable *taken; /* id -> how many were made of it */
};

/* Takes an id as it is; false where it is taken. */
bool mirth_slug_claim(struct mirth_slugs *slugs, const char *id);

/* Takes id, or the first of id-1, id-2, ... that is free: *id becomes that. */
void mirth_slug_settle(struct mirth_slugs *slugs, struct mirth_buffer *id);

#endif
