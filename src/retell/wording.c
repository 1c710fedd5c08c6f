/* wording.c: a sentence of the record's with an everyday verb for the report's: "Issue escalated to
 * the night crew" > "The issue went up to the night crew". Every word but the verb stays. */
#include "retell/reasons.h"

#include <string.h>

#include "retell/deed.h"
#include "retell/flow.h"
#include "retell/ledger.h"
#include "retell/plain.h"
#include "retell/slot.h"
#include "understand/digest.h"
#include "understand/understand.h"

/* What stands around a verb, and is another's with another verb. */
static bool is_free(const struct mirth_english *e, const struct mirth_token *token)
{
    return token->kind != MIRTH_T_WORD || mirth_listed(e, token->word, MIRTH_L_BE) ||
           mirth_listed(e, token->word, MIRTH_L_THE) ||
           mirth_listed(e, token->word, MIRTH_L_PREPOSITION);
}

static bool is_verb(const struct mirth_english *e, const struct mirth_token *token)
{
    return e->words[token->word].forms & (MIRTH_PAST | MIRTH_PARTICIPLE | MIRTH_ING);
}

static bool holds(const struct mirth_token *tokens, size_t count, struct mirth_slice word)
{
    for (size_t i = 0; i < count; i++)
        if (mirth_same_nocase(tokens[i].text, word))
            return true;
    return false;
}

/* What the frame took: its slots, and the words of its pattern between them. */
static struct mirth_slice said_by_pattern(const struct mirth_clause *c)
{
    const char *end = c->rest.len ? c->rest.at : c->body.at + c->body.len;
    return mirth_slice(c->main.at, (size_t)(end - c->main.at));
}

/* "The main culprit", "first", "declared resolved": what the frame took outside its slots is its
 * pattern's, so that a wording might forget more than the verb that it puts another in place of. */
static bool loses_word(const struct mirth_english *e, const struct mirth_clause *c,
                       struct mirth_slice told)
{
    struct mirth_token tokens[MIRTH_TOKENS], kept[MIRTH_TOKENS];
    const size_t kept_count = mirth_tokens(e, told, kept);
    const size_t count = mirth_tokens(e, said_by_pattern(c), tokens);
    size_t verbs = 0;
    if (count > MIRTH_TOKENS || kept_count > MIRTH_TOKENS)
        return true;
    for (size_t i = 0; i < count; i++) {
        if (mirth_stands_in_slot(c, tokens[i].text.at) || is_free(e, &tokens[i]) ||
            holds(kept, kept_count, tokens[i].text))
            continue;
        if (verbs || !is_verb(e, &tokens[i]))
            return true;
        verbs++;
    }
    return false;
}

/* "{cause}{rest}" at its end: what the frame left over stands behind what it stood behind. */
static bool ends_as_said(const struct mirth_phrasing *p, const struct mirth_clause *c)
{
    const size_t n = p->piece_count;
    char name[16] = {0};
    struct mirth_slice s;
    if (n < 2 || !p->pieces[n - 1].slot || !p->pieces[n - 2].slot)
        return false;
    s = p->pieces[n - 2].text;
    memcpy(name, s.at, s.len < sizeof name ? s.len : sizeof name - 1);
    s = mirth_slot(c, name);
    return s.len && s.at + s.len == c->rest.at;
}

/* Its slots stand in the record's order. */
static bool keeps_order(const struct mirth_phrasing *p, const struct mirth_clause *c)
{
    const char *last = NULL;
    for (size_t i = 0; i < p->piece_count; i++) {
        char name[16] = {0};
        const struct mirth_piece *piece = &p->pieces[i];
        struct mirth_slice s;
        if (!piece->slot || !piece->prints)
            continue;
        memcpy(name, piece->text.at,
               piece->text.len < sizeof name ? piece->text.len : sizeof name - 1);
        s = mirth_slot(c, name);
        if (s.len && last && s.at < last)
            return false;
        last = s.len ? s.at : last;
    }
    return true;
}

static bool has_label(const struct mirth_phrasing *p)
{
    return p->piece_count && !p->pieces[0].slot &&
           memchr(p->pieces[0].text.at, ':', p->pieces[0].text.len);
}

static bool is_now(const struct mirth_telling *t, const struct mirth_clause *c)
{
    return c->now || c->present || mirth_is_in_present(t->english, c);
}

static bool has_to_be(const struct mirth_phrasing *p)
{
    return strstr(p->line->text, ":was}");
}

/* "Lamp replaced at noon", "Replaced the lamp". */
static bool is_telegram(const struct mirth_english *e, const struct mirth_clause *c)
{
    const struct mirth_token first = mirth_token_at(e, c->main);
    return c->verb.len || (!mirth_stands_in_slot(c, first.text.at) && is_verb(e, &first));
}

/* "Decision made to wait", and not "the decision was made to wait". */
static bool has_to_be_said(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, said_by_pattern(c), tokens);
    for (size_t i = 0; i < count && i < MIRTH_TOKENS; i++)
        if (!mirth_stands_in_slot(c, tokens[i].text.at) &&
            mirth_listed(e, tokens[i].word, MIRTH_L_BE))
            return true;
    return false;
}

static bool has_colon(const struct mirth_clause *c)
{
    return memchr(c->body.at, ':', c->body.len);
}

/* "Assumption: suspected the lamp": behind a label there is no room for another. */
static bool is_behind_label(const struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_part *part = place->part;
    return part && place->clause->text.at == part->clauses[0].text.at &&
           (part->kind == MIRTH_EVENT ? mirth_is_labelled(t->story, part) : part->label.len > 0);
}

/* "Found: a lamp" is for "Found a lamp": not behind what stands before it, and not of "it". */
static bool may_label(const struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_english *e = t->english;
    const struct mirth_clause *c = place->clause;
    for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++)
        if (mirth_listed(e, mirth_token_at(e, c->slots[i].text).word, MIRTH_L_PRONOUN))
            return false;
    return !c->lead.len && !has_to_be_said(e, c) && !has_colon(c) && !is_behind_label(t, place);
}

/* What was left over would be parted from its noun, and a telegram that no sentence can be made of
 * is not turned round. */
static bool may_turn(const struct mirth_telling *t, const struct mirth_phrasing *p,
                     const struct mirth_place *place)
{
    const struct mirth_clause *c = place->clause;
    if (has_label(p) && !may_label(t, place))
        return false;
    if (is_now(t, c) && !(has_label(p) || strchr(p->line->text, '[') || has_to_be(p)))
        return false;
    if (ends_as_said(p, c))
        return true;
    return (!c->rest.len || (keeps_order(p, c) && !mirth_is_of_noun(t->english, c->rest))) &&
           (!is_telegram(t->english, c) ||
            (mirth_telegram_thing(t, c).len && !mirth_second_deed(t->english, c).thing.len));
}

/* "went|goes|go" of "{what} [went|goes|go] out"; "" where it has none. */
static struct mirth_slice verb_of(const struct mirth_phrasing *p)
{
    const char *open = strchr(p->line->text, '[');
    return open ? mirth_slice(open + 1, strcspn(open + 1, "]")) : mirth_slice("", 0);
}

/* "It went out. It went up." */
static bool drones(const struct mirth_telling *t, const struct mirth_phrasing *p)
{
    return t->verb_before.len && mirth_same(verb_of(p), t->verb_before);
}

static bool is_content(const struct mirth_english *e, const struct mirth_token *token)
{
    return token->kind == MIRTH_T_WORD && !mirth_listed(e, token->word, MIRTH_L_THE) &&
           !mirth_listed(e, token->word, MIRTH_L_PREPOSITION) &&
           !mirth_listed(e, token->word, MIRTH_L_AUX) && !mirth_listed(e, token->word, MIRTH_L_BE);
}

/* "Fix" and "fixed". */
static bool are_akin(struct mirth_slice a, struct mirth_slice b)
{
    enum { STEM = 3, ENDING = 3 };
    const size_t shorter = a.len < b.len ? a.len : b.len, longer = a.len + b.len - shorter;
    return shorter >= STEM && longer <= shorter + ENDING &&
           mirth_same_nocase(mirth_slice(a.at, shorter), mirth_slice(b.at, shorter));
}

static bool is_in_slot(const struct mirth_clause *c, struct mirth_slice word)
{
    for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++) {
        struct mirth_slice rest = c->slots[i].text, one;
        while (mirth_cut(&rest, ' ', &one))
            if (are_akin(one, word))
                return true;
    }
    return false;
}

/* "The fix for the issue was putting in a fix". */
static bool says_twice(const struct mirth_english *e, const struct mirth_phrasing *p,
                       const struct mirth_clause *c)
{
    for (size_t i = 0; i < p->piece_count; i++) {
        struct mirth_token tokens[MIRTH_TOKENS];
        const size_t count = p->pieces[i].slot ? 0 : mirth_tokens(e, p->pieces[i].text, tokens);
        for (size_t k = 0; k < count && k < MIRTH_TOKENS; k++)
            if (is_content(e, &tokens[k]) && is_in_slot(c, tokens[k].text))
                return true;
    }
    return false;
}

static bool fits(const struct mirth_telling *t, struct mirth_phrasing *p,
                 const struct mirth_place *place, struct mirth_buffer *out)
{
    const struct mirth_clause *c = place->clause;
    int count;
    return !p->used && !drones(t, p) && mirth_theme_open(t->wordings, p) &&
           mirth_holds(t, p, place, &count) && may_turn(t, p, place) &&
           !says_twice(t->english, p, c) && mirth_fill_wording(t, p, c, out) &&
           !loses_word(t->english, c, mirth_buffer_slice(out));
}

/* The one that the record's own words choose, of those that this edition has not used. */
static struct mirth_phrasing *pick(const struct mirth_telling *t, const struct mirth_place *place,
                                   struct mirth_buffer *out)
{
    struct mirth_phrasing *first, *best = NULL;
    struct mirth_buffer text = {0};
    const struct mirth_slice key = place->clause->text;
    const size_t count = mirth_theme_entry(t->wordings, "wordings", place->clause->frame, &first);
    for (size_t i = 0; i < count; i++) {
        if ((best && mirth_rank_of(t, &first[i], key) <= mirth_rank_of(t, best, key)) ||
            !fits(t, &first[i], place, &text))
            continue;
        best = &first[i];
        out->len = 0;
        mirth_put_slice(out, mirth_buffer_slice(&text));
    }
    mirth_buffer_free(&text);
    return best;
}

/* With a word that points at it behind it, it stays as it is. */
static bool may_change(const struct mirth_telling *t, const struct mirth_part *part,
                       const struct mirth_clause *c)
{
    return c->frame && c->main.len && !mirth_hands_over(part, c) &&
           !mirth_is_leaned_on(t->english, part, (size_t)(c - part->clauses));
}

void mirth_word_anew(struct mirth_telling *t, const struct mirth_part *part, struct mirth_clause *c)
{
    const struct mirth_place place = {.part = part, .clause = c, .gap = -1};
    struct mirth_buffer text = {0}, whole = {0};
    struct mirth_phrasing *p = may_change(t, part, c) ? pick(t, &place, &text) : NULL;
    c->worded = mirth_slice("", 0);
    c->wording = NULL;
    t->verb_before = mirth_slice("", 0);
    if (p) {
        mirth_put_slice(&whole, mirth_buffer_slice(&text));
        mirth_put(&whole, c->body.at + c->body.len, c->text.len - c->body.len);
        if (mirth_ledger_balances(t->english, t->words, c->text, mirth_buffer_slice(&whole))) {
            const char *kept = mirth_pool_copy(&t->story->pool, text.at, text.len);
            c->worded = mirth_slice(kept ? kept : "", kept ? text.len : 0);
            c->wording = mirth_wording_name(t, p);
            p->used = true;
            t->verb_before = verb_of(p);
        }
    }
    mirth_buffer_free(&text);
    mirth_buffer_free(&whole);
}
