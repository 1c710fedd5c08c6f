/* fill.c: a template with a clause's slots in it. */
#include "retell/slot.h"

#include <stdlib.h>
#include <string.h>

#include "retell/flow.h"
#include "retell/grammar.h"
#include "retell/plain.h"
#include "understand/digest.h"

enum { LEAD_WORDS = 13 };

static bool is(struct mirth_slice s, const char *text)
{
    return mirth_same_text(s, text);
}

/* How long the outage was, in words, where its minutes have some: figures stand where the record
 * put them, and nowhere else. */
static struct mirth_slice find_length(const struct mirth_telling *t)
{
    const struct mirth_digest *digest = &t->story->digest;
    const struct mirth_line *lines;
    size_t count = mirth_book_entry(t->english_book, "lengths", "minutes", &lines);
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice rest = mirth_slice_of(lines[i].text), minutes;
        if (mirth_cut(&rest, '>', &minutes) && atoll(lines[i].text) == digest->stated)
            return mirth_trim(rest);
    }
    return mirth_slice("", 0);
}

/* The slot's text in the record; false where it has none. */
static bool find_slot(struct mirth_filler *f, struct mirth_slice name, struct mirth_slice *s)
{
    const struct mirth_digest *digest = &f->telling->story->digest;
    char text[32] = {0};
    memcpy(text, name.at, name.len < sizeof text ? name.len : sizeof text - 1);
    f->loose = false;
    if (f->clause && (*s = mirth_slot(f->clause, text)).len)
        return true;
    f->loose = is(name, "component") || is(name, "culprit") || is(name, "cause");
    if (is(name, "component"))
        *s = digest->component;
    else if (is(name, "culprit"))
        *s = digest->culprit;
    else if (is(name, "cause") && !f->clause) /* a sentence has only the cause that it names */
        *s = digest->cause;
    else if (is(name, "length") && !f->clause)
        *s = find_length(f->telling);
    else if (is(name, "title") || is(name, "heading"))
        *s = f->given;
    else if (f->clause && is(name, "clause"))
        *s = f->clause->body;
    else if (f->clause && is(name, "adv"))
        *s = f->clause->adverb;
    else if (f->clause && is(name, "lead"))
        *s = f->clause->lead;
    else
        *s = mirth_slice("", 0);
    return s->len > 0;
}

/* An adverb that is not there takes the space before it along. */
static void put_adverb(struct mirth_filler *f)
{
    struct mirth_slice adverb = f->clause ? f->clause->adverb : mirth_slice("", 0);
    if (adverb.len)
        mirth_put_cased(f, adverb);
    else if (f->out->len && f->out->at[f->out->len - 1] == ' ')
        f->out->len--;
}

/* "The shadow of we": a pronoun in the subject's form behind a preposition. */
static bool is_wrong_case(const struct mirth_filler *f, struct mirth_slice s)
{
    size_t end = f->out->len, at;
    while (end && f->out->at[end - 1] == ' ')
        end--;
    for (at = end; at && mirth_is_alpha(f->out->at[at - 1]); at--)
        ;
    return at < end && mirth_lists(f->telling->english, MIRTH_L_SUBJECT_FORM, s) &&
           mirth_listed(f->telling->english,
                        mirth_word(f->telling->english, mirth_slice(f->out->at + at, end - at)),
                        MIRTH_L_PREPOSITION);
}

/* ", clients can load pages" goes on with a sentence of its own. */
static void put_rest(struct mirth_filler *f)
{
    struct mirth_slice rest = f->clause->rest;
    struct mirth_slice next = rest.len > 2 && rest.at[0] == ','
                                  ? mirth_trim(mirth_slice(rest.at + 1, rest.len - 1))
                                  : mirth_slice("", 0);
    if (!next.len || !mirth_begins_clause(f->telling, next)) {
        mirth_put_mended(f->out, rest);
        return;
    }
    mirth_put_text(f->out, ". ");
    mirth_put_cased(f, next);
}

/* {clause}, where it is told with another verb or the record's is a telegram. */
static bool put_completed(struct mirth_filler *f)
{
    struct mirth_buffer text = {0};
    struct mirth_slice s;
    bool ok;
    f->loose = true; /* it is of no record: its capital goes inside a sentence */
    if (f->clause->worded.len) {
        mirth_put_cased(f, f->clause->worded);
        return true;
    }
    ok = mirth_complete(f->telling, f->clause, &text);
    s = mirth_buffer_slice(&text);
    if (ok)
        mirth_put_cased(f, mirth_slice(s.at, s.len - (f->clause->text.len - f->clause->body.len)));
    mirth_buffer_free(&text);
    return ok;
}

/* "{what} [went|goes|go] out": the slot that it begins with is its subject; where it begins with
 * words of its own ("Suspicion [fell|falls|fall] on {what}"), that is of one. */
static bool has_many(const struct mirth_filler *f)
{
    const struct mirth_piece *first = &f->phrasing->pieces[0];
    struct mirth_filler other = *f;
    struct mirth_slice s;
    return first->slot && find_slot(&other, first->text, &s) &&
           (mirth_is_plural(f->telling->english, s) || is(s, "I"));
}

/* A wording's verb in the sentence's tense and its subject's number: of [went|goes|go], one. */
static void put_verb(struct mirth_filler *f, struct mirth_slice forms, bool many)
{
    struct mirth_slice form = {"", 0};
    for (int n = f->now ? many ? 3 : 2 : 1; n; n--)
        mirth_cut(&forms, '|', &form);
    mirth_put_slice(f->out, form);
}

/* A literal of a wording's: "came" of " [came|comes|come] to light". */
static void put_worded(struct mirth_filler *f, struct mirth_slice text)
{
    const char *end = text.at + text.len, *open = memchr(text.at, '[', text.len);
    const char *close = open ? memchr(open, ']', (size_t)(end - open)) : NULL;
    if (!close) {
        mirth_put_slice(f->out, text);
        return;
    }
    mirth_put(f->out, text.at, (size_t)(open - text.at));
    put_verb(f, mirth_slice(open + 1, (size_t)(close - open - 1)), has_many(f));
    mirth_put(f->out, close + 1, (size_t)(end - close - 1));
}

/* Without its stop behind "*Night crew, 31 July.*", which has one inside its marks. */
static void put_literal(struct mirth_filler *f, struct mirth_slice text)
{
    bool stopped = text.len && text.at[0] == '.' && mirth_has_stop(mirth_buffer_slice(f->out));
    mirth_put(f->out, text.at + stopped, text.len - stopped);
}

/* "The mule"; of the record's own part, "the load balancer", "Nginx". */
static bool put_being(struct mirth_filler *f)
{
    static const struct mirth_piece the = {.modifiers = {{"the", 3}}};
    struct mirth_slice s;
    if (f->telling->by_culprit && find_slot(f, mirth_slice_of("culprit"), &s))
        mirth_put_slot(f, &the, s);
    else if (f->telling->being)
        mirth_put_raised(f->out, f->telling->being);
    return f->telling->being != NULL;
}

static bool put_piece(struct mirth_filler *f, const struct mirth_piece *piece)
{
    struct mirth_slice s;
    if (!piece->slot) {
        put_literal(f, piece->text);
        return true;
    }
    if (is(piece->text, "rest")) {
        if (f->clause)
            put_rest(f);
        return f->clause != NULL;
    }
    if (is(piece->text, "adv")) {
        put_adverb(f);
        return true;
    }
    if (is(piece->text, "being"))
        return put_being(f);
    if (is(piece->text, "clause") && f->clause && put_completed(f))
        return true;
    if (!find_slot(f, piece->text, &s) || !mirth_is_balanced(s) || is_wrong_case(f, s))
        return false;
    if (s.at == f->thing.at && f->thing.len && !piece->modifiers[0].len) {
        mirth_put_thing(f, s);
        return true;
    }
    mirth_put_slot(f, piece, s);
    return true;
}

static bool uses(const struct mirth_phrasing *p, const char *slot)
{
    for (size_t i = 0; i < p->piece_count; i++)
        if (p->pieces[i].slot && is(p->pieces[i].text, slot))
            return true;
    return false;
}

/* "Initially, off went ...": the clause's lead in front of a template that has no place for it. */
static bool put_lead(struct mirth_filler *f)
{
    const struct mirth_clause *c = f->clause;
    const struct mirth_piece *first = &f->phrasing->pieces[0];
    struct mirth_slice word;
    size_t n = 0;
    if (!c->lead.len || f->phrasing->whole || uses(f->phrasing, "lead"))
        return true;
    if (!mirth_is_balanced(c->lead) || mirth_count_words(c->lead) > LEAD_WORDS)
        return false; /* a long one is easier read with what it leads to */
    if (first->slot) {
        mirth_put_cased(f, c->lead);
        mirth_put_text(f->out, ", ");
        return true;
    }
    while (n < first->text.len && mirth_is_alpha(first->text.at[n]))
        n++;
    word = mirth_slice(first->text.at, n);
    if (!n || !mirth_word(f->telling->english, word) ||
        memchr(first->text.at, '.', first->text.len) ||
        (memchr(first->text.at, ',', first->text.len) &&
         mirth_lists(f->telling->english, MIRTH_L_PREPOSITION, word)) || /* one lead is enough */
        memchr(first->text.at, '"', first->text.len))
        return false;
    mirth_put_cased(f, c->lead);
    mirth_put_text(f->out, ", ");
    return true;
}

static bool names_again(const struct mirth_english *e, struct mirth_slice s, bool subject)
{
    size_t n = 0;
    while (n < s.len && mirth_is_alpha(s.at[n]))
        n++;
    return subject || mirth_lists(e, MIRTH_L_NAMING, mirth_slice(s.at, n));
}

/* "Our monitor, Prometheus", "the network, particularly the relay": what names it again closes with
 * a comma too. */
static bool is_apposition(const struct mirth_english *e, struct mirth_slice s, bool subject)
{
    bool comma = false;
    for (size_t i = 0; i + 4 < s.len; i++) {
        comma |= s.at[i] == ',' && s.at[i + 1] == ' ' &&
                 names_again(e, mirth_slice(s.at + i + 2, s.len - i - 2), subject);
        if (mirth_spaced_at(e, s, i, MIRTH_L_AND_OR))
            return false;
    }
    return comma;
}

static void close_apposition(struct mirth_filler *f, const struct mirth_piece *slot,
                             const struct mirth_piece *next)
{
    struct mirth_slice s;
    if (slot->slot && !next->slot && next->text.len && next->text.at[0] == ' ' &&
        find_slot(f, slot->text, &s) &&
        is_apposition(f->telling->english, s, is(slot->text, "who") || is(slot->text, "by")))
        mirth_put_char(f->out, ',');
}

static bool put_pieces(struct mirth_filler *f)
{
    bool after_lead = f->out->len > 0;
    for (size_t i = 0; i < f->phrasing->piece_count; i++) {
        const struct mirth_piece *piece = &f->phrasing->pieces[i];
        const size_t at = f->out->len;
        if (i)
            close_apposition(f, piece - 1, piece);
        if (f->worded && !piece->slot)
            put_worded(f, piece->text);
        else if (!put_piece(f, piece))
            return false;
        if (!i && after_lead && !piece->slot && f->out->len > at &&
            !(piece->text.len > 1 && piece->text.at[0] == 'I' && piece->text.at[1] == ' '))
            f->out->at[at] = mirth_lower(f->out->at[at]);
    }
    return true;
}

static bool fill(struct mirth_filler *f)
{
    const struct mirth_clause *clause = f->clause;
    f->out->len = 0;
    if (!f->phrasing->piece_count || !mirth_has_room(f->telling->english, f->phrasing, clause))
        return false;
    if (f->phrasing->whole && clause->body.len && clause->body.at[clause->body.len - 1] == ':')
        return false;
    return put_lead(f) && put_pieces(f) && f->out->len && !f->out->spent;
}

bool mirth_fill(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct mirth_filler f = {
        .telling = telling, .phrasing = phrasing, .clause = clause, .out = out};
    f.bold_done = telling->headed && !telling->aside; /* a headline is bold enough */
    return fill(&f);
}

bool mirth_fill_wording(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                        const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct mirth_filler f = {
        .telling = telling, .phrasing = phrasing, .clause = clause, .out = out};
    f.bold_done = f.worded = true;
    f.now = clause->now || clause->present || mirth_is_in_present(telling->english, clause);
    f.thing = mirth_telegram_thing(telling, clause);
    return fill(&f);
}

bool mirth_fill_ours(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                     struct mirth_slice given, struct mirth_buffer *out)
{
    struct mirth_filler f = {.telling = telling, .phrasing = phrasing, .given = given, .out = out};
    out->len = 0;
    return put_pieces(&f) && out->len && !out->spent;
}
