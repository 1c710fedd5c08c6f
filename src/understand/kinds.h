/* kinds.h: which part of a system a sentence names, by the kinds of parts of the English book. */
#ifndef MIRTH_KINDS_H
#define MIRTH_KINDS_H

#include "story.h"
#include "understand/tokens.h"

/* The kind (a number of `english->parts`) whose longest name begins at tokens[at], which takes
 * *length of them; SIZE_MAX, and 0: none. at < count. */
size_t mirth_kind_at(const struct mirth_english *english, const struct mirth_token *tokens,
                     size_t count, size_t at, size_t *length);

/* The kind of the first part that the words name: of "database logs" that of the logs. A part's
 * people ("the database team") are none, and neither is what is done to one ("monitoring the
 * logs"). SIZE_MAX: they name none. */
size_t mirth_kind_named(const struct mirth_english *english, const struct mirth_token *tokens,
                        size_t count);

/* Whether all of the name is an item of the list. */
bool mirth_is_item(const struct mirth_english *english, struct mirth_slice name, int list);

#endif
