/* box_fix.c: what mended it: of all that was done, what says so most plainly. */
#include "retell/box_rows.h"

#include <string.h>

#include "retell/box_prose.h"
#include "retell/box_relief.h"
#include "retell/box_said.h"
#include "retell/flow.h"
#include "retell/grammar.h"
#include "retell/heard.h"
#include "understand/digest.h"

enum { FIX_WORDS = 24 };

/* "Setting the path using the following code": without what it hands over to. */
static struct mirth_slice without_pointer(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    for (size_t i = 3; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_HANDOVER)) {
            bool joined = mirth_listed(e, tokens[i - 1].word, MIRTH_L_JOINT) ||
                          mirth_listed(e, tokens[i - 1].word, MIRTH_L_PREPOSITION);
            return mirth_trim(mirth_slice(text.at, (size_t)(tokens[i - joined].text.at - text.at)));
        }
    return text;
}

/* "Resolved by ..." is plainest, then what the resolution says was done (a mending before anything
 * else), the last fix of the timeline (a restart mostly puts another to use), and the summary's.
 * What did not last counts only where nothing else is said. */
enum {
    UNFOUND = 1,
    STOPGAP,
    BY_SUMMARY,
    RESTART,
    OF_EVENT,
    STOPGAP_THERE,
    SAID_THERE,
    BY_RESOLUTION,
    BY_ITSELF
};

/* "Patch the parser": a task, and not yet done; "patched" it is. */
static bool asks(const struct mirth_english *e, struct mirth_slice text)
{
    const uint32_t verb = mirth_token_at(e, text).word;
    return mirth_listed(e, verb, MIRTH_L_ACT) && !(e->words[verb].forms & MIRTH_PAST);
}

/* "resolved by reverting the change and testing the relay to ensure that ...": without what for. */
static struct mirth_slice without_aim(const struct mirth_english *e, struct mirth_slice text)
{
    for (size_t at = text.len; !mirth_is_short(text) && at > 4; at--) {
        struct mirth_slice aim = mirth_slice(text.at + at, text.len - at), verb;
        if (!memcmp(text.at + at - 4, " to ", 4) && mirth_cut(&aim, ' ', &verb) &&
            e->words[mirth_word(e, verb)].forms & MIRTH_BASE)
            text.len = at - 4;
    }
    return text;
}

/* "... was replaced so that letters could come": without what for. */
static struct mirth_slice without_purpose(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_row_tokens(e, text, tokens);
    for (size_t i = 3; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_SO_THAT))
            return mirth_trim(mirth_slice(text.at, (size_t)(tokens[i].text.at - text.at)));
    return text;
}

/* "By restarting the relay": what follows the "by". */
static struct mirth_slice behind_by(const struct mirth_english *e, struct mirth_slice rest)
{
    struct mirth_slice word, doing = mirth_trim(rest);
    if (!mirth_cut(&doing, ' ', &word) || !mirth_listed(e, mirth_word(e, word), MIRTH_L_BY_WHICH))
        return mirth_slice("", 0);
    doing = mirth_trim(doing);
    word.len = 0;
    while (word.len < doing.len && mirth_is_alpha(doing.at[word.len]))
        word.len++;
    return mirth_ends(mirth_slice(doing.at, word.len), "ing") ? without_aim(e, doing)
                                                              : mirth_slice("", 0);
}

/* "The fix was to put back the cable, to dry it and to ring": all of it, where that is short;
 * "put back the cable" alone would ask for it. */
static struct mirth_slice whole_deed(const struct mirth_clause *c, struct mirth_slice deed)
{
    struct mirth_slice all = {deed.at, (size_t)(c->body.at + c->body.len - deed.at)};
    if (mirth_fits_row(c->body, MIRTH_WHY_WORDS))
        return c->body;
    return mirth_fits_row(all, MIRTH_WHY_WORDS) ? all : deed;
}

/* By what it was mended, wherever the sentence says so: "A fix was implemented by ...". */
static struct mirth_slice means_of(const struct mirth_english *e, const struct mirth_clause *c)
{
    if (mirth_is(c->frame, "resolved-by") && mirth_slot(c, "do").len)
        return whole_deed(c, mirth_slot(c, "do"));
    if (mirth_is(c->frame, "resolved-by"))
        return without_aim(e, mirth_slot(c, "doing"));
    if (mirth_is_framed(e, c, MIRTH_L_MENDED_FRAME) ||
        mirth_is_framed(e, c, MIRTH_L_MENDING_FRAME) ||
        (mirth_is_framed(e, c, MIRTH_L_CHANGING_FRAME) &&
         mirth_row_mentions(e, c->body, MIRTH_L_MENDING)))
        return behind_by(e, c->rest);
    return mirth_slice("", 0);
}

/* A sentence of the section of both, behind one that told the cause. The heading of the section is
 * a part too, so that there is one before. */
static bool is_behind_cause(const struct mirth_part *part, const struct mirth_clause *c)
{
    return part->kind == MIRTH_PROSE && mirth_is(part->section, "root-cause-and-resolution") &&
           mirth_tells_cause(part) && (c != part->clauses || part[-1].kind == MIRTH_PROSE);
}

/* "Restoring the old key ended it": what the section of the mending, or its label, says first. */
static bool opens_resolution(const struct mirth_telling *t, const struct mirth_part *part,
                             const struct mirth_clause *c)
{
    const struct mirth_english *e = t->english;
    const bool own = mirth_is(part->section, "resolution") && mirth_opens_section(t->story, part);
    if (c != part->clauses || !mirth_in_resolution(part) || part->kind == MIRTH_EVENT ||
        (part->kind != MIRTH_FIELD && !own))
        return false;
    return !c->frame || mirth_is_framed(e, c, MIRTH_L_DOING_FRAME) ||
           mirth_is_framed(e, c, MIRTH_L_CHANGING_FRAME) ||
           mirth_is_framed(e, c, MIRTH_L_MENDING_FRAME);
}

/* "Replaced the cable", where the cable was worn. */
static bool is_of_cause(const struct mirth_telling *t, const struct mirth_clause *c)
{
    const struct mirth_slice cause = t->story->digest.cause, broke = mirth_head(t->english, cause);
    const struct mirth_slice thing = mirth_head(t->english, mirth_slot(c, "what"));
    return mirth_names_fault(t->english, t->story, c) ||
           (broke.len && mirth_holds_nocase(c->body, broke)) ||
           (thing.len && mirth_holds_nocase(cause, thing));
}

static int rank_done(const struct mirth_telling *t, const struct mirth_part *part,
                     const struct mirth_clause *c, struct mirth_slice fix)
{
    const struct mirth_english *e = t->english;
    bool led = mirth_leads_to_fix(e, part, c) ||
               (is_behind_cause(part, c) && mirth_is_framed(e, c, MIRTH_L_SURE_FRAME));
    bool solves = mirth_is(c->frame, "resolved-by") && mirth_tells_cause(part);
    bool there = led || solves || (mirth_in_resolution(part) && part->kind != MIRTH_EVENT);
    bool mends = mirth_is_framed(e, c, MIRTH_L_MENDING_FRAME);
    bool changes = mends || mirth_is_framed(e, c, MIRTH_L_CHANGING_FRAME);
    bool does = changes || mirth_is_framed(e, c, MIRTH_L_DOING_FRAME);
    bool says_so = (there || mirth_in_summary(part)) && mirth_row_mentions(e, fix, MIRTH_L_MENDING);
    if (there)
        return changes || says_so || solves || (led && does)                         ? BY_RESOLUTION
               : (does && part->kind == MIRTH_FIELD) || opens_resolution(t, part, c) ? SAID_THERE
                                                                                     : 0;
    if (mirth_in_summary(part))
        return mends && says_so ? BY_SUMMARY : 0;
    if (part->kind != MIRTH_EVENT || !changes ||
        !(mends || is_of_cause(t, c) || mirth_row_mentions(e, fix, MIRTH_L_MENDING)))
        return 0; /* of all that is done in an outage, what mends, or is done to what broke */
    return mirth_is_framed(e, c, MIRTH_L_RESTARTING_FRAME) ? RESTART : OF_EVENT;
}

/* Whether nothing says that it mended nothing, not for good, or not by itself. */
static bool may_be_fix(const struct mirth_english *e, const struct mirth_part *part,
                       const struct mirth_clause *c, struct mirth_slice fix)
{
    /* "Fix: both calls in one step." */
    const bool labelled = part->kind == MIRTH_FIELD && c == part->clauses && !c->frame;
    return fix.len && (labelled || mirth_stands_alone(e, fix)) &&
           !mirth_row_mentions(e, fix, MIRTH_L_NO_FIX) &&
           !mirth_row_mentions(e, c->lead, MIRTH_L_NO_FIX) &&
           !mirth_row_mentions(e, c->body, MIRTH_L_NO_CHANGE) &&
           !mirth_row_mentions(e, fix, MIRTH_L_VAGUE_FIX);
}

/* As much as a row may hold, without what for. */
static struct mirth_slice cut_fix(const struct mirth_english *e, const struct mirth_clause *c,
                                  struct mirth_slice fix, size_t most_words)
{
    struct mirth_slice most = fix;
    if (!mirth_fits_row(fix, most_words))
        most = mirth_cut_to_row(e, fix, FIX_WORDS);
    return without_purpose(e, most.len ? most : mirth_shortly(e, c));
}

/* "Key deleted by hand. Works. Would come back in some days.": an entry may take it back. */
static bool lasted(const struct mirth_english *e, const struct mirth_part *part,
                   const struct mirth_clause *c)
{
    const struct mirth_clause *end =
        part->kind == MIRTH_EVENT ? part->clauses + part->clause_count : c + 1;
    for (; c < end; c++)
        if (mirth_row_mentions(e, c->body, MIRTH_L_STOPGAP))
            return false;
    return true;
}

/* "The relay was stopped, the cable renewed": behind the cause, of what was broken. */
static bool mends_fault(const struct mirth_telling *t, const struct mirth_part *part,
                        const struct mirth_clause *c)
{
    return is_behind_cause(part, c) && mirth_names_fault(t->english, t->story, c) &&
           !mirth_is_milestone(t->english_book, "explained", c->frame) &&
           mirth_row_mentions(t->english, c->body, MIRTH_L_MENDING);
}

/* "We found a worn cable. At 10:40 we cut it out.": where the response is told as a tale. */
static bool follows_finding(const struct mirth_telling *t, const struct mirth_part *part,
                            const struct mirth_clause *c)
{
    return part->kind == MIRTH_PROSE && c > part->clauses && mirth_in_resolution(part) &&
           mirth_is_milestone(t->english_book, "found", c[-1].frame) &&
           mirth_is_framed(t->english, c, MIRTH_L_DOING_FRAME);
}

/* "10:40 Lamp turned off. 10:41 All back to normal.": the entry behind it is the recovery. */
static bool precedes_relief(const struct mirth_telling *t, const struct mirth_part *part,
                            const struct mirth_clause *c)
{
    const struct mirth_part *next = part + 1;
    if (part->kind != MIRTH_EVENT || next >= t->story->parts + t->story->digest.parts ||
        next->kind != MIRTH_EVENT || !next->clause_count ||
        !mirth_is_framed(t->english, c, MIRTH_L_DOING_FRAME) || mirth_is_vague(t, c->frame))
        return false;
    return mirth_is_milestone(t->english_book, "restored", next->clauses[0].frame) ||
           mirth_has_listed(t->english, next->clauses[0].text, MIRTH_L_CALM_WORD);
}

/* "The changes of 9:05 and 9:27 were reverted", which had been tried, without effect: what is
 * undone there mended nothing, and so did undoing it. */
static bool undoes_attempt(const struct mirth_telling *t, const struct mirth_clause *c)
{
    const struct mirth_story *story = t->story;
    if (!mirth_is(c->frame, "rolled-back"))
        return false;
    for (size_t i = 0; i < story->digest.parts; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->time.len ||
            !mirth_holds_nocase(c->body, part->time))
            continue;
        for (size_t k = 0; k < part->clause_count; k++)
            if (&part->clauses[k] != c && mirth_is_vain(t, part, &part->clauses[k]))
                return true;
    }
    return false;
}

/* How plainly the sentence says what mended it, 0 for not at all; *fix is that much of it. */
static int rank_fix(const struct mirth_telling *t, const struct mirth_part *part,
                    const struct mirth_clause *c, struct mirth_slice *fix)
{
    const struct mirth_english *e = t->english;
    int rank;
    if (undoes_attempt(t, c))
        return 0;
    *fix = mirth_labelled_fix(t, part, c);
    if (fix->len)
        return BY_ITSELF;
    *fix = without_pointer(e, means_of(e, c));
    if (fix->len && mirth_fits_row(*fix, MIRTH_WHY_WORDS) && lasted(e, part, c))
        return BY_ITSELF;
    if (fix->len && mirth_is_short(*fix) && mirth_row_mentions(e, *fix, MIRTH_L_STOPGAP))
        return STOPGAP;
    *fix = mirth_said_to_mend(e, part, c);
    if (fix->len) {
        *fix = cut_fix(e, c, *fix, MIRTH_WHY_WORDS);
        return !may_be_fix(e, part, c, *fix) ? 0
               : lasted(e, part, c)          ? BY_RESOLUTION
                                             : STOPGAP_THERE;
    }
    if (mends_fault(t, part, c)) {
        *fix = cut_fix(e, c, c->body, MIRTH_WHY_WORDS);
        if (may_be_fix(e, part, c, *fix) && lasted(e, part, c))
            return BY_RESOLUTION;
    }
    *fix = c->frame ? c->main : c->body;
    rank = rank_done(t, part, c, *fix);
    if (!rank && follows_finding(t, part, c))
        rank = SAID_THERE;
    if (!rank && precedes_relief(t, part, c))
        rank = RESTART;
    if (!rank)
        return 0; /* nearly all, so that this is soon over */
    *fix = cut_fix(e, c, *fix, FIX_WORDS);
    if (!may_be_fix(e, part, c, *fix) || asks(e, *fix))
        return 0;
    return lasted(e, part, c) ? rank : rank >= SAID_THERE ? STOPGAP_THERE : STOPGAP;
}

/* "Fixing the bug in the relay", where that bug is the cause: it says nothing of how. */
static bool is_circular(const struct mirth_telling *t, struct mirth_slice fix)
{
    const struct mirth_slice cause = t->story->digest.cause;
    struct mirth_slice rest = fix, verb;
    if (!cause.len || !mirth_cut(&rest, ' ', &verb) ||
        !mirth_listed(t->english, mirth_word(t->english, verb), MIRTH_L_FIXING))
        return false;
    if (mirth_holds_nocase(cause, rest))
        return true;
    return mirth_same_nocase(mirth_head(t->english, rest), mirth_head(t->english, cause)) &&
           rest.len >= cause.len;
}

/* Of an entry: 0 where all was over, or would not be for a while, what was done was in vain, or the
 * cause was not yet found; what calls itself a fix all the same counts where nothing else does. */
static int rank_entry(const struct mirth_telling *t, const struct mirth_relief *relief, size_t i,
                      const struct mirth_clause *c, int rank)
{
    enum { NEAR = 2 };
    const struct mirth_part *part = &t->story->parts[i];
    if (mirth_is_vain(t, part, c) || !mirth_is_near_calm(t, relief, i, NEAR))
        return 0;
    if (t->found == SIZE_MAX || t->first_clause[i] >= t->found || !mirth_goes_on(t, t->found))
        return rank;
    return mirth_is_framed(t->english, c, MIRTH_L_SURE_FRAME) ? UNFOUND : 0;
}

/* "The vendor marked it as resolved. Our failures continued.": the next sentence takes it back. */
static bool is_taken_back(const struct mirth_telling *t, const struct mirth_part *part, size_t k)
{
    return k + 1 < part->clause_count &&
           mirth_has_listed(t->english, part->clauses[k + 1].text, MIRTH_L_NO_CHANGE);
}

/* "Same evening, a hotfix was deployed", "... was shut down the next day": what ended the trouble
 * stands before it. */
static bool comes_later(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_row_tokens(e, c->body, tokens);
    for (size_t i = 0; i < count; i++) {
        const size_t words = mirth_listed_at(e, tokens, count, i, MIRTH_L_AFTERWARDS);
        if (words && (!i || (words > 1 && i + words == count)))
            return true;
    }
    return false;
}

bool mirth_put_fix(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice best = {0}, fix;
    int most = 0;
    const struct mirth_relief relief = mirth_find_relief(t);
    for (size_t i = 0, n = t->story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        const bool entry = part->kind == MIRTH_EVENT;
        for (size_t k = 0; k < part->clause_count && !(entry && i <= relief.sign); k++) {
            int rank = rank_fix(t, part, &part->clauses[k], &fix);
            if (rank && (is_taken_back(t, part, k) || comes_later(t->english, &part->clauses[k]) ||
                         mirth_is_guess(t->english, part, &part->clauses[k])))
                rank = 0;
            if (rank && entry)
                rank = rank_entry(t, &relief, i, &part->clauses[k], rank);
            if ((rank > most || (rank == most && (rank == OF_EVENT || rank == RESTART))) &&
                !is_circular(t, fix)) {
                most = rank;
                best = fix;
            }
        }
    }
    mirth_put_slice(out, best);
    return best.len > 0;
}
