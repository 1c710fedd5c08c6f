/* clauses.c: a part's text as sentences. */
#include "understand/clauses.h"

#include <string.h>

#include "understand/situations.h"

enum { FEW = 6 };

/* A text that is cut into sentences; the tokens of one are kept for the matcher. */
struct splitter {
    const struct mirth_english *english;
    const struct mirth_words *known; /* tokens of the whole text; or NULL */
    struct mirth_tokenizer tokenizer;
    struct mirth_sentence sentence;
    struct mirth_clause
        few[FEW]; /* most parts have no more, and take no more room than they need */
    size_t room;  /* in the pool, for more */
    size_t total; /* tokens of the sentence, marks and what there was no room for included */
    bool again;   /* marks were passed over: the sentence must be taken apart once more */
};

/* A word that the book does not have is a form of "*", any verb, by its ending. */
static void guess_form(const struct mirth_english *english, struct mirth_token *t, bool first)
{
    if (t->word || t->kind != MIRTH_T_WORD || (!first && !mirth_is_lower(t->text.at[0])))
        return;
    if (t->text.len > 4 && mirth_ends(t->text, "ed"))
        t->word = mirth_word(english, mirth_slice_of("*ed"));
    else if (t->text.len > 5 && mirth_ends(t->text, "ing"))
        t->word = mirth_word(english, mirth_slice_of("*ing"));
}

static void keep(struct splitter *s, const struct mirth_token *t)
{
    struct mirth_token *kept = &s->sentence.tokens[s->sentence.count];
    if (s->total++ >= MIRTH_TOKENS || t->kind == MIRTH_T_MARK)
        return;
    *kept = *t;
    guess_form(s->english, kept, !s->sentence.count++);
}

/* "web-01", "db2": a name that begins a sentence as it is spelt. */
static bool is_machine(struct mirth_slice text)
{
    size_t i = 0;
    while (i < text.len && (mirth_is_lower(text.at[i]) || text.at[i] == '-' || text.at[i] == '_'))
        i++;
    return i > 1 && i < text.len && mirth_is_digit(text.at[i]);
}

/* Whether a sentence ends with the mark before rest: white space follows, and then something that
 * a sentence may begin with. */
static bool sentence_ends(const struct mirth_english *e, struct mirth_token before, char mark,
                          struct mirth_slice rest)
{
    struct mirth_slice next = mirth_trim(rest);
    if (!next.len)
        return true;
    if (!mirth_is_space(rest.at[0]) || (mirth_is_lower(next.at[0]) && !is_machine(next)))
        return false;
    if (mark == '.' && before.kind == MIRTH_T_NUMBER && before.text.len <= 2 &&
        mirth_listed(e, mirth_token_at(e, next).word, MIRTH_L_MONTH))
        return false; /* "on 20. January" */
    return mark != '.' || before.kind != MIRTH_T_WORD ||
           !mirth_listed(e, before.word, MIRTH_L_ABBREVIATION);
}

/* The length of the first sentence of text, its final mark included. */
static size_t read_sentence(struct splitter *s, struct mirth_slice text)
{
    struct mirth_token before = {.kind = MIRTH_T_PUNCT};
    size_t i = 0;
    s->sentence.count = s->total = 0;
    s->again = false;
    while (i < text.len) {
        struct mirth_token t;
        if (mirth_is_space(text.at[i])) {
            i++;
            continue;
        }
        t = mirth_token_of(&s->tokenizer, mirth_slice(text.at + i, text.len - i));
        keep(s, &t);
        i += t.text.len;
        if (t.kind == MIRTH_T_PUNCT && mirth_is_among(".!?", t.text.at[0])) {
            for (; i < text.len && mirth_is_among(".!?*_\")'", text.at[i]); i++)
                s->again = true;
            if (sentence_ends(s->english, before, t.text.at[0],
                              mirth_slice(text.at + i, text.len - i)))
                break;
        }
        before = t;
    }
    return i;
}

struct mirth_slice mirth_without_notes(struct mirth_slice s)
{
    for (size_t i = s.len; i-- > 2 && s.at[s.len - 1] == ']';) {
        if (s.at[i] != '[')
            continue;
        if (s.at[i + 1] != '^' || !strchr(".!?]", s.at[i - 1]))
            break;
        s.len = i;
    }
    return s;
}

static struct mirth_slice without_stop(struct mirth_slice s)
{
    struct mirth_slice bare = mirth_without_notes(s);
    if (bare.len && mirth_is_among(".!?", bare.at[bare.len - 1]))
        s = bare;
    while (s.len && mirth_is_among(".!?", s.at[s.len - 1]))
        s.len--;
    return mirth_trim(s);
}

static bool has_word(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool symbol = (unsigned char)s.at[i] >= 0xe2; /* symbols and emoji; letters with accents are
                                                         below, other scripts' count as none here */
        if (mirth_is_digit(s.at[i]) || (mirth_is_alpha(s.at[i]) && (unsigned char)s.at[i] < 0x80))
            return true;
        if (symbol)
            i += mirth_utf8_length(s.at[i]) - 1;
        else if ((unsigned char)s.at[i] >= 0xc3)
            return true;
    }
    return false;
}

static void take_apart(struct splitter *s, struct mirth_slice text)
{
    struct mirth_tokenizer tokenizer = mirth_tokenizer(s->english, s->known, text);
    s->sentence.count = s->total = 0;
    for (text = mirth_trim(text); text.len; text = mirth_trim(text)) {
        struct mirth_token t = mirth_token_of(&tokenizer, text);
        keep(s, &t);
        text = mirth_slice(text.at + t.text.len, text.len - t.text.len);
    }
}

/* The tokens of the clause's body: those of its text without the stop. */
static const struct mirth_sentence *sentence_of(struct splitter *s,
                                                const struct mirth_clause *clause)
{
    struct mirth_sentence *sentence = &s->sentence;
    const char *end = clause->body.at + clause->body.len;
    if (s->again) {
        take_apart(s, clause->body);
    } else if (clause->body.len < clause->text.len) {
        s->total--;
        if (sentence->count && sentence->tokens[sentence->count - 1].text.at >= end)
            sentence->count--;
    }
    if (s->total > MIRTH_TOKENS)
        sentence->count = 0;
    return sentence;
}

/* Where the clauses are so far: a few beside the splitter, more in the pool. */
static struct mirth_clause *clauses_of(struct splitter *s, const struct mirth_part *part)
{
    return part->clauses ? part->clauses : s->few;
}

static bool move_to_pool(struct splitter *s, struct mirth_pool *pool, struct mirth_part *part,
                         size_t room)
{
    part->clauses = mirth_pool_room(pool, room, sizeof *part->clauses);
    if (part->clauses)
        memcpy(part->clauses, s->few, part->clause_count * sizeof *part->clauses);
    s->room = room;
    return part->clauses != NULL;
}

static struct mirth_clause *add_clause(struct splitter *s, struct mirth_pool *pool,
                                       struct mirth_part *part, struct mirth_slice text)
{
    struct mirth_slice body = without_stop(text);
    struct mirth_clause *clause;
    if (part->clause_count == FEW && !part->clauses && !move_to_pool(s, pool, part, 2 * FEW))
        return NULL;
    if (part->clauses && !mirth_pool_grow(pool, (void **)&part->clauses, part->clause_count,
                                          &s->room, sizeof *part->clauses))
        return NULL;
    clause = &clauses_of(s, part)[part->clause_count++];
    *clause = (struct mirth_clause){.text = text, .body = body, .main = body};
    return clause;
}

bool mirth_read_clauses(const struct mirth_english *english, const struct mirth_words *known,
                        struct mirth_pool *pool, struct mirth_part *part, enum mirth_manner manner)
{
    struct splitter s;
    struct mirth_slice rest = mirth_trim(part->flat);
    s.english = english;
    s.known = known;
    s.tokenizer = mirth_tokenizer(english, known, rest);
    while (rest.len) {
        size_t len = read_sentence(&s, rest);
        struct mirth_slice text = mirth_trim(mirth_slice(rest.at, len));
        const struct mirth_sentence *sentence;
        struct mirth_clause *clause;
        rest = mirth_trim(mirth_slice(rest.at + len, rest.len - len));
        if (part->clause_count && !has_word(text)) { /* an emoji belongs to its sentence */
            clause = &clauses_of(&s, part)[part->clause_count - 1];
            clause->text.len = (size_t)(text.at + text.len - clause->text.at);
            continue;
        }
        clause = add_clause(&s, pool, part, text);
        if (!clause)
            return false;
        sentence = sentence_of(&s, clause);
        mirth_situations(english, sentence->tokens, sentence->count, manner == MIRTH_REQUEST,
                         clause->shows);
        mirth_match(english, clause, sentence, manner);
    }
    return !part->clause_count || part->clauses || move_to_pool(&s, pool, part, part->clause_count);
}
