/* key.c: what a skimmer wants of a plain sentence. */
#include "retell/telling.h"

#include <string.h>

#include "retell/box_stretch.h"
#include "retell/flow.h"
#include "retell/grammar.h"
#include "retell/key_asked.h"
#include "retell/key_figure.h"
#include "retell/plain.h"
#include "understand/digest.h"
#include "understand/tokens.h"
#include "understand/understand.h"

enum { BOLD_WORDS = 7, WHOLE_WORDS = 14 };

/* Where the phrase stands as whole tokens, its own case kept. */
static bool find_phrase(const struct mirth_token *tokens, size_t count, struct mirth_slice phrase,
                        struct mirth_slice *found)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i; k < count; k++) {
            const char *end = tokens[k].text.at + tokens[k].text.len;
            *found = mirth_slice(tokens[i].text.at, (size_t)(end - tokens[i].text.at));
            if (found->len > phrase.len)
                break;
            if (mirth_same_nocase(*found, phrase))
                return true;
        }
    return false;
}

/* A glance that spares most sentences the taking apart: no mark-up of the record's own. */
static bool may_have_key(const struct mirth_clause *clause)
{
    const struct mirth_slice s = clause->text;
    return !memchr(s.at, '*', s.len) && !memchr(s.at, '[', s.len) && !memchr(s.at, '<', s.len);
}

/* Who wrote it, and how grave it was, stands plainly. */
static bool is_plain_field(const struct mirth_part *part)
{
    return part->field && mirth_one_of(mirth_slice_of("author|severity|status|metadata"),
                                       mirth_slice_of(part->field));
}

static bool is_time_field(const struct mirth_part *part)
{
    return part->field && mirth_one_of(mirth_slice_of("duration|start|end|detection-time|date"),
                                       mirth_slice_of(part->field));
}

/* "90 minutes, from 10:00 to 11:30": the field is its fact. */
static struct mirth_slice whole_field(const struct mirth_english *e, const struct mirth_part *part,
                                      const struct mirth_clause *clause)
{
    struct mirth_slice s = clause->body;
    bool digit = false;
    if (!is_time_field(part) || part->clause_count > 1)
        return mirth_slice("", 0);
    while (s.len && ((unsigned char)s.at[0] >= 0x80 || s.at[0] == ' ')) /* an emoji in front */
        s = mirth_slice(s.at + 1, s.len - 1);
    for (size_t i = 0; i < s.len; i++)
        digit |= mirth_is_digit(s.at[i]);
    if (mirth_listed(e, mirth_token_at(e, s).word, MIRTH_L_THE))
        return mirth_hours_in(e, s); /* "The outage lasted from 9:05 to 10:35" is a sentence */
    return digit && mirth_count_words(s) <= WHOLE_WORDS ? s : mirth_slice("", 0);
}

static struct mirth_slice last_word(struct mirth_slice s)
{
    size_t at = s.len;
    while (at && !mirth_is_space(s.at[at - 1]))
        at--;
    return mirth_slice(s.at + at, s.len - at);
}

/* "The relay turning [into a museum]", and not "the missing monitoring [of ...]". */
static bool is_participle(const struct mirth_english *e, struct mirth_slice text)
{
    const uint32_t word = mirth_word(e, text);
    return (e->words[word].forms & MIRTH_ING) && !mirth_listed(e, word, MIRTH_L_COMPONENT);
}

/* "The code block responsible [for ...]" ends with its noun. */
static struct mirth_slice without_dangler(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_slice last = last_word(s);
    return last.len < s.len &&
                   (mirth_listed(e, mirth_word(e, last), MIRTH_L_DANGLER) ||
                    mirth_listed(e, mirth_word(e, last), MIRTH_L_ADVERB) || is_participle(e, last))
               ? mirth_trim(mirth_slice(s.at, s.len - last.len))
               : s;
}

/* As much of a slot as stands out: a long one's head. */
static struct mirth_slice short_form(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_slice rest = s, word;
    if (mirth_count_words(s) <= BOLD_WORDS)
        return s;
    while (mirth_cut(&rest, ' ', &word))
        if (word.at > s.at && mirth_listed(e, mirth_word(e, word), MIRTH_L_PREPOSITION))
            return without_dangler(e, mirth_trim(mirth_slice(s.at, (size_t)(word.at - s.at))));
    return s;
}

/* "Compares the tickets", "to open the site, it took more": an article inside, or a comma: more
 * than one thing, or a verb and its object. */
static bool is_one_phrase(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_slice word;
    bool may_begin = true; /* a noun phrase: at the start, and behind "of" and the like */
    if (memchr(s.at, ',', s.len))
        return false;
    while (mirth_cut(&s, ' ', &word)) {
        const uint32_t number = mirth_word(e, word);
        const bool article = mirth_listed(e, number, MIRTH_L_THE);
        if (article && !may_begin)
            return false;
        may_begin = article || mirth_listed(e, number, MIRTH_L_PREPOSITION);
    }
    return true;
}

/* "The request" and "we" say too little to stand out, and a person's name is no news. */
static bool stands_out(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_slice rest = s, first, second;
    size_t words = mirth_count_words(s);
    uint32_t word, last;
    if (!s.len || words > BOLD_WORDS || !mirth_is_balanced(s) || memchr(s.at, '"', s.len) ||
        !(mirth_is_letter(s.at[0]) || mirth_is_digit(s.at[0])) || !is_one_phrase(e, s))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (mirth_spaced_at(e, s, i, MIRTH_L_AND_OR))
            return false; /* "files A and B": half a list, as often as not */
    mirth_cut(&rest, ' ', &first);
    word = mirth_word(e, first);
    if (mirth_listed(e, word, MIRTH_L_THE) && mirth_cut(&rest, ' ', &second) && rest.len &&
        mirth_listed(e, mirth_word(e, second), MIRTH_L_AMOUNT))
        return false; /* "a lot of time" */
    last = mirth_word(e, last_word(s));
    if (mirth_listed(e, last, MIRTH_L_SOMEBODY) ||
        mirth_lists(e, MIRTH_L_SOMEBODY, mirth_head(e, s)))
        return false; /* "the night team", "my teammate from the other side" */
    if (mirth_listed(e, word, MIRTH_L_PREPOSITION) || mirth_listed(e, last, MIRTH_L_PREPOSITION) ||
        mirth_listed(e, word, MIRTH_L_JOINT) || mirth_listed(e, word, MIRTH_L_PRONOUN) ||
        mirth_listed(e, word, MIRTH_L_ADVERB) || mirth_listed(e, last, MIRTH_L_ADVERB) ||
        mirth_listed(e, last, MIRTH_L_COORDINATOR) || mirth_listed(e, last, MIRTH_L_DANGLER) ||
        mirth_listed(e, last, MIRTH_L_AGENT))
        return false; /* "about the shards", "discussion about", "it worse", "payments already" */
    if (words == 1)
        return mirth_listed(e, word, MIRTH_L_COMPONENT);
    return words > 1U + mirth_listed(e, word, MIRTH_L_THE);
}

/* A figure, a name, what was wrong or the part of a system that it is about; "a new token" may be
 * anything. */
static bool says_much(const struct mirth_english *e, struct mirth_slice s)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, s, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_token_is_fact(&tokens[i], i > 0) ||
            mirth_listed_at(e, tokens, count, i, MIRTH_L_COMPONENT))
            return true;
    return mirth_names_flaw(e, s);
}

/* What the sentence's frame is about. */
static struct mirth_slice frame_key(const struct mirth_english *e, const struct mirth_part *part,
                                    const struct mirth_clause *clause)
{
    static const char *const slots[] = {"cause", "effect", "what"};
    if (part->kind == MIRTH_PROSE || part->kind == MIRTH_FIELD)
        return mirth_slice("", 0);
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        struct mirth_slice s = mirth_slot(clause, slots[i]);
        if (s.len && stands_out(e, s = short_form(e, s)) && says_much(e, s))
            return s;
    }
    return mirth_slice("", 0);
}

/* The record's cause, where the sentence says it. */
static struct mirth_slice cause_in(const struct mirth_telling *telling,
                                   const struct mirth_clause *clause)
{
    struct mirth_slice cause = telling->story->digest.cause;
    return mirth_holds_nocase(clause->body, cause) && mirth_is_balanced(cause) ? cause
                                                                               : mirth_slice("", 0);
}

/* A part of the system that the sentence names in two words or more: "the load balancer". */
static struct mirth_slice named_part(const struct mirth_english *e,
                                     const struct mirth_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = mirth_listed_at(e, tokens, count, i, MIRTH_L_COMPONENT);
        const struct mirth_slice last = tokens[i + (len ? len - 1 : 0)].text;
        if (len > 1)
            return mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
    }
    return mirth_slice("", 0);
}

/* "Were", "ran": a verb that ends a subject; "failed" may stand before a noun. */
static bool is_verb(const struct mirth_english *e, const struct mirth_token *t)
{
    return mirth_listed(e, t->word, MIRTH_L_AUX) ||
           ((e->words[t->word].forms & (MIRTH_PAST | MIRTH_BASE | MIRTH_NOUN)) == MIRTH_PAST &&
            !mirth_listed(e, t->word, MIRTH_L_ADJECTIVE_PP));
}

static bool is_adverb(const struct mirth_english *e, const struct mirth_token *t)
{
    return mirth_listed(e, t->word, MIRTH_L_ADVERB) || mirth_ends(t->text, "ly");
}

/* A word of a noun phrase, the first of which begins it: no second article, no verb of its own. */
static bool is_nominal(const struct mirth_english *e, const struct mirth_token *t, bool first)
{
    const unsigned forms = e->words[t->word].forms;
    if (t->kind != MIRTH_T_WORD || is_verb(e, t) || mirth_listed(e, t->word, MIRTH_L_PREPOSITION) ||
        mirth_listed(e, t->word, MIRTH_L_PRONOUN) || mirth_listed(e, t->word, MIRTH_L_HEDGE) ||
        mirth_listed(e, t->word, MIRTH_L_NEGATION))
        return false;
    if (first)
        return !is_adverb(e, t) && !(forms & MIRTH_ING) &&
               (t->word || mirth_is_upper(t->text.at[0]));
    return !mirth_listed(e, t->word, MIRTH_L_THE) && (forms & MIRTH_NOUN || !(forms & MIRTH_THIRD));
}

/* What an entry that no frame knows is about: "Two porters", behind its lead. */
static struct mirth_slice entry_subject(const struct mirth_english *e,
                                        const struct mirth_clause *clause,
                                        const struct mirth_token *tokens, size_t count)
{
    const char *main = clause->main.len ? clause->main.at : clause->body.at;
    struct mirth_slice subject;
    size_t from = 0, to;
    while (from < count && tokens[from].text.at < main)
        from++;
    for (to = from; to < count && to < from + BOLD_WORDS; to++)
        if (!is_nominal(e, &tokens[to], to == from))
            break;
    if (to == count || !is_verb(e, &tokens[to]))
        return mirth_slice("", 0);
    while (to > from && is_adverb(e, &tokens[to - 1]))
        to--; /* "the porter still" */
    if (to < from + 2)
        return mirth_slice("", 0);
    subject =
        mirth_slice(tokens[from].text.at, (size_t)(tokens[to - 1].text.at +
                                                   tokens[to - 1].text.len - tokens[from].text.at));
    return stands_out(e, subject) && says_much(e, subject) ? subject : mirth_slice("", 0);
}

/* What a field that is no sentence begins with: "Insufficient limits on the number of files". */
static struct mirth_slice field_head(const struct mirth_english *e,
                                     const struct mirth_clause *clause,
                                     const struct mirth_token *tokens, size_t count)
{
    struct mirth_slice head;
    size_t to = 0;
    while (to < count && to < BOLD_WORDS && is_nominal(e, &tokens[to], !to))
        to++;
    if (to < 2 || clause->frame ||
        (to < count && tokens[to].kind == MIRTH_T_NUMBER) || /* "Sunday May 9" */
        (to < count && tokens[to].kind == MIRTH_T_WORD &&
         !mirth_listed(e, tokens[to].word, MIRTH_L_PREPOSITION) &&
         !mirth_listed_at(e, tokens, count, to, MIRTH_L_JOINT)))
        return mirth_slice("", 0);
    head = mirth_slice(tokens[0].text.at, (size_t)(tokens[to - 1].text.at +
                                                   tokens[to - 1].text.len - tokens[0].text.at));
    head = without_dangler(e, head);
    return stands_out(e, head) && says_much(e, head) ? head : mirth_slice("", 0);
}

/* "At 9:05 AM, the lamp ...": the time that tells where in the tale the entry stands. */
static struct mirth_slice told_time(const struct mirth_part *part,
                                    const struct mirth_clause *clause)
{
    const struct mirth_slice time = part->time, body = clause->body;
    return part->kind == MIRTH_EVENT && time.len && time.at >= body.at &&
                   time.at + time.len <= body.at + body.len
               ? time
               : mirth_slice("", 0);
}

/* What a skimmer looks for in bold: what is stated, whom it hit, what was found, what is to be
 * done. In a tale every other figure would be one. */
static bool may_stand_out(const struct mirth_telling *t, const struct mirth_part *part)
{
    if (part->kind == MIRTH_EVENT)
        return mirth_holds_clause(t, part, t->found);
    if (part->kind == MIRTH_PROSE)
        return !*part->section ||
               mirth_one_of(mirth_slice_of("summary|impact"), mirth_slice_of(part->section));
    return part->kind != MIRTH_MEASURE || !mirth_same_name(part->section, "lessons");
}

struct mirth_slice mirth_key_of(const struct mirth_telling *telling, const struct mirth_part *part,
                                const struct mirth_clause *clause)
{
    const struct mirth_place place = {.part = part, .clause = clause};
    const struct mirth_slice component = telling->story->digest.component;
    const struct mirth_token *tokens;
    struct mirth_slice found;
    size_t count;
    if (!may_have_key(clause) || is_plain_field(part))
        return mirth_slice("", 0);
    found = whole_field(telling->english, part, clause);
    if (!found.len)
        found = told_time(part, clause);
    if (found.len || !may_stand_out(telling, part))
        return found;
    tokens = mirth_words_at(telling, &place, &count);
    while (count && tokens[count - 1].text.at >= clause->body.at + clause->body.len)
        count--; /* its stop */
    found = mirth_share_in(tokens, count);
    if (found.len || count < 3)
        return found;
    if (mirth_asks(telling->story, part))
        return mirth_asked_thing(telling->english, tokens, count);
    found = mirth_figure_in(telling->english, tokens, count);
    /* an entry behind which the character speaks stands out by that */
    if (found.len || (part->kind == MIRTH_EVENT && mirth_is_answered(telling, part)))
        return found;
    if (mirth_count_words(component) > 1 && mirth_holds_nocase(clause->body, component) &&
        find_phrase(tokens, count, component, &found))
        return found;
    found = frame_key(telling->english, part, clause);
    if (found.len || part->kind == MIRTH_PROSE)
        return found;
    found = short_form(telling->english, cause_in(telling, clause));
    if (!found.len)
        found = named_part(telling->english, tokens, count);
    if (!found.len && part->kind == MIRTH_FIELD)
        found = field_head(telling->english, clause, tokens, count);
    if (found.len || (part->kind != MIRTH_EVENT && part->kind != MIRTH_FIELD))
        return found;
    return entry_subject(telling->english, clause, tokens, count);
}
