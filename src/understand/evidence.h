/* evidence.h: what a text has to say for each fault. */
#ifndef MIRTH_EVIDENCE_H
#define MIRTH_EVIDENCE_H

#include "understand/english.h"

/* How much a mention says by itself: "a deadlock" says all, and several words are hardly ever there
 * by chance; "a cache" is a thing that may have nothing to do with it, unless no other is named. */
enum { MIRTH_WEAK = 1, MIRTH_WORD = 5, MIRTH_PHRASE = 10 };

/* What speaks for each fault: `firm` counts what says that it happened, `weak` what names its
 * things. */
struct mirth_evidence {
    unsigned firm[MIRTH_TOPICS], weak[MIRTH_TOPICS];
};

/* Adds what the text says, in code and quotations too, each mention so many times. */
void mirth_count_faults(const struct mirth_english *english, struct mirth_slice text,
                        unsigned weight, struct mirth_evidence *found);

/* "balancer-uneven" is a kind of "balancer". */
bool mirth_is_kind_of(const char *name, const char *class);

#endif
