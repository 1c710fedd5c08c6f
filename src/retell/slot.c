/* slot.c: a slot's text on its way into a template: its case, number, article and emphasis */
#include "retell/slot.h"

#include <string.h>

#include "retell/grammar.h"
#include "retell/plain.h"
#include "understand/digest.h"
#include "understand/inflect.h"

enum { BOLD_WORDS = 7, TELEGRAM_WORDS = 5 };

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
static bool is_handle(const struct mirth_filler *f, struct mirth_slice s)
{
    struct mirth_slice rest = s, first;
    return begins_sentence(f->clause, s) && mirth_is_lower(s.at[0]) &&
           mirth_cut(&rest, ' ', &first) && !mirth_word(f->telling->english, first);
}

/* The text with the capital that its new place wants. */
void mirth_put_cased(struct mirth_filler *f, struct mirth_slice s)
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

static bool may_be_bold(const struct mirth_filler *f, struct mirth_slice name, struct mirth_slice s)
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

static void put_plural(struct mirth_filler *f, struct mirth_slice noun)
{
    if (mirth_is_plural(f->telling->english, noun)) {
        mirth_put_slice(f->out, noun);
        return;
    }
    mirth_put(f->out, noun.at, noun.len - mirth_turns_y(noun));
    mirth_put_text(f->out, mirth_ending_s(noun));
}

/* Modifiers that print a verb or a pronoun in the slot's number. */
static bool put_agreeing(struct mirth_filler *f, struct mirth_slice modifier, struct mirth_slice s)
{
    static const struct {
        const char *name, *singular, *plural;
    } words[] = {{"was", "was", "were"}, {"is", "is", "are"},    {"has", "has", "have"},
                 {"it", "it", "them"},   {"does", "does", "do"}, {"its", "its", "their"},
                 {"s", "s", ""}};
    if (f->now && is(modifier, "was"))
        modifier = mirth_slice_of("is");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(modifier, words[i].name)) {
            bool plural = mirth_is_plural(f->telling->english, s);
            mirth_put_text(f->out, plural ? words[i].plural : words[i].singular);
            return true;
        }
    return false;
}

/* Whether what is written ends in a noun phrase's beginning: "the", "a tired". */
static bool ends_in_article(const struct mirth_filler *f)
{
    const struct mirth_english *e = f->telling->english;
    size_t end = f->out->len;
    for (int words = 0; words < 3 && end; words++) {
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

bool mirth_lacks_article(const struct mirth_filler *f, struct mirth_slice name,
                         struct mirth_slice s)
{
    const struct mirth_english *e = f->telling->english;
    return f->clause && mirth_one_of(mirth_slice_of("who|by|what|cause|to|from|hyp"), name) &&
           mirth_is_alpha(s.at[0]) && (unsigned char)s.at[0] < 0x80 && /* no emoji */
           mirth_count_words(s) <= TELEGRAM_WORDS &&
           mirth_listed(e, mirth_word(e, mirth_head(e, s)), MIRTH_L_COUNT_NOUN) &&
           !mirth_is_plural(e, s) && !mirth_has_article(e, s) && !ends_in_article(f);
}

/* A flaw is news, "a wrong path"; any other thing was there before, "the web server". */
static const char *missing_article(const struct mirth_filler *f, struct mirth_slice s)
{
    const struct mirth_english *e = f->telling->english;
    struct mirth_slice rest = s, word;
    while (mirth_cut(&rest, ' ', &word))
        if (mirth_listed(e, mirth_word(e, word), MIRTH_L_FLAW))
            return mirth_article(e, s);
    return "the ";
}

static void put_article(struct mirth_filler *f, const char *article)
{
    if (article[0] && at_start(f->out))
        mirth_put_char(f->out, mirth_upper(*article++));
    mirth_put_text(f->out, article);
}

void mirth_put_slot(struct mirth_filler *f, const struct mirth_piece *piece, struct mirth_slice s)
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
            bool none = (is(m, "a") && mirth_is_plural(e, s)) ||
                        (f->worded && mirth_ends(s, "ing")); /* "load testing got under way" */
            put_article(f, none ? "" : is(m, "the") ? "the " : mirth_article(e, s));
        }
        plural |= is(m, "plural");
    }
    if (!piece->modifiers[0].len && mirth_lacks_article(f, piece->text, s))
        put_article(f, missing_article(f, s));
    bold = may_be_bold(f, piece->text, s) && !piece->modifiers[1].len;
    if (bold) {
        mirth_put_text(f->out, "**");
        f->bold_done = true;
    }
    if (plural)
        put_plural(f, s);
    else
        mirth_put_cased(f, s);
    if (bold)
        mirth_put_text(f->out, "**");
}

void mirth_put_raised(struct mirth_buffer *out, const char *text)
{
    if (at_start(out) && mirth_is_lower(text[0])) {
        mirth_put_char(out, mirth_upper(text[0]));
        text++;
    }
    mirth_put_text(out, text);
}
