/* box_who.c: whom it touched and how: the impact's plainest sentence, and what share of them. */
#include "retell/box_rows.h"

#include <string.h>

#include "retell/box_prose.h"
#include "retell/flow.h"
#include "retell/grammar.h"
#include "understand/digest.h"
#include "understand/tokens.h"

static bool has(struct mirth_slice s, char c)
{
    return s.len && memchr(s.at, c, s.len);
}

static bool tells_impact(const struct mirth_english *e, const struct mirth_clause *c)
{
    return mirth_row_mentions(e, c->body, MIRTH_L_TOLD_IMPACT) ||
           (c->frame && mirth_lists(e, MIRTH_L_TOLD_IMPACT, mirth_slice_of(c->frame)));
}

/* A share is the plainest; then what tells that people were hit. In a summary it must be both. */
enum { FEWEST_WORDS = 5, SHARE_WORDS = 30 };

/* "About 4,000 readers". */
static bool counts_people(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS], inside[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice in = tokens[i].text;
        if (tokens[i].kind == MIRTH_T_NUMBER && i + 1 < count &&
            mirth_listed(e, tokens[i + 1].word, MIRTH_L_PEOPLE))
            return true;
        if (tokens[i].kind != MIRTH_T_PAREN || in.len < 3)
            continue;
        in = mirth_slice(in.at + 1, in.len - 2);
        for (size_t k = 1, n = mirth_row_tokens(e, in, inside); k < n; k++)
            if (inside[k - 1].kind == MIRTH_T_NUMBER &&
                mirth_listed(e, inside[k].word, MIRTH_L_PEOPLE))
                return true;
    }
    return false;
}

static int rank_who(const struct mirth_english *e, const struct mirth_part *part,
                    const struct mirth_clause *c, struct mirth_slice text)
{
    bool impact = mirth_in_impact(part), people = mirth_row_mentions(e, text, MIRTH_L_PEOPLE);
    bool told = tells_impact(e, c), share = has(text, '%') || counts_people(e, text);
    if (mirth_row_mentions(e, c->body, MIRTH_L_APOLOGY) ||
        mirth_behind_label(e, c->body, MIRTH_L_CAUSE).len ||
        mirth_row_mentions(e, text, MIRTH_L_NO_IMPACT))
        return 0;
    if (impact && (share || told || people))
        return 8 + 4 * share + 2 * told + people;
    if (impact)
        return mirth_count_words(text) >= FEWEST_WORDS; /* "Oh, the horror" tells nothing */
    if (counts_people(e, text))
        return 10; /* how many, before an impact that does not say it */
    return share || (told && people) ? 1 + 4 * share : 0;
}

/* "38,200 orders failed", and not "for 20 minutes". */
static bool counts_things(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_row_tokens(e, text, tokens);
    for (size_t i = 0; i + 1 < count; i++)
        if (tokens[i].kind == MIRTH_T_NUMBER && tokens[i + 1].kind == MIRTH_T_WORD &&
            !mirth_listed(e, tokens[i + 1].word, MIRTH_L_DURATION))
            return true;
    return false;
}

/* What an impact's section begins with, where that has a figure, is what its author thinks worst.
 */
static int rank_first(const struct mirth_english *e, const struct mirth_story *story,
                      const struct mirth_part *part, const struct mirth_clause *c)
{
    const bool first =
        mirth_is(part->section, "impact") && c == part->clauses && mirth_opens_section(story, part);
    return first && counts_things(e, c->body) ? 8 : 0;
}

/* "172 were settled": of what is said in the sentence before it. */
static bool lacks_noun(const struct mirth_english *e, struct mirth_slice text)
{
    const struct mirth_token number = mirth_token_at(e, text);
    const char *behind = number.text.at + number.text.len;
    return number.kind == MIRTH_T_NUMBER &&
           mirth_lists(e, MIRTH_L_TO_BE,
                       mirth_token_at(e, mirth_trim(mirth_slice(
                                             behind, (size_t)(text.at + text.len - behind))))
                           .text);
}

static struct mirth_slice prose_who(const struct mirth_english *e, const struct mirth_story *story)
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
            text = mirth_shortly(e, c);
            if (!text.len && has(c->body, '%'))
                text = mirth_cut_to_row(e, c->frame ? c->main : mirth_past_time(e, c->body),
                                        SHARE_WORDS);
            if (!text.len || !mirth_stands_alone(e, text) || lacks_noun(e, text))
                continue;
            rank = mirth_is_guess(e, part, c) ? 0 : rank_who(e, part, c, text);
            rank += rank ? rank_first(e, story, part, c) : 0;
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
    size_t count = mirth_row_tokens(e, text, tokens);
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

/* The share, and *clause that says it. */
static struct mirth_slice prose_share(const struct mirth_english *e,
                                      const struct mirth_story *story,
                                      const struct mirth_clause **clause)
{
    struct mirth_slice share = {"", 0};
    for (size_t i = 0; i < story->digest.parts && !share.len; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count && !share.len; k++) {
            *clause = &part->clauses[k];
            if ((mirth_in_impact(part) || mirth_in_summary(part)) &&
                !mirth_behind_label(e, (*clause)->body, MIRTH_L_CAUSE).len &&
                mirth_row_mentions(e, (*clause)->body, MIRTH_L_PEOPLE) &&
                !mirth_row_mentions(e, (*clause)->body, MIRTH_L_APOLOGY))
                share = share_in(e, (*clause)->body);
        }
    }
    return share;
}

/* What the record itself puts behind "Impact:", up to the sentence that says how many. */
static struct mirth_slice field_in_full(const struct mirth_telling *t)
{
    const struct mirth_part *impact = mirth_stated(t->story, "impact");
    struct mirth_slice text = {"", 0};
    if (!impact || mirth_row_mentions(t->english, impact->flat, MIRTH_L_APOLOGY))
        return text;
    for (size_t k = 0; k < impact->clause_count && !has(text, '%'); k++)
        text = mirth_leading(impact, impact->clauses[0].body.at, k);
    if (!has(text, '%') && !mirth_row_mentions(t->english, text, MIRTH_L_PEOPLE))
        text.len = 0;
    return mirth_stands_alone(t->english, text) ? text : mirth_slice("", 0);
}

/* "[A third of the users could not order] and the rest waited": another clause begins there. */
static bool parts_clauses(const struct mirth_english *e, const struct mirth_token *tokens,
                          size_t count, size_t at, const char *from)
{
    enum { CLAUSE = 5 };
    return at + 1 < count && mirth_listed(e, tokens[at].word, MIRTH_L_COORDINATOR) &&
           mirth_listed(e, tokens[at + 1].word, MIRTH_L_THE) &&
           mirth_count_words(mirth_slice(from, (size_t)(tokens[at].text.at - from))) > CLAUSE;
}

/* "100% of users were locked out, and 310 letters were lost": the clause that has the share. */
static struct mirth_slice clause_of(const struct mirth_english *e, struct mirth_slice body,
                                    struct mirth_slice share)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, body, tokens);
    for (size_t i = 0; i + 1 < count; i++) {
        if (tokens[i].text.at <= share.at + share.len)
            continue;
        if (parts_clauses(e, tokens, count, i, share.at))
            return mirth_trim(mirth_slice(body.at, (size_t)(tokens[i].text.at - body.at)));
        if (tokens[i].text.at[0] != ',')
            continue;
        if (!mirth_listed(e, tokens[i + 1].word, MIRTH_L_COORDINATOR))
            break; /* a list's first comma, or another clause's */
        return mirth_slice(body.at, (size_t)(tokens[i].text.at - body.at));
    }
    return mirth_cut_to_row(e, body, MIRTH_BRIEF_WORDS);
}

static bool holds_share(const struct mirth_english *e, struct mirth_slice text,
                        struct mirth_slice share)
{
    return mirth_fits_row(text, MIRTH_BRIEF_WORDS) && mirth_stands_alone(e, text) &&
           text.at + text.len >= share.at + share.len;
}

/* As much of the share's sentence as is short, without its lead ("On May 9, 40% of users") where it
 * must be; else the share alone. */
static struct mirth_slice told_share(const struct mirth_english *e, struct mirth_slice body,
                                     struct mirth_slice share)
{
    struct mirth_slice text = clause_of(e, body, share);
    if (holds_share(e, text, share))
        return text;
    if (share.at < body.at + 2 || !strchr(",;", share.at[-2]))
        return share;
    text = clause_of(e, mirth_slice(share.at, (size_t)(body.at + body.len - share.at)), share);
    return holds_share(e, text, share) ? text : share;
}

bool mirth_put_who(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice who = field_in_full(t), share;
    const struct mirth_clause *clause;
    if (!who.len)
        who = prose_who(t->english, t->story);
    mirth_put_slice(out, who);
    if (has(who, '%'))
        return true;
    share = prose_share(t->english, t->story, &clause); /* "This left 40% of users outside." */
    if (!who.len && share.len)
        share = told_share(t->english, clause->body, share);
    mirth_put_text(out, share.len && who.len ? "; " : "");
    mirth_put_slice(out, share);
    if (share.len && who.len && mirth_may_lower(t->english, mirth_slice("", 0), share))
        out->at[out->len - share.len] = mirth_lower(share.at[0]);
    return who.len || share.len;
}

/* As much of the share's sentence as is short, else the share alone; without one, the impact's
 * sentence where that is short. */
bool mirth_put_brief_who(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_english *e = t->english;
    const struct mirth_clause *clause;
    struct mirth_slice share = prose_share(e, t->story, &clause), who;
    who = share.len ? told_share(e, clause->body, share) : prose_who(e, t->story);
    if (!mirth_fits_row(who, MIRTH_BRIEF_WORDS))
        return false;
    mirth_put_slice(out, who);
    return true;
}
