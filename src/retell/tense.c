/* tense.c: whether a record tells what happened as happening: "10:05 The bell rings." A verb of
 * ours would be in the past. */
#include "retell/telling.h"

#include "understand/digest.h"

/* What the verb may be a form of that the clause's frame is told by: the first one outside what the
 * frame took. */
static unsigned forms_of(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = c->frame && c->main.len ? mirth_tokens(e, c->main, tokens) : 0;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const unsigned forms = e->words[tokens[i].word].forms;
        if ((forms & MIRTH_FINITE) && !mirth_stands_in_slot(c, tokens[i].text.at))
            return forms;
    }
    return 0;
}

bool mirth_is_in_present(const struct mirth_english *e, const struct mirth_clause *c)
{
    return (forms_of(e, c) & (MIRTH_THIRD | MIRTH_PAST)) == MIRTH_THIRD;
}

bool mirth_tells_in_present(const struct mirth_english *e, const struct mirth_story *story)
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
