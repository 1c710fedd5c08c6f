/* weave.c: a line of ours with the record's sentence inside: "The hook was bare: {clause}." The
 * picture comes first, or behind a comma, and the fact keeps its words.
 */
#include "retell/telling.h"

#include <string.h>

#include "retell/box_rows.h"
#include "retell/flow.h"
#include "retell/grammar.h"
#include "retell/ledger.h"
#include "understand/digest.h"
#include "understand/understand.h"

/* A sentence of more words is no part of another. */
enum { INSIDE = 24 };

/* "The hook was bare: {clause}.", not "{clause}, and the hook was bare." */
static bool leads(const struct mirth_phrasing *p)
{
    return p->piece_count && !(p->pieces[0].slot && mirth_same_text(p->pieces[0].text, "clause"));
}

/* Outside the timeline a sentence has its place in an explanation; only the one that says what was
 * wrong is what the picture shows. */
static bool tells_fault(const struct mirth_telling *t, const struct mirth_place *place)
{
    return place->part->kind == MIRTH_EVENT || !strcmp(place->part->section, "timeline") ||
           mirth_names_fault(t->english, t->story, place->clause) ||
           mirth_lists(t->english, MIRTH_L_CAUSING_FRAME, mirth_slice_of(place->clause->frame));
}

static bool holds_any(struct mirth_slice s, const char *marks)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr(marks, s.at[i]))
            return true;
    return false;
}

/* Which of the part's sentences it is. */
static size_t index_of(const struct mirth_part *part, const struct mirth_clause *clause)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (part->clauses[k].text.at == clause->text.at)
            return k;
    return part->clause_count - 1;
}

/* A sentence that stands on its own feet: no question, no label, none that points at the one before
 * it, and recognised, so that it is one. */
static bool is_whole(const struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_part *part = place->part;
    const size_t k = index_of(part, place->clause);
    return place->clause->frame && mirth_is_alpha(place->clause->body.at[0]) &&
           !holds_any(place->clause->text, ":;?!") && !mirth_hands_over(part, &part->clauses[k]) &&
           !mirth_is_leaned_on(t->english, part, k) &&
           !(k ? mirth_is_leaned_on(t->english, part, k - 1) : mirth_is_labelled(t->story, part)) &&
           !mirth_stands_as_heading(t, part) && !mirth_asks(t->story, part) &&
           !mirth_is_above_list(t->story, part) && tells_fault(t, place);
}

/* A label has a colon already; a second one would make a ladder of them. */
static bool is_labelled(struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_part *part = place->part;
    mirth_find_steps(t, part);
    for (size_t i = 0; i < t->step_count; i++)
        if (t->steps[i].step && t->steps[i].clause == index_of(part, place->clause))
            return true;
    return part->field || part->kind == MIRTH_FIELD;
}

/* Whether the sentence is short enough, and has nothing in front where the line would stand. */
static bool has_room(struct mirth_telling *t, const struct mirth_phrasing *p,
                     const struct mirth_place *place)
{
    return mirth_count_words(place->clause->body) <= INSIDE && !(leads(p) && is_labelled(t, place));
}

/* The plan's line behind the next part in that direction, or NULL; a heading ends it. */
static const struct mirth_phrasing *line_beside(const struct mirth_telling *t,
                                                const struct mirth_part *part, int step)
{
    const struct mirth_story *story = t->story;
    size_t i = (size_t)(part - story->parts);
    while ((i += (size_t)step) < story->part_count && story->parts[i].kind != MIRTH_SECTION)
        if (story->parts[i].clause_count)
            return t->beats[t->first_clause[i] + story->parts[i].clause_count - 1];
    return NULL;
}

/* Two entries running woven the same way are a pattern that shows. */
static bool is_beside_its_like(const struct mirth_telling *t, const struct mirth_phrasing *p,
                               const struct mirth_part *part)
{
    for (int step = -1; step <= 1; step += 2) {
        const struct mirth_phrasing *other = line_beside(t, part, step);
        if (other && other->whole && leads(other) == leads(p))
            return true;
    }
    return false;
}

/* Readers take "picture: fact" for an equation, and mind where it is none; at these turns of a
 * fault's own story it is one. What was done last need not be what mended it, but where it is of
 * the fault. */
static bool is_equation(const struct mirth_telling *t, const struct mirth_phrasing *p,
                        const struct mirth_place *place)
{
    static const char turns[] = "ruled-out|found|fixed|restored|cause|resolution";
    const struct mirth_condition *at = mirth_condition(p, MIRTH_C_AT);
    return at && mirth_condition(p, MIRTH_C_FAULT) &&
           mirth_one_of(mirth_slice_of(turns), at->value) &&
           (!mirth_same_text(at->value, "fixed") ||
            mirth_names_fault(t->english, t->story, place->clause));
}

/* What mended it is no picture of the cause. */
static bool is_of_cause(const struct mirth_telling *t, const struct mirth_phrasing *p,
                        const struct mirth_place *place)
{
    const struct mirth_condition *at = mirth_condition(p, MIRTH_C_AT);
    return !at || !mirth_same_text(at->value, "cause") ||
           (mirth_is_milestone(t->english_book, "explained", place->clause->frame) &&
            !mirth_begins_fix(t->english, place->part, index_of(place->part, place->clause)));
}

/* How long ", and " is that the tail begins with; 0: it begins otherwise. */
static size_t joint_length(const struct mirth_english *e, struct mirth_slice tail)
{
    struct mirth_slice rest = tail, word;
    if (tail.len < 3 || memcmp(tail.at, ", ", 2) != 0)
        return 0;
    rest = mirth_slice(tail.at + 2, tail.len - 2);
    if (!mirth_cut(&rest, ' ', &word) || !rest.len ||
        !mirth_listed(e, mirth_word(e, word), MIRTH_L_AND_OR))
        return 0;
    return (size_t)(rest.at - tail.at);
}

/* "{clause}, and the owl woke." as two sentences: a fact is told whole, and welded to nothing.
 * False: the tail hangs on its sentence. */
static bool part_tail(const struct mirth_telling *t, const struct mirth_phrasing *p,
                      struct mirth_buffer *out)
{
    const struct mirth_slice tail = p->pieces[p->piece_count - 1].text;
    const size_t joint = p->piece_count == 2 ? joint_length(t->english, tail) : 0;
    struct mirth_buffer ours = {0};
    if (!joint || tail.len > out->len)
        return false;
    mirth_put(&ours, tail.at + joint, tail.len - joint);
    if (ours.len)
        ours.at[0] = mirth_upper(ours.at[0]);
    out->len -= tail.len;
    mirth_put_text(out, ". ");
    mirth_put_ours(mirth_buffer_slice(&ours), out);
    mirth_buffer_free(&ours);
    return true;
}

/* "The spoons were counted. {clause}.": a sentence of ours, which may as well stand behind. */
static bool stands_before(const struct mirth_phrasing *p)
{
    return p->piece_count == 3 && leads(p) && mirth_ends(p->pieces[0].text, ". ") &&
           mirth_same_text(p->pieces[2].text, ".");
}

/* And does, the fact first: ours is a remark on it. So does "The lid went back on: {clause}.", but
 * for those who asked for more of everything: a reader must see which of the two is the record's.
 */
static void turn_round(const struct mirth_telling *t, const struct mirth_phrasing *p,
                       struct mirth_buffer *out)
{
    const struct mirth_slice ours = p->pieces[0].text;
    struct mirth_buffer said = {0};
    memmove(out->at, out->at + ours.len, out->len - ours.len);
    out->len -= ours.len;
    if (mirth_may_raise(t->english, mirth_buffer_slice(out)))
        out->at[0] = mirth_upper(out->at[0]); /* it stood behind a colon */
    mirth_put(&said, ours.at, ours.len - 2);
    mirth_put_char(&said, '.');
    mirth_put_char(out, ' ');
    mirth_put_ours(mirth_buffer_slice(&said), out);
    mirth_buffer_free(&said);
}

/* "The mice had asked: found that it was stuck": behind a colon a telegram has nobody to do it. */
static bool lacks_subject(const struct mirth_telling *t, const struct mirth_phrasing *p,
                          const struct mirth_buffer *out)
{
    const size_t ours = p->pieces[0].text.len;
    const struct mirth_token first =
        mirth_token_at(t->english, mirth_slice(out->at + ours, out->len - ours));
    return t->english->words[first.word].forms & MIRTH_PAST;
}

/* The sentence in its line. False: the two would be one sentence, which only those want who asked
 * for more of everything. */
static bool fill_whole(struct mirth_telling *t, struct mirth_phrasing *p,
                       const struct mirth_place *place, struct mirth_buffer *out)
{
    const bool more = t->options->mirth > 2;
    if (!mirth_fill(t, p, place->clause, out))
        return false;
    if (!leads(p))
        return part_tail(t, p, out) || more;
    if (!stands_before(p) && more)
        return !lacks_subject(t, p, out);
    if (!stands_before(p) && !(is_equation(t, p, place) && is_of_cause(t, p, place)))
        return false;
    turn_round(t, p, out);
    return true;
}

bool mirth_weave(struct mirth_telling *t, struct mirth_phrasing *p, const struct mirth_place *place,
                 struct mirth_buffer *out)
{
    if (!place->part || !place->clause || place->apart || !is_whole(t, place))
        return false;
    return !is_beside_its_like(t, p, place->part) && has_room(t, p, place) &&
           fill_whole(t, p, place, out) &&
           mirth_ledger_balances(t->english, t->words, place->clause->text,
                                 mirth_buffer_slice(out));
}

bool mirth_fill_line(struct mirth_telling *t, struct mirth_phrasing *p,
                     const struct mirth_place *place, struct mirth_slice given,
                     struct mirth_buffer *out)
{
    return mirth_theme_open(t->theme, p) &&
           (p->whole ? mirth_weave(t, p, place, out) : mirth_fill_ours(t, p, given, out));
}
