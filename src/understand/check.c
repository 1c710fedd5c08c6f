/* check.c: every check by name, and what they have in common. */
#include "understand/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mirth_finding {
    size_t line, order;
    const char *name, *message;
};

/* In the order in which findings of one line are told. A new check is a row here, a function in a
 * file of its subject, a line in postmirth.1, and a row in tests/test_check_record.c. */
static const struct check {
    const char *name;
    mirth_check_function *look;
} checks[] = {
    {"sections", mirth_check_sections},
    {"duration", mirth_check_duration},
    {"impact", mirth_check_impact},
    {"users", mirth_check_users},
    {"cause", mirth_check_cause},
    {"detection", mirth_check_detection},
    {"actions", mirth_check_actions},
    {"misleading", mirth_check_misleading},
    {"escalation", mirth_check_escalation},
    {"resolution", mirth_check_resolution},
    {"cause-explained", mirth_check_cause_explained},
    {"fix-explained", mirth_check_fix_explained},
    {"improvements", mirth_check_improvements},
    {"tasks", mirth_check_tasks},
    {"words", mirth_check_words},
    {"times", mirth_check_times},
    {"span", mirth_check_span},
    {"order", mirth_check_order},
    {"zones", mirth_check_zones},
    {"outside", mirth_check_outside},
    {"date", mirth_check_date},
    {"percent", mirth_check_percent},
    {"shares", mirth_check_shares},
    {"figures", mirth_check_figures},
    {"steps", mirth_check_steps},
    {"weekdays", mirth_check_weekdays},
    {"blame", mirth_check_blame},
    {"verb", mirth_check_verb},
};

enum { CHECKS = sizeof checks / sizeof *checks };

void mirth_found(struct mirth_checking *c, size_t line, const char *format, ...)
{
    struct mirth_pool *pool = &c->story->pool;
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (!mirth_pool_grow(pool, (void **)&c->findings, c->count, &c->room, sizeof *c->findings))
        return;
    c->findings[c->count] = (struct mirth_finding){
        .line = line ? line : 1,
        .order = c->count,
        .name = c->name,
        .message = mirth_pool_copy(pool, message, mirth_utf8_fault(message, strlen(message))),
    };
    c->count++;
}

size_t mirth_words_of(const struct mirth_checking *c, struct mirth_slice text,
                      struct mirth_token *tokens)
{
    size_t n = 0, at = 0;
    while (at < text.len && n < MIRTH_TOKENS) {
        if (mirth_is_space(text.at[at])) {
            at++;
            continue;
        }
        tokens[n] = mirth_token_at(c->english, mirth_slice(text.at + at, text.len - at));
        at += tokens[n].kind == MIRTH_T_PAREN ? 1 : tokens[n].text.len;
        if (tokens[n].kind == MIRTH_T_PAREN)
            tokens[n] = (struct mirth_token){.kind = MIRTH_T_PUNCT, .text = {tokens[n].text.at, 1}};
        n++;
    }
    return n;
}

bool mirth_mentions(const struct mirth_checking *c, struct mirth_slice text, const char *list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, text, tokens);
    int number = mirth_list(c->english, list);
    for (size_t i = 0; number >= 0 && i < count; i++)
        if (mirth_listed_at(c->english, tokens, count, i, number))
            return true;
    return false;
}

bool mirth_tells(const struct mirth_checking *c, const struct mirth_part *part, const char *list)
{
    int number = mirth_list(c->english, list);
    for (size_t i = 0; i < part->clause_count; i++) {
        struct mirth_slice frame = mirth_slice_of(part->clauses[i].frame);
        if ((frame.len && mirth_listed(c->english, mirth_word(c->english, frame), number)) ||
            mirth_mentions(c, part->clauses[i].text, list))
            return true;
    }
    return false;
}

bool mirth_stands_in(const struct mirth_part *part, const char *sections, const char *fields)
{
    if (part->kind == MIRTH_TITLE || part->kind == MIRTH_SECTION || !mirth_count_words(part->flat))
        return false;
    return mirth_one_of(mirth_slice_of(sections), mirth_slice_of(part->section)) ||
           (part->field && mirth_one_of(mirth_slice_of(fields), mirth_slice_of(part->field)));
}

struct mirth_slice mirth_label_text(const struct mirth_checking *c, const struct mirth_part *part)
{
    return mirth_slice(c->story->source + part->label.at, part->label.len);
}

const struct mirth_part *mirth_heading_of(const struct mirth_checking *c, const char *sections)
{
    const struct mirth_story *story = c->story;
    for (size_t i = 0; i < story->part_count; i++)
        if (story->parts[i].kind == MIRTH_SECTION &&
            mirth_one_of(mirth_slice_of(sections), mirth_slice_of(story->parts[i].name)))
            return &story->parts[i];
    return NULL;
}

static size_t place_of(struct mirth_slice name)
{
    size_t i = 0;
    while (i < CHECKS && !mirth_same_text(name, checks[i].name))
        i++;
    return i;
}

/* "-words,-zones" turns those off; "words,zones" looks for those alone. */
static bool choose(const char *names, bool *chosen, struct mirth_error *err)
{
    struct mirth_slice rest = mirth_slice_of(names), name;
    bool all = !rest.len || rest.at[0] == '-';
    for (size_t i = 0; i < CHECKS; i++)
        chosen[i] = all;
    while (mirth_cut(&rest, ',', &name)) {
        bool off = name.len && name.at[0] == '-';
        size_t place = place_of(mirth_slice(name.at + off, name.len - off));
        if (place == CHECKS)
            return mirth_fail(err, MIRTH_USAGE, "no check is called '%.*s'; the manual lists them",
                              (int)(name.len - off), name.at + off);
        chosen[place] = !off;
    }
    return true;
}

static int by_line(const void *a, const void *b)
{
    const struct mirth_finding *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void print(const struct mirth_checking *c, struct mirth_buffer *out)
{
    for (size_t i = 0; i < c->count; i++) {
        mirth_put_text(out, c->story->name);
        mirth_put_char(out, ':');
        mirth_put_number(out, c->findings[i].line);
        mirth_put_text(out, ": warning: ");
        mirth_put_text(out, c->findings[i].message);
        mirth_put_text(out, " [-");
        mirth_put_text(out, c->findings[i].name);
        mirth_put_text(out, "]\n");
    }
}

bool mirth_check(const struct mirth_english *english, struct mirth_story *story,
                 const struct mirth_options *options, struct mirth_buffer *out,
                 struct mirth_error *err)
{
    bool chosen[CHECKS];
    struct mirth_checking c = {
        .english = english,
        .story = story,
        .words_least = options->words_least,
        .words_most = options->words_most,
    };
    if (!choose(options->checks, chosen, err))
        return false;
    for (size_t i = 0; i < CHECKS; i++) {
        c.name = checks[i].name;
        if (chosen[i])
            checks[i].look(&c);
    }
    if (story->pool.spent)
        return mirth_no_memory(err);
    if (c.count)
        qsort(c.findings, c.count, sizeof *c.findings, by_line);
    print(&c, out);
    return true;
}

void mirth_contradictions(const struct mirth_english *english, struct mirth_story *story,
                          struct mirth_buffer *out)
{
    static mirth_check_function *const looks[] = {mirth_check_date, mirth_check_weekdays,
                                                  mirth_check_figures, mirth_check_steps};
    struct mirth_checking c = {.english = english, .story = story, .name = ""};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        looks[i](&c);
    for (size_t i = 0; i < c.count; i++) {
        mirth_put_text(out, i ? "; " : "");
        mirth_put_text(out, c.findings[i].message);
    }
}
