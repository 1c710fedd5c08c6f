/* box_why.c: the cause, as much of it as a row may hold. */
#include "retell/box_rows.h"

#include <string.h>

#include "retell/box_prose.h"
#include "retell/flow.h"
#include "understand/digest.h"

enum { BRIEF_WORDS = 22, FEWEST_WORDS = 4, LABEL_WORDS = 10 };

static struct mirth_slice between(const char *from, const char *to)
{
    return mirth_slice(from, (size_t)(to - from));
}

/* What stands behind the sentence's "because", as a clause of its own; one that begins the sentence
 * is the reason of what follows there, and one of what nobody noticed is why it lasted. */
static struct mirth_slice behind_because(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    for (size_t i = 1; i + 1 < count; i++) {
        const char *from = tokens[i + 1].text.at;
        struct mirth_slice why = {from, (size_t)(text.at + text.len - from)};
        if (mirth_listed(e, tokens[i].word, MIRTH_L_BECAUSE) &&
            !mirth_listed(e, tokens[i + 1].word, MIRTH_L_PREPOSITION) && mirth_is_short(why) &&
            mirth_stands_alone(e, why) && mirth_names_flaw(e, why) &&
            !mirth_row_mentions(e, between(text.at, tokens[i].text.at), MIRTH_L_BESIDE_CAUSE))
            return why;
    }
    return mirth_slice("", 0);
}

static struct mirth_slice prose_why(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_slice why = mirth_slice("", 0);
    for (size_t i = 0, n = story->digest.parts; i < n && !why.len; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count && !why.len; k++)
            if ((mirth_in_summary(part) || mirth_tells_cause(part)) &&
                !mirth_is_guess(e, part, &part->clauses[k]))
                why = behind_because(e, part->clauses[k].body);
    }
    return why;
}

/* Where the record says something: the sentence, and the part that holds it. */
struct origin {
    const struct mirth_part *part;
    const struct mirth_clause *clause;
};

static struct origin origin_of(const struct mirth_story *story, struct mirth_slice words)
{
    for (size_t i = 0; words.len && i < story->digest.parts; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (words.at < part->flat.at || words.at >= part->flat.at + part->flat.len)
            continue;
        for (size_t k = 0; k < part->clause_count; k++) {
            struct mirth_slice body = part->clauses[k].body;
            if (words.at >= body.at && words.at + words.len <= body.at + body.len)
                return (struct origin){part, &part->clauses[k]};
        }
    }
    return (struct origin){NULL, NULL};
}

/* In a list below a label it is one of several. */
static bool is_one_of_several(const struct mirth_story *story, struct origin origin)
{
    const struct mirth_row *row = origin.part ? &story->rows[origin.part->row] : NULL;
    return row && origin.part->kind != MIRTH_FIELD && row->item && row->depth > 1;
}

/* "The cause was [an overload due to] a surge": where the cause's own words begin. */
static const char *begin_of(const struct mirth_english *e, struct mirth_slice why,
                            struct origin origin)
{
    struct mirth_slice slot = mirth_slot(origin.clause, "cause"), body = origin.clause->body;
    bool governed = origin.part->field && !strcmp(origin.part->field, "root-cause");
    if (slot.len && slot.at <= why.at)
        return slot.at;
    if (slot.len || !governed || !mirth_stands_alone(e, body) ||
        mirth_row_mentions(e, between(body.at, why.at), MIRTH_L_CAUSE))
        return why.at;
    return body.at;
}

/* "... a surge.Timeline": the first of two sentences that nothing parts. */
static struct mirth_slice one_sentence(struct mirth_slice text)
{
    for (size_t i = 1; i + 1 < text.len; i++)
        if (text.at[i] == '.' && mirth_is_lower(text.at[i - 1]) && mirth_is_upper(text.at[i + 1]))
            text.len = i;
    return text;
}

/* The cause with what its sentence says of it: "a worn cable, which let the rain in"; as much of
 * that as a row may hold. */
static struct mirth_slice in_full(const struct mirth_english *e, struct mirth_slice why,
                                  struct origin origin)
{
    const char *from = origin.clause ? begin_of(e, why, origin) : why.at;
    const char *to = why.at + why.len;
    struct mirth_slice text =
        between(from, origin.clause ? origin.clause->body.at + origin.clause->body.len : to);
    text = one_sentence(text);
    if (text.at + text.len < to)
        return one_sentence(why); /* it ends before its cause does */
    if (mirth_row_mentions(e, between(to, text.at + text.len), MIRTH_L_CAUSE))
        return why;
    text = mirth_cut_to_row(e, text, MIRTH_WHY_WORDS);
    return text.at + text.len >= to ? text : why;
}

/* "The cause of the first silence was that the cable was worn": the cable was worn. */
static struct mirth_slice without_subject(const struct mirth_english *e,
                                          const struct mirth_clause *clause)
{
    struct mirth_slice that = mirth_slot(clause, "that"), body = clause->body;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = that.len ? 0 : mirth_row_tokens(e, body, tokens);
    const char *end = body.at + body.len;
    for (size_t i = 2; i + 1 < count && !that.len; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_RELATIVE) &&
            mirth_listed(e, tokens[i - 1].word, MIRTH_L_BE) &&
            mirth_row_mentions(e, between(body.at, tokens[i - 1].text.at), MIRTH_L_CAUSE))
            that = between(tokens[i + 1].text.at, end);
    return that.len ? between(that.at, end) : body;
}

/* "The cause: the cable was worn", where the record sums itself up. */
static struct mirth_slice labelled_cause(const struct mirth_english *e,
                                         const struct mirth_story *story)
{
    struct mirth_slice why = mirth_slice("", 0);
    for (size_t i = 0; i < story->digest.parts && !why.len; i++)
        for (size_t k = 0; k < story->parts[i].clause_count && !why.len; k++)
            if (mirth_in_summary(&story->parts[i]) || mirth_tells_cause(&story->parts[i]))
                why = mirth_cut_to_row(
                    e, mirth_behind_label(e, story->parts[i].clauses[k].body, MIRTH_L_CAUSE),
                    MIRTH_WHY_WORDS);
    return why;
}

/* "The root cause was that the cable was worn", wherever it is said. */
static struct mirth_slice told_cause(const struct mirth_english *e, const struct mirth_story *story)
{
    for (size_t i = 0; i < story->digest.parts; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count; k++)
            if (mirth_slot(&part->clauses[k], "that").len &&
                mirth_lists(e, MIRTH_L_CAUSING_FRAME, mirth_slice_of(part->clauses[k].frame)) &&
                !mirth_is_guess(e, part, &part->clauses[k]))
                return mirth_cut_to_row(e, without_subject(e, &part->clauses[k]), MIRTH_WHY_WORDS);
    }
    return mirth_slice("", 0);
}

/* Whether the words stand in the record itself; those of a part of several rows are joined apart.
 */
static bool is_in_place(const struct mirth_story *story, struct mirth_slice words)
{
    const uintptr_t at = (uintptr_t)words.at, source = (uintptr_t)story->source;
    return at >= source && at < source + story->length;
}

/* What a part tells first; "A worn cable: it let the rain in" is no label and its text. */
static struct mirth_slice first_told(const struct mirth_english *e, const struct mirth_story *story,
                                     const struct mirth_part *part)
{
    const struct mirth_slice body = part->clauses[0].body;
    if (part->label.len && is_in_place(story, body))
        return mirth_trim(between(story->source + part->label.at, body.at + body.len));
    return without_subject(e, &part->clauses[0]);
}

/* "Wrong root directory" under the heading of the cause; a sentence is no such label. */
static struct mirth_slice first_of_section(const struct mirth_english *e,
                                           const struct mirth_story *story)
{
    for (size_t i = 0; i < story->digest.parts; i++) {
        const struct mirth_part *part = &story->parts[i];
        struct mirth_slice first;
        if ((part->kind != MIRTH_PROSE && strcmp(part->name, "other") != 0) ||
            part->kind == MIRTH_SECTION || strcmp(part->section, "root-cause") != 0 ||
            !part->clause_count || mirth_hands_over(part, &part->clauses[0]))
            continue; /* "Why did nobody notice?" is none */
        first = first_told(e, story, part);
        return mirth_count_words(first) <= LABEL_WORDS && mirth_names_flaw(e, first) &&
                       mirth_stands_alone(e, first)
                   ? mirth_cut_to_row(e, first, MIRTH_WHY_WORDS)
                   : mirth_slice("", 0);
    }
    return mirth_slice("", 0);
}

/* The record's cause in a few words; one of a list gives way to what the record calls the cause as
 * a whole. */
static struct mirth_slice cause_of(const struct mirth_telling *t)
{
    const struct mirth_part *cause = mirth_governed(t->story, "root-cause");
    struct mirth_slice why = t->story->digest.cause, whole = {"", 0};
    if (cause && (!why.len || is_one_of_several(t->story, origin_of(t->story, why))))
        whole = mirth_cut_to_row(t->english, without_subject(t->english, &cause->clauses[0]),
                                 MIRTH_WHY_WORDS);
    why = whole.len ? whole : why;
    why = why.len ? why : labelled_cause(t->english, t->story);
    why = why.len ? why : told_cause(t->english, t->story);
    why = why.len || cause ? why : prose_why(t->english, t->story);
    why = why.len || cause ? why : mirth_explained(t);
    return why.len || cause ? why : first_of_section(t->english, t->story);
}

static bool put_fitting(struct mirth_slice why, size_t most_words, struct mirth_buffer *out)
{
    bool fits = mirth_fits_row(why, most_words);
    mirth_put_slice(out, fits ? why : mirth_slice("", 0));
    return fits;
}

/* "The token lived for a day. It had expired.": the first says of nothing that it was wrong, and
 * the second does not say what came of it. */
static bool completes(const struct mirth_telling *t, const struct mirth_part *cause)
{
    const struct mirth_clause *first = &cause->clauses[0], *second = first + 1;
    return !mirth_row_mentions(t->english, first->body, MIRTH_L_FLAW) &&
           !mirth_row_mentions(t->english, first->body, MIRTH_L_BAD) &&
           !(second->frame && !strcmp(second->frame, "led-to"));
}

/* What the record itself puts behind "Root cause:"; its second sentence too, where that tells of
 * another thing ("Also ...", "We had ...") and not of the first ("This led to ..."), or where it
 * completes the first. */
static struct mirth_slice field_in_full(const struct mirth_telling *t)
{
    const struct mirth_part *cause = mirth_stated(t->story, "root-cause");
    struct mirth_slice slot, both = {"", 0};
    if (!cause || is_one_of_several(t->story, (struct origin){cause, NULL}) ||
        (!cause->clauses[0].frame && !mirth_names_flaw(t->english, cause->clauses[0].body) &&
         !mirth_names_fault(t->english, t->story, &cause->clauses[0])))
        return mirth_slice("", 0);
    slot = mirth_slot(&cause->clauses[0], "cause");
    if (!slot.len)
        slot = without_subject(t->english, &cause->clauses[0]);
    if (!mirth_stands_alone(t->english, slot))
        return mirth_slice("", 0);
    if (cause->clause_count > 1 &&
        (mirth_stands_alone(t->english, cause->clauses[1].body) || completes(t, cause)))
        both = mirth_leading(cause, slot.at, 1);
    if (both.len && !mirth_fits_row(both, MIRTH_FIELD_WORDS) && !completes(t, cause))
        both.len = 0;
    return both.len ? both : mirth_leading(cause, slot.at, 0);
}

/* What a sentence calls the cause goes before what stands under its label. */
bool mirth_put_why(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice why = cause_of(t);
    return put_fitting(told_cause(t->english, t->story), MIRTH_FIELD_WORDS, out) ||
           put_fitting(field_in_full(t), MIRTH_FIELD_WORDS, out) ||
           put_fitting(in_full(t->english, why, origin_of(t->story, why)), MIRTH_WHY_WORDS, out);
}

/* "Root cause: The shelf was too short. Its length came from a sketch.": the cause of what is
 * stated first, and stated behind it. */
static bool is_behind_first(const struct mirth_telling *t, struct origin origin)
{
    const struct mirth_part *cause = mirth_stated(t->story, "root-cause");
    return cause && origin.part == cause && origin.clause != cause->clauses;
}

/* In full where that is short, or else the cause alone ("a cron entry" says too little), or the
 * whole row: half a cause ("A migration added a column") is a wrong one. */
bool mirth_put_brief_why(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice why = cause_of(t);
    struct mirth_slice full = in_full(t->english, why, origin_of(t->story, why));
    if (is_behind_first(t, origin_of(t->story, why)) &&
        put_fitting(field_in_full(t), MIRTH_FIELD_WORDS, out))
        return true;
    return put_fitting(full, BRIEF_WORDS, out) ||
           (mirth_count_words(why) >= FEWEST_WORDS && mirth_names_flaw(t->english, why) &&
            put_fitting(why, BRIEF_WORDS, out)) ||
           mirth_put_why(t, out);
}
