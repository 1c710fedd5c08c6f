/* ledger.c: the account of facts: what goes in comes out, in order, and nothing is added. */
#include "retell/ledger.h"

#include <string.h>

#include "understand/facts.h"
#include "understand/tokens.h"

struct teller {
    struct mirth_tokenizer tokenizer;
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
    *token = mirth_token_of(&t->tokenizer, mirth_slice(t->text.at + t->at, t->text.len - t->at));
    t->at += token->kind == MIRTH_T_PAREN ? 1 : token->text.len;
    return true;
}

/* "<strong>", "</em>": dress, in a record's HTML. */
static bool is_emphasis(struct mirth_slice tag)
{
    return tag.len > 2 && tag.at[0] == '<' &&
           mirth_one_of(mirth_slice_of("strong|/strong|em|/em|b|/b|i|/i"),
                        mirth_slice(tag.at + 1, tag.len - 2));
}

/* What must be the same and in the same order. A quotation is taken by its words. */
static bool is_hard(const struct mirth_token *t)
{
    if (t->kind == MIRTH_T_LINK && is_emphasis(t->text))
        return false;
    return t->kind == MIRTH_T_NUMBER || t->kind == MIRTH_T_CODE || t->kind == MIRTH_T_LINK;
}

/* The words of the record's that must not go, and how many of them are missing so far. */
enum { SOFT = 32 };

struct soft {
    const struct mirth_english *english;
    struct mirth_slice words[SOFT];
    long missing[SOFT];
    size_t count;
};

/* Whether the one may stand for the other: "about" for "approximately". */
static bool is_as_good(const struct soft *soft, struct mirth_slice word, struct mirth_slice other)
{
    return mirth_same_nocase(word, other) || (mirth_lists(soft->english, MIRTH_L_ROUGHLY, word) &&
                                              mirth_lists(soft->english, MIRTH_L_ROUGHLY, other));
}

static void tally(struct soft *soft, struct mirth_slice word, long sign)
{
    for (size_t i = 0; i < soft->count; i++)
        if (is_as_good(soft, soft->words[i], word))
            soft->missing[i] += sign;
}

/* The next hard token; the others are tallied. */
static bool next_hard(struct teller *t, struct mirth_token *token, struct soft *soft, long sign)
{
    while (next(t, token)) {
        if (token->kind == MIRTH_T_QUOTE) {
            t->at -= token->text.len - (token->text.at[0] == '"' ? 1 : 3);
            continue;
        }
        if (is_hard(token))
            return true;
        tally(soft, token->text, sign);
    }
    return false;
}

/* Names, negations and hedges: a word of the record's that must not go. */
static bool is_soft(const struct mirth_english *e, const struct mirth_token *t, bool inside)
{
    return t->kind == MIRTH_T_WORD &&
           (mirth_listed(e, t->word, MIRTH_L_NEGATION) || mirth_listed(e, t->word, MIRTH_L_HEDGE) ||
            mirth_token_is_fact(t, inside));
}

/* The next SOFT of them, each once. */
static void collect_soft(struct teller *t, struct soft *soft)
{
    struct mirth_token token;
    *soft = (struct soft){.english = t->tokenizer.english};
    while (soft->count < SOFT && next(t, &token)) {
        bool known = false;
        for (size_t i = 0; i < soft->count && !known; i++)
            known = is_as_good(soft, soft->words[i], token.text);
        if (!known && is_soft(t->tokenizer.english, &token, t->inside))
            soft->words[soft->count++] = token.text;
        if (token.kind != MIRTH_T_MARK)
            t->inside = !(token.kind == MIRTH_T_PUNCT && strchr(".!?:", token.text.at[0]));
    }
}

/* The hard tokens one by one, and no soft one fewer. */
static bool agree(const struct mirth_words *known, struct mirth_slice source,
                  struct mirth_slice told, struct soft *soft)
{
    struct teller a = {mirth_tokenizer(NULL, known, source), source, 0, false};
    struct teller b = {.text = told};
    struct mirth_token x = {0}, y = {0};
    bool more = true;
    while (more) {
        more = next_hard(&a, &x, soft, 1);
        if (next_hard(&b, &y, soft, -1) != more || (more && !mirth_same_words(x.text, y.text)))
            return false;
    }
    for (size_t i = 0; i < soft->count; i++)
        if (soft->missing[i] > 0)
            return false;
    return true;
}

/* The record's own words in their order, with more emphasis or other line breaks at most: what
 * most of an edition is. */
static bool same_but_marks(struct mirth_slice source, struct mirth_slice told)
{
    size_t i = 0, k = 0;
    while (k < told.len) {
        if (i < source.len && source.at[i] == told.at[k]) {
            i++;
        } else if (i < source.len && mirth_is_space(source.at[i]) && mirth_is_space(told.at[k])) {
            while (i < source.len && mirth_is_space(source.at[i]))
                i++;
        } else if (told.at[k] != '*') {
            return false;
        }
        k++;
    }
    return i == source.len;
}

/* Both sides are gone through as often as it takes for every soft word. */
static bool agree_on_all(const struct mirth_english *english, const struct mirth_words *known,
                         struct mirth_slice source, struct mirth_slice told)
{
    struct teller t = {mirth_tokenizer(english, known, source), source, 0, false};
    struct soft soft;
    do {
        collect_soft(&t, &soft);
        if (!agree(known, source, told, &soft))
            return false;
    } while (soft.count == SOFT);
    return true;
}

bool mirth_ledger_balances(const struct mirth_english *english, const struct mirth_words *known,
                           struct mirth_slice source, struct mirth_slice told)
{
    struct mirth_words own;
    if (mirth_same(source, told) || same_but_marks(source, told))
        return true;
    if (known)
        return agree_on_all(english, known, source, told);
    mirth_take_words(english, source, &own);
    return agree_on_all(english, &own, source, told);
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
static bool adds_nothing(const struct mirth_story *story, struct mirth_slice text)
{
    struct teller t = {.text = text};
    struct mirth_token token;
    struct soft none = {.count = 0};
    while (next_hard(&t, &token, &none, 0))
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

static bool is_sound(const struct mirth_english *english, const struct mirth_story *story,
                     const struct mirth_edit *edit)
{
    struct mirth_slice before = {story->source + edit->span.at, edit->span.len};
    struct mirth_slice after = {edit->text, edit->len};
    return edit->span.len ? mirth_ledger_balances(english, NULL, before, after)
                          : edit->drawn || adds_nothing(story, after);
}

bool mirth_ledger_mend(const struct mirth_english *english, const struct mirth_story *story,
                       struct mirth_retelling *retelling)
{
    bool mended = false;
    for (size_t i = 0; i < retelling->count; i++) {
        struct mirth_edit *edit = &retelling->edits[i];
        if (is_sound(english, story, edit))
            continue;
        edit->text = story->source + edit->span.at;
        edit->len = edit->span.len;
        mended = true;
    }
    return mended;
}

bool mirth_ledger_audit(const struct mirth_english *english, const struct mirth_story *story,
                        const struct mirth_retelling *retelling, size_t *line)
{
    for (size_t i = 0; i < retelling->count; i++) {
        if (!is_sound(english, story, &retelling->edits[i])) {
            *line = line_of(story, retelling->edits[i].span.at);
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
