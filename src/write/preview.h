/* preview.h: a record and all its editions on one page. */
#ifndef MIRTH_WRITE_PREVIEW_H
#define MIRTH_WRITE_PREVIEW_H

#include "write/sheet.h"

bool mirth_preview_page(const struct mirth_sheet *sheets, size_t count, const char *name,
                        struct mirth_buffer *out, struct mirth_error *err);

#endif
