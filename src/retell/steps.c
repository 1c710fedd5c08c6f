/* steps.c: a long paragraph in short ones. Where it explains the cause, each begins with the step
 * of the explanation that it tells, behind its label: "What changed:".
 */
#include "retell/layout.h"

#include <stdio.h>
#include <string.h>

#include "retell/box.h"
#include "retell/box_rows.h"
#include "retell/flow.h"
#include "understand/clock.h"
#include "understand/digest.h"

/* In words: a paragraph that is long, a piece of it that may stand alone, and what a piece without
 * a label has at most before it ends. */
enum { LONG = 50, PIECE = 12, REST = 10, FULL = 40, LEFT = 20 };

static bool explains(const struct mirth_part *part)
{
    return !strncmp(part->section, "root-cause", 10) || mirth_is(part->section, "resolution");
}

static size_t words_in(const struct mirth_part *part)
{
    size_t words = 0;
    for (size_t k = 0; k < part->clause_count; k++)
        words += mirth_count_words(part->clauses[k].text);
    return words;
}

/* The steps of the English book, in its order, and which of them the paragraph has told. */
struct steps {
    const struct mirth_entry *first;
    size_t count;
    bool told[MIRTH_STEPS];
    bool mended; /* what is told from here on is the mending */
};

/* "step-change", "step-change-first": a list of the English book's, or -1. */
static int list_of(const struct mirth_telling *t, const char *step, const char *end)
{
    char name[48];
    snprintf(name, sizeof name, "step-%s%s", step, end);
    return mirth_list(t->english, name);
}

/* A list is looked for among all by its name, so that is done once. */
static struct steps read_steps(struct mirth_telling *t)
{
    const struct mirth_book *book = t->english_book;
    const struct mirth_entry *at = mirth_book_find(book, "steps", "");
    struct steps s = {.first = at ? at + 1 : NULL};
    while (at && ++at < book->entries + book->entry_count && *at->name && s.count < MIRTH_STEPS)
        s.count++;
    for (size_t i = 0; i < s.count && !t->steps_known; i++)
        t->step_lists[i] = (struct mirth_step_lists){list_of(t, s.first[i].name, ""),
                                                     list_of(t, s.first[i].name, "-first")};
    t->steps_known = true;
    return s;
}

static bool is_mending(const struct steps *s, size_t step)
{
    return mirth_is(s->first[step].name, "fix");
}

/* Whether sentence k tells the step of that number. */
static bool has_step(const struct mirth_telling *t, const struct mirth_part *part, size_t k,
                     const struct steps *s, size_t step)
{
    const struct mirth_clause *c = &part->clauses[k];
    const struct mirth_step_lists lists = t->step_lists[step];
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count;
    if (is_mending(s, step))
        return mirth_begins_fix(t->english, part, k);
    if (lists.within >= 0 && mirth_has_listed(t->english, c->text, lists.within))
        return true;
    if (lists.first < 0)
        return false;
    count = mirth_tokens(t->english, c->body, tokens);
    return count <= MIRTH_TOKENS && mirth_listed_at(t->english, tokens, count, 0, lists.first);
}

/* Whether a paragraph of the same section before this one came to the step: its label is used up.
 */
static bool was_told(const struct mirth_telling *t, const struct mirth_part *part,
                     const struct steps *s, size_t step)
{
    enum { BACK = 8 };
    const struct mirth_part *first = t->story->parts, *p = part;
    for (size_t n = 0; n < BACK && p > first && p[-1].kind != MIRTH_SECTION; n++) {
        p--;
        if (!mirth_is_paragraph(t->story, p) || words_in(p) < LONG)
            continue;
        for (size_t k = 1; k < p->clause_count; k++)
            if (has_step(t, p, k, s, step))
                return true;
    }
    return false;
}

/* "As a result, ...", "The fix was ...": a sentence that begins with what it tells needs no label.
 */
static bool says_itself(const struct mirth_telling *t, const struct mirth_clause *c,
                        const struct steps *s, size_t step)
{
    enum { OPENING = 2 };
    const struct mirth_step_lists lists = t->step_lists[step];
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count;
    if (is_mending(s, step))
        return mirth_opens_with_fix(t->english, c);
    count = mirth_tokens(t->english, c->body, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS && i < OPENING; i++)
        if ((lists.within >= 0 && mirth_listed_at(t->english, tokens, count, i, lists.within)) ||
            (lists.first >= 0 && mirth_listed_at(t->english, tokens, count, i, lists.first)))
            return true;
    return false;
}

/* The step that the sentence begins, or NULL. A step of the trouble is none behind the mending. */
static const struct mirth_entry *step_at(const struct mirth_telling *t,
                                         const struct mirth_part *part, size_t k, struct steps *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const bool mends = is_mending(s, i);
        if (s->told[i] || (s->mended && !mends) || !has_step(t, part, k, s, i))
            continue;
        s->told[i] = true;
        s->mended |= mends;
        return &s->first[i];
    }
    return NULL;
}

static void put_label(struct mirth_telling *t, const struct mirth_entry *step,
                      struct mirth_buffer *out)
{
    const struct mirth_line *line;
    if (mirth_is(step->name, "fix")) {
        mirth_put_row_label(t, step->name, ":** ", out);
    } else if (mirth_book_entry(t->english_book, "steps", step->name, &line)) {
        mirth_put_text(out, "**");
        mirth_put_text(out, line->text);
        mirth_put_text(out, ":** ");
    }
}

/* "At 16:55 the vendor called back.": a tale's next moment. */
static bool is_moment(const struct mirth_telling *t, const struct mirth_clause *c)
{
    struct mirth_slice rest = c->text, word;
    struct mirth_when when;
    if (mirth_when_at(t->english, rest, &when))
        return when.minute >= 0;
    return mirth_cut(&rest, ' ', &word) && mirth_lists(t->english, MIRTH_L_TIME_OPENER, word) &&
           mirth_when_at(t->english, rest, &when) && when.minute >= 0;
}

/* Whether a paragraph may end before sentence k: what leans on the one before stays with it. */
static bool may_part(const struct mirth_telling *t, const struct mirth_part *part, size_t k)
{
    return !mirth_is_leaned_on(t->english, part, k - 1) &&
           !mirth_hands_over(part, &part->clauses[k - 1]);
}

/* Whether a piece of so many words ends before sentence k, with so many left; *step: what begins.
 */
static bool ends_piece(struct mirth_telling *t, const struct mirth_part *part, size_t k,
                       size_t words, size_t left, struct steps *s, const struct mirth_entry **step)
{
    *step = NULL;
    if (words < PIECE || left < REST || mirth_hands_over(part, &part->clauses[k - 1]))
        return false;
    if (explains(part))
        *step = step_at(t, part, k, s);
    if (*step && (was_told(t, part, s, (size_t)(*step - s->first)) ||
                  says_itself(t, &part->clauses[k], s, (size_t)(*step - s->first)))) {
        *step = NULL;
        return true;
    }
    return *step || is_moment(t, &part->clauses[k]) ||
           (words >= FULL && left >= LEFT && may_part(t, part, k));
}

/* The first sentence is behind a heading that says what it tells, unless that is a turn aside; in
 * either case its step is not told again. */
static void begin_steps(struct mirth_telling *t, const struct mirth_part *part, struct steps *s)
{
    const struct mirth_entry *step = explains(part) ? step_at(t, part, 0, s) : NULL;
    const bool labelled = !step ||
                          says_itself(t, &part->clauses[0], s, (size_t)(step - s->first)) ||
                          mirth_run_in(t, part) || !strstr(step->note, "`aside`");
    if (!labelled)
        t->steps[t->step_count++] = (struct mirth_step){0, step};
}

static void find_steps(struct mirth_telling *t, const struct mirth_part *part, size_t left)
{
    const size_t most = mirth_is(part->section, "timeline") ? MIRTH_MOMENTS : MIRTH_STEPS;
    struct steps s = read_steps(t);
    size_t words = 0;
    s.mended = mirth_is(part->section, "resolution");
    begin_steps(t, part, &s);
    for (size_t k = 1; k < part->clause_count && t->step_count < most; k++) {
        const size_t before = mirth_count_words(part->clauses[k - 1].text);
        const struct mirth_entry *step;
        words += before;
        left -= before;
        if (!ends_piece(t, part, k, words, left, &s, &step))
            continue;
        t->steps[t->step_count++] = (struct mirth_step){k, step};
        words = 0;
    }
}

void mirth_find_steps(struct mirth_telling *t, const struct mirth_part *part)
{
    size_t words;
    if (t->stepped == part)
        return;
    t->stepped = part;
    t->step_count = 0;
    if (t->options->mirth < 1 || !mirth_is_paragraph(t->story, part))
        return;
    words = words_in(part);
    if (words >= LONG)
        find_steps(t, part, words);
}

size_t mirth_piece_end(struct mirth_telling *t, const struct mirth_part *part, size_t k)
{
    mirth_find_steps(t, part);
    for (size_t i = 0; i < t->step_count; i++)
        if (t->steps[i].clause > k)
            return t->steps[i].clause - 1;
    return part->clause_count - 1;
}

void mirth_put_joint(struct mirth_telling *t, size_t k, struct mirth_buffer *out)
{
    size_t i = 0;
    while (i < t->step_count && t->steps[i].clause != k)
        i++;
    if (k)
        mirth_put_text(out, i < t->step_count ? "\n\n" : " ");
    if (i < t->step_count && t->steps[i].step)
        put_label(t, t->steps[i].step, out);
}
