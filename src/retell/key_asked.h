/* key_asked.h: what a measure asks for: "Review and update *the routing rules* every week" */
#ifndef MIRTH_RETELL_KEY_ASKED_H
#define MIRTH_RETELL_KEY_ASKED_H

#include <stddef.h>

#include "understand/english.h"
#include "understand/tokens.h"

/* A slice of the measure's count tokens, its article left out; of one in the passive, its subject
 * ("*The plan* will be reviewed"). Empty where it asks for nothing that can stand alone. */
struct mirth_slice mirth_asked_thing(const struct mirth_english *e,
                                     const struct mirth_token *tokens, size_t count);

#endif
