/* facts.c: what an edition must hold unaltered. */
#include "understand/facts.h"

#include <string.h>

static const char *const names[MIRTH_FACT_KINDS] = {"date",   "time",    "duration", "percentage",
                                                    "number", "version", "host",     "url",
                                                    "code",   "quote",   "link",     "name"};

const char *mirth_fact_name(enum mirth_fact_kind kind)
{
    return names[kind];
}

static bool is_version(struct mirth_slice s)
{
    size_t dots = 0, i = s.at[0] == 'v' || s.at[0] == 'V';
    for (; i < s.len; i++) {
        dots += s.at[i] == '.';
        if (s.at[i] != '.' && !mirth_is_digit(s.at[i]))
            return false;
    }
    return dots > (s.at[0] == 'v' || s.at[0] == 'V' ? 0 : 1);
}

/* Letters and a dot or a hyphen between digits and letters: web-01.example.com, db-2. */
static bool is_host(struct mirth_slice s)
{
    bool letter = false, mark = false;
    for (size_t i = 0; i < s.len; i++) {
        letter |= mirth_is_alpha(s.at[i]);
        mark |= s.at[i] == '.' || s.at[i] == '-';
    }
    return letter && mark && mirth_is_alpha(s.at[0]);
}

static enum mirth_fact_kind kind_of_number(struct mirth_slice s)
{
    if (s.at[s.len - 1] == '%')
        return MIRTH_FACT_PERCENTAGE;
    if (is_version(s))
        return MIRTH_FACT_VERSION;
    return is_host(s) ? MIRTH_FACT_HOST : MIRTH_FACT_NUMBER;
}

/* A number takes the unit behind it along: "30 minutes", "1,024 users". */
static void take_unit(const struct mirth_english *english, struct mirth_slice text,
                      struct mirth_fact *fact, size_t *at)
{
    size_t i = *at;
    struct mirth_token unit;
    while (i < text.len && text.at[i] == ' ')
        i++;
    if (i >= text.len || i > *at + 1)
        return;
    unit = mirth_token_at(english, mirth_slice(text.at + i, text.len - i));
    if (mirth_listed(english, unit.word, MIRTH_L_DURATION))
        fact->kind = MIRTH_FACT_DURATION;
    else if (!mirth_listed(english, unit.word, MIRTH_L_UNIT))
        return;
    *at = i + unit.text.len;
    fact->text.len = (size_t)(text.at + *at - fact->text.at);
}

static enum mirth_fact_kind kind_of_link(struct mirth_slice s)
{
    return s.at[0] == 'h' || s.at[0] == 'w' ? MIRTH_FACT_URL : MIRTH_FACT_LINK;
}

/* A capital makes a name of a word that English does not know; other names show it inside. */
static bool is_name(const struct mirth_english *english, const struct mirth_token *t, bool inside)
{
    bool known = t->word && !mirth_listed(english, t->word, MIRTH_L_PRODUCT);
    return mirth_token_is_fact(t, inside && !known);
}

static bool read_fact(const struct mirth_english *english, struct mirth_slice text, size_t *at,
                      const struct mirth_token *t, bool inside, struct mirth_fact *fact)
{
    struct mirth_when when;
    size_t start = (size_t)(t->text.at - text.at);
    fact->text = t->text;
    if ((t->kind == MIRTH_T_NUMBER || mirth_listed(english, t->word, MIRTH_L_MONTH)) &&
        mirth_when_at(english, mirth_slice(t->text.at, text.len - start), &when)) {
        fact->kind = when.minute < 0 ? MIRTH_FACT_DATE : MIRTH_FACT_TIME;
        fact->text = when.text;
        *at = start + when.len;
        return true;
    }
    switch (t->kind) {
    case MIRTH_T_NUMBER:
        fact->kind = kind_of_number(t->text);
        take_unit(english, text, fact, at);
        return true;
    case MIRTH_T_CODE: fact->kind = MIRTH_FACT_CODE; return true;
    case MIRTH_T_QUOTE: fact->kind = MIRTH_FACT_QUOTE; return true;
    case MIRTH_T_LINK: fact->kind = kind_of_link(t->text); return t->text.at[0] != '<';
    case MIRTH_T_WORD: fact->kind = MIRTH_FACT_NAME; return is_name(english, t, inside);
    default: return false;
    }
}

bool mirth_next_fact(const struct mirth_english *english, struct mirth_slice text, size_t *at,
                     struct mirth_fact *fact)
{
    bool inside = *at > 0; /* the first word's capital says nothing */
    while (*at < text.len) {
        struct mirth_token t;
        if (mirth_is_space(text.at[*at])) {
            ++*at;
            continue;
        }
        t = mirth_token_at(english, mirth_slice(text.at + *at, text.len - *at));
        if (t.kind == MIRTH_T_PAREN) { /* what stands inside it counts by itself */
            ++*at;
            continue;
        }
        *at += t.text.len;
        if (read_fact(english, text, at, &t, inside, fact))
            return true;
        if (t.kind != MIRTH_T_MARK)
            inside = !(t.kind == MIRTH_T_PUNCT && strchr(".!?:|", t.text.at[0]));
    }
    return false;
}

bool mirth_next_when(const struct mirth_english *english, struct mirth_slice text, size_t *at,
                     struct mirth_when *when)
{
    struct mirth_fact fact;
    while (mirth_next_fact(english, text, at, &fact))
        if ((fact.kind == MIRTH_FACT_DATE || fact.kind == MIRTH_FACT_TIME) &&
            mirth_when_at(english, fact.text, when))
            return true;
    return false;
}

bool mirth_find_facts(const struct mirth_english *english, struct mirth_story *story)
{
    for (size_t i = 0; i < story->row_count; i++) {
        const struct mirth_row *row = &story->rows[i];
        struct mirth_slice text = {story->source + row->text.at, row->text.len};
        struct mirth_fact fact = {.line = row->number};
        size_t at = 0;
        while (mirth_next_fact(english, text, &at, &fact)) {
            if (!mirth_pool_grow(&story->pool, (void **)&story->facts, story->fact_count,
                                 &story->fact_room, sizeof *story->facts))
                return false;
            story->facts[story->fact_count++] = fact;
        }
    }
    return true;
}
