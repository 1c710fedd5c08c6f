/* fence.h: which fenced code is no code, but the record. */
#ifndef MIRTH_FENCE_H
#define MIRTH_FENCE_H

#include "base/text.h"

/* Where in code, the content of a fence, the text of a record begins: code.len if nowhere. A whole
 * record inside one fence (share of the document: in percent) and a fence that nobody closed are
 * such; what stands before the first heading of the latter may well be code. */
size_t mirth_fence_text(struct mirth_slice code, bool closed, size_t share);

#endif
