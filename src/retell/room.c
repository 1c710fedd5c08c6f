/* room.c: whether a template has room for all that a clause holds, and reads well with it. */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"
#include "understand/digest.h"

enum { NAME = 32 };

static bool is(struct mirth_slice s, const char *text)
{
    return mirth_same_text(s, text);
}

static size_t times_used(const struct mirth_phrasing *p, const char *name)
{
    struct mirth_slice slot = mirth_slice_of(name);
    size_t n = 0;
    for (size_t i = 0; i < p->piece_count; i++)
        n += p->pieces[i].prints && mirth_same(p->pieces[i].text, slot);
    return n;
}

/* The record's doer is the phrasing's subject too, so that "and restarted nginx" still has it. */
static bool begins_with(const struct mirth_phrasing *p, const char *slot)
{
    return p->piece_count && p->pieces[0].slot && is(p->pieces[0].text, slot) && !p->tag;
}

/* " and sang" at s[at]; "{who} and {what}" are two of one kind. */
static bool goes_on_with(const struct mirth_english *e, struct mirth_slice s, size_t at)
{
    size_t len = mirth_spaced_at(e, s, at, MIRTH_L_ADDITIVE);
    return len && at + len < s.len;
}

/* "In flew an alert and restarted nginx": what goes on has the subject of the clause, so the line
 * must bring in no other between the two. */
static bool keeps_subject(const struct mirth_english *e, const struct mirth_phrasing *p)
{
    if (!begins_with(p, "who"))
        return false;
    for (size_t i = 0; i < p->piece_count; i++) {
        struct mirth_slice s = p->pieces[i].text;
        for (size_t k = 0; !p->pieces[i].slot && k < s.len; k++)
            if (strchr(",;:", s.at[k]) || goes_on_with(e, s, k))
                return false;
    }
    return true;
}

/* " of the night", " observed in the relay": it hangs on the noun phrase before it, and not on the
 * verb. */
static bool hangs_on_noun(const struct mirth_english *e, struct mirth_slice rest)
{
    struct mirth_slice words = mirth_trim(rest), word;
    if (rest.at[0] != ' ' || !mirth_cut(&words, ' ', &word) ||
        mirth_lists(e, MIRTH_L_VERB_TAIL, word))
        return false;
    return mirth_lists(e, MIRTH_L_WHOLE_MARK, word) || (word.len > 3 && mirth_ends(word, "ed"));
}

/* Whether the piece prints the slot that the rest follows in the record. */
static bool prints_before(const struct mirth_piece *piece, const struct mirth_clause *c)
{
    char name[NAME] = {0};
    struct mirth_slice s;
    if (!piece->slot || !piece->prints || piece->text.len >= NAME)
        return false;
    memcpy(name, piece->text.at, piece->text.len);
    s = mirth_slot(c, name);
    return s.len && s.at + s.len == c->rest.at;
}

/* ", causing joy", ", but slowly", and not ", code deployed" */
static bool goes_on(const struct mirth_english *e, struct mirth_slice rest)
{
    struct mirth_slice words = mirth_trim(mirth_slice(rest.at + 1, rest.len - 1)), word;
    if (rest.at[0] != ',' || !mirth_cut(&words, ' ', &word))
        return false;
    return mirth_lists(e, MIRTH_L_TRAILING, word) || (word.len > 3 && mirth_ends(word, "ing"));
}

/* ", and " at s[at] */
static bool adds_at(const struct mirth_english *e, struct mirth_slice s, size_t at)
{
    return at < s.len && s.at[at] == ',' && mirth_spaced_at(e, s, at + 1, MIRTH_L_ADDITIVE);
}

/* "The relay was restored, to brass{rest}": what is ours stands between the record's verb and what
 * hangs on it. Behind a comma it may; behind a clause of ours nothing may follow. */
static bool is_afterthought(const struct mirth_english *e, struct mirth_slice ours, bool goes_on)
{
    const char *comma = memchr(ours.at, ',', ours.len);
    return comma && (!goes_on || adds_at(e, ours, (size_t)(comma - ours.at)));
}

/* "a, and b, and c" */
static bool joins_twice(const struct mirth_english *e, const struct mirth_phrasing *p,
                        struct mirth_slice rest)
{
    if (!adds_at(e, rest, 0))
        return false;
    for (size_t i = 0; i < p->piece_count; i++) {
        struct mirth_slice s = p->pieces[i].text;
        for (size_t k = 0; !p->pieces[i].slot && k < s.len; k++)
            if (adds_at(e, s, k))
                return true;
    }
    return false;
}

/* " using tongs", " manually": how it was done hangs on who did it or on the verb. */
static bool names_means(const struct mirth_english *e, struct mirth_slice rest)
{
    struct mirth_slice words = mirth_trim(rest), word;
    return mirth_cut(&words, ' ', &word) &&
           (mirth_lists(e, MIRTH_L_MEANS, word) || (word.len > 4 && mirth_ends(word, "ly")));
}

/* "out rolled the relay" + " using tongs": whose hand that was, nobody says any more. */
static bool hides_doer(const struct mirth_phrasing *p)
{
    for (size_t i = 0; i < p->piece_count; i++)
        if (p->pieces[i].slot && (!p->pieces[i].prints || is(p->pieces[i].text, "who")))
            return false;
    return true;
}

/* "the queries, improving the times": a slot that has run over what the sentence goes on with. */
static bool runs_over(struct mirth_slice s)
{
    struct mirth_slice word;
    bool comma = false;
    while (mirth_cut(&s, ' ', &word)) {
        if (comma && word.len > 5 && mirth_ends(word, "ing"))
            return true;
        comma = word.len && word.at[word.len - 1] == ',';
    }
    return false;
}

/* "checking the relay", "the relay being gone": what was done or was so, and no thing that could
 * come down or be let in. */
static bool is_deed(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_slice rest = s, word, second;
    for (size_t i = 0; i < s.len; i++)
        if (mirth_spaced_at(e, s, i, MIRTH_L_UNDER_WAY))
            return true;
    return mirth_cut(&rest, ' ', &word) && mirth_cut(&rest, ' ', &second) && word.len > 4 &&
           mirth_ends(word, "ing") && mirth_lists(e, MIRTH_L_OF_A_DEED, second);
}

/* "for the team" + " for a closer look" */
static bool says_again(const struct mirth_english *e, struct mirth_slice before,
                       struct mirth_slice rest)
{
    struct mirth_slice words = mirth_trim(rest), word;
    before = mirth_trim(before);
    return mirth_cut(&words, ' ', &word) && mirth_lists(e, MIRTH_L_ECHO, word) &&
           before.len > word.len && before.at[before.len - word.len - 1] == ' ' &&
           !memcmp(before.at + before.len - word.len, word.at, word.len);
}

/* "updates" + " to the proxy", and not + " to restore it": what they are made to. */
static bool belongs_to_noun(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_slice words = mirth_trim(c->rest), word, next, last = {0};
    if (!mirth_cut(&words, ' ', &word) || !mirth_lists(e, MIRTH_L_INFINITIVE_MARK, word) ||
        !mirth_cut(&words, ' ', &next))
        return false;
    for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++)
        if (c->slots[i].text.at + c->slots[i].text.len <= c->rest.at)
            last = mirth_head(e, c->slots[i].text);
    return mirth_lists(e, MIRTH_L_TAKES_TO, last) &&
           (mirth_lists(e, MIRTH_L_THE, next) ||
            !(e->words[mirth_word(e, next)].forms & MIRTH_BASE));
}

/* "Sent out of the gate: it", "out came them on the pier". */
static bool is_pronoun(const struct mirth_english *e, struct mirth_slice slot)
{
    struct mirth_slice word;
    return mirth_lists(e, MIRTH_L_BARE_PRONOUN, slot) ||
           (mirth_cut(&slot, ' ', &word) && mirth_lists(e, MIRTH_L_OBJECT_FORM, word));
}

/* Reads well in no slot of any template. */
static bool is_awkward(const struct mirth_english *e, const struct mirth_clause *c)
{
    bool awkward = is_deed(e, mirth_slot(c, "effect")) || runs_over(mirth_slot(c, "what")) ||
                   !mirth_is_balanced(c->rest);
    for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++)
        awkward |= is_pronoun(e, c->slots[i].text);
    return awkward;
}

/* What the clause alone decides, whatever the phrasing. */
enum { LOOKED_AT = 1, AWKWARD = 2, NAMES_MEANS = 4, HANGS_ON_NOUN = 8, GOES_ON = 16 };

static unsigned look_at(const struct mirth_english *e, const struct mirth_clause *c)
{
    unsigned traits = LOOKED_AT | (is_awkward(e, c) ? AWKWARD : 0);
    if (!c->rest.len)
        return traits;
    return traits | (names_means(e, c->rest) ? NAMES_MEANS : 0) |
           (hangs_on_noun(e, c->rest) || belongs_to_noun(e, c) ? HANGS_ON_NOUN : 0) |
           (goes_on(e, c->rest) ? GOES_ON : 0);
}

void mirth_look_at(const struct mirth_english *e, struct mirth_clause *clause)
{
    clause->traits = look_at(e, clause);
}

/* Whether what the frame left over can stand where the template has it. */
static bool takes_rest(const struct mirth_english *e, const struct mirth_phrasing *p,
                       const struct mirth_clause *c, unsigned traits)
{
    const struct mirth_piece *before;
    size_t i = 0;
    if (!c->rest.len)
        return true;
    if (joins_twice(e, p, c->rest) || (traits & NAMES_MEANS && hides_doer(p)))
        return false;
    while (i < p->piece_count && !(p->pieces[i].slot && is(p->pieces[i].text, "rest")))
        i++;
    if (!i || i == p->piece_count)
        return p->rest;
    before = &p->pieces[i - 1];
    if (i > 1 && before->slot && !p->pieces[i - 2].slot &&
        says_again(e, p->pieces[i - 2].text, c->rest))
        return false;
    if (traits & HANGS_ON_NOUN)
        return prints_before(before, c);
    return before->slot || !is_afterthought(e, before->text, traits & GOES_ON);
}

bool mirth_has_room(const struct mirth_english *e, const struct mirth_phrasing *p,
                    const struct mirth_clause *c)
{
    const unsigned traits = c->traits ? c->traits : look_at(e, c);
    if (p->whole)
        return true;
    if (traits & AWKWARD || (c->adverb.len && !p->adverb))
        return false;
    for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++)
        if (times_used(p, c->slots[i].name) != 1)
            return false;
    /* no "checked the log and notices" */
    return takes_rest(e, p, c, traits) && !(c->shared && (c->present || !keeps_subject(e, p)));
}
