/* patterns.h: the frames' patterns, from `{who} ~report:fin {what}` to elements. */
#ifndef MIRTH_PATTERNS_H
#define MIRTH_PATTERNS_H

#include "understand/lexicon.h"

/* Compiles the chapters `told` and `asked` and files each pattern under its trigger words. */
bool mirth_patterns_compile(struct mirth_lexicon *lexicon, const struct mirth_book *book,
                            struct mirth_error *err);

#endif
