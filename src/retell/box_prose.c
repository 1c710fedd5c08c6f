/* box_prose.c: what the record's prose says of who, why and the fix, where no field does. */
#include "retell/box_prose.h"

#include <string.h>

#include "retell/grammar.h"
#include "understand/digest.h"

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

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

static bool is_short(struct mirth_slice s)
{
    return mirth_fits_row(s, MIRTH_ROW_WORDS);
}

const struct mirth_part *mirth_governed(const struct mirth_story *story, const char *field)
{
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (is(part->field, field) && part->clause_count && part->kind != MIRTH_MEASURE)
            return part;
    }
    return NULL;
}

bool mirth_in_summary(const struct mirth_part *part)
{
    return part->kind == MIRTH_PROSE && !part->field &&
           (is(part->section, "summary") || !*part->section);
}

bool mirth_in_impact(const struct mirth_part *part)
{
    return is(part->field, "impact") || (is(part->section, "impact") && part->kind != MIRTH_FIELD);
}

static bool in_resolution(const struct mirth_part *part)
{
    return is(part->field, "resolution") || is(part->field, "resolution-explanation") ||
           is(part->section, "resolution");
}

/* ---- words ---- */

static size_t words_of(const struct mirth_english *e, struct mirth_slice text,
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

static bool mentions(const struct mirth_english *e, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS], inside[MIRTH_TOKENS];
    size_t count = words_of(e, text, tokens);
    if (is_listed(e, tokens, count, list))
        return true;
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice name = link_name(&tokens[i]);
        if (name.len && is_listed(e, inside, words_of(e, name, inside), list))
            return true;
    }
    return false;
}

/* "This was", "both of these", "if it had": what needs the sentence before it says nothing alone;
 * "we" and "this outage" do. */
static bool stands_alone(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = words_of(e, text, tokens);
    if (!count || mirth_listed(e, tokens[0].word, MIRTH_L_CONDITION))
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
    size_t count = words_of(e, text, tokens);
    return count &&
           (tokens[0].text.at[0] == ',' || (mirth_listed_at(e, tokens, count, 0, MIRTH_L_JOINT) &&
                                            !mirth_listed(e, tokens[0].word, MIRTH_L_PREPOSITION)));
}

/* "It failed and many", of which the rest is cut off, is "It failed". */
static struct mirth_slice without_half(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = words_of(e, text, tokens);
    if (count > 3 && mirth_listed(e, tokens[count - 2].word, MIRTH_L_COORDINATOR))
        text.len = (size_t)(tokens[count - 2].text.at - text.at);
    return mirth_trim(text);
}

/* The sentence, or its main clause where the whole is too long. */
static struct mirth_slice shortly(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_slice text = c->frame ? c->main : c->body;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count;
    if (is_short(text))
        return text;
    if (c->frame && c->rest.len < c->main.len && may_go(e, c->rest) &&
        is_short(mirth_slice(text.at, text.len - c->rest.len)))
        return without_half(e, mirth_slice(text.at, text.len - c->rest.len));
    count = words_of(e, text, tokens);
    for (size_t i = 4; i + 1 < count; i++)
        if (tokens[i].text.at[0] == ',' && mirth_listed_at(e, tokens, count, i + 1, MIRTH_L_JOINT))
            return mirth_slice(text.at, (size_t)(tokens[i].text.at - text.at));
    return mirth_slice("", 0);
}

/* ---- who ---- */

static bool tells_impact(const struct mirth_english *e, const struct mirth_clause *c)
{
    return mentions(e, c->body, MIRTH_L_TOLD_IMPACT) ||
           (c->frame && mirth_lists(e, MIRTH_L_TOLD_IMPACT, mirth_slice_of(c->frame)));
}

/* A share is the plainest; then what tells that people were hit. In a summary it must be both. */
enum { FEWEST_WORDS = 5 };

static int rank_who(const struct mirth_english *e, const struct mirth_part *part,
                    const struct mirth_clause *c, struct mirth_slice text)
{
    bool impact = mirth_in_impact(part), people = mentions(e, text, MIRTH_L_PEOPLE);
    bool told = tells_impact(e, c), share = has(text, '%');
    if (mentions(e, c->body, MIRTH_L_APOLOGY))
        return 0;
    if (impact && (share || told || people))
        return 8 + 4 * share + 2 * told + people;
    if (impact)
        return mirth_count_words(text) >= FEWEST_WORDS; /* "Oh, the horror" tells nothing */
    return share || (told && people) ? 1 + 4 * share : 0;
}

struct mirth_slice mirth_prose_who(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_slice best = mirth_slice("", 0);
    int most = 0;
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count; k++) {
            const struct mirth_clause *c = &part->clauses[k];
            struct mirth_slice text;
            int rank;
            if (!mirth_in_impact(part) && !mirth_in_summary(part))
                break;
            text = shortly(e, c);
            if (!text.len || !stands_alone(e, text))
                continue;
            rank = rank_who(e, part, c, text);
            if (rank > most) {
                most = rank;
                best = text;
            }
        }
    }
    return best;
}

/* A word that goes on with a noun phrase: no verb, no preposition, no joint. */
static bool is_of_phrase(const struct mirth_english *e, const struct mirth_token *tokens,
                         size_t count, size_t at)
{
    return tokens[at].kind == MIRTH_T_WORD &&
           !(e->words[tokens[at].word].forms & (MIRTH_PAST | MIRTH_ING)) &&
           !mirth_ends(tokens[at].text, "ing") && !mirth_ends(tokens[at].text, "ed") &&
           !mirth_listed_at(e, tokens, count, at, MIRTH_L_JOINT) &&
           !mirth_listed(e, tokens[at].word, MIRTH_L_AUX) &&
           (!mirth_listed(e, tokens[at].word, MIRTH_L_PREPOSITION) ||
            mirth_listed(e, tokens[at].word, MIRTH_L_THE));
}

/* Past "in the harbour region": where the share is, without which it would be of everybody. */
static size_t past_place(const struct mirth_english *e, const struct mirth_token *tokens,
                         size_t count, size_t at)
{
    while (at + 1 < count && mirth_listed(e, tokens[at].word, MIRTH_L_PREPOSITION) &&
           is_of_phrase(e, tokens, count, at + 1))
        for (at++; at < count && is_of_phrase(e, tokens, count, at); at++)
            ;
    return at;
}

/* "Approximately 40% of our users in the harbour", from its hedge on. */
static struct mirth_slice share_in(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = words_of(e, text, tokens);
    for (size_t i = 0; i + 2 < count; i++) {
        const struct mirth_slice number = tokens[i].text;
        size_t from = i, to = i + 1;
        if (tokens[i].kind != MIRTH_T_NUMBER || number.at[number.len - 1] != '%' ||
            !mirth_listed(e, tokens[i + 1].word, MIRTH_L_WHOLE_MARK))
            continue;
        while (from && mirth_listed(e, tokens[from - 1].word, MIRTH_L_HEDGE))
            from--;
        for (to++; to < count && to < i + 6 && is_of_phrase(e, tokens, count, to); to++)
            ;
        to = past_place(e, tokens, count, to);
        return mirth_slice(
            tokens[from].text.at,
            (size_t)(tokens[to - 1].text.at + tokens[to - 1].text.len - tokens[from].text.at));
    }
    return mirth_slice("", 0);
}

struct mirth_slice mirth_prose_share(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_slice share = {"", 0};
    for (size_t i = 0; i < story->digest.parts && !share.len; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count && !share.len; k++)
            if ((mirth_in_impact(part) || mirth_in_summary(part)) &&
                mentions(e, part->clauses[k].body, MIRTH_L_PEOPLE) &&
                !mentions(e, part->clauses[k].body, MIRTH_L_APOLOGY))
                share = share_in(e, part->clauses[k].body);
    }
    return share;
}

/* ---- why ---- */

/* What stands behind the sentence's "because", as a clause of its own. */
static struct mirth_slice behind_because(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = words_of(e, text, tokens);
    for (size_t i = 0; i + 1 < count; i++) {
        const char *from = tokens[i + 1].text.at;
        struct mirth_slice why = {from, (size_t)(text.at + text.len - from)};
        if (mirth_listed(e, tokens[i].word, MIRTH_L_BECAUSE) && is_short(why) &&
            stands_alone(e, why) && mirth_names_flaw(e, why))
            return why;
    }
    return mirth_slice("", 0);
}

struct mirth_slice mirth_prose_why(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_slice why = mirth_slice("", 0);
    for (size_t i = 0, n = story->digest.parts; i < n && !why.len; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count && !why.len; k++)
            if ((mirth_in_summary(part) || mirth_tells_cause(part)) &&
                !mirth_is_guess(e, part, &part->clauses[k]))
                why = behind_because(e, part->clauses[k].body);
    }
    return why;
}

/* ---- the fix ---- */

static bool is_one_of(const struct mirth_english *e, const struct mirth_clause *c, int frames)
{
    return c->frame && mirth_lists(e, frames, mirth_slice_of(c->frame));
}

enum { FIX_WORDS = 20 };

/* "Setting the path using the following code": without what it hands over to. */
static struct mirth_slice without_pointer(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = words_of(e, text, tokens);
    for (size_t i = 3; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_HANDOVER)) {
            bool joined = mirth_listed(e, tokens[i - 1].word, MIRTH_L_JOINT) ||
                          mirth_listed(e, tokens[i - 1].word, MIRTH_L_PREPOSITION);
            return mirth_trim(mirth_slice(text.at, (size_t)(tokens[i - joined].text.at - text.at)));
        }
    return text;
}

/* "Resolved by ..." is plainest, then what the resolution says was done, the last fix of the
 * timeline, and at last the summary's. What did not last fixed nothing. */
enum { BY_SUMMARY = 1, BY_RESOLUTION = MIRTH_FIX_OF_EVENT + 1, BY_ITSELF };

/* "Patch the parser": a task, and not yet done. */
static bool asks(const struct mirth_english *e, struct mirth_slice text)
{
    return mirth_listed(e, mirth_token_at(e, text).word, MIRTH_L_ACT);
}

/* "resolved by reverting the change and testing the relay to ensure that ...": without what for. */
static struct mirth_slice without_aim(const struct mirth_english *e, struct mirth_slice text)
{
    for (size_t at = text.len; !is_short(text) && at > 4; at--) {
        struct mirth_slice aim = mirth_slice(text.at + at, text.len - at), verb;
        if (!memcmp(text.at + at - 4, " to ", 4) && mirth_cut(&aim, ' ', &verb) &&
            e->words[mirth_word(e, verb)].forms & MIRTH_BASE)
            text.len = at - 4;
    }
    return text;
}

/* By what it was mended: "by restarting the relay", wherever the sentence says so. */
static struct mirth_slice means_of(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_slice rest = mirth_trim(c->rest), word;
    if (is(c->frame, "resolved-by"))
        return without_aim(e, mirth_slot(c, "doing"));
    if (!(is_one_of(e, c, MIRTH_L_MENDING_FRAME) || is(c->frame, "resolved") ||
          is(c->frame, "restored")) ||
        !mirth_cut(&rest, ' ', &word) || !mirth_same_text(word, "by"))
        return mirth_slice("", 0);
    rest = mirth_trim(rest);
    word.len = 0;
    while (word.len < rest.len && mirth_is_alpha(rest.at[word.len]))
        word.len++;
    return mirth_ends(mirth_slice(rest.at, word.len), "ing") ? without_aim(e, rest)
                                                             : mirth_slice("", 0);
}

int mirth_rank_fix(const struct mirth_english *e, const struct mirth_part *part,
                   const struct mirth_clause *c, struct mirth_slice *fix)
{
    bool there = in_resolution(part) && part->kind != MIRTH_EVENT;
    bool mends = is_one_of(e, c, MIRTH_L_MENDING_FRAME);
    *fix = without_pointer(e, means_of(e, c));
    if (fix->len && is_short(*fix))
        return BY_ITSELF;
    if (!there && part->kind != MIRTH_EVENT && !mirth_in_summary(part))
        return 0;
    if (!there && !mends && (mirth_in_summary(part) || !is_one_of(e, c, MIRTH_L_CHANGING_FRAME)))
        return 0; /* nearly all, so that this is soon over */
    *fix = shortly(e, c);
    if (!c->frame && mirth_fits_row(c->body, FIX_WORDS))
        *fix = c->body;
    if (!fix->len || !stands_alone(e, *fix) || mentions(e, c->body, MIRTH_L_NO_FIX) ||
        asks(e, *fix))
        return 0;
    if (mirth_in_summary(part))
        return mends && mentions(e, *fix, MIRTH_L_MENDING) ? BY_SUMMARY : 0;
    if (mends || is_one_of(e, c, MIRTH_L_CHANGING_FRAME))
        return there ? BY_RESOLUTION : MIRTH_FIX_OF_EVENT;
    return there && mentions(e, *fix, MIRTH_L_MENDING) ? BY_RESOLUTION : 0;
}
