/* reasons.c: for --explain: which line was taken for a sentence, which others lost, and why. */
#include "retell/reasons.h"

#include <stdio.h>
#include <string.h>

enum { LOSERS = 12 }; /* that are named; the rest would drown the reader */

static const char *name_in(struct mirth_telling *t, const struct mirth_book *book,
                           const struct mirth_line *line)
{
    char name[160];
    int len = snprintf(name, sizeof name, "%s/%s/%s/%u", book->name, line->chapter, line->entry,
                       line->seq + 1);
    return mirth_pool_copy(&t->story->pool, name, (size_t)len);
}

const char *mirth_line_name(struct mirth_telling *t, const struct mirth_phrasing *p)
{
    return name_in(t, t->theme->book, p->line);
}

const char *mirth_wording_name(struct mirth_telling *t, const struct mirth_phrasing *p)
{
    return name_in(t, t->english_book, p->line);
}

static void put_line(struct mirth_telling *t, const char *what, const struct mirth_phrasing *p,
                     struct mirth_buffer *out)
{
    const char *name = mirth_line_name(t, p);
    mirth_put_text(out, "  ");
    mirth_put_text(out, what);
    mirth_put_text(out, name ? name : "");
    if (*p->line->when) {
        mirth_put_text(out, " `");
        mirth_put_text(out, p->line->when);
        mirth_put_char(out, '`');
    }
    mirth_put_text(out, ": ");
    mirth_put_text(out, p->line->text);
    mirth_put_char(out, '\n');
}

static const char *const reasons[] = {
    [MIRTH_SAYS_LITTLE] = "the frame says little, so that a line needs a `word:`",
    [MIRTH_NO_ROOM] = "out of memory",
    [MIRTH_IS_HEADED] = "a headline stands before it, and leaves the sentence its own words",
    [MIRTH_FITS_ANYWHERE] = "it is of no gag, fault or word, so it waits for --mirth 3",
    [MIRTH_TOO_MUCH] = "a tag, or a line of that length, would be too much here",
    [MIRTH_IS_ECHO] = "the edition has told its picture already",
    [MIRTH_TOO_LONG] = "it would be longer than the sentence by too much",
    [MIRTH_UNBALANCED] = "the account of facts would not balance",
    [MIRTH_ANSWERS_LESS] = "another line is said here, which answers as much or more",
    [MIRTH_TOO_NEAR] = "another line of ours stands too near",
};

/* What is written for other forms of the sentence is only counted: there is much of it. */
void mirth_note_loser(struct mirth_telling *t, const struct mirth_phrasing *p,
                      enum mirth_objection why)
{
    if (!t->options->explain)
        return;
    if (why == MIRTH_OTHER_SLOTS) {
        t->misfits++;
        return;
    }
    if (++t->losers > LOSERS)
        return;
    put_line(t, "lost     ", p, &t->trail);
    mirth_put_text(&t->trail, "           ");
    mirth_put_text(&t->trail, reasons[why]);
    mirth_put_char(&t->trail, '\n');
}

static void put_count(struct mirth_buffer *out, size_t count, const char *of_what)
{
    if (!count)
        return;
    mirth_put_text(out, "  lost     and ");
    mirth_put_number(out, count);
    mirth_put_text(out, of_what);
    mirth_put_char(out, '\n');
}

void mirth_note_choice(struct mirth_telling *t, struct mirth_clause *clause,
                       const struct mirth_phrasing *head, const struct mirth_phrasing *taken,
                       const struct mirth_phrasing *behind)
{
    struct mirth_buffer out = {0};
    if (!t->options->explain)
        return;
    if (head)
        put_line(t, "before   ", head, &out);
    if (taken)
        put_line(t, "taken    ", taken, &out);
    else
        mirth_put_text(&out, clause->wording ? "  taken    none: told plainly\n"
                                             : "  taken    none: told as it is\n");
    if (clause->wording) {
        mirth_put_text(&out, "  worded   ");
        mirth_put_text(&out, clause->wording);
        mirth_put_char(&out, '\n');
    }
    if (behind)
        put_line(t, "behind   ", behind, &out);
    mirth_put_slice(&out, mirth_buffer_slice(&t->trail));
    put_count(&out, t->losers > LOSERS ? t->losers - LOSERS : 0, " more");
    put_count(&out, t->misfits, " that are written for other forms of the sentence");
    clause->why = mirth_pool_copy(&t->story->pool, out.at, out.len);
    mirth_buffer_free(&out);
    t->trail.len = t->losers = t->misfits = 0;
}
