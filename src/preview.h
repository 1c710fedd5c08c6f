/* preview.h: the record in every theme, at every mirth. */
#ifndef MIRTH_PREVIEW_H
#define MIRTH_PREVIEW_H

#include "tale.h"

/* Appends the page of a record that was read and understood, and is told for it again and again. */
bool mirth_preview_of(struct mirth_tale *tale, struct mirth_shelf *shelf,
                      const struct mirth_options *options, struct mirth_buffer *out,
                      struct mirth_error *err);

#endif
