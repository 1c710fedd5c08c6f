/* box.c: the box at the top: when, who felt it, why, what fixed it. */
#include "retell/box.h"

#include <string.h>

#include "retell/box_prose.h"
#include "retell/box_when.h"
#include "retell/grammar.h"
#include "understand/digest.h"

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

static bool put_who(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice who = mirth_prose_who(t->english, t->story), share;
    mirth_put_slice(out, who);
    if (who.len && memchr(who.at, '%', who.len))
        return true;
    share = mirth_prose_share(t->english, t->story); /* "This left 40% of users outside." */
    mirth_put_text(out, who.len && share.len ? "; " : "");
    mirth_put_slice(out, share);
    return who.len || share.len;
}

/* Whether it is said in a list below a label: then it is one of several. */
static bool is_one_of_several(const struct mirth_story *story, struct mirth_slice why)
{
    for (size_t i = 0; why.len && i < story->digest.parts; i++) {
        const struct mirth_part *part = &story->parts[i];
        const struct mirth_row *row = &story->rows[part->row];
        if (why.at >= part->flat.at && why.at < part->flat.at + part->flat.len)
            return part->kind != MIRTH_FIELD && row->item && row->depth > 1;
    }
    return false;
}

/* The record's cause, in a few words; one of a list gives way to what the record calls the cause as
 * a whole. */
static bool put_why(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_part *cause = mirth_governed(t->story, "root-cause");
    struct mirth_slice why = t->story->digest.cause;
    if ((!why.len || is_one_of_several(t->story, why)) && cause &&
        mirth_fits_row(cause->clauses[0].body, MIRTH_WHY_WORDS))
        why = cause->clauses[0].body;
    if (!why.len)
        why = mirth_prose_why(t->english, t->story);
    mirth_put_slice(out, why);
    return why.len > 0 && mirth_fits_row(why, MIRTH_WHY_WORDS);
}

static bool holds(struct mirth_slice text, struct mirth_slice words)
{
    for (size_t i = 0; i + words.len <= text.len; i++)
        if (mirth_same_nocase(mirth_slice(text.at + i, words.len), words))
            return true;
    return false;
}

/* "Fixing the bug in the relay", where that bug is the cause: it says nothing of how. */
static bool is_circular(const struct mirth_telling *t, struct mirth_slice fix)
{
    const struct mirth_slice cause = t->story->digest.cause;
    struct mirth_slice rest = fix, verb;
    if (!cause.len || !mirth_cut(&rest, ' ', &verb) ||
        !mirth_listed(t->english, mirth_word(t->english, verb), MIRTH_L_FIXING))
        return false;
    if (holds(cause, rest))
        return true;
    return mirth_same_nocase(mirth_head(t->english, rest), mirth_head(t->english, cause)) &&
           rest.len >= cause.len;
}

static bool put_fix(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice best = {0}, fix;
    int most = 0;
    bool begun = false; /* what the timeline begins with mended nothing yet */
    for (size_t i = 0, n = t->story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        bool first = part->kind == MIRTH_EVENT && !begun;
        begun |= part->kind == MIRTH_EVENT && part->clause_count;
        for (size_t k = 0; !first && k < part->clause_count; k++) {
            int rank = mirth_rank_fix(t->english, part, &part->clauses[k], &fix);
            if ((rank > most || (rank == most && rank == MIRTH_FIX_OF_EVENT)) &&
                !is_circular(t, fix)) {
                most = rank;
                best = fix;
            }
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
    for (size_t i = 0; i < 4 && t->options->emoji != MIRTH_EMOJI_NONE; i++) {
        const char *emoji = is(row, keys[i].row) ? mirth_emoji_for(t, keys[i].emoji) : NULL;
        if (!emoji)
            continue;
        mirth_put_text(out, emoji);
        mirth_put_char(out, ' ');
    }
}

bool mirth_box(struct mirth_telling *t, struct mirth_buffer *out)
{
    static const struct {
        const char *name;
        bool (*put)(const struct mirth_telling *, struct mirth_buffer *);
    } rows[] = {{"when", mirth_put_when}, {"who", put_who}, {"why", put_why}, {"fix", put_fix}};
    size_t known = 0, begin = out->len;
    struct mirth_buffer text = {0};
    bool plain = t->options->forge == MIRTH_FOR_PLAIN; /* CommonMark has no tables */
    bool names_cause = false;
    mirth_put_text(out, plain ? "" : "| | |\n| --- | --- |\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text.len = 0;
        if (!rows[i].put(t, &text))
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
        names_cause |= rows[i].put == put_why;
        known++;
    }
    mirth_buffer_free(&text);
    if (known < 2)
        out->len = begin;
    return names_cause;
}
