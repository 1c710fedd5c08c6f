/* verdict.h: whether a text is a postmortem at all. */
#ifndef MIRTH_VERDICT_H
#define MIRTH_VERDICT_H

#include "story.h"
#include "understand/english.h"

/* Why the understood story is not to be retold (empty, a link, a template with blanks, an
 * assignment that names the sections), or NULL where it is a postmortem. */
const char *mirth_verdict(const struct mirth_english *english, const struct mirth_story *story);

#endif
