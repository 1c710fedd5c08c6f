/* facts.h: what an edition must hold unaltered. */
#ifndef MIRTH_FACTS_H
#define MIRTH_FACTS_H

#include "story.h"
#include "understand/clock.h"
#include "understand/tokens.h"

/* The next fact in text from *at on, which moves past it. False where there is none left.
 * Dates and times are taken as wholes ("2:00 PM (UTC) on November 8, 2023"), numbers with their
 * units. */
bool mirth_next_fact(const struct mirth_english *english, struct mirth_slice text, size_t *at,
                     struct mirth_fact *fact);

/* The next fact that is a date or a time, read; false where there is none left. */
bool mirth_next_when(const struct mirth_english *english, struct mirth_slice text, size_t *at,
                     struct mirth_when *when);

/* Adds every fact of the story's rows to story->facts. False: memory is out. */
bool mirth_find_facts(const struct mirth_english *english, struct mirth_story *story);

/* "time", "host", ... */
const char *mirth_fact_name(enum mirth_fact_kind kind);

#endif
