/* outline.h: from rows to parts: title, sections, fields, events, measures, prose. */
#ifndef MIRTH_OUTLINE_H
#define MIRTH_OUTLINE_H

#include "story.h"
#include "understand/tokens.h"

/* Finds the story's parts. Level, marks and position are evidence; the words decide. False: memory
 * is out. */
bool mirth_outline(const struct mirth_english *english, struct mirth_story *story);

#endif
