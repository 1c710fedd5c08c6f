/* digest.h: what the record says as a whole: what broke, why, for how long. */
#ifndef MIRTH_DIGEST_H
#define MIRTH_DIGEST_H

#include "story.h"
#include "understand/english.h"

/* Fills story->digest from its parts. */
void mirth_digest(const struct mirth_english *english, struct mirth_story *story);

/* A clause's slot, or an empty slice. */
struct mirth_slice mirth_slot(const struct mirth_clause *clause, const char *name);

#endif
