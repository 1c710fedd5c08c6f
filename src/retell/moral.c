/* moral.c: the edition's last line but one, as at the end of a fable: what the record teaches. */
#include "retell/shown.h"

#include "understand/digest.h"
#include "understand/situations.h"
#include "understand/understand.h"

/* What the record shows, and how good a moral it makes: its place in the English book's order. */
struct lesson {
    const char *situation; /* NULL: none */
    size_t place;
};

/* The situation's place in `silent-error|shallow-check`, or SIZE_MAX. */
static size_t place_in(struct mirth_slice order, const char *situation)
{
    struct mirth_slice name;
    for (size_t i = 0; mirth_cut(&order, '|', &name); i++)
        if (mirth_same_text(name, situation))
            return i;
    return SIZE_MAX;
}

static void learn(const struct mirth_telling *t, struct mirth_slice order,
                  const struct mirth_clause *clause, struct lesson *best)
{
    for (size_t i = 0; i < MIRTH_SHOWN && clause->shows[i]; i++) {
        const char *name =
            mirth_string(t->english, mirth_situation(t->english, clause->shows[i])->name);
        const size_t place = place_in(order, name);
        if (place < best->place)
            *best = (struct lesson){name, place};
    }
}

/* "Where we got lucky: it was a Sunday": nothing to be learned from. */
static bool is_of_luck(const struct mirth_part *part)
{
    return mirth_is(part->section, "lucky") || mirth_is(part->section, "went-well");
}

/* Of all that the record shows, measures and luck aside, what comes first in the order. */
static const char *find_lesson(const struct mirth_telling *t)
{
    const struct mirth_story *story = t->story;
    const struct mirth_line *order;
    struct lesson best = {NULL, SIZE_MAX};
    if (!mirth_book_entry(t->english_book, "milestones", "moral", &order))
        return NULL;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++)
            if (!mirth_asks(story, &story->parts[i]) && !is_of_luck(&story->parts[i]))
                learn(t, mirth_slice_of(order->text), &story->parts[i].clauses[k], &best);
    return best.situation;
}

/* Whether the record's fault says what was wrong: "a bad deploy" may have been anything. */
static bool is_plain_fault(const struct mirth_telling *t)
{
    const struct mirth_english *e = t->english;
    for (size_t f = 0; f < e->fault_count; f++)
        if (mirth_is(t->fault, mirth_string(e, e->faults[f].name)))
            return e->faults[f].weight > 1;
    return false;
}

/* Of what broke, where that is plain: readers look for the root cause there. */
bool mirth_pick_moral(struct mirth_telling *t, struct mirth_buffer *out)
{
    const bool plain = is_plain_fault(t);
    const char *const entries[] = {plain ? t->fault : NULL, find_lesson(t), t->fault};
    const struct mirth_place nowhere = {.gap = -1};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (entries[i] &&
            mirth_pick_ours(t, "morals", entries[i], &nowhere, mirth_slice("", 0), out))
            return true;
    return false;
}
