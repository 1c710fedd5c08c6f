/* budget.c: an edition is at most one and a half times as long as its record, plus fifty words. */
#include "retell/telling.h"

enum { SPARE = 50 };

static long words(const char *text, size_t len)
{
    return (long)mirth_count_words(mirth_slice(text, len));
}

static long cost_of(const struct mirth_story *story, const struct mirth_edit *edit)
{
    return words(edit->text, edit->len) - words(story->source + edit->span.at, edit->span.len);
}

static void take_back(struct mirth_edit *edit)
{
    struct mirth_part *part = edit->part;
    edit->text = edit->plain ? edit->plain : "";
    edit->len = edit->plain_len;
    for (size_t k = 0; part && k < part->clause_count; k++) {
        part->clauses[k].phrasing = NULL;
        part->clauses[k].retold = part->clause_count == 1 ? edit->plain : NULL;
    }
}

/* Takes back every `step`th piece of one weakness, the last first, so that what is left stays
 * spread over the edition. */
static void take_weak(struct mirth_telling *t, struct mirth_retelling *r, unsigned weakness,
                      size_t step, long *over)
{
    size_t seen = 0;
    for (size_t i = r->count; i-- > 0 && *over > 0;) {
        struct mirth_edit *edit = &r->edits[i];
        long before;
        if (edit->weakness != weakness || seen++ % step)
            continue;
        before = cost_of(t->story, edit);
        take_back(edit);
        *over -= before - cost_of(t->story, edit);
        edit->weakness = 0;
    }
}

void mirth_keep_short(struct mirth_telling *t, struct mirth_retelling *r)
{
    long record = words(t->story->source, t->story->length), over = -(record / 2 + SPARE);
    if (t->options->mirth > 2)
        return;
    for (size_t i = 0; i < r->count; i++)
        over += cost_of(t->story, &r->edits[i]);
    for (unsigned weakness = MIRTH_WEAKEST; weakness > MIRTH_RETOLD && over > 0; weakness--)
        take_weak(t, r, weakness, 1, &over);
    for (size_t step = 4; step && over > 0; step--)
        for (unsigned weakness = MIRTH_RETOLD; weakness > MIRTH_A_TURN && over > 0; weakness--)
            take_weak(t, r, weakness, step, &over);
    for (size_t step = 3; step && over > 0; step--)
        take_weak(t, r, MIRTH_A_TURN, step, &over);
}
