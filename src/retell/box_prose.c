/* box_prose.c: what the rows of the box have in common: which part is read, and how much of a
 * sentence a row may hold. */
#include "retell/box_prose.h"

#include <string.h>

#include "retell/grammar.h"
#include "understand/digest.h"

static bool has(struct mirth_slice s, char c)
{
    return s.len && memchr(s.at, c, s.len);
}

bool mirth_fits_row(struct mirth_slice s, size_t most)
{
    size_t words = mirth_count_words(s);
    return words > 0 && words <= most && mirth_is_balanced(s) && !has(s, '|') && !has(s, '\n') &&
           !strchr(":,;", s.at[s.len - 1]);
}

bool mirth_is_short(struct mirth_slice s)
{
    return mirth_fits_row(s, MIRTH_ROW_WORDS);
}

const struct mirth_part *mirth_governed(const struct mirth_story *story, const char *field)
{
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (mirth_is(part->field, field) && part->clause_count && part->kind != MIRTH_MEASURE)
            return part;
    }
    return NULL;
}

bool mirth_in_summary(const struct mirth_part *part)
{
    return part->kind == MIRTH_PROSE && !part->field &&
           (mirth_is(part->section, "summary") || !*part->section);
}

bool mirth_in_impact(const struct mirth_part *part)
{
    return mirth_is(part->field, "impact") ||
           (mirth_is(part->section, "impact") && part->kind != MIRTH_FIELD);
}

size_t mirth_row_tokens(const struct mirth_english *e, struct mirth_slice text,
                        struct mirth_token *tokens)
{
    size_t count = mirth_tokens(e, text, tokens);
    return count > MIRTH_TOKENS ? 0 : count;
}

/* "[a failing test](...)": what a link is called. */
static struct mirth_slice link_name(const struct mirth_token *token)
{
    struct mirth_slice rest = token->text, name;
    if (token->kind != MIRTH_T_LINK || rest.at[0] != '[')
        return mirth_slice("", 0);
    rest = mirth_slice(rest.at + 1, rest.len - 1);
    return mirth_cut(&rest, ']', &name) ? name : mirth_slice("", 0);
}

static bool is_listed(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                      int list)
{
    for (size_t i = 0; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, list))
            return true;
    return false;
}

bool mirth_row_mentions(const struct mirth_english *e, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS], inside[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    if (is_listed(e, tokens, count, list))
        return true;
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice name = link_name(&tokens[i]);
        if (name.len && is_listed(e, inside, mirth_row_tokens(e, name, inside), list))
            return true;
    }
    return false;
}

/* "This was", "both of these", "if it had": what needs the sentence before it says nothing alone;
 * "we" and "this outage" do. */
bool mirth_stands_alone(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    if (!count || mirth_listed(e, tokens[0].word, MIRTH_L_CONDITION) ||
        mirth_listed_at(e, tokens, count, 0, MIRTH_L_LEANING))
        return false;
    return !mirth_listed(e, tokens[0].word, MIRTH_L_POINTER) ||
           (count > 1 && mirth_listed(e, tokens[1].word, MIRTH_L_ISSUE)) ||
           mirth_listed(e, tokens[0].word, MIRTH_L_SELF);
}

/* "due to a typo", ", and so on": what may be left out. "Ran into trouble" needs its trouble. */
static bool may_go(const struct mirth_english *e, struct mirth_slice rest)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    struct mirth_slice text = mirth_trim(rest);
    size_t count = mirth_row_tokens(e, text, tokens);
    return count &&
           (tokens[0].text.at[0] == ',' || (mirth_listed_at(e, tokens, count, 0, MIRTH_L_JOINT) &&
                                            !mirth_listed(e, tokens[0].word, MIRTH_L_PREPOSITION)));
}

/* "It failed and many", of which the rest is cut off, is "It failed". */
static struct mirth_slice without_half(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    if (count > 3 && mirth_listed(e, tokens[count - 2].word, MIRTH_L_COORDINATOR))
        text.len = (size_t)(tokens[count - 2].text.at - text.at);
    return mirth_trim(text);
}

static bool is_of_time(const struct mirth_english *e, const struct mirth_token *token)
{
    static const int lists[] = {MIRTH_L_MONTH,       MIRTH_L_WEEKDAY,     MIRTH_L_ZONE,
                                MIRTH_L_PREPOSITION, MIRTH_L_COORDINATOR, MIRTH_L_THE};
    bool time = token->kind == MIRTH_T_NUMBER || token->kind == MIRTH_T_PAREN;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && !time; i++)
        time = mirth_listed(e, token->word, lists[i]);
    return time;
}

struct mirth_slice mirth_past_time(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens), comma = 0, i = 0;
    if (!count ||
        !(mirth_listed(e, tokens[0].word, MIRTH_L_SPAN) || tokens[0].kind == MIRTH_T_NUMBER))
        return text;
    for (; i < count && (is_of_time(e, &tokens[i]) || tokens[i].text.at[0] == ','); i++)
        if (tokens[i].text.at[0] == ',')
            comma = i;
    if (!comma || i > comma + 3 || comma + 1 == count)
        return text;
    return mirth_slice(tokens[comma + 1].text.at,
                       (size_t)(text.at + text.len - tokens[comma + 1].text.at));
}

struct mirth_slice mirth_behind_label(const struct mirth_english *e, struct mirth_slice text,
                                      int list)
{
    enum { LONGEST = 5 };
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens), colon = 1;
    while (colon < count && colon < LONGEST && tokens[colon].text.at[0] != ':')
        colon++;
    if (colon + 1 >= count || tokens[colon].text.at[0] != ':' || !is_listed(e, tokens, colon, list))
        return mirth_slice("", 0);
    return mirth_slice(tokens[colon + 1].text.at,
                       (size_t)(text.at + text.len - tokens[colon + 1].text.at));
}

/* The sentence, or its main clause where the whole is too long. */
struct mirth_slice mirth_shortly(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_slice text = c->frame ? c->main : mirth_past_time(e, c->body);
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count;
    if (mirth_is_short(text))
        return text;
    if (c->frame && c->rest.len < c->main.len && may_go(e, c->rest) &&
        mirth_is_short(mirth_slice(text.at, text.len - c->rest.len)))
        return without_half(e, mirth_slice(text.at, text.len - c->rest.len));
    count = mirth_row_tokens(e, text, tokens);
    for (size_t i = 4; i + 1 < count; i++)
        if (tokens[i].text.at[0] == ',' && mirth_listed_at(e, tokens, count, i + 1, MIRTH_L_JOINT))
            return mirth_slice(text.at, (size_t)(tokens[i].text.at - text.at));
    return mirth_slice("", 0);
}

static struct mirth_slice without_comma(struct mirth_slice text)
{
    while (text.len && strchr(", ", text.at[text.len - 1]))
        text.len--;
    return text;
}

/* ", or sing" of "talk, dance, or sing": the last of a list. */
static bool ends_list(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    enum { NEAR = 5 };
    if (at < 2 || !mirth_listed(e, tokens[at].word, MIRTH_L_COORDINATOR))
        return false;
    for (size_t i = at - 1; i-- > 0 && at - i <= NEAR + 1;)
        if (tokens[i].text.at[0] == ',')
            return true;
    return false;
}

/* "Did not record who had a letter": what the verb asks for. */
static bool is_asked_for(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    return at > 1 && e->words[tokens[at - 1].word].forms & MIRTH_BASE &&
           tokens[at - 1].kind == MIRTH_T_WORD &&
           (mirth_listed(e, tokens[at - 2].word, MIRTH_L_AUX) ||
            mirth_listed(e, tokens[at - 2].word, MIRTH_L_NEGATION) ||
            mirth_listed(e, tokens[at - 2].word, MIRTH_L_INFINITIVE_MARK));
}

/* Before "which led to", ", causing": not before "to the old port", which the verb needs. */
static bool may_cut(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    return mirth_listed_at(e, tokens, at + 1, at, MIRTH_L_JOINT) && !ends_list(e, tokens, at) &&
           !is_asked_for(e, tokens, at) &&
           (!mirth_listed(e, tokens[at].word, MIRTH_L_PREPOSITION) ||
            tokens[at - 1].text.at[0] == ',');
}

/* A sentence, as much of it as a row may hold. */
struct mirth_slice mirth_cut_to_row(const struct mirth_english *e, struct mirth_slice text,
                                    size_t most)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const char *from = text.at;
    size_t count = mirth_row_tokens(e, text, tokens);
    while (count && !mirth_fits_row(text, most)) {
        while (--count && !may_cut(e, tokens, count))
            ;
        text = without_comma(mirth_trim(mirth_slice(from, (size_t)(tokens[count].text.at - from))));
    }
    return text;
}

const struct mirth_part *mirth_stated(const struct mirth_story *story, const char *field)
{
    const struct mirth_part *part = mirth_governed(story, field);
    for (size_t i = 0; part && i < story->digest.parts; i++) {
        if (&story->parts[i] == part)
            return part;
        if (story->parts[i].kind == MIRTH_EVENT)
            break;
    }
    return NULL;
}

struct mirth_slice mirth_leading(const struct mirth_part *part, const char *from, size_t last)
{
    const struct mirth_slice body = part->clauses[last].body;
    const struct mirth_slice text = {from, (size_t)(body.at + body.len - from)};
    return mirth_fits_row(text, MIRTH_FIELD_WORDS) ? text : mirth_slice("", 0);
}

bool mirth_is_framed(const struct mirth_english *e, const struct mirth_clause *c, int frames)
{
    return c->frame && mirth_lists(e, frames, mirth_slice_of(c->frame));
}
