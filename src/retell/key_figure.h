/* key_figure.h: the figure of a sentence that is set in bold. */
#ifndef MIRTH_KEY_FIGURE_H
#define MIRTH_KEY_FIGURE_H

#include "understand/tokens.h"

/* "35%": the first share that the tokens name, a slice of the record; empty: none. */
struct mirth_slice mirth_share_in(const struct mirth_token *tokens, size_t count);

/* "45 minutes", "340 students", else a number to search for ("port 8025", "4,096"); empty: none. */
struct mirth_slice mirth_figure_in(const struct mirth_english *english,
                                   const struct mirth_token *tokens, size_t count);

#endif
