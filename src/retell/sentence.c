/* sentence.c: one sentence of the record, told: the phrasing, its tail, and what is said behind. */
#include "retell/reasons.h"

#include <string.h>

#include "retell/flow.h"
#include "retell/grammar.h"
#include "retell/ledger.h"
#include "retell/plain.h"
#include "understand/clauses.h"
#include "understand/understand.h"

int64_t mirth_tellings(const struct mirth_telling *t, const char *frame)
{
    for (size_t i = 0; i < sizeof t->tellings / sizeof *t->tellings && t->tellings[i].frame; i++)
        if (!strcmp(t->tellings[i].frame, frame))
            return t->tellings[i].count;
    return 0;
}

int64_t mirth_count_telling(struct mirth_telling *t, const char *frame)
{
    for (size_t i = 0; i < sizeof t->tellings / sizeof *t->tellings; i++) {
        if (!t->tellings[i].frame)
            t->tellings[i].frame = frame;
        if (mirth_same_name(t->tellings[i].frame, frame))
            return ++t->tellings[i].count;
    }
    return 1;
}

/* Now and then a measure goes without a word of ours; which one is the record's own doing. */
static bool stays_plain(const struct mirth_telling *t, const struct mirth_part *part,
                        const struct mirth_clause *clause, bool asks)
{
    uint64_t hash;
    if (mirth_hands_over(part, clause))
        return true;
    if (!asks || t->options->mirth > 2 || memchr(clause->text.at, '*', clause->text.len))
        return false; /* nothing in it may be set in bold: it would be left as it is */
    hash = mirth_hash(MIRTH_HASH ^ t->seed, clause->text.at, clause->text.len);
    return (hash >> 20) % 5 < 2;
}

/* A long sentence's tail becomes one of its own: "The toll: ..." */
static void split_tail(struct mirth_telling *t, const struct mirth_phrasing *p,
                       const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct mirth_clause short_clause = *clause;
    struct mirth_place place = {.gap = -1};
    struct mirth_buffer text = {0}, label = {0};
    struct mirth_slice tail;
    const char *mood = p->tag || p->whole ? NULL : mirth_joint(t, clause, &tail);
    short_clause.rest.len = 0;
    if (mood && mirth_fill(t, p, &short_clause, &text) &&
        mirth_pick_ours(t, "joints", mood, &place, mirth_slice("", 0), &label)) {
        mirth_put_char(&text, ' ');
        mirth_put_slice(&text, mirth_buffer_slice(&label));
        mirth_put_char(&text, ' ');
        mirth_put_slice(&text, tail);
        mirth_put_char(&text, '.');
        mirth_take_whole(t, clause, &text, out);
    }
    mirth_buffer_free(&text);
    mirth_buffer_free(&label);
}

/* "{clause}. It echoed.": how long the tag is, 0 where the phrasing is no more than a tag. */
static size_t tag_length(const struct mirth_phrasing *p)
{
    const struct mirth_piece *tag = &p->pieces[1];
    if (p->piece_count != 2 || !p->whole || tag->slot || tag->text.len < 3 ||
        memcmp(tag->text.at, ". ", 2) != 0)
        return 0;
    return tag->text.len - 1;
}

/* How long it is with the stop that it brought to a sentence that had none. */
static size_t tag_in(const struct mirth_phrasing *p, const struct mirth_clause *clause)
{
    return tag_length(p) + !mirth_has_stop(clause->text);
}

/* What stood behind the author's full stop (an emoji) stands there again. */
static void add_emoji_behind(const struct mirth_clause *clause, struct mirth_buffer *out)
{
    const char *end = clause->text.at + clause->text.len, *at = clause->body.at + clause->body.len;
    while (at < end && mirth_is_among(".!?*_)\"' ", *at))
        at++;
    if (at == end)
        return;
    mirth_put_char(out, ' ');
    mirth_put(out, at, (size_t)(end - at));
}

void mirth_put_ours(struct mirth_slice text, struct mirth_buffer *out)
{
    if (text.len > 1 && text.at[0] == '*' && text.at[text.len - 1] == '*')
        text = mirth_slice(text.at + 1, text.len - 2);
    mirth_put_char(out, '*');
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != '*')
            mirth_put_char(out, text.at[i]);
    mirth_put_char(out, '*');
}

static void add_beat(struct mirth_telling *t, const struct mirth_phrasing *beat,
                     const struct mirth_part *part, struct mirth_clause *clause,
                     struct mirth_buffer *out)
{
    struct mirth_buffer text = {0};
    if (!beat || mirth_hands_over(part, clause) ||
        !mirth_fill_ours(t, beat, mirth_slice("", 0), &text)) {
        mirth_buffer_free(&text);
        return;
    }
    if (out->len && !mirth_has_stop(mirth_buffer_slice(out)))
        mirth_put_char(out, '.');
    clause->said = mirth_line_name(t, beat);
    mirth_put_char(out, ' ');
    mirth_put_ours(mirth_trim(mirth_buffer_slice(&text)), out);
    mirth_buffer_free(&text);
}

static struct mirth_place place_of(const struct mirth_telling *t, const struct mirth_part *part,
                                   size_t k, int64_t gap)
{
    const struct mirth_english *e = t->english;
    return (struct mirth_place){.part = part,
                                .gap = gap,
                                .headed = t->headed == part,
                                .inside = k + 1 < part->clause_count,
                                .leaned_on = mirth_is_leaned_on(e, part, k),
                                .bound = k ? mirth_is_leaned_on(e, part, k - 1)
                                           : mirth_is_labelled(t->story, part)};
}

/* An entry's first sentence has its headline before it. */
static const struct mirth_phrasing *begin_entry(struct mirth_telling *t,
                                                const struct mirth_part *part,
                                                struct mirth_clause *clause, int64_t gap,
                                                bool silent)
{
    const struct mirth_phrasing *head;
    if (clause != part->clauses)
        return NULL;
    head = silent ? NULL : mirth_headline(t, part, gap);
    t->headed = head ? part : NULL;
    t->aside = head && part->kind == MIRTH_MEASURE && t->options->mirth < 3;
    t->asides += t->aside;
    clause->headline = head ? mirth_line_name(t, head) : NULL;
    return head;
}

/* Puts the headline before the sentence, which it makes begin as sentences do. */
static void put_head(const struct mirth_telling *t, struct mirth_clause *clause,
                     struct mirth_buffer *out)
{
    struct mirth_buffer text = {0};
    mirth_put_slice(&text, mirth_buffer_slice(&t->head));
    mirth_put_char(&text, ' ');
    clause->head_len = text.len;
    clause->raised = mirth_may_raise(t->english, mirth_buffer_slice(out));
    if (clause->raised)
        out->at[0] = mirth_upper(out->at[0]);
    mirth_put_slice(&text, mirth_buffer_slice(out));
    out->len = 0;
    mirth_put_slice(out, mirth_buffer_slice(&text));
    mirth_buffer_free(&text);
}

/* A measure's headline as an aside. */
static void put_aside(const struct mirth_telling *t, struct mirth_buffer *out)
{
    if (out->len && !mirth_has_stop(mirth_buffer_slice(out)))
        mirth_put_char(out, '.');
    mirth_put_char(out, ' ');
    mirth_put_slice(out, mirth_buffer_slice(&t->head));
}

/* One sentence on its way: what it is, and what is said before, in place of and behind it. */
struct saying {
    struct mirth_telling *t;
    const struct mirth_part *part;
    struct mirth_clause *clause;
    struct mirth_clause told; /* the clause as a line sees it */
    struct mirth_place place;
    bool asks;   /* it is of a measure */
    bool silent; /* nothing of ours is said: plain English, or a heading */
    bool ends;   /* something may be said behind it */
    bool woven;  /* the telling has the whole sentence inside, which may not be parted */
    const struct mirth_phrasing *head, *beat;
    struct mirth_phrasing *telling;
};

/* A telling that goes with the plan's line behind it; a measure has one of the two. */
static void pick_lines(struct saying *s, size_t number, struct mirth_buffer *out)
{
    struct mirth_telling *t = s->t;
    if (s->silent)
        return;
    s->beat = t->beats[number];
    if (s->beat && s->beat->whole) { /* the plan's line is the telling */
        s->telling = t->beats[number];
        s->beat = NULL;
        if (mirth_weave(t, s->telling, &s->place, out)) {
            s->woven = true;
            mirth_count_telling(t, s->told.frame);
            return;
        }
        s->telling = NULL;
    }
    if (t->options->explain && s->ends && !s->place.inside)
        mirth_note_rivals(t, &s->place, s->beat ? MIRTH_ANSWERS_LESS : MIRTH_TOO_NEAR);
    if (s->told.frame)
        s->place.telling = mirth_count_telling(t, s->told.frame);
    if (!s->told.frame || s->part == t->scene_at || /* the scene is what is said there */
        stays_plain(t, s->part, s->clause, s->asks) ||
        (s->asks && (s->beat || s->place.headed || !s->ends)))
        return;
    mirth_look_at(t->english, &s->told);
    s->telling = mirth_pick_told(t, &s->place, s->asks, s->beat, out);
}

static void write_sentence(struct saying *s, struct mirth_buffer *out)
{
    struct mirth_phrasing *p = s->telling;
    if (!p) {
        mirth_fill_plain(s->t, s->part, s->clause, out);
        s->clause->completed =
            mirth_count_words(mirth_buffer_slice(out)) > mirth_count_words(s->clause->text);
        return;
    }
    mirth_say(s->t, p);
    s->clause->phrasing = mirth_line_name(s->t, p);
    split_tail(s->t, p, s->clause, out);
    mirth_put_plainly(s->t, s->clause, p->whole && !s->asks && !s->woven, out);
    if (p->whole && !s->place.headed)
        mirth_embolden(s->t, s->part, s->clause, out);
}

/* A telling's own tag is as much ours as a beat. */
static void set_tag_apart(const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct mirth_buffer tag = {0};
    size_t from = clause->bare_len;
    if (!clause->tagged || from >= out->len)
        return;
    from += out->at[from] == '.'; /* it may bring a stop */
    mirth_put_slice(&tag, mirth_trim(mirth_slice(out->at + from, out->len - from)));
    out->len = from;
    mirth_put_char(out, ' ');
    mirth_put_ours(mirth_buffer_slice(&tag), out);
    mirth_buffer_free(&tag);
}

/* The headline before the sentence, the beat behind it, and where the budget may cut. */
static void write_around(const struct saying *s, struct mirth_buffer *out)
{
    struct mirth_telling *t = s->t;
    struct mirth_clause *clause = s->clause;
    bool tag = (s->telling && s->telling->tag) || s->beat;
    t->shape_run = tag ? t->shape_run + 1 : 0;
    if (s->head && !t->aside)
        put_head(t, clause, out);
    clause->tagged = s->telling && !s->asks && tag_length(s->telling) > 0;
    clause->bare_len = out->len - (clause->tagged ? tag_in(s->telling, clause) : 0);
    set_tag_apart(clause, out);
    if (s->telling)
        add_emoji_behind(clause, out);
    add_beat(t, s->beat, s->part, clause, out);
    if (s->place.headed && t->aside && s->ends)
        put_aside(t, out);
}

void mirth_choose(struct mirth_telling *t, const struct mirth_part *part,
                  struct mirth_clause *clause, size_t number, int64_t gap, struct mirth_buffer *out)
{
    struct saying s = {.t = t, .part = part, .clause = clause, .asks = mirth_asks(t->story, part)};
    if (!s.asks && !mirth_stands_as_heading(t, part))
        mirth_word_anew(t, part, clause);
    s.told = mirth_as_told(part, clause, s.asks);
    s.silent = t->options->mirth < 2 || mirth_stands_as_heading(t, part) ||
               (part->kind == MIRTH_FIELD && !mirth_may_be_answered(t, part));
    s.ends = !mirth_hands_over(part, clause) &&
             (!s.asks || clause == &part->clauses[part->clause_count - 1]);
    s.head = begin_entry(t, part, clause, gap, s.silent);
    s.place = place_of(t, part, (size_t)(clause - part->clauses), gap);
    s.place.clause = &s.told;
    s.place.vague = s.told.frame && mirth_is_vague(t, s.told.frame);
    pick_lines(&s, number, out);
    write_sentence(&s, out);
    write_around(&s, out);
    mirth_note_choice(t, clause, s.head, s.telling, s.beat);
    if ((t->options->to == MIRTH_JSON || t->options->explain) &&
        !mirth_same(mirth_buffer_slice(out), clause->text))
        clause->retold = mirth_pool_copy(&t->story->pool, out->at, out->len);
}
