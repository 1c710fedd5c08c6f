/* record.h: an edition's last lines, which lead back to the record. */
#ifndef MIRTH_WRITE_RECORD_H
#define MIRTH_WRITE_RECORD_H

#include "phrasebook/book.h"
#include "story.h"

/* Whether an address can stand in a link as it is: relative, http or https, and nothing in it that
 * would end the link. */
bool mirth_is_record_url(const char *url);

/* Appends to an edition's Markdown, as the options ask for it, the line that says where the record
 * is, and the record itself, folded, word for word. The book is the English one. False: memory is
 * out. */
bool mirth_put_record(const struct mirth_story *story, const struct mirth_book *book,
                      const struct mirth_options *options, struct mirth_buffer *out);

#endif
