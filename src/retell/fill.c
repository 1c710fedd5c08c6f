/* fill.c: a template with a clause's slots in it. */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"
#include "understand/digest.h"
#include "understand/inflect.h"

enum { BOLD_WORDS = 7, LEAD_WORDS = 13, TELEGRAM_WORDS = 5 };

struct filler {
    const struct mirth_telling *telling;
    const struct mirth_phrasing *phrasing;
    const struct mirth_clause *clause; /* NULL: a line of ours */
    struct mirth_slice given;
    struct mirth_buffer *out;
    bool bold_done;
    bool loose; /* the slot's text comes from elsewhere: its capital may be a sentence's */
};

static bool is(struct mirth_slice s, const char *text)
{
    return mirth_same_text(s, text);
}

/* Whether what comes next begins a sentence. */
static bool at_start(const struct mirth_buffer *out)
{
    size_t i = out->len;
    while (i && (mirth_is_space(out->at[i - 1]) || strchr("*\"(", out->at[i - 1])))
        i--;
    if (i >= 3 && !memcmp(out->at + i - 3, "\xe2\x80\x9c", 3)) /* speech, or a word quoted */
        return i < 5 || strchr(".!?,:", out->at[i - 5]);
    if (i >= 3 && !memcmp(out->at + i - 3, "\xe2\x80\x9d", 3))
        i -= 3;
    return !i || strchr(".!?", out->at[i - 1]);
}

static bool begins_sentence(const struct mirth_clause *clause, struct mirth_slice s)
{
    return clause && s.len && (s.at == clause->body.at || s.at == clause->main.at);
}

/* "tessa": somebody's name in a log, who has no article and keeps her small letter. Where a record
 * has a sentence begin with a word in lower case that English does not have, it is one. */
static bool is_handle(const struct filler *f, struct mirth_slice s)
{
    return begins_sentence(f->clause, s) && mirth_is_lower(s.at[0]) && mirth_count_words(s) == 1 &&
           !mirth_word(f->telling->english, s);
}

/* The text with the capital that its new place wants. */
static void put_cased(struct filler *f, struct mirth_slice s)
{
    const struct mirth_story *story = f->telling->story;
    bool start = at_start(f->out) && !is_handle(f, s);
    if (start && mirth_may_raise(f->telling->english, s)) {
        mirth_put_char(f->out, mirth_upper(s.at[0]));
    } else if (!start && (f->loose || begins_sentence(f->clause, s)) &&
               mirth_may_lower(f->telling->english, mirth_slice(story->source, story->length), s)) {
        mirth_put_char(f->out, mirth_lower(s.at[0]));
    } else {
        mirth_put_mended(f->out, s);
        return;
    }
    mirth_put_mended(f->out, mirth_slice(s.at + 1, s.len - 1));
}

static bool may_be_bold(const struct filler *f, struct mirth_slice name, struct mirth_slice s)
{
    static const char *const keys[] = {"cause", "to", "effect", "by", "what", "state"};
    if (f->bold_done || !f->clause || memchr(f->clause->text.at, '*', f->clause->text.len) ||
        !s.len || !(mirth_is_alpha(s.at[0]) || mirth_is_digit(s.at[0])) ||
        mirth_count_words(s) > BOLD_WORDS ||
        mirth_listed(f->telling->english, mirth_word(f->telling->english, s), MIRTH_L_ISSUE))
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (is(name, keys[i]))
            return true;
        if (mirth_slot(f->clause, keys[i]).len)
            return false; /* a weightier slot of this clause will be bold */
    }
    return false;
}

static void put_plural(struct filler *f, struct mirth_slice noun)
{
    if (mirth_is_plural(f->telling->english, noun)) {
        mirth_put_slice(f->out, noun);
        return;
    }
    mirth_put(f->out, noun.at, noun.len - mirth_turns_y(noun));
    mirth_put_text(f->out, mirth_ending_s(noun));
}

/* Modifiers that print a verb or a pronoun in the slot's number. */
static bool put_agreeing(struct filler *f, struct mirth_slice modifier, struct mirth_slice s)
{
    static const struct {
        const char *name, *singular, *plural;
    } words[] = {{"was", "was", "were"}, {"is", "is", "are"},    {"has", "has", "have"},
                 {"it", "it", "them"},   {"does", "does", "do"}, {"its", "its", "their"},
                 {"s", "s", ""}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(modifier, words[i].name)) {
            bool plural = mirth_is_plural(f->telling->english, s);
            mirth_put_text(f->out, plural ? words[i].plural : words[i].singular);
            return true;
        }
    return false;
}

/* Whether what is written ends in a noun phrase's beginning: "the", "a tired". */
static bool ends_in_article(const struct filler *f)
{
    const struct mirth_english *e = f->telling->english;
    size_t end = f->out->len;
    for (int words = 0; words < 3; words++) {
        size_t at;
        uint32_t word;
        while (end && (f->out->at[end - 1] == ' ' || f->out->at[end - 1] == '*'))
            end--;
        for (at = end; at && mirth_is_alpha(f->out->at[at - 1]); at--)
            ;
        word = mirth_word(e, mirth_slice(f->out->at + at, end - at));
        if (at == end || mirth_listed(e, word, MIRTH_L_PREPOSITION))
            return false;
        if (mirth_listed(e, word, MIRTH_L_THE))
            return true;
        end = at;
    }
    return false;
}

/* "Web server" in a telegram: a single countable thing, which has an article in a sentence. */
static bool lacks_article(const struct filler *f, struct mirth_slice name, struct mirth_slice s)
{
    const struct mirth_english *e = f->telling->english;
    return f->clause && mirth_one_of(mirth_slice_of("who|by|what|cause|to|from"), name) &&
           mirth_is_alpha(s.at[0]) && mirth_count_words(s) <= TELEGRAM_WORDS &&
           mirth_listed(e, mirth_word(e, mirth_head(e, s)), MIRTH_L_COUNT_NOUN) &&
           !mirth_is_plural(e, s) && !mirth_has_article(e, s) && !ends_in_article(f);
}

/* A flaw is news, "a wrong path"; any other thing was there before, "the web server". */
static const char *missing_article(const struct filler *f, struct mirth_slice s)
{
    const struct mirth_english *e = f->telling->english;
    struct mirth_slice rest = s, word;
    while (mirth_cut(&rest, ' ', &word))
        if (mirth_listed(e, mirth_word(e, word), MIRTH_L_FLAW))
            return mirth_article(e, s);
    return "the ";
}

static void put_article(struct filler *f, const char *article)
{
    if (article[0] && at_start(f->out))
        mirth_put_char(f->out, mirth_upper(*article++));
    mirth_put_text(f->out, article);
}

static void put_slot(struct filler *f, const struct mirth_piece *piece, struct mirth_slice s)
{
    const struct mirth_english *e = f->telling->english;
    bool plural = false, bold;
    for (size_t i = 0; i < 3 && piece->modifiers[i].len; i++) {
        struct mirth_slice m = piece->modifiers[i];
        if (put_agreeing(f, m, s))
            return;
        if (is(m, "head"))
            s = mirth_head(e, s);
        if ((is(m, "the") || is(m, "a")) && !mirth_has_article(e, s) && !is_handle(f, s)) {
            bool none = is(m, "a") && mirth_is_plural(e, s);
            put_article(f, none ? "" : is(m, "the") ? "the " : mirth_article(e, s));
        }
        plural |= is(m, "plural");
    }
    if (!piece->modifiers[0].len && lacks_article(f, piece->text, s))
        put_article(f, missing_article(f, s));
    bold = may_be_bold(f, piece->text, s) && !piece->modifiers[1].len;
    if (bold) {
        mirth_put_text(f->out, "**");
        f->bold_done = true;
    }
    if (plural)
        put_plural(f, s);
    else
        put_cased(f, s);
    if (bold)
        mirth_put_text(f->out, "**");
}

static void put_raised(struct mirth_buffer *out, const char *text)
{
    if (at_start(out) && mirth_is_lower(text[0])) {
        mirth_put_char(out, mirth_upper(text[0]));
        text++;
    }
    mirth_put_text(out, text);
}

/* The slot's text in the record; false where it has none. */
static bool find_slot(struct filler *f, struct mirth_slice name, struct mirth_slice *s)
{
    const struct mirth_digest *digest = &f->telling->story->digest;
    char text[32] = {0};
    memcpy(text, name.at, name.len < sizeof text ? name.len : sizeof text - 1);
    f->loose = false;
    if (f->clause && (*s = mirth_slot(f->clause, text)).len)
        return true;
    f->loose = is(name, "component") || is(name, "cause");
    if (is(name, "component"))
        *s = digest->component;
    else if (is(name, "cause") && !f->clause) /* a sentence has only the cause that it names */
        *s = digest->cause;
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
static void put_adverb(struct filler *f)
{
    struct mirth_slice adverb = f->clause ? f->clause->adverb : mirth_slice("", 0);
    if (adverb.len)
        put_cased(f, adverb);
    else if (f->out->len && f->out->at[f->out->len - 1] == ' ')
        f->out->len--;
}

/* "The shadow of we": a pronoun in the subject's form behind a preposition. */
static bool is_wrong_case(const struct filler *f, struct mirth_slice s)
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
static void put_rest(struct filler *f)
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
    put_cased(f, next);
}

static bool put_piece(struct filler *f, const struct mirth_piece *piece)
{
    struct mirth_slice s;
    if (!piece->slot) {
        mirth_put_slice(f->out, piece->text);
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
    if (is(piece->text, "being")) {
        if (f->telling->being)
            put_raised(f->out, f->telling->being);
        return f->telling->being != NULL;
    }
    if (!find_slot(f, piece->text, &s) || !mirth_is_balanced(s) || is_wrong_case(f, s))
        return false;
    put_slot(f, piece, s);
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
static bool put_lead(struct filler *f)
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
        put_cased(f, c->lead);
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
    put_cased(f, c->lead);
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

static void close_apposition(struct filler *f, const struct mirth_piece *slot,
                             const struct mirth_piece *next)
{
    struct mirth_slice s;
    if (slot->slot && !next->slot && next->text.len && next->text.at[0] == ' ' &&
        find_slot(f, slot->text, &s) &&
        is_apposition(f->telling->english, s, is(slot->text, "who") || is(slot->text, "by")))
        mirth_put_char(f->out, ',');
}

static bool put_pieces(struct filler *f)
{
    bool after_lead = f->out->len > 0;
    for (size_t i = 0; i < f->phrasing->piece_count; i++) {
        const struct mirth_piece *piece = &f->phrasing->pieces[i];
        if (i)
            close_apposition(f, piece - 1, piece);
        if (!i && after_lead && !piece->slot &&
            !(piece->text.len > 1 && piece->text.at[0] == 'I' && piece->text.at[1] == ' ')) {
            mirth_put_char(f->out, mirth_lower(piece->text.at[0]));
            mirth_put(f->out, piece->text.at + 1, piece->text.len - 1);
        } else if (!put_piece(f, piece)) {
            return false;
        }
    }
    return true;
}

bool mirth_fill(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct filler f = {.telling = telling, .phrasing = phrasing, .clause = clause, .out = out};
    out->len = 0;
    if (!phrasing->piece_count || !mirth_has_room(telling->english, phrasing, clause))
        return false;
    if (phrasing->whole && clause->body.len && clause->body.at[clause->body.len - 1] == ':')
        return false;
    return put_lead(&f) && put_pieces(&f) && out->len && !out->spent;
}

bool mirth_fill_ours(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                     struct mirth_slice given, struct mirth_buffer *out)
{
    struct filler f = {.telling = telling, .phrasing = phrasing, .given = given, .out = out};
    out->len = 0;
    return put_pieces(&f) && out->len && !out->spent;
}
