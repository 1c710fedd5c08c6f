/* error.h: how a stage says what went wrong. */
#ifndef MIRTH_ERROR_H
#define MIRTH_ERROR_H

#include "postmirth.h"

/* Writes *err and returns false, so that a failing site is one line:
 *     return mirth_fail(err, MIRTH_BROKEN, "%s:%zu: expected a slot", path, line); */
bool mirth_fail(struct mirth_error *err, enum mirth_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The one message for a failed allocation; returns false. */
bool mirth_no_memory(struct mirth_error *err);

#endif
