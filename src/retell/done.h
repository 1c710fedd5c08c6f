/* done.h: which measures the record itself says are done. */
#ifndef MIRTH_DONE_H
#define MIRTH_DONE_H

#include "understand/tokens.h"

/* "Renew the certificate (done)", "... (Ines, done 9 June)", "... Done.": it has its mark. */
bool mirth_is_marked_done(const struct mirth_english *english, struct mirth_slice text);

/* "The lamp has been cleaned"; "what can be done" asks. */
bool mirth_says_done(const struct mirth_english *english, struct mirth_slice text);

#endif
