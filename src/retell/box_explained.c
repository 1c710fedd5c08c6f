/* box_explained.c: the sentence that explains most, where none calls itself the cause. */
#include "retell/box_rows.h"

#include "retell/box_prose.h"
#include "retell/flow.h"
#include "understand/digest.h"
#include "understand/situations.h"

/* What speaks for a sentence: what was wrong with something ("never enabled", "a leak"), what came
 * of it ("so nothing was served"), that it names the fault, a situation that it shows, and each
 * word that it shares with the title, the finding or the mending. The figures were chosen on 56
 * records whose authors had marked the cause. On 14 more, of which the box had had 6 causes right
 * and 2 wrong, it then had 9 and 3, and 9 and 2 with ENOUGH one higher. */
enum { WRONG = 2, RESULT = 2, NAMED = 1, SHOWN = 1, BESIDE = -3, ENOUGH = 6, ENOUGH_FIRST = 3 };

/* How many of the tokens are of the list, up to two: more say no more. */
static int count_listed(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count, int list)
{
    int n = 0;
    for (size_t i = 0; i < count && n < 2; i++)
        n += mirth_listed_at(e, tokens, count, i, list) > 0;
    return n;
}

/* ", so nothing was served", and not "so that it would be". */
static bool tells_result(const struct mirth_english *e, const struct mirth_token *tokens,
                         size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_RESULT) &&
            !mirth_listed_at(e, tokens, count, i, MIRTH_L_SO_THAT))
            return true;
    return false;
}

static bool shows_much(const struct mirth_english *e, const struct mirth_clause *c)
{
    for (size_t i = 0; i < MIRTH_SHOWN && c->shows[i]; i++)
        if (mirth_situation(e, c->shows[i])->weight > 1)
            return true;
    return false;
}

/* What it says for itself as the cause. What was not seen, tested or watched let the trouble last,
 * and did not make it. */
static int weigh(const struct mirth_telling *t, const struct mirth_clause *c,
                 struct mirth_slice text)
{
    const struct mirth_english *e = t->english;
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_row_tokens(e, text, tokens);
    const int lacks = count_listed(e, tokens, count, MIRTH_L_LACK);
    int worth = lacks ? WRONG + lacks - 1 : 0;
    if (count_listed(e, tokens, count, MIRTH_L_FLAW) || count_listed(e, tokens, count, MIRTH_L_BAD))
        worth += WRONG;
    worth += mirth_names_fault(e, t->story, c) ? NAMED : 0;
    worth += tells_result(e, tokens, count) ? RESULT : 0;
    worth += shows_much(e, c) ? SHOWN : 0;
    return worth + BESIDE * count_listed(e, tokens, count, MIRTH_L_BESIDE_CAUSE);
}

/* What else the record says of the trouble: its title, what was found, what mended it. */
enum { CLUES = 3 };

struct clues {
    struct mirth_slice text[CLUES];
};

/* Words of the sentence that the clues have too: what is mended is what was broken. */
static int count_shared(const struct mirth_telling *t, const struct clues *clues,
                        struct mirth_slice text)
{
    enum { LETTERS = 5, MOST = 3 };
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_row_tokens(t->english, text, tokens);
    int n = 0;
    for (size_t i = 0; i < count && n < MOST; i++)
        for (size_t k = 0; k < CLUES && tokens[i].text.len >= LETTERS; k++)
            if (mirth_holds_nocase(clues->text[k], tokens[i].text)) {
                n++;
                break;
            }
    return n;
}

/* The sentence, or as much of it as a row may hold; empty where it cannot stand there. */
static struct mirth_slice row_of(const struct mirth_telling *t, const struct mirth_part *part,
                                 const struct mirth_clause *c)
{
    const struct mirth_english *e = t->english;
    if (mirth_is_guess(e, part, c) || !mirth_stands_alone(e, c->body) ||
        mirth_hands_over(part, c) || mirth_row_mentions(e, c->body, MIRTH_L_MENDING))
        return mirth_slice("", 0);
    if (mirth_fits_row(c->body, MIRTH_FIELD_WORDS))
        return c->body;
    return mirth_cut_to_row(e, c->body, MIRTH_WHY_WORDS);
}

/* Whether the part is of the explanation, and no list of what is to be done about it. */
static bool explains(const struct mirth_part *part)
{
    return part->kind != MIRTH_EVENT && part->kind != MIRTH_MEASURE &&
           part->kind != MIRTH_SECTION && part->kind != MIRTH_TITLE && mirth_tells_cause(part);
}

static struct mirth_slice text_found(const struct mirth_telling *t)
{
    for (size_t i = 0; i < t->story->digest.parts; i++)
        if (mirth_holds_clause(t, &t->story->parts[i], t->found))
            return t->story->parts[i].flat;
    return mirth_slice("", 0);
}

/* How much speaks for the sentence; 0 where it is not enough. The first sentence of an explanation
 * is often it: where it says what was wrong, a little less will do. */
static int rate(const struct mirth_telling *t, const struct clues *clues,
                const struct mirth_clause *c, struct mirth_slice row, bool first)
{
    const int worth = row.len ? weigh(t, c, row) : 0;
    const int all = row.len ? worth + count_shared(t, clues, row) : 0;
    return all >= ENOUGH || (first && worth >= ENOUGH_FIRST && all > ENOUGH_FIRST) ? all : 0;
}

static struct mirth_slice best_sentence(const struct mirth_telling *t, const struct clues *clues)
{
    const struct mirth_part *begin = NULL; /* of a list of factors the first weighs most */
    struct mirth_slice best = mirth_slice("", 0);
    bool first = true;
    int most = 0;
    for (size_t i = 0; i < t->story->digest.parts; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        begin = explains(part) && part->clause_count && !begin ? part : begin;
        for (size_t k = 0; k < part->clause_count && explains(part); k++, first = false) {
            const bool factor = t->story->rows[part->row].item && part != begin;
            const struct mirth_slice row =
                factor ? mirth_slice("", 0) : row_of(t, part, &part->clauses[k]);
            const int rating = rate(t, clues, &part->clauses[k], row, first);
            if (rating <= most)
                continue;
            if (first)
                return row;
            most = rating;
            best = row;
        }
    }
    return best;
}

struct mirth_slice mirth_explained(const struct mirth_telling *t)
{
    const struct mirth_part *title = t->story->digest.title;
    struct mirth_buffer fix = {0};
    struct mirth_slice best;
    mirth_put_fix(t, &fix);
    best = best_sentence(t, &(struct clues){{title ? title->flat : mirth_slice("", 0),
                                             mirth_buffer_slice(&fix), text_found(t)}});
    mirth_buffer_free(&fix);
    return best;
}
