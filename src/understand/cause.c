/* cause.c: the root cause as a noun phrase, from wherever the record says it most plainly. */
#include "understand/digest.h"

#include "understand/tokens.h"

enum { READ = 400, MOST_WORDS = 18 };

/* How plainly a sentence says the cause; the plainest of the record is taken, the first of several.
 */
enum {
    NOWHERE,
    IN_A_FINDING, /* "Identified two idle sessions": a cause only where the record tells no other */
    IN_PASSING,   /* a summary's "due to ..." */
    AS_A_CAUSE, /* "Root cause identified as ..." among the events; a tail of the cause's section */
    AS_THE_CAUSE, /* "Root cause: a frozen clock" */
    IN_FULL,      /* "The root cause was a frozen clock", where the cause is told */
};

bool mirth_tells_cause(const struct mirth_part *part)
{
    return mirth_is(part->field, "root-cause") || mirth_is(part->field, "cause-explanation") ||
           mirth_is(part->section, "root-cause") ||
           (mirth_is(part->section, "root-cause-and-resolution") &&
            !mirth_is(part->field, "resolution") &&
            !mirth_is(part->field, "resolution-explanation"));
}

bool mirth_has_listed(const struct mirth_english *e, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed_at(e, tokens, count, i, list))
            return true;
    return false;
}

bool mirth_is_guess(const struct mirth_english *e, const struct mirth_part *part,
                    const struct mirth_clause *clause)
{
    return mirth_is(part->field, "misleading") || mirth_has_listed(e, clause->text, MIRTH_L_GUESS);
}

/* "This bottleneck", "the primary culprit", "a problem", "a combination of factors": what points
 * elsewhere says nothing where it is told again. */
static bool says_something(const struct mirth_english *e, struct mirth_slice cause)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, cause, tokens), words = mirth_count_words(cause), len;
    if (words < 2 || words > MOST_WORDS || !count || count > MIRTH_TOKENS)
        return false;
    len = mirth_listed_at(e, tokens, count, 0, MIRTH_L_POINTER);
    if (len == 1 || (len && count <= len + 1) ||
        (count == 2 && mirth_listed(e, tokens[1].word, MIRTH_L_ISSUE)))
        return false;
    for (size_t i = 0; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_CAUSE))
            return false;
    return true;
}

/* "The *user* registration service": a word that another noun follows. */
static bool is_attributive(const struct mirth_english *e, const struct mirth_token *tokens,
                           size_t count, size_t at)
{
    const struct mirth_token *next = &tokens[at + 1];
    return at + 1 < count && next->kind == MIRTH_T_WORD && mirth_is_lower(next->text.at[0]) &&
           !(e->words[next->word].forms & (MIRTH_FINITE | MIRTH_ING)) &&
           !mirth_listed(e, next->word, MIRTH_L_AUX) &&
           !mirth_listed(e, next->word, MIRTH_L_PREPOSITION) &&
           !mirth_listed(e, next->word, MIRTH_L_COORDINATOR) &&
           !mirth_listed(e, next->word, MIRTH_L_ADVERB) &&
           !mirth_listed_at(e, tokens, count, at + 1, MIRTH_L_JOINT);
}

/* A cause that is a person is blame, and ours to leave out. */
static bool is_somebody(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count, size_t at)
{
    const uint32_t word = tokens[at].word;
    if (!mirth_listed(e, word, MIRTH_L_AGENT) && !mirth_listed(e, word, MIRTH_L_PERSON) &&
        !mirth_listed(e, word, MIRTH_L_PRONOUN))
        return false;
    return mirth_listed(e, word, MIRTH_L_PRONOUN) || !is_attributive(e, tokens, count, at);
}

/* A participle in front of a determiner is a verb: "a surge overwhelmed the server". */
static bool is_verb(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                    size_t at)
{
    return mirth_listed(e, tokens[at].word, MIRTH_L_AUX) ||
           (at && at + 1 < count && e->words[tokens[at].word].forms & MIRTH_PAST &&
            mirth_listed(e, tokens[at + 1].word, MIRTH_L_THE));
}

/* "A missing module required [for ...]": what hangs on what was cut off goes too. */
static size_t without_dangling(const struct mirth_english *e, const struct mirth_token *tokens,
                               size_t end)
{
    while (end > 1 && (e->words[tokens[end - 1].word].forms & MIRTH_PAST ||
                       mirth_listed(e, tokens[end - 1].word, MIRTH_L_DANGLER)))
        end--;
    return end;
}

bool mirth_names_flaw(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        if (mirth_listed(e, tokens[i].word, MIRTH_L_FLAW) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_BAD))
            return true;
        for (size_t f = 0; f < e->fault_count; f++)
            if (e->faults[f].weight > 1 && mirth_listed_at(e, tokens, count, i, e->faults[f].list))
                return true;
    }
    return false;
}

/* "A change that held a wrong limit": what the noun leaves unsaid, its relative clause may say.
 * The first token behind it; at, where there is none or it says no flaw either. */
static size_t relative_end(const struct mirth_english *e, const struct mirth_token *tokens,
                           size_t count, size_t at)
{
    size_t end = at + 1;
    struct mirth_slice told;
    if (!at || !mirth_listed(e, tokens[at].word, MIRTH_L_RELATIVE))
        return at;
    while (end < count && tokens[end].kind != MIRTH_T_PUNCT && !is_somebody(e, tokens, count, end))
        end++;
    told = mirth_slice(tokens[0].text.at, (size_t)(tokens[at - 1].text.at +
                                                   tokens[at - 1].text.len - tokens[0].text.at));
    if (mirth_names_flaw(e, told) || (end < count && tokens[end].kind != MIRTH_T_PUNCT))
        return at;
    told.len = (size_t)(tokens[end - 1].text.at + tokens[end - 1].text.len - told.at);
    return mirth_names_flaw(e, told) ? end : at;
}

/* The noun phrase that text begins with, up to a joint or a comma; none where it is a sentence. */
static struct mirth_slice noun_phrase(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), end = 0;
    if (!count || count > MIRTH_TOKENS || mirth_listed(e, tokens[0].word, MIRTH_L_ACT))
        return mirth_slice("", 0);
    for (; end < count && tokens[end].kind != MIRTH_T_PUNCT; end++) {
        if (end && mirth_listed_at(e, tokens, count, end, MIRTH_L_JOINT))
            break;
        if (is_verb(e, tokens, count, end) || is_somebody(e, tokens, count, end))
            return mirth_slice("", 0);
    }
    end = without_dangling(e, tokens, end < count ? relative_end(e, tokens, count, end) : end);
    if (!end || tokens[0].kind == MIRTH_T_MARK)
        return mirth_slice("", 0);
    return mirth_slice(text.at,
                       (size_t)(tokens[end - 1].text.at + tokens[end - 1].text.len - text.at));
}

/* "An update", whose "that held a wrong route" the frame left over. */
static struct mirth_slice with_relative(const struct mirth_english *e, struct mirth_slice cause,
                                        struct mirth_slice rest)
{
    struct mirth_slice whole;
    if (!cause.len || !rest.len || cause.at + cause.len != rest.at)
        return cause;
    whole = noun_phrase(e, mirth_slice(cause.at, cause.len + rest.len));
    return whole.len > cause.len ? whole : cause;
}

/* "A surge in traffic, combined with slow queries": half a cause is a wrong one. */
static struct mirth_slice with_companion(const struct mirth_english *e, struct mirth_slice cause,
                                         struct mirth_slice rest)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    struct mirth_slice text = rest, other, both;
    size_t count, len;
    if (!cause.len || !rest.len || cause.at + cause.len != rest.at)
        return cause;
    if (text.at[0] == ',')
        text = mirth_slice(text.at + 1, text.len - 1);
    count = mirth_tokens(e, text, tokens);
    len = count <= MIRTH_TOKENS ? mirth_listed_at(e, tokens, count, 0, MIRTH_L_COMPANION) : 0;
    if (!len || len == count)
        return cause;
    other = noun_phrase(
        e, mirth_slice(tokens[len].text.at, (size_t)(text.at + text.len - tokens[len].text.at)));
    both = mirth_slice(cause.at, (size_t)(other.at + other.len - cause.at));
    return other.len && mirth_count_words(both) <= MOST_WORDS ? both : cause;
}

/* What stands behind the sentence's "due to", but for why it was not noticed. */
static struct mirth_slice behind_reason(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), len;
    for (size_t i = 1; i < count && count <= MIRTH_TOKENS; i++)
        if ((len = mirth_listed_at(e, tokens, count, i, MIRTH_L_REASON)) && i + len < count) {
            const char *from = tokens[i + len].text.at;
            const struct mirth_slice why = {from, (size_t)(text.at + text.len - from)};
            return mirth_has_listed(e, why, MIRTH_L_BESIDE_CAUSE) ? mirth_slice("", 0)
                                                                  : noun_phrase(e, why);
        }
    return mirth_slice("", 0);
}

/* "The outage came from a worn cable", and not "half of the calls came from the harbour". */
static bool is_of_trouble(const struct mirth_english *e, const struct mirth_clause *clause,
                          struct mirth_slice cause)
{
    struct mirth_slice what = mirth_slot(clause, "what");
    return !what.len || mirth_names_flaw(e, cause) || mirth_has_listed(e, what, MIRTH_L_ISSUE) ||
           mirth_has_listed(e, what, MIRTH_L_BAD) || mirth_has_listed(e, what, MIRTH_L_CAUSE);
}

/* The cause by the sentence's frame, and how plainly it is said. */
static int cause_by_frame(const struct mirth_english *e, const struct mirth_part *part,
                          const struct mirth_clause *clause, struct mirth_slice *cause)
{
    bool there = mirth_tells_cause(part);
    *cause = mirth_slot(clause, mirth_is(clause->frame, "led-to") ? "what" : "cause");
    *cause =
        with_companion(e, with_relative(e, noun_phrase(e, *cause), clause->rest), clause->rest);
    if (!cause->len)
        return NOWHERE;
    if (mirth_is(clause->frame, "led-to"))
        return there && mirth_names_flaw(e, *cause) ? AS_A_CAUSE : NOWHERE;
    if (mirth_is(clause->frame, "caused"))
        return there ? IN_FULL : is_of_trouble(e, clause, *cause) ? AS_THE_CAUSE : NOWHERE;
    if (!mirth_is(clause->frame, "found"))
        return NOWHERE;
    if (!mirth_has_listed(e, clause->body, MIRTH_L_CAUSE))
        return !mirth_names_flaw(e, *cause) ? NOWHERE : there ? AS_THE_CAUSE : IN_A_FINDING;
    return there ? IN_FULL : AS_A_CAUSE;
}

/* The title, the summary, and what stands before the first heading. */
static bool is_overview(const struct mirth_part *part)
{
    return part->kind == MIRTH_TITLE || mirth_is(part->section, "summary") ||
           (part->kind == MIRTH_PROSE && !*part->section);
}

/* "This was a bug in the parser": the state of what only points is what it points with. */
static struct mirth_slice behind_pointer(const struct mirth_english *e,
                                         const struct mirth_clause *clause)
{
    struct mirth_slice what = mirth_slot(clause, "what"), state = mirth_slot(clause, "state");
    if (!mirth_is(clause->frame, "was") || mirth_count_words(what) != 1 || !state.len ||
        !mirth_listed(e, mirth_token_at(e, what).word, MIRTH_L_POINTER) ||
        !mirth_listed(e, mirth_token_at(e, state).word, MIRTH_L_THE))
        return mirth_slice("", 0);
    return noun_phrase(e, state);
}

/* "A module required by the printer" has the frame of a statement, and need be none. */
static bool may_be_phrase(const struct mirth_clause *clause)
{
    return !clause->frame || mirth_is(clause->frame, "done");
}

/* "There is no guard at the gate", in the section that is the cause's own. */
static struct mirth_slice behind_there(const struct mirth_english *e, const struct mirth_part *part,
                                       struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    const char *from;
    if (!mirth_tells_cause(part) || count < 4 || count > MIRTH_TOKENS ||
        !mirth_listed(e, tokens[0].word, MIRTH_L_EXPLETIVE) ||
        !mirth_listed(e, tokens[1].word, MIRTH_L_BE))
        return mirth_slice("", 0);
    from = tokens[2].text.at;
    return noun_phrase(e, mirth_slice(from, (size_t)(text.at + text.len - from)));
}

static int cause_in(const struct mirth_english *e, const struct mirth_part *part, size_t number,
                    struct mirth_slice *cause)
{
    const struct mirth_clause *clause = &part->clauses[number];
    bool there = mirth_tells_cause(part), named = mirth_is(part->field, "root-cause");
    int rank = cause_by_frame(e, part, clause, cause);
    if (rank)
        return rank;
    *cause = named && !number && may_be_phrase(clause) ? noun_phrase(e, clause->body)
                                                       : mirth_slice("", 0);
    if (cause->len && mirth_names_flaw(e, *cause))
        return AS_THE_CAUSE;
    if (!there && !is_overview(part))
        return NOWHERE;
    *cause = behind_there(e, part, clause->body);
    if (mirth_names_flaw(e, *cause))
        return AS_THE_CAUSE;
    *cause = behind_pointer(e, clause);
    if (!cause->len)
        *cause = behind_reason(e, clause->body);
    return !mirth_names_flaw(e, *cause) ? NOWHERE : there ? AS_A_CAUSE : IN_PASSING;
}

static bool is_told(const struct mirth_story *story)
{
    for (size_t i = 0; i < story->digest.parts && i < READ; i++)
        if (mirth_tells_cause(&story->parts[i]) && story->parts[i].clause_count)
            return true;
    return false;
}

struct mirth_slice mirth_find_cause(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_slice best = mirth_slice("", 0), cause;
    int most = is_told(story) ? IN_A_FINDING : NOWHERE;
    for (size_t i = 0; i < story->digest.parts && i < READ; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++) {
            const struct mirth_part *part = &story->parts[i];
            int rank = cause_in(e, part, k, &cause);
            if (rank > most && says_something(e, cause) &&
                !mirth_is_guess(e, part, &part->clauses[k])) {
                most = rank;
                best = cause;
            }
        }
    return best;
}
