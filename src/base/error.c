/* error.c: how a stage says what went wrong. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

bool mirth_fail(struct mirth_error *err, enum mirth_status status, const char *format, ...)
{
    va_list args;
    err->status = status;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}

bool mirth_no_memory(struct mirth_error *err)
{
    return mirth_fail(err, MIRTH_BROKEN, "out of memory");
}
