/* match.h: what the files of the matcher share: a sentence, and how far matching it came. */
#ifndef MIRTH_MATCH_H
#define MIRTH_MATCH_H

#include <string.h>

#include "understand/tokens.h"

/* Tokens that a slot before a verb may take. */
enum { MIRTH_SUBJECT = 14 };

/* What is known of a token of the main clause's subject, whatever the pattern. */
enum mirth_step {
    MIRTH_STEP_UNKNOWN,
    MIRTH_STEP_ON,    /* it may be one, and the subject may end with it */
    MIRTH_STEP_INNER, /* it may be one that others follow */
    MIRTH_STEP_COMMA, /* between the things of a list */
    MIRTH_STEP_ASIDE, /* a comma before a name for the same thing, or before something else */
    MIRTH_STEP_OFF,   /* no subject holds it */
};

enum mirth_answer { MIRTH_UNASKED, MIRTH_YES, MIRTH_NO };

struct mirth_matcher {
    const struct mirth_english *english;
    const struct mirth_token *tokens; /* without emphasis marks */
    size_t count, main;               /* the main clause begins at tokens[main] */
    size_t steps;                     /* elements that may still be tried */
    bool present;                     /* the present tense tells what happened */
    uint32_t any, ing; /* the verb that stands for all, and its form in -ing: "*", "*ing" */
    unsigned char subject[MIRTH_SUBJECT]; /* enum mirth_step, by token from tokens[main] on */
    enum mirth_answer begins;             /* whether a slot may begin with tokens[main] */

    /* the pattern that is tried */
    const struct mirth_pattern *pattern;
    const struct mirth_element *elements;
    size_t literals;                                 /* its own words' worth, so far */
    bool tense;                                      /* its finite verb is in the present */
    size_t from[MIRTH_ELEMENTS], to[MIRTH_ELEMENTS]; /* by element: the slots' tokens */
    size_t adverb_from, adverb_to, end;
};

/* ---- match_pattern.c ---- */

/* Tries one pattern from the main clause's first token. True: literals, from, to, adverb_from,
 * adverb_to and end tell how it matched. */
bool mirth_match_pattern(struct mirth_matcher *m, const struct mirth_pattern *pattern);

/* ---- match_slots.c: what may fill a slot ---- */

/* The name of an element that is a slot. */
const char *mirth_slot_name(const struct mirth_matcher *m, size_t element);

/* Whether the tokens from `at` to `end` hold what the slot's own list asks for, or nothing of what
 * it forbids. */
bool mirth_slot_holds(const struct mirth_matcher *m, size_t element, size_t at, size_t end);

/* Whether they are what such a slot may be: {doing} begins with a verb in -ing, {that} has a verb.
 */
bool mirth_may_fill(const struct mirth_matcher *m, size_t element, size_t at, size_t end);

/* Whether they hold a number or a length. */
bool mirth_tells_when(const struct mirth_matcher *m, size_t at, size_t end);

/* Whether a subject that begins at `at` may hold tokens[k] and go on. */
bool mirth_subject_goes_on(const struct mirth_matcher *m, size_t at, size_t k);

/* "Compromised accounts were closed": a participle that belongs to the subject's noun. */
bool mirth_is_adjective(const struct mirth_matcher *m, size_t at);

/* ---- match_phrases.c: where things begin and end in the sentence ---- */

bool mirth_is_adverb(const struct mirth_matcher *m, size_t at);

/* How many tokens the joint takes that begins at `at`; else 0. */
size_t mirth_joint_at(const struct mirth_matcher *m, size_t at);

/* "settings adjusted to handle ...": a verb inside what would be a subject. */
bool mirth_is_past(const struct mirth_matcher *m, size_t at);

/* "contains", "determines": a finite verb and no noun, inside what would be a noun phrase. */
bool mirth_is_finite(const struct mirth_matcher *m, size_t at);

/* Somebody who acts: "engineers", "we", "@kofi", a name. */
bool mirth_is_agent(const struct mirth_matcher *m, size_t at);

/* What shows that a verb was before it: an article, a number, a quotation, a code span. */
bool mirth_is_thing(const struct mirth_matcher *m, size_t at);

bool mirth_is_name(const struct mirth_matcher *m, size_t at);

/* A verb that goes on with the subject before "and": "... and restarted nginx". */
bool mirth_is_second_verb(const struct mirth_matcher *m, size_t at);

bool mirth_may_begin_slot(const struct mirth_matcher *m, size_t at);
bool mirth_may_be_in_slot(const struct mirth_matcher *m, size_t at);

/* "db-02, db-03 and db-04": a comma with names on both sides and an "and" soon. */
bool mirth_is_list_comma(const struct mirth_matcher *m, size_t at);

/* "Our monitor, Prometheus, detected": from its comma to behind the other one; else 0. */
size_t mirth_apposition(const struct mirth_matcher *m, size_t at);

/* "We traced the calls *made by* ...": what hangs on a noun, in a sentence that has its verb. */
bool mirth_is_relative(const struct mirth_matcher *m, size_t at);

/* Where a noun phrase that begins at `at` ends: at the first joint, comma or second clause. */
size_t mirth_phrase_end(const struct mirth_matcher *m, size_t at);

/* Where a clause or verb phrase that fills a slot ends. */
size_t mirth_clausal_end(const struct mirth_matcher *m, size_t at);

/* ---- what is asked of one token; no for one behind the last ---- */

static inline bool is(const struct mirth_matcher *m, size_t at, int list)
{
    return at < m->count && mirth_listed(m->english, m->tokens[at].word, list);
}

static inline bool is_punct(const struct mirth_matcher *m, size_t at, const char *marks)
{
    return at < m->count && m->tokens[at].kind == MIRTH_T_PUNCT &&
           mirth_is_among(marks, m->tokens[at].text.at[0]);
}

static inline unsigned forms(const struct mirth_matcher *m, size_t at)
{
    return at < m->count ? m->english->words[m->tokens[at].word].forms : 0;
}

#endif
