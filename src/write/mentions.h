/* mentions.h: "@name" that notifies nobody. */
#ifndef MIRTH_WRITE_MENTIONS_H
#define MIRTH_WRITE_MENTIONS_H

#include "base/text.h"

/* Copies Markdown with an empty comment behind each @ that a forge would take for a mention of
 * somebody. Code, tags and addresses keep their bytes. Linear. */
void mirth_mute_mentions(struct mirth_slice markdown, struct mirth_buffer *out);

#endif
