/* box.c: the box at the top: when, who felt it, why, what fixed it. */
#include "retell/box.h"

#include <string.h>

#include "retell/grammar.h"
#include "understand/digest.h"

enum { ROW_WORDS = 18, WHY_WORDS = 26 };

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

static bool has_digit(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (mirth_is_digit(s.at[i]))
            return true;
    return false;
}

static bool fits(struct mirth_slice s, size_t most)
{
    size_t words = mirth_count_words(s);
    return words > 0 && words <= most && mirth_is_balanced(s) && !memchr(s.at, '|', s.len) &&
           s.at[s.len - 1] != ':';
}

static bool is_short(struct mirth_slice s)
{
    return fits(s, ROW_WORDS);
}

static bool has_but(struct mirth_slice s)
{
    struct mirth_slice word;
    while (mirth_cut(&s, ' ', &word))
        if (mirth_same_text(word, "but"))
            return true;
    return false;
}

/* The first part that the label governs and that says something. */
static const struct mirth_part *governed(const struct mirth_story *story, const char *field)
{
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (is(part->field, field) && part->clause_count && part->kind != MIRTH_MEASURE)
            return part;
    }
    return NULL;
}

/* The times, without the sentence that they stand in. */
static struct mirth_slice when_of(const struct mirth_clause *c)
{
    struct mirth_slice when = mirth_slot(c, "when");
    if (when.len && has_digit(when))
        return when;
    if (c->frame && has_digit(c->lead))
        return c->lead;
    return has_digit(c->body) ? c->body : mirth_slice("", 0);
}

/* A summary's sentence that gives a stretch of time; just the stretch, where it leads or trails. */
static struct mirth_slice when_in_summary(const struct mirth_story *story)
{
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; is(part->section, "summary") && k < part->clause_count; k++) {
            struct mirth_slice when = mirth_slot(&part->clauses[k], "when");
            if (when.len && is_short(when))
                return when;
            if (part->clauses[k].frame &&
                memchr(part->clauses[k].lead.at ? part->clauses[k].lead.at : "", ':',
                       part->clauses[k].lead.len))
                return part->clauses[k].lead;
        }
    }
    return mirth_slice("", 0);
}

static bool put_when(const struct mirth_story *story, struct mirth_buffer *out)
{
    const struct mirth_part *duration = governed(story, "duration");
    const struct mirth_part *start = governed(story, "start"), *end = governed(story, "end");
    struct mirth_slice when = duration ? when_of(&duration->clauses[0]) : when_in_summary(story);
    if (when.len && is_short(when)) {
        mirth_put_slice(out, when);
        return true;
    }
    if (!start || !end || !is_short(start->clauses[0].body) || !is_short(end->clauses[0].body))
        return false;
    mirth_put_slice(out, start->clauses[0].body);
    mirth_put_text(out, " to ");
    mirth_put_slice(out, end->clauses[0].body);
    return true;
}

/* The sentence of the impact that has a number, else its first. */
static bool put_who(const struct mirth_story *story, struct mirth_buffer *out)
{
    struct mirth_slice best = {0};
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        bool impact = is(part->field, "impact") || is(part->section, "impact");
        bool summary = is(part->section, "summary") && !part->field;
        for (size_t k = 0; (impact || summary) && k < part->clause_count; k++) {
            const struct mirth_clause *c = &part->clauses[k];
            struct mirth_slice body = c->frame ? c->main : c->body;
            bool share = memchr(body.at, '%', body.len) != NULL;
            if (is_short(body) && (impact ? !best.len || (share && !memchr(best.at, '%', best.len))
                                          : share && !best.len))
                best = body;
        }
    }
    mirth_put_slice(out, best);
    return best.len > 0;
}

static bool put_why(const struct mirth_story *story, struct mirth_buffer *out)
{
    const struct mirth_part *cause = governed(story, "root-cause");
    struct mirth_slice why = story->digest.cause;
    if (!why.len && cause && fits(cause->clauses[0].body, WHY_WORDS))
        why = cause->clauses[0].body;
    mirth_put_slice(out, why);
    return why.len > 0 && fits(why, WHY_WORDS);
}

/* The main clause alone. */
static struct mirth_slice without_rest(const struct mirth_clause *c)
{
    return c->frame && c->rest.len < c->main.len
               ? mirth_slice(c->main.at, c->main.len - c->rest.len)
               : c->main;
}

static bool is_fix(const struct mirth_clause *c)
{
    static const char frames[] = "fixed|tuned|rolled-back|deployed|found-and-fixed|scaled|cleared|"
                                 "implemented|restarted|failed-over";
    return c->frame && mirth_one_of(mirth_slice_of(frames), mirth_slice_of(c->frame)) &&
           (is_short(c->main) || is_short(without_rest(c)));
}

/* How well a clause says what fixed it: "resolved by ...", then the resolution's own words, then
 * the last fix of the timeline; one with a "but" fixed nothing. */
static int rank_fix(const struct mirth_part *part, const struct mirth_clause *c,
                    struct mirth_slice *fix)
{
    bool resolution = is(part->field, "resolution") || is(part->field, "resolution-explanation") ||
                      is(part->section, "resolution");
    *fix = mirth_slot(c, "doing");
    if (is(c->frame, "resolved-by") && is_short(*fix))
        return 4;
    if (!(resolution || part->kind == MIRTH_EVENT) || !is_fix(c) || has_but(c->body))
        return 0;
    *fix = is_short(c->main) ? c->main : without_rest(c);
    return resolution ? 3 : 2;
}

static bool put_fix(const struct mirth_story *story, struct mirth_buffer *out)
{
    struct mirth_slice best = {0};
    int rank = 0;
    for (size_t i = 0; i < story->part_count; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++) {
            struct mirth_slice fix;
            int r = rank_fix(&story->parts[i], &story->parts[i].clauses[k], &fix);
            if (r > rank || (r == rank && r == 2)) {
                rank = r;
                best = fix;
            }
        }
    mirth_put_slice(out, best);
    return best.len > 0;
}

static void put_label(struct mirth_telling *t, const char *row, struct mirth_buffer *out)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(t->theme->book, "box", row, &line);
    size_t pick = n ? (size_t)(t->seed % n) : 0;
    mirth_put_text(out, n ? line[pick].text : row);
}

static void put_emoji(struct mirth_telling *t, const char *row, struct mirth_buffer *out)
{
    static const struct {
        const char *row, *emoji;
    } keys[] = {
        {"when", "duration"}, {"who", "impact"}, {"why", "root-cause"}, {"fix", "resolution"}};
    const struct mirth_line *line;
    for (size_t i = 0; i < 4 && t->options->emoji != MIRTH_EMOJI_NONE; i++)
        if (is(row, keys[i].row) &&
            mirth_book_entry(t->theme->book, "emoji", keys[i].emoji, &line)) {
            mirth_put_text(out, line->text);
            mirth_put_char(out, ' ');
        }
}

void mirth_box(struct mirth_telling *t, struct mirth_buffer *out)
{
    static const struct {
        const char *name;
        bool (*put)(const struct mirth_story *, struct mirth_buffer *);
    } rows[] = {{"when", put_when}, {"who", put_who}, {"why", put_why}, {"fix", put_fix}};
    size_t known = 0, begin = out->len;
    struct mirth_buffer text = {0};
    bool plain = t->options->forge == MIRTH_FOR_PLAIN; /* CommonMark has no tables */
    mirth_put_text(out, plain ? "" : "| | |\n| --- | --- |\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text.len = 0;
        if (!rows[i].put(t->story, &text))
            continue;
        mirth_put_text(out, plain ? "- " : "| ");
        put_emoji(t, rows[i].name, out);
        mirth_put_text(out, "**");
        put_label(t, rows[i].name, out);
        mirth_put_text(out, plain ? ":** " : "** | ");
        if (mirth_may_raise(t->english, mirth_buffer_slice(&text)))
            text.at[0] = mirth_upper(text.at[0]);
        mirth_put_slice(out, mirth_buffer_slice(&text));
        mirth_put_text(out, plain ? "\n" : " |\n");
        known++;
    }
    mirth_buffer_free(&text);
    if (known < 2)
        out->len = begin;
}
