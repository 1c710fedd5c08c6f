/* preview.h: the record in every theme, at every mirth. */
#ifndef MIRTH_PREVIEW_H
#define MIRTH_PREVIEW_H

#include "tale.h"

/* Appends the page of a record that was read and understood. */
bool mirth_preview_of(struct mirth_tale *record, struct mirth_shelf *shelf,
                      const struct mirth_options *options, struct mirth_buffer *out,
                      struct mirth_error *err);

#endif
