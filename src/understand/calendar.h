/* calendar.h: on which day each entry stands, and its time by ISO 8601 where that is known. */
#ifndef MIRTH_CALENDAR_H
#define MIRTH_CALENDAR_H

#include "story.h"
#include "understand/english.h"

/* Sets `minutes` and `iso` of every event whose time can be read. A date said once, above the
 * entries or with the outage's duration, holds for what follows it. */
void mirth_read_calendar(const struct mirth_english *english, struct mirth_story *story);

#endif
