/* plain.h: plain text becomes Markdown. */
#ifndef MIRTH_PLAIN_H
#define MIRTH_PLAIN_H

#include "read/draft.h"

/* Writes text[0..len) to draft as Markdown, every word of it in order. False when memory is out. */
bool mirth_plain_read(const char *text, size_t len, struct mirth_draft *draft);

#endif
