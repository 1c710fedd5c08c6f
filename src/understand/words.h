/* words.h: the words of a piece of Markdown, without its marks. */
#ifndef MIRTH_WORDS_H
#define MIRTH_WORDS_H

#include "base/text.h"

/* Appends them; HTML is left out. False: memory is out. */
bool mirth_plain_words(struct mirth_slice markdown, struct mirth_buffer *out);

#endif
