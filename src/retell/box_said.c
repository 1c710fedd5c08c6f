/* box_said.c: where a sentence says by itself that it tells the mending: "The fix was to ...". */
#include "retell/box_said.h"

#include <string.h>

#include "retell/box_prose.h"
#include "retell/box_rows.h"
#include "understand/digest.h"

bool mirth_in_resolution(const struct mirth_part *part)
{
    return mirth_is(part->field, "resolution") || mirth_is(part->field, "resolution-explanation") ||
           mirth_is(part->section, "resolution");
}

/* "To solve this, the relay was replaced": where the cause is told, it is the resolution. */
bool mirth_leads_to_fix(const struct mirth_english *e, const struct mirth_part *part,
                        const struct mirth_clause *c)
{
    return (mirth_tells_cause(part) || mirth_in_summary(part)) && c->lead.len &&
           mirth_row_mentions(e, c->lead, MIRTH_L_TO_MEND);
}

/* "The fix is four lines: keep the cable dry, ...": what stands behind the colon. */
static struct mirth_slice behind_colon(const struct mirth_english *e, const struct mirth_clause *c)
{
    enum { FEW = 8 };
    const struct mirth_slice body = c->body;
    const char *colon = memchr(body.at, ':', body.len);
    struct mirth_slice before = {body.at, colon ? (size_t)(colon - body.at) : 0}, behind;
    if (!colon || before.len + 2 >= body.len || colon[1] != ' ' ||
        mirth_count_words(before) > FEW || !mirth_row_mentions(e, before, MIRTH_L_FIX_WORD))
        return mirth_slice("", 0);
    behind = mirth_trim(mirth_slice(colon + 1, body.len - before.len - 1));
    return mirth_fits_row(behind, MIRTH_WHY_WORDS) ? behind : mirth_slice("", 0);
}

/* "The resolution was in two steps: replacing the cable and ...": what such a label stands before.
 */
static struct mirth_slice behind_label(const struct mirth_telling *t, const struct mirth_part *part,
                                       const struct mirth_clause *c)
{
    enum { FEW = 8 };
    struct mirth_slice label = {t->story->source + part->label.at, part->label.len};
    if (c != part->clauses || part->kind == MIRTH_EVENT || part->kind == MIRTH_MEASURE ||
        !mirth_tells_cause(part) || mirth_count_words(label) > FEW ||
        !mirth_row_mentions(t->english, label, MIRTH_L_FIX_WORD))
        return mirth_slice("", 0);
    return mirth_cut_to_row(t->english, c->body, MIRTH_WHY_WORDS);
}

/* "The solution is to dry the cable and to ring": what stands behind its "to". */
static struct mirth_slice behind_to(const struct mirth_english *e, const struct mirth_token *tokens,
                                    size_t count, struct mirth_slice body)
{
    enum { SUBJECT = 6 };
    for (size_t i = 1; i + 2 < count && i < SUBJECT; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_BE) &&
            mirth_listed(e, tokens[i - 1].word, MIRTH_L_FIX_WORD) &&
            mirth_listed(e, tokens[i + 1].word, MIRTH_L_INFINITIVE_MARK)) {
            const char *from = tokens[i + 2].text.at;
            return mirth_slice(from, (size_t)(body.at + body.len - from));
        }
    return mirth_slice("", 0);
}

/* "To mend it[,] we wound a new cable": what stands behind such a beginning. Not of "The next step
 * was to mend it, and to ring". */
static struct mirth_slice behind_purpose(const struct mirth_english *e,
                                         const struct mirth_token *tokens, size_t count,
                                         struct mirth_slice body)
{
    size_t i = 1;
    if (!mirth_listed_at(e, tokens, count, 0, MIRTH_L_TO_MEND))
        return mirth_slice("", 0);
    while (i + 1 < count && tokens[i].text.at[0] != ',' &&
           !mirth_listed(e, tokens[i].word, MIRTH_L_SELF))
        i++;
    i += i + 1 < count && tokens[i].text.at[0] == ',';
    if (i + 1 >= count || mirth_listed(e, tokens[i].word, MIRTH_L_COORDINATOR))
        return mirth_slice("", 0);
    return mirth_slice(tokens[i].text.at, (size_t)(body.at + body.len - tokens[i].text.at));
}

/* "The final fix keeps the cable in a box, with a lid": all of it. */
static struct mirth_slice of_the_fix(const struct mirth_english *e,
                                     const struct mirth_token *tokens, size_t count,
                                     struct mirth_slice body)
{
    enum { SUBJECT = 4 };
    for (size_t i = 0; i + 2 < count && i < SUBJECT; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_FIX_WORD) &&
            mirth_listed(e, tokens[i + 1].word, MIRTH_L_FIX_VERB))
            return body;
    return mirth_slice("", 0);
}

/* "The fix was a new cable, with a lid": what it was. */
static struct mirth_slice behind_be(const struct mirth_english *e, const struct mirth_token *tokens,
                                    size_t count, struct mirth_slice body)
{
    enum { SUBJECT = 4 };
    for (size_t i = 0; i + 3 < count && i < SUBJECT; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_FIX_WORD) &&
            mirth_listed(e, tokens[i + 1].word, MIRTH_L_TO_BE) &&
            mirth_listed(e, tokens[i + 2].word, MIRTH_L_THE))
            return mirth_slice(tokens[i + 2].text.at,
                               (size_t)(body.at + body.len - tokens[i + 2].text.at));
    return mirth_slice("", 0);
}

/* What was done, where the sentence says that it is the fix, whatever its frame. */
struct mirth_slice mirth_said_to_mend(const struct mirth_english *e, const struct mirth_part *part,
                                      const struct mirth_clause *c)
{
    struct mirth_slice fix = {"", 0};
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count;
    if (part->kind == MIRTH_EVENT || part->kind == MIRTH_MEASURE ||
        !(mirth_in_resolution(part) || mirth_tells_cause(part)))
        return fix;
    count = mirth_row_tokens(e, c->body, tokens);
    fix = behind_be(e, tokens, count, c->body);
    if (!fix.len)
        fix = behind_purpose(e, tokens, count, c->body);
    if (!fix.len)
        fix = of_the_fix(e, tokens, count, c->body);
    return fix.len || c->frame ? fix : behind_to(e, tokens, count, c->body);
}

/* What is said behind a label or a colon that calls it the fix. */
struct mirth_slice mirth_labelled_fix(const struct mirth_telling *t, const struct mirth_part *part,
                                      const struct mirth_clause *c)
{
    struct mirth_slice fix = {"", 0};
    if (mirth_in_resolution(part) || mirth_tells_cause(part))
        fix = behind_colon(t->english, c);
    if (!fix.len && c->body.len && !mirth_is_upper(c->body.at[0]))
        fix = behind_label(t, part, c);
    return fix;
}

/* "In order to fix it": the mending is what the sentence begins with. */
static bool opens_to_mend(const struct mirth_english *e, const struct mirth_token *tokens,
                          size_t count)
{
    enum { OPENING = 3 };
    for (size_t i = 0; i < count && i < OPENING; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_TO_MEND))
            return true;
    return false;
}

/* "The final fix was": where such a subject ends, 0: it is none. */
static size_t fix_subject(const struct mirth_english *e, const struct mirth_token *tokens,
                          size_t count)
{
    enum { SUBJECT = 4 };
    for (size_t i = 0; i < count && i < SUBJECT; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_FIX_WORD))
            return i + 1;
    return 0;
}

bool mirth_opens_with_fix(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, c->body, tokens);
    return opens_to_mend(e, tokens, count) || fix_subject(e, tokens, count);
}

bool mirth_begins_fix(const struct mirth_english *e, const struct mirth_part *part, size_t clause)
{
    const struct mirth_clause *c = &part->clauses[clause];
    const char *end = c->body.at + c->body.len;
    struct mirth_slice said = c->body;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, c->body, tokens), subject = fix_subject(e, tokens, count);
    if (opens_to_mend(e, tokens, count))
        return true;
    if (subject && subject < count) /* "had three parts": its verb denies nothing */
        said = mirth_slice(tokens[subject].text.at + tokens[subject].text.len,
                           (size_t)(end - tokens[subject].text.at) - tokens[subject].text.len);
    if (mirth_row_mentions(e, said, MIRTH_L_NO_FIX) ||
        mirth_row_mentions(e, c->body, MIRTH_L_STOPGAP) ||
        (subject && subject < count && mirth_listed(e, tokens[subject].word, MIRTH_L_NO_FIX) &&
         !mirth_listed(e, tokens[subject].word, MIRTH_L_AUX)))
        return false;
    return subject || mirth_is_framed(e, c, MIRTH_L_SURE_FRAME);
}
