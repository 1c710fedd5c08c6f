/* plain.c: a sentence told plainly, with what a skimmer wants of it in bold. */
#include "retell/telling.h"

#include <string.h>

#include "retell/flow.h"
#include "retell/grammar.h"
#include "retell/key_asked.h"
#include "retell/ledger.h"
#include "retell/plain.h"
#include "understand/understand.h"

static size_t find_text(struct mirth_slice text, struct mirth_slice key)
{
    for (size_t i = 0; key.len && i + key.len <= text.len; i++)
        if (mirth_same_nocase(mirth_slice(text.at + i, key.len), key) &&
            !(i && mirth_is_alpha(text.at[i - 1])) &&
            !(i + key.len < text.len && mirth_is_alpha(text.at[i + key.len])))
            return i;
    return text.len;
}

/* What a task asks for, in a sentence that nothing in is bold. */
static struct mirth_slice asked_in(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    return count > MIRTH_TOKENS || memchr(text.at, '*', text.len)
               ? mirth_slice("", 0)
               : mirth_asked_thing(e, tokens, count);
}

void mirth_embolden(const struct mirth_telling *t, const struct mirth_part *part,
                    const struct mirth_clause *clause, struct mirth_buffer *text)
{
    struct mirth_slice key, whole = mirth_buffer_slice(text);
    struct mirth_buffer out = {0};
    size_t at;
    if ((t->headed == part && !t->aside) || t->story->rows[part->row].block == MIRTH_HEADING)
        return;
    key = mirth_key_of(t, part, clause);
    at = find_text(whole, key);
    if (at == whole.len && key.len && mirth_asks(t->story, part)) {
        key = asked_in(t->english, whole); /* it is told in plainer words */
        at = key.len ? (size_t)(key.at - whole.at) : whole.len;
    }
    if (at == whole.len)
        return;
    mirth_put(&out, whole.at, at);
    mirth_put_text(&out, "**");
    mirth_put(&out, whole.at + at, key.len); /* a telegram's noun has lost its capital */
    mirth_put_text(&out, "**");
    mirth_put(&out, whole.at + at + key.len, whole.len - at - key.len);
    mirth_buffer_free(text);
    *text = out;
}

/* An entry's first sentence has its capital, but for what is no word: a command, somebody's handle.
 */
static bool begins_entry(const struct mirth_telling *t, const struct mirth_part *part,
                         const struct mirth_clause *clause)
{
    return t->options->mirth > 0 && part->kind == MIRTH_EVENT && clause == part->clauses &&
           part->time.len && !mirth_is_labelled(t->story, part);
}

/* "10:00 and 10:30 - The bell rang": the entry has not begun yet. */
static bool goes_on(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return mirth_listed(t->english, mirth_token_at(t->english, clause->text).word,
                        MIRTH_L_COORDINATOR);
}

/* The record's words, a telegram's as a sentence. */
static void put_sentence(const struct mirth_telling *t, const struct mirth_part *part,
                         const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct mirth_buffer text = {0};
    const size_t at = out->len;
    bool completed = !mirth_asks(t->story, part);
    if (completed && clause->worded.len) {
        mirth_put_slice(&text, clause->worded);
        mirth_put(&text, clause->body.at + clause->body.len, clause->text.len - clause->body.len);
    } else {
        completed = completed && mirth_complete(t, clause, &text);
    }
    mirth_put_mended(out, completed ? mirth_buffer_slice(&text) : clause->text);
    if (begins_entry(t, part, clause) && out->len > at &&
        mirth_may_raise(t->english, mirth_slice(out->at + at, out->len - at)) &&
        mirth_word(t->english, mirth_token_at(t->english, clause->text).text) &&
        !goes_on(t, clause))
        out->at[at] = mirth_upper(out->at[at]);
    mirth_buffer_free(&text);
}

void mirth_take_whole(struct mirth_telling *t, const struct mirth_clause *clause,
                      struct mirth_buffer *other, struct mirth_buffer *text)
{
    if (mirth_ledger_balances(t->english, t->words, clause->text, mirth_buffer_slice(other))) {
        text->len = 0;
        mirth_put_slice(text, mirth_buffer_slice(other));
    }
    other->len = 0;
}

void mirth_put_plainly(struct mirth_telling *t, const struct mirth_clause *clause, bool parts,
                       struct mirth_buffer *text)
{
    struct mirth_buffer other = {0};
    if (mirth_simplify(t, mirth_buffer_slice(text), &other))
        mirth_take_whole(t, clause, &other, text);
    if (parts) {
        mirth_put_slice(&other, mirth_buffer_slice(text));
        mirth_split_long(t, &other);
        if (!mirth_same(mirth_buffer_slice(&other), mirth_buffer_slice(text)))
            mirth_take_whole(t, clause, &other, text);
    }
    mirth_buffer_free(&other);
}

void mirth_fill_plain(struct mirth_telling *t, const struct mirth_part *part,
                      const struct mirth_clause *clause, struct mirth_buffer *out)
{
    out->len = 0;
    put_sentence(t, part, clause, out);
    mirth_put_plainly(t, clause, !mirth_asks(t->story, part), out);
    mirth_embolden(t, part, clause, out);
}
