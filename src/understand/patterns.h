/* patterns.h: the frames' patterns, from `{who} ~report:fin {what}` to elements. */
#ifndef MIRTH_PATTERNS_H
#define MIRTH_PATTERNS_H

#include "understand/english.h"

/* Compiles the chapters `told` and `asked` and files each pattern under its trigger words. */
bool mirth_patterns_compile(struct mirth_english *english, const struct mirth_book *book,
                            struct mirth_error *err);

/* The verb of that base form, with its regular forms learned where the book has no others. */
uint32_t mirth_verb(struct mirth_english *english, struct mirth_slice base);

#endif
