/* find.h: where the phrasebook database is when nobody says. */
#ifndef MIRTH_FIND_H
#define MIRTH_FIND_H

#include "base/error.h"
#include "base/pool.h"
#include "base/text.h"

/* Puts the path of the first that there is: $POSTMIRTH_PHRASEBOOKS (which is taken at its word),
 * the user's data folder, the folder of the running program, the installed one. */
bool mirth_find_shelf(struct mirth_buffer *path, struct mirth_error *err);

/* What lies in the user's data folder besides phrasebooks.db: its databases by name, then its
 * Markdown files by name; none where $POSTMIRTH_PHRASEBOOKS is set. The paths belong to the pool.
 */
bool mirth_find_packs(struct mirth_pool *pool, char ***paths, size_t *count);

#endif
