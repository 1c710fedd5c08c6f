/* ledger.h: the account of facts: what goes in comes out, in order, and nothing is added. */
#ifndef MIRTH_LEDGER_H
#define MIRTH_LEDGER_H

#include "story.h"
#include "understand/tokens.h"

/* Whether told holds the facts of source: numbers, times, code, links and addresses the same and
 * in the same order, none added; every name, negation and hedge as often at least. `known` may hold
 * the tokens of source, or be NULL. */
bool mirth_ledger_balances(const struct mirth_english *english, const struct mirth_words *known,
                           struct mirth_slice source, struct mirth_slice told);

/* Takes back, to the record's own bytes, every edit that does not balance: what a choice line by
 * line let through, a paragraph's account does not. */
bool mirth_ledger_mend(const struct mirth_english *english, const struct mirth_story *story,
                       struct mirth_retelling *retelling);

/* The account of the whole edition: every edit that replaces text balances, and the facts of every
 * block of ours stand in the record. On failure *line is the record's line. */
bool mirth_ledger_audit(const struct mirth_english *english, const struct mirth_story *story,
                        const struct mirth_retelling *retelling, size_t *line);

/* `LINE<tab>KIND<tab>TEXT` for every fact, `<tab>MISSING` behind one that the edition does not
 * have, and a closing line of totals. */
void mirth_ledger_print(const struct mirth_story *story, const struct mirth_retelling *retelling,
                        struct mirth_buffer *out);

#endif
