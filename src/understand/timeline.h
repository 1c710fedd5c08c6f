/* timeline.h: the record's entries in the order of the clock, and the phases that they fall into.
 */
#ifndef MIRTH_TIMELINE_H
#define MIRTH_TIMELINE_H

#include "phrasebook/book.h"
#include "story.h"

/* The phases follow each other; any but the first may be missing. */
enum mirth_phase {
    MIRTH_TROUBLE,       /* it is broken and nobody looks yet */
    MIRTH_INVESTIGATION, /* they look, try and suspect */
    MIRTH_FIX,           /* what is done after the last look */
    MIRTH_FINE,          /* it works, to the end of the timeline */
    MIRTH_PHASES
};

struct mirth_moment {
    const struct mirth_part *part;
    int64_t minutes;  /* since the record's origin; -1: unknown */
    const char *text; /* what happened, without mark-up, on one line */
    enum mirth_phase phase;
};

struct mirth_timeline {
    struct mirth_moment *moments; /* by the clock; one of unknown time stays behind the one that it
                                     stood behind */
    size_t count;
    size_t timed; /* how many have a time */
    bool mixed;   /* their times are of different zones: then they stand in the record's order */
};

/* The story's events; their frames are told apart by the English book's phases. What it gives
 * lives in the story's pool. False: memory is out. */
bool mirth_timeline(const struct mirth_book *english_book, struct mirth_story *story,
                    struct mirth_timeline *timeline);

/* The English book's name of a phase, or its key where it has none. */
const char *mirth_phase_name(const struct mirth_book *english_book, enum mirth_phase phase);

/* The words of a diagram: an entry of the English book's chapter `diagrams`, or none. */
struct mirth_slice mirth_diagram_words(const struct mirth_book *english_book, const char *key);

/* Appends the words with {count}, {first} and {last} (times as written) filled in. */
void mirth_timeline_describe(const struct mirth_timeline *timeline, struct mirth_slice words,
                             struct mirth_buffer *out);

#endif
