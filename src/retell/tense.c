/* tense.c: whether a record tells what happened as happening: "10:05 The bell rings." A verb of
 * ours would be in the past. */
#include "retell/deed.h"
#include "retell/plain.h"
#include "retell/telling.h"
#include "understand/digest.h"

/* What the verb may be a form of that the clause's frame is told by: the first one outside what the
 * frame took. "Rang the bell" has a tense, "bell rung" has that of what it goes on with: "bell rung
 * and rings again", but for "bell rung and calls answered". */
static unsigned forms_of(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = c->frame && c->main.len ? mirth_tokens(e, c->main, tokens) : 0;
    const bool bare = c->verb.len && c->verb.at != c->main.at && mirth_is_bare_deed(e, c);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const unsigned forms = e->words[tokens[i].word].forms;
        if ((forms & MIRTH_FINITE) && !mirth_stands_in_slot(c, tokens[i].text.at) &&
            (!bare || (i && mirth_listed(e, tokens[i - 1].word, MIRTH_L_COORDINATOR) &&
                       !mirth_second_deed(e, c).thing.len)))
            return forms;
    }
    return 0;
}

bool mirth_is_in_present(const struct mirth_english *e, const struct mirth_clause *c)
{
    return (forms_of(e, c) & (MIRTH_THIRD | MIRTH_PAST)) == MIRTH_THIRD;
}

static bool tells_in_present(const struct mirth_english *e, const struct mirth_story *story)
{
    size_t present = 0, past = 0;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; part->kind == MIRTH_EVENT && k < part->clause_count; k++) {
            const unsigned forms = forms_of(e, &part->clauses[k]);
            present += (forms & (MIRTH_THIRD | MIRTH_PAST)) == MIRTH_THIRD;
            past += (forms & MIRTH_PAST) != 0;
        }
    }
    return present > past;
}

void mirth_mark_tense(const struct mirth_english *e, struct mirth_story *story)
{
    if (!tells_in_present(e, story))
        return;
    for (size_t i = 0; i < story->part_count; i++)
        for (size_t k = 0; story->parts[i].kind == MIRTH_EVENT && k < story->parts[i].clause_count;
             k++)
            story->parts[i].clauses[k].now = true;
}
