/* complete.c: a telegram as a sentence: "Lamp replaced at noon" > "The lamp was replaced at noon".
 */
#include <string.h>

#include "retell/deed.h"
#include "retell/grammar.h"
#include "retell/ledger.h"
#include "retell/plain.h"
#include "retell/slot.h"
#include "retell/state.h"
#include "understand/digest.h"

enum { SUBJECT_WORDS = 9, OBJECT_WORDS = 6 };

static const struct mirth_piece with_article = {
    {"what", 4}, true, true, {{"the", 3}, {"", 0}, {"", 0}}};
static const struct mirth_piece with_a = {{"what", 4}, true, true, {{"a", 1}, {"", 0}, {"", 0}}};
static const struct mirth_piece as_it_is = {{"what", 4}, true, true, {{"", 0}, {"", 0}, {"", 0}}};
static const struct mirth_piece was = {{"what", 4}, true, false, {{"was", 3}, {"", 0}, {"", 0}}};
static const struct mirth_piece is = {{"what", 4}, true, false, {{"is", 2}, {"", 0}, {"", 0}}};

/* The noun phrase that the deed is done to, before its verb or straight behind it. */
static struct mirth_slice find_thing(const struct mirth_clause *c, bool before)
{
    static const char *const names[] = {"what", "cause", "who"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct mirth_slice s = {"", 0};
        for (size_t k = 0; k < MIRTH_SLOTS && c->slots[k].name; k++)
            if (!strcmp(c->slots[k].name, names[i]))
                s = c->slots[k].text;
        if (s.len && (before ? s.at < c->verb.at : s.at == c->verb.at + c->verb.len + 1))
            return s;
    }
    return mirth_slice("", 0);
}

static struct mirth_slice last_word(struct mirth_slice s)
{
    size_t at = s.len;
    while (at && s.at[at - 1] != ' ')
        at--;
    return mirth_slice(s.at + at, s.len - at);
}

static bool is_gerund(struct mirth_slice s)
{
    return mirth_ends(last_word(s), "ing");
}

/* Whether it is a noun phrase whose number is plain: "server and disk speed" may be either, "we
 * apologise to the customers" is none. */
static bool is_plain(const struct mirth_english *e, struct mirth_slice s, size_t most)
{
    size_t words = mirth_count_words(s);
    if (!s.len || words > most || !mirth_is_balanced(s) || memchr(s.at, '*', s.len) ||
        memchr(s.at, ',', s.len) || (words == 1 && is_gerund(s)) ||
        (words > 1 && mirth_listed(e, mirth_token_at(e, s).word, MIRTH_L_PRONOUN)))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (mirth_spaced_at(e, s, i, MIRTH_L_AND_OR))
            return mirth_is_plural(e, last_word(s));
    return true;
}

/* "Additional lamps", "new hook": what was not there before. */
static bool is_news(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_slice rest = s, first;
    return mirth_cut(&rest, ' ', &first) && mirth_listed(e, mirth_word(e, first), MIRTH_L_NEWS);
}

/* Told as happening, by the record ("10:05 The bell rings.") or by what else this sentence tells:
 * "Night crew called and takes over". */
static bool is_now(const struct mirth_telling *t, const struct mirth_clause *c)
{
    return c->now || mirth_is_in_present(t->english, c);
}

static void put_to_be(struct mirth_filler *f, struct mirth_slice thing)
{
    mirth_put_slot(f, is_now(f->telling, f->clause) ? &is : &was, thing);
}

void mirth_put_thing(struct mirth_filler *f, struct mirth_slice s)
{
    const bool before = !f->clause->verb.len || s.at < f->clause->verb.at;
    const bool news = is_news(f->telling->english, s);
    f->bold_done = true;
    mirth_put_slot(f, !before || is_gerund(s) ? &as_it_is : news ? &with_a : &with_article, s);
}

static void put_thing(struct mirth_filler *f, struct mirth_slice s)
{
    mirth_put_thing(f, s);
    mirth_put_char(f->out, ' ');
    put_to_be(f, s);
}

/* The record's words, and an article for whom a deed is by, or goes to, and that lacks one:
 * "escalated to [the] night crew". */
static void put_words(struct mirth_filler *f, const char *from, const char *to)
{
    const struct mirth_clause *c = f->clause;
    for (;;) {
        struct mirth_slice next = {"", 0}, name = {"", 0};
        for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++) {
            const struct mirth_slice slot = c->slots[i].text;
            name = mirth_slice_of(c->slots[i].name);
            if ((mirth_same_text(name, "by") || mirth_same_text(name, "to")) && slot.at >= from &&
                slot.at + slot.len <= to && mirth_lacks_article(f, name, slot) &&
                (!next.len || slot.at < next.at))
                next = slot;
        }
        if (!next.len)
            break;
        mirth_put(f->out, from, (size_t)(next.at - from));
        mirth_put_slot(f, &with_article, next);
        from = next.at + next.len;
    }
    mirth_put(f->out, from, (size_t)(to - from));
}

/* Its joint, its thing with the article that it lacks, and its verb to be, which what things do by
 * themselves ("measures started") goes without. */
static void put_second(struct mirth_filler *f, const struct mirth_deed *deed)
{
    const struct mirth_english *e = f->telling->english;
    const char *end = f->clause->text.at + f->clause->text.len;
    const struct mirth_line *line;
    struct mirth_slice joint, full = deed->joint;
    const bool bare = mirth_listed(e, mirth_word(e, deed->verb), MIRTH_L_ERGATIVE);
    if (mirth_book_entry(f->telling->english_book, "plain", "second-deed", &line)) {
        struct mirth_slice rest = mirth_slice_of(line->text);
        if (mirth_cut(&rest, '>', &joint) && mirth_same(mirth_trim(joint), deed->joint))
            full = mirth_trim(rest);
    }
    mirth_put_slice(f->out, full);
    mirth_put_char(f->out, ' ');
    mirth_put_slot(f, &as_it_is, deed->thing);
    mirth_put_char(f->out, ' ');
    if (!bare) {
        put_to_be(f, deed->thing);
        mirth_put_char(f->out, ' ');
    }
    mirth_put(f->out, deed->verb.at, (size_t)(end - deed->verb.at));
}

/* "At noon, lamp replaced ...": what stands before, the thing, its "was", and all that is behind.
 */
static void put_reduced(struct mirth_filler *f, struct mirth_slice thing)
{
    const struct mirth_clause *c = f->clause;
    const struct mirth_deed second = mirth_second_deed(f->telling->english, c);
    const char *behind = thing.at + thing.len, *end = c->text.at + c->text.len;
    const char *to = second.thing.len ? second.joint.at : end;
    mirth_put(f->out, c->text.at, (size_t)(thing.at - c->text.at));
    put_thing(f, thing);
    mirth_put(f->out, behind, (size_t)(c->verb.at - behind));
    mirth_put_char(f->out, mirth_lower(c->verb.at[0])); /* "Issue Detected" */
    put_words(f, c->verb.at + 1, to);
    if (second.thing.len) {
        while (f->out->len && f->out->at[f->out->len - 1] == ' ')
            f->out->len--;
        mirth_put_text(f->out, mirth_is_among(",;", second.joint.at[0]) ? "" : " ");
        put_second(f, &second);
    }
}

/* "At noon, replaced the lamp ...": what was an object comes first. */
static void put_turned(struct mirth_filler *f, struct mirth_slice thing)
{
    const struct mirth_clause *c = f->clause;
    const char *behind = thing.at + thing.len, *end = c->text.at + c->text.len;
    mirth_put(f->out, c->text.at, (size_t)(c->verb.at - c->text.at));
    put_thing(f, thing);
    mirth_put_char(f->out, ' ');
    mirth_put_char(f->out, mirth_lower(c->verb.at[0]));
    mirth_put(f->out, c->verb.at + 1, c->verb.len - 1);
    mirth_put(f->out, behind, (size_t)(end - behind));
}

/* ", suspecting them": it hangs on whoever did it, and the turned sentence has nobody. */
static bool hangs_on_doer(struct mirth_slice rest)
{
    for (size_t i = 0; i + 1 < rest.len; i++) {
        struct mirth_slice behind, word;
        if (rest.at[i] != ',')
            continue;
        behind = mirth_trim(mirth_slice(rest.at + i + 1, rest.len - i - 1));
        if (mirth_cut(&behind, ' ', &word) && mirth_ends(word, "ing"))
            return true;
    }
    return false;
}

/* "Reverted the changes to the proxy": they would be reverted to it. */
static bool parts_from_to(const struct mirth_english *e, struct mirth_slice thing,
                          struct mirth_slice rest)
{
    struct mirth_slice word;
    return mirth_cut(&rest, ' ', &word) && mirth_same_text(word, "to") &&
           mirth_listed(e, mirth_word(e, last_word(thing)), MIRTH_L_TAKES_TO);
}

/* "20 September", "May 3" */
static bool is_date(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0; i < 2 && i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_MONTH) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_WEEKDAY))
            return true;
    return false;
}

/* "Measured afterwards on a laptop", "Measured 20 May": nothing that was measured stands there; and
 * "it in a drawer" is two things. */
static bool is_adverbial(const struct mirth_english *e, struct mirth_slice thing)
{
    const uint32_t first = mirth_token_at(e, thing).word;
    struct mirth_slice rest = thing, word;
    mirth_cut(&rest, ' ', &word);
    return (mirth_listed(e, first, MIRTH_L_PRONOUN) &&
            mirth_listed(e, mirth_token_at(e, rest).word, MIRTH_L_PREPOSITION)) ||
           is_date(e, thing) || mirth_listed(e, first, MIRTH_L_ADVERB) ||
           mirth_listed(e, first, MIRTH_L_LEAD) || mirth_listed(e, first, MIRTH_L_PREPOSITION);
}

/* What goes on with the same subject ("and began to look") would lose it, what goes on about the
 * thing ("that was stuck", "to the gate") would be parted from it. */
static bool may_turn(const struct mirth_telling *t, const struct mirth_clause *c,
                     struct mirth_slice thing)
{
    struct mirth_slice rest = mirth_trim(c->rest);
    return !is_now(t, c) && !c->shared && !c->adverb.len && c->verb.at == c->main.at &&
           !hangs_on_doer(rest) && !is_adverbial(t->english, thing) &&
           !parts_from_to(t->english, thing, rest) && !mirth_is_of_noun(t->english, rest);
}

/* "Night crew found a lamp": what stands before, the article, and all of it. */
static bool put_subject(struct mirth_filler *f)
{
    static const char *const names[] = {"who", "what", "hyp"};
    const struct mirth_clause *c = f->clause;
    const char *end = c->text.at + c->text.len;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct mirth_slice subject = mirth_slot(c, names[i]);
        if (!subject.len || subject.at != c->main.at ||
            !mirth_lacks_article(f, mirth_slice_of(names[i]), subject) ||
            !mirth_has_verb_behind(f->telling->english, c, subject))
            continue;
        mirth_put(f->out, c->text.at, (size_t)(subject.at - c->text.at));
        f->bold_done = true;
        mirth_put_slot(f, &with_article, subject);
        put_words(f, subject.at + subject.len, end);
        return true;
    }
    return false;
}

/* "Database down": what stands before, the thing with its article, "was", and how it was. */
static bool put_state(struct mirth_filler *f)
{
    const struct mirth_clause *c = f->clause;
    const struct mirth_state state = mirth_state_of(f->telling->english, c);
    if (!is_plain(f->telling->english, state.thing, SUBJECT_WORDS))
        return false;
    mirth_put(f->out, c->text.at, (size_t)(state.thing.at - c->text.at));
    put_thing(f, state.thing);
    mirth_put_char(f->out, ' ');
    mirth_put(f->out, state.how, (size_t)(c->text.at + c->text.len - state.how));
    return true;
}

struct mirth_slice mirth_telegram_thing(const struct mirth_telling *t, const struct mirth_clause *c)
{
    const struct mirth_slice before = find_thing(c, true), behind = find_thing(c, false);
    if (!c->verb.len || c->present)
        return mirth_slice("", 0);
    if (is_plain(t->english, before, SUBJECT_WORDS) && mirth_is_bare_deed(t->english, c))
        return before;
    if (is_plain(t->english, behind, OBJECT_WORDS) && may_turn(t, c, behind))
        return behind;
    return mirth_slice("", 0);
}

/* A deed without its verb to be; false: the sentence is none. */
static bool put_telegram(struct mirth_filler *f)
{
    const struct mirth_slice thing = mirth_telegram_thing(f->telling, f->clause);
    if (!thing.len)
        return false;
    if (thing.at < f->clause->verb.at)
        put_reduced(f, thing);
    else
        put_turned(f, thing);
    return true;
}

bool mirth_complete(const struct mirth_telling *t, const struct mirth_clause *c,
                    struct mirth_buffer *out)
{
    struct mirth_filler f = {.telling = t, .clause = c, .out = out};
    out->len = 0;
    return ((c->frame && (put_telegram(&f) || put_subject(&f))) || put_state(&f)) &&
           mirth_ledger_balances(t->english, t->words, c->text, mirth_buffer_slice(out));
}
