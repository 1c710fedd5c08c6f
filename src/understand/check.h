/* check.h: the record's own faults: what is missing, does not add up, or blames someone. */
#ifndef MIRTH_UNDERSTAND_CHECK_H
#define MIRTH_UNDERSTAND_CHECK_H

#include "story.h"
#include "understand/tokens.h"

/* Looks for the faults of an understood story and appends a line for each to out, as compilers
 * write them: `FILE:LINE: warning: ... [-NAME]`, in the order of their lines. False and *err
 * (status MIRTH_USAGE) where options->checks names a check that nobody knows. */
bool mirth_check(const struct mirth_english *english, struct mirth_story *story,
                 const struct mirth_options *options, struct mirth_buffer *out,
                 struct mirth_error *err);

/* Appends in how far the record contradicts itself, "it says both 4096 and 4026 of the same thing;
 * May 13th was no Sunday", in the record's own figures; nothing where it does not. */
void mirth_contradictions(const struct mirth_english *english, struct mirth_story *story,
                          struct mirth_buffer *out);

/* ---- the checks, for check.c; those of one subject share a file ---- */

struct mirth_checking {
    const struct mirth_english *english;
    struct mirth_story *story;
    size_t words_least, words_most;
    const char *name; /* of the check that is at work */
    struct mirth_finding *findings;
    size_t count, room;
};

/* Notes a fault of the check at work. Line 0 is taken for the record's first. */
void mirth_found(struct mirth_checking *c, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Splits text as mirth_tokens() does, but takes brackets apart too. What is behind MIRTH_TOKENS
 * tokens is not seen. */
size_t mirth_words_of(const struct mirth_checking *c, struct mirth_slice text,
                      struct mirth_token *tokens);

/* Whether text holds an item of the named list. */
bool mirth_mentions(const struct mirth_checking *c, struct mirth_slice text, const char *list);

/* Whether one of the part's clauses has a frame that the list names, or holds an item of it. */
bool mirth_tells(const struct mirth_checking *c, const struct mirth_part *part, const char *list);

/* Whether the part has words of its own, is no heading, and stands in one of the sections
 * ("root-cause|resolution") or under one of the fields. Either may be "". */
bool mirth_stands_in(const struct mirth_part *part, const char *sections, const char *fields);

/* What stands before the part's text: "**Resolution (3:30 PM):**". */
struct mirth_slice mirth_label_text(const struct mirth_checking *c, const struct mirth_part *part);

/* The first part that is such a section's heading, else NULL. */
const struct mirth_part *mirth_heading_of(const struct mirth_checking *c, const char *sections);

typedef void mirth_check_function(struct mirth_checking *c);

/* check_format.c */
mirth_check_function mirth_check_sections, mirth_check_duration, mirth_check_impact,
    mirth_check_users, mirth_check_cause, mirth_check_detection, mirth_check_actions,
    mirth_check_misleading, mirth_check_escalation, mirth_check_resolution,
    mirth_check_cause_explained, mirth_check_fix_explained, mirth_check_improvements,
    mirth_check_tasks, mirth_check_words;

/* check_clock.c */
mirth_check_function mirth_check_times, mirth_check_span, mirth_check_order, mirth_check_zones,
    mirth_check_outside, mirth_check_date;

/* check_shares.c */
mirth_check_function mirth_check_percent, mirth_check_shares;

/* check_agree.c */
mirth_check_function mirth_check_figures, mirth_check_steps, mirth_check_weekdays;

/* check_manner.c */
mirth_check_function mirth_check_blame, mirth_check_verb;

/* ---- check_span.c: what the record says of the outage's time ---- */

struct mirth_outage {
    size_t line;               /* where it is said; 0: nowhere */
    size_t times;              /* how many times of day are given */
    int start, end;            /* minutes of the day, where there are two */
    bool vague;                /* the start may be half a day off: "1:00 - 3:30 PM" */
    bool unsure;               /* neither says its half of the day: "1:00 - 3:30" */
    bool about;                /* the length is hedged */
    int64_t lasted;            /* the stated length in minutes; -1: not stated, or not in figures */
    struct mirth_slice length; /* "about 2 hours", where it is in figures */
    bool long_said;            /* a length is stated, in figures or in words */
    struct mirth_slice zone;   /* the first zone said with them */
};

void mirth_read_outage(const struct mirth_checking *c, struct mirth_outage *outage);

/* The first zone that text names: "WAT", "GMT+1", "Eastern". */
bool mirth_zone_in(const struct mirth_checking *c, struct mirth_slice text,
                   struct mirth_slice *zone);

#endif
