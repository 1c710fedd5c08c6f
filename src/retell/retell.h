/* retell.h: from parts and a theme to edits. */
#ifndef MIRTH_RETELL_H
#define MIRTH_RETELL_H

#include "phrasebook/book.h"
#include "story.h"
#include "understand/english.h"

/* Plans, chooses, fills and lays out: fills *retelling with edits in the order of the source
 * (owned by the story's pool), and each clause's phrasing and retold text. False and *err when
 * memory is out. */
bool mirth_retell(struct mirth_story *story, const struct mirth_english *english,
                  const struct mirth_book *english_book, const struct mirth_book *book,
                  const struct mirth_options *options, struct mirth_retelling *retelling,
                  struct mirth_error *err);

#endif
