/* ledger.c: the account of facts: what goes in comes out, in order, and nothing is added. */
#include "retell/ledger.h"

#include <string.h>

#include "understand/facts.h"
#include "understand/tokens.h"

struct teller {
    const struct mirth_english *english;
    struct mirth_slice text;
    size_t at;
    bool inside; /* a sentence has begun: a capital means a name */
};

/* The next token, with parentheses taken apart. */
static bool next(struct teller *t, struct mirth_token *token)
{
    while (t->at < t->text.len && mirth_is_space(t->text.at[t->at]))
        t->at++;
    if (t->at >= t->text.len)
        return false;
    *token = mirth_token_at(t->english, mirth_slice(t->text.at + t->at, t->text.len - t->at));
    t->at += token->kind == MIRTH_T_PAREN ? 1 : token->text.len;
    return true;
}

/* What must be the same and in the same order. A quotation is taken by its words. */
static bool is_hard(const struct mirth_token *t)
{
    return t->kind == MIRTH_T_NUMBER || t->kind == MIRTH_T_CODE || t->kind == MIRTH_T_LINK;
}

static bool next_hard(struct teller *t, struct mirth_token *token)
{
    while (next(t, token)) {
        if (token->kind == MIRTH_T_QUOTE)
            t->at -= token->text.len - (token->text.at[0] == '"' ? 1 : 3);
        else if (is_hard(token))
            return true;
    }
    return false;
}

/* The same but for how lines are broken. */
static bool same_words(struct mirth_slice a, struct mirth_slice b)
{
    struct mirth_slice x, y;
    if (mirth_same(a, b))
        return true;
    for (size_t i = 0, k = 0;; i++, k++) {
        while (i < a.len && mirth_is_space(a.at[i]))
            i++;
        while (k < b.len && mirth_is_space(b.at[k]))
            k++;
        x = mirth_slice(a.at + i, i < a.len);
        y = mirth_slice(b.at + k, k < b.len);
        if (!mirth_same(x, y))
            return false;
        if (!x.len)
            return true;
    }
}

static bool same_hard(const struct mirth_english *e, struct mirth_slice source,
                      struct mirth_slice told)
{
    struct teller a = {e, source, 0, false}, b = {e, told, 0, false};
    struct mirth_token x, y;
    for (;;) {
        bool more = next_hard(&a, &x);
        if (next_hard(&b, &y) != more)
            return false;
        if (!more)
            return true;
        if (!same_words(x.text, y.text))
            return false;
    }
}

static size_t count_word(const struct mirth_english *e, struct mirth_slice text,
                         struct mirth_slice word)
{
    struct teller t = {e, text, 0, false};
    struct mirth_token token;
    size_t n = 0;
    while (next(&t, &token)) {
        if (token.kind == MIRTH_T_QUOTE)
            t.at -= token.text.len - (token.text.at[0] == '"' ? 1 : 3);
        else
            n += mirth_same_nocase(token.text, word);
    }
    return n;
}

/* Names, negations and hedges: a word of the record's that must not go. */
static bool is_soft(const struct mirth_english *e, const struct mirth_token *t, bool inside)
{
    return t->kind == MIRTH_T_WORD &&
           (mirth_listed(e, t->word, MIRTH_L_NEGATION) || mirth_listed(e, t->word, MIRTH_L_HEDGE) ||
            mirth_token_is_fact(t, inside));
}

static bool keeps_soft(const struct mirth_english *e, struct mirth_slice source,
                       struct mirth_slice told)
{
    struct teller t = {e, source, 0, false};
    struct mirth_token token;
    while (next(&t, &token)) {
        if (is_soft(e, &token, t.inside) &&
            count_word(e, told, token.text) < count_word(e, source, token.text))
            return false;
        if (token.kind != MIRTH_T_MARK)
            t.inside = !(token.kind == MIRTH_T_PUNCT && strchr(".!?:", token.text.at[0]));
    }
    return true;
}

bool mirth_ledger_balances(const struct mirth_english *english, struct mirth_slice source,
                           struct mirth_slice told)
{
    return same_hard(english, source, told) && keeps_soft(english, source, told);
}

static bool stands_in(const struct mirth_story *story, struct mirth_slice text)
{
    const char *at = story->source, *end = at + story->length;
    while ((at = memchr(at, text.at[0], (size_t)(end - at))) != NULL) {
        if ((size_t)(end - at) < text.len)
            return false;
        if (!memcmp(at, text.at, text.len))
            return true;
        at++;
    }
    return false;
}

/* A block of ours says only what the record says; the addresses of its pictures are ours. */
static bool adds_nothing(const struct mirth_english *e, const struct mirth_story *story,
                         struct mirth_slice text)
{
    struct teller t = {e, text, 0, false};
    struct mirth_token token;
    while (next_hard(&t, &token))
        if (token.kind != MIRTH_T_LINK && !stands_in(story, token.text))
            return false;
    return true;
}

static size_t line_of(const struct mirth_story *story, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at && i < story->length; i++)
        line += story->source[i] == '\n';
    return line;
}

bool mirth_ledger_audit(const struct mirth_english *english, const struct mirth_story *story,
                        const struct mirth_retelling *retelling, size_t *line)
{
    for (size_t i = 0; i < retelling->count; i++) {
        const struct mirth_edit *edit = &retelling->edits[i];
        struct mirth_slice before = {story->source + edit->span.at, edit->span.len};
        struct mirth_slice after = {edit->text, edit->len};
        bool good = edit->span.len ? mirth_ledger_balances(english, before, after)
                                   : adds_nothing(english, story, after);
        if (!good) {
            *line = line_of(story, edit->span.at);
            return false;
        }
    }
    return true;
}

/* Whether needle stands in text, whatever its lines, emphasis and capitals. */
static bool holds(struct mirth_slice text, struct mirth_slice needle)
{
    for (size_t i = 0; i < text.len; i++) {
        size_t a = i, b = 0;
        while (a < text.len && b < needle.len) {
            bool gap = mirth_is_space(needle.at[b]);
            if (text.at[a] == '*' && needle.at[b] != '*') { /* set in bold by us */
                a++;
                continue;
            }
            if (gap != mirth_is_space(text.at[a]) ||
                (!gap && mirth_lower(text.at[a]) != mirth_lower(needle.at[b])))
                break;
            a++;
            b++;
            while (gap && a < text.len && mirth_is_space(text.at[a]))
                a++;
            while (gap && b < needle.len && mirth_is_space(needle.at[b]))
                b++;
        }
        if (b == needle.len)
            return true;
    }
    return false;
}

/* What became of a fact: it lies in the record's own bytes, or in the text that replaced them. */
static bool is_kept(const struct mirth_story *story, const struct mirth_retelling *r,
                    const struct mirth_fact *fact)
{
    size_t at = (size_t)(fact->text.at - story->source);
    for (size_t i = 0; i < r->count; i++) {
        const struct mirth_edit *edit = &r->edits[i];
        if (edit->span.at <= at && at < edit->span.at + edit->span.len)
            return holds(mirth_slice(edit->text, edit->len), fact->text);
    }
    return true;
}

void mirth_ledger_print(const struct mirth_story *story, const struct mirth_retelling *retelling,
                        struct mirth_buffer *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < story->fact_count; i++) {
        const struct mirth_fact *fact = &story->facts[i];
        bool there = is_kept(story, retelling, fact);
        kept += there;
        mirth_put_number(out, fact->line);
        mirth_put_char(out, '\t');
        mirth_put_text(out, mirth_fact_name(fact->kind));
        mirth_put_char(out, '\t');
        mirth_put_slice(out, fact->text);
        mirth_put_text(out, there ? "\n" : "\tMISSING\n");
    }
    mirth_put_text(out, "total\t");
    mirth_put_number(out, story->fact_count);
    mirth_put_text(out, " facts in, ");
    mirth_put_number(out, kept);
    mirth_put_text(out, " facts out\n");
}
