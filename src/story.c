/* story.c: what the nouns of a story are called. */
#include "story.h"

const char *mirth_kind_name(enum mirth_kind kind)
{
    static const char *const names[] = {
        [MIRTH_TITLE] = "title", [MIRTH_SECTION] = "section", [MIRTH_FIELD] = "field",
        [MIRTH_EVENT] = "event", [MIRTH_MEASURE] = "measure", [MIRTH_PROSE] = "prose",
    };
    return names[kind];
}
