/* grammar.h: the small change of English: articles, number, capitals. */
#ifndef MIRTH_GRAMMAR_H
#define MIRTH_GRAMMAR_H

#include "understand/tokens.h"

/* Whether a noun phrase is plural: its head ends in a plural s, or it joins two with "and". */
bool mirth_is_plural(const struct mirth_english *english, struct mirth_slice phrase);

/* The noun phrase's head noun: its last word before "of", "in", ... */
struct mirth_slice mirth_head(const struct mirth_english *english, struct mirth_slice phrase);

/* Whether a word may be of a noun phrase, as far as the lists know: no verb to be, no preposition,
 * no pronoun, no adverb and no joint. Articles are of one. */
bool mirth_may_be_nominal(const struct mirth_english *english, const struct mirth_token *token);

/* Whether the phrase takes no article of ours: it has one, or is a name, a pronoun, code. */
bool mirth_has_article(const struct mirth_english *english, struct mirth_slice phrase);

/* "an hour", "a user", "an SLO", "a one-line fix". */
const char *mirth_article(const struct mirth_english *english, struct mirth_slice phrase);

/* Whether a word of the list stands at text[at] between two spaces (" and "): its length with them,
 * or 0. */
size_t mirth_spaced_at(const struct mirth_english *english, struct mirth_slice text, size_t at,
                       int list);

/* Whether the capital at the phrase's beginning is only its sentence's, so that it goes when the
 * phrase moves inside: "Engineers" goes, "Nginx", "I" and "DNS" stay. source is the record, where
 * a word of unknown standing is looked for in lower case. */
bool mirth_may_lower(const struct mirth_english *english, struct mirth_slice source,
                     struct mirth_slice phrase);

/* Whether the phrase may begin a sentence with a capital: not code, not a name written small. */
bool mirth_may_raise(const struct mirth_english *english, struct mirth_slice phrase);

/* Whether emphasis, brackets and quotation marks close as often as they open. */
bool mirth_is_balanced(struct mirth_slice text);

#endif
