/* audit.h: what only saying a theme's lines shows of them. */
#ifndef MIRTH_AUDIT_H
#define MIRTH_AUDIT_H

#include "author/rehearse.h"

/* Says every phrasing with every example that it takes, and reports the lines that would lose a
 * fact or a technical noun of one. Calls say(context, line, message) for each; true where there is
 * none. */
bool mirth_audit(struct mirth_rehearsal *rehearsal,
                 void (*say)(void *context, size_t line, const char *message), void *context);

/* The same of the English book: examples that are told as something else than their entry says. */
bool mirth_audit_samples(const struct mirth_samples *samples,
                         void (*say)(void *context, size_t line, const char *message),
                         void *context);

#endif
