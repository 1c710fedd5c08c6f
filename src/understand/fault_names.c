/* fault_names.c: whether a sentence names the fault that the record turned out to tell of, or a
 * message in it does. */
#include "understand/digest.h"

#include <string.h>

#include "understand/evidence.h"
#include "understand/tokens.h"

static bool is_named(const struct mirth_english *e, const unsigned *score, const char *fault)
{
    for (size_t f = 0; f < e->fault_count; f++) {
        const char *name = mirth_string(e, e->faults[f].name);
        if (score[f] && (mirth_is(fault, name) || mirth_is_kind_of(fault, name)))
            return true;
    }
    return false;
}

bool mirth_names_firmly(const struct mirth_english *e, struct mirth_slice text, const char *fault)
{
    struct mirth_evidence found = {{0}, {0}};
    mirth_count_faults(e, text, 1, &found);
    return is_named(e, found.firm, fault);
}

bool mirth_speaks_for(const struct mirth_english *e, struct mirth_slice text, const char *fault)
{
    struct mirth_evidence found = {{0}, {0}};
    mirth_count_faults(e, text, 1, &found);
    return is_named(e, found.firm, fault) || is_named(e, found.weak, fault);
}

static bool mentions(const struct mirth_english *e, const char *name,
                     const struct mirth_token *tokens, size_t count)
{
    for (size_t f = 0; f < e->fault_count; f++) {
        const struct mirth_topic *fault = &e->faults[f];
        const char *class = mirth_string(e, fault->name);
        if (!mirth_is(name, class) && !mirth_is_kind_of(name, class))
            continue;
        for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
            if (mirth_listed_at(e, tokens, count, i, fault->list) ||
                (fault->weak >= 0 && mirth_listed_at(e, tokens, count, i, fault->weak)))
                return true;
    }
    return false;
}

/* Whether a message does, in code, quotation marks or parentheses. */
static bool is_said_inside(const struct mirth_english *e, const char *fault,
                           const struct mirth_token *tokens, size_t count)
{
    struct mirth_token inner[MIRTH_TOKENS];
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = mirth_token_inside(&tokens[i]);
        if (said.len && mentions(e, fault, inner, mirth_tokens(e, said, inner)))
            return true;
    }
    return false;
}

/* Whether the text has a phrase of the fault's, as a guess or not: "(likely a firewall problem)".
 */
static bool has_phrase(const struct mirth_english *e, const struct mirth_topic *fault,
                       struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    bool met = false;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS && !met; i++) {
        const struct mirth_slice aside =
            tokens[i].kind == MIRTH_T_PAREN ? mirth_token_inside(&tokens[i]) : mirth_slice("", 0);
        met = mirth_listed_at(e, tokens, count, i, fault->list) ||
              (aside.len && mirth_has_listed(e, aside, fault->list));
    }
    return met;
}

bool mirth_calls_fault(const struct mirth_english *e, struct mirth_slice text, const char *fault,
                       struct mirth_slice name)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t f = 0; f < e->fault_count; f++) {
        const char *class = mirth_string(e, e->faults[f].name);
        const bool asked = mirth_is(fault, class) || mirth_is_kind_of(fault, class);
        for (size_t i = 0; asked && i < count && count <= MIRTH_TOKENS; i++) {
            const size_t words = mirth_listed_at(e, tokens, count, i, e->faults[f].list);
            const struct mirth_slice last = tokens[i + (words ? words - 1 : 0)].text;
            const struct mirth_slice phrase = {tokens[i].text.at,
                                               (size_t)(last.at + last.len - tokens[i].text.at)};
            if (words && mirth_names_itself(e, phrase, name))
                return true;
        }
    }
    return false;
}

/* Whether a message speaks of the fault, or of anything else that the cause speaks of: "likely a
 * firewall problem", where a closed firewall kept a certificate from being renewed. */
static bool tells_cause(const struct mirth_english *e, struct mirth_slice said, const char *fault,
                        struct mirth_slice cause)
{
    struct mirth_evidence why = {{0}, {0}};
    mirth_count_faults(e, cause, 1, &why);
    for (size_t f = 0; f < e->fault_count; f++) {
        const char *name = mirth_string(e, e->faults[f].name);
        if ((why.firm[f] || mirth_is(fault, name) || mirth_is_kind_of(fault, name)) &&
            has_phrase(e, &e->faults[f], said))
            return true;
    }
    return false;
}

bool mirth_message_tells(const struct mirth_english *e, struct mirth_slice sentence,
                         const char *fault, struct mirth_slice cause)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, sentence, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = mirth_token_inside(&tokens[i]);
        if (said.len && said.at[-1] != '(' && tells_cause(e, said, fault, cause))
            return true;
    }
    return false;
}

bool mirth_names_fault(const struct mirth_english *e, const struct mirth_story *story,
                       const struct mirth_clause *clause)
{
    const char *fault = story->digest.fault;
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = fault ? mirth_tokens(e, clause->body, tokens) : 0;
    return fault && (mentions(e, fault, tokens, count) || is_said_inside(e, fault, tokens, count));
}
