/* marks.h: lines of Markdown that are more mark than text. */
#ifndef MIRTH_MARKS_H
#define MIRTH_MARKS_H

#include "story.h"

/* `## Title ##`: what is between the marks. */
struct mirth_span mirth_atx_text(const char *source, struct mirth_span line);

bool mirth_is_delimiter_row(struct mirth_slice line); /* `| --- | :-: |` */
bool mirth_is_underline(struct mirth_slice line);     /* `=====`, of a setext heading */
bool mirth_is_definition(struct mirth_slice line);    /* `[name]: address`, perhaps with a title */
bool mirth_is_footnote(struct mirth_slice line);      /* `[^1]: text` */

#endif
