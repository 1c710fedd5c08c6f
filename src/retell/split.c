/* split.c: a long sentence of the record's as two or three: at ", and", ", which caused", ";". */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"
#include "retell/plain.h"

enum { LONG = 14, HEAD = 5, TAIL = 3, SOON = 8 }; /* words, words, words, tokens */

struct splitter {
    const struct mirth_telling *telling;
    const struct mirth_token *tokens;
    size_t count, begun; /* the sentence at hand begins at tokens[begun] */
};

static bool is(const struct splitter *s, size_t at, int list)
{
    return at < s->count && mirth_listed(s->telling->english, s->tokens[at].word, list);
}

static unsigned forms(const struct splitter *s, size_t at)
{
    return s->telling->english->words[s->tokens[at].word].forms;
}

static bool is_comma(const struct splitter *s, size_t at)
{
    return s->tokens[at].kind == MIRTH_T_PUNCT && s->tokens[at].text.at[0] == ',';
}

static bool is_finite(const struct splitter *s, size_t at)
{
    if (is(s, at, MIRTH_L_AUX))
        return true;
    return forms(s, at) & MIRTH_PAST && !is(s, at, MIRTH_L_ADJECTIVE_PP);
}

/* "Convinced", "watching": what hangs on the clause before. */
static bool is_participle(const struct splitter *s, size_t at)
{
    const struct mirth_slice word = s->tokens[at].text;
    return s->tokens[at].kind == MIRTH_T_WORD && word.len > 4 &&
           (mirth_ends(word, "ed") || mirth_ends(word, "ing"));
}

/* "8 hours 25 minutes before the team was called": how long, and nothing that was so. */
static bool is_span(const struct splitter *s, size_t at)
{
    return at + 1 < s->count && s->tokens[at].kind == MIRTH_T_NUMBER &&
           is(s, at + 1, MIRTH_L_DURATION);
}

/* "the team was", "we restarted": somebody or something, and soon what it did. */
static bool is_clause(const struct splitter *s, size_t at)
{
    bool begins = is(s, at, MIRTH_L_THE) || is(s, at, MIRTH_L_PRONOUN);
    if (at >= s->count || is_span(s, at) || is(s, at, MIRTH_L_ADVERB) ||
        (!begins && is_participle(s, at)) || is(s, at, MIRTH_L_JOINT) || is_finite(s, at) ||
        is(s, at, MIRTH_L_REFLEXIVE) || (is(s, at, MIRTH_L_PREPOSITION) && !begins))
        return false;
    for (size_t i = at + 1; i < s->count && i < at + SOON; i++) {
        if (s->tokens[i].kind == MIRTH_T_PUNCT || is(s, i, MIRTH_L_COORDINATOR) ||
            is(s, i, MIRTH_L_SUBCLAUSE))
            return false;
        if (is_finite(s, i))
            return begins || is(s, i, MIRTH_L_AUX);
    }
    return false;
}

bool mirth_begins_clause(const struct mirth_telling *t, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    struct splitter s = {.telling = t, .tokens = tokens};
    s.count = mirth_tokens(t->english, text, tokens);
    return s.count <= MIRTH_TOKENS && !is(&s, 0, MIRTH_L_COORDINATOR) && is_clause(&s, 0);
}

static size_t words_between(const struct splitter *s, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++)
        n += s->tokens[i].kind != MIRTH_T_PUNCT && s->tokens[i].kind != MIRTH_T_MARK;
    return n;
}

/* ", leading to" > "This led to": how many tokens of the record's the words of ours stand for. */
static size_t tail_at(const struct splitter *s, size_t at, struct mirth_slice *ours)
{
    const struct mirth_line *lines;
    size_t count = mirth_book_entry(s->telling->english_book, "plain", "tails", &lines);
    const char *from = s->tokens[at].text.at, *end = s->tokens[s->count - 1].text.at;
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice rest = mirth_slice_of(lines[i].text), joint;
        size_t n = 0;
        mirth_cut(&rest, '>', &joint);
        if (joint.len + 1 > (size_t)(end - from) || from[joint.len] != ' ' ||
            !mirth_same_nocase(mirth_slice(from, joint.len), joint))
            continue;
        while (at + n < s->count && s->tokens[at + n].text.at < from + joint.len)
            n++;
        *ours = mirth_trim(rest);
        return n;
    }
    return 0;
}

/* ", causing a restart and losing mail": the second one has no sentence to hang on once the first
 * is one. */
static bool hangs_on(const struct splitter *s, size_t at)
{
    for (size_t i = at; i + 1 < s->count && !is_comma(s, i); i++) {
        size_t next = i + 1;
        while (next + 1 < s->count && is(s, next, MIRTH_L_ADVERB))
            next++; /* "and later losing mail" */
        if (is(s, i, MIRTH_L_COORDINATOR) && is_participle(s, next) &&
            mirth_ends(s->tokens[next].text, "ing"))
            return true;
    }
    return false;
}

/* "It led to errors. This led to calls.": a sentence of ours would say the verb again. */
static bool drones(const struct splitter *s, size_t at, struct mirth_slice ours)
{
    const struct mirth_slice head = {s->tokens[s->begun].text.at,
                                     (size_t)(s->tokens[at].text.at - s->tokens[s->begun].text.at)};
    struct mirth_slice verb = ours, first;
    return mirth_cut(&verb, ' ', &first) && mirth_holds_nocase(head, mirth_trim(verb));
}

/* It tells what might be: only its clauses of their own are cut off. */
static bool is_supposed(const struct splitter *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (is(s, i, MIRTH_L_UNREAL))
            return true;
    return false;
}

/* ", so that", ", so the search can be found": what for, and not what came of it. */
static bool is_purpose(const struct splitter *s, size_t at)
{
    if (!is(s, at, MIRTH_L_PURPOSE))
        return false;
    for (size_t i = at + 1; i < s->count && i < at + SOON; i++)
        if (is(s, i, MIRTH_L_THAT) || (is(s, i, MIRTH_L_AUX) && is(s, i, MIRTH_L_MODAL)))
            return true;
    return false;
}

/* "On Monday, the relay failed, causing a flood": behind a lead, the tail of its main clause; the
 * clause itself begins behind a comma, and nothing goes on behind the tail. */
static bool is_last_tail(const struct splitter *s, size_t at)
{
    size_t main = at;
    for (size_t i = at + 1; i + 1 < s->count; i++)
        if (is_comma(s, i) && (is_clause(s, i + 1) || is_clause(s, i + 2)))
            return false;
    while (main > s->begun && !is_comma(s, main - 1))
        main--;
    return main > s->begun && is_clause(s, main);
}

/* "If it had ..., and it did ..., then": what hangs on the first half stays with it. */
static bool hangs_together(const struct splitter *s, size_t at)
{
    return is(s, at, MIRTH_L_LEAD) || is(s, at, MIRTH_L_COORDINATOR) ||
           is(s, at, MIRTH_L_HALF_SAID);
}

/* "We need a bell, we should ring it, and we should listen": the last of three clauses needs its
 * "and", without which the first two run on. */
static bool ends_series(const struct splitter *s, size_t at)
{
    if (!is(s, s->begun, MIRTH_L_PRONOUN) && !is(s, s->begun, MIRTH_L_THE))
        return false; /* "On Monday, we met, and they rang": the first comma ends a lead */
    for (size_t i = s->begun + TAIL; i < at; i++)
        if (is_comma(s, i) && (is(s, i + 1, MIRTH_L_PRONOUN) || is(s, i + 1, MIRTH_L_THE)) &&
            is_clause(s, i + 1))
            return true;
    return false;
}

/* Where a sentence of its own may begin behind the mark at tokens[at]: how many tokens go, and what
 * stands there instead. 0: nowhere. */
static size_t cut_at(const struct splitter *s, size_t at, struct mirth_slice *ours)
{
    const bool hangs = hangs_together(s, 0);
    size_t tail;
    *ours = mirth_slice("", 0);
    if (s->tokens[at].kind != MIRTH_T_PUNCT || words_between(s, s->begun, at) < HEAD ||
        words_between(s, at, s->count) < TAIL + 1)
        return 0;
    if (s->tokens[at].text.at[0] == ';')
        return !hangs && is_clause(s, at + 1) ? 1 : 0;
    if (!is_comma(s, at))
        return 0;
    if (!hangs && is(s, at + 1, MIRTH_L_ADDITIVE) && is_clause(s, at + 2) && !ends_series(s, at))
        return 2;
    if (!hangs && is(s, at + 1, MIRTH_L_TURN) && !is_purpose(s, at + 1) && is_clause(s, at + 2))
        return 1;
    if (hangs_on(s, at + 2) || !(tail = tail_at(s, at + 1, ours)) || drones(s, at, *ours) ||
        is_supposed(s) || (hangs && !is_last_tail(s, at)))
        return 0;
    return 1 + tail;
}

static void put_first(const struct splitter *s, struct mirth_slice text, struct mirth_buffer *out)
{
    if (!text.len || !mirth_may_raise(s->telling->english, text)) {
        mirth_put_slice(out, text);
        return;
    }
    mirth_put_char(out, mirth_upper(text.at[0]));
    mirth_put(out, text.at + 1, text.len - 1);
}

/* From where the text goes on behind the cut; the words of ours, or a capital, before it. */
static const char *put_cut(const struct splitter *s, size_t at, size_t len, struct mirth_slice ours,
                           struct mirth_buffer *out)
{
    struct mirth_slice next = s->tokens[at + len].text;
    mirth_put_text(out, ". ");
    if (ours.len) {
        mirth_put_slice(out, ours);
        mirth_put_char(out, ' ');
        return next.at;
    }
    put_first(s, next, out);
    return next.at + next.len;
}

/* A glance that spares most sentences the taking apart. */
static bool may_be_cut(struct mirth_slice s)
{
    return (memchr(s.at, ',', s.len) || memchr(s.at, ';', s.len)) && mirth_count_words(s) >= LONG;
}

/* The text's tokens; those of the clause at hand where it is told in its own words. */
static struct mirth_slice take_apart(struct splitter *s, struct mirth_slice text,
                                     struct mirth_token *tokens)
{
    const struct mirth_words *words = s->telling->words;
    if (words && words->count && mirth_same(words->of, text)) {
        s->tokens = words->tokens;
        s->count = words->count;
        return words->of;
    }
    s->tokens = tokens;
    s->count = mirth_tokens(s->telling->english, text, tokens);
    return text;
}

void mirth_split_long(const struct mirth_telling *t, struct mirth_buffer *text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    struct splitter s = {.telling = t};
    struct mirth_slice whole = mirth_buffer_slice(text), ours;
    struct mirth_buffer out = {0};
    const char *from;
    if (!may_be_cut(whole))
        return;
    whole = take_apart(&s, whole, tokens);
    from = whole.at;
    if (s.count > MIRTH_TOKENS)
        return;
    for (size_t i = 1; i + 2 < s.count; i++) {
        size_t len = cut_at(&s, i, &ours);
        if (!len)
            continue;
        mirth_put(&out, from, (size_t)(s.tokens[i].text.at - from));
        from = put_cut(&s, i, len, ours, &out);
        s.begun = i + len;
        i += len;
    }
    if (s.begun) {
        mirth_put(&out, from, (size_t)(whole.at + whole.len - from));
        text->len = 0;
        mirth_put_slice(text, mirth_buffer_slice(&out));
    }
    mirth_buffer_free(&out);
}
