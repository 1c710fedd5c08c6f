/* box.c: the box at the top: when, who felt it, why, what fixed it. */
#include "retell/box.h"

#include "retell/box_rows.h"
#include "retell/grammar.h"

static void put_emoji(struct mirth_telling *t, const char *row, struct mirth_buffer *out)
{
    static const struct {
        const char *row, *emoji;
    } keys[] = {{"when", "duration"},
                {"long", "duration"},
                {"who", "impact"},
                {"why", "root-cause"},
                {"fix", "resolution"}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && t->options->emoji != MIRTH_EMOJI_NONE;
         i++) {
        const char *emoji = mirth_is(row, keys[i].row) ? mirth_emoji_for(t, keys[i].emoji) : NULL;
        if (!emoji)
            continue;
        mirth_put_text(out, emoji);
        mirth_put_char(out, ' ');
    }
}

void mirth_put_row_label(struct mirth_telling *t, const char *row, const char *behind,
                         struct mirth_buffer *out)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(t->theme->book, "box", row, &line);
    size_t pick = n ? (size_t)(t->seed % n) : 0;
    put_emoji(t, row, out);
    mirth_put_text(out, "**");
    mirth_put_text(out, n ? line[pick].text : row);
    mirth_put_text(out, behind);
}

enum { WHEN, WHO, WHY, FIX, ROWS };

typedef bool put_text(const struct mirth_telling *, struct mirth_buffer *);

/* What a row says, whole and in few words; a fix has one form. */
static const struct {
    const char *name;
    put_text *whole, *brief;
} rows[ROWS] = {[WHEN] = {"when", mirth_put_when, mirth_put_brief_when},
                [WHO] = {"who", mirth_put_who, mirth_put_brief_who},
                [WHY] = {"why", mirth_put_why, mirth_put_brief_why},
                [FIX] = {"fix", mirth_put_fix, NULL}};

struct row {
    struct mirth_buffer whole, brief;
};

static void read_row(const struct mirth_telling *t, size_t i, struct row *row)
{
    if (!rows[i].whole(t, &row->whole))
        row->whole.len = 0;
    if (rows[i].brief ? !rows[i].brief(t, &row->brief) : !row->whole.len)
        row->brief.len = 0;
    else if (!rows[i].brief)
        mirth_put_slice(&row->brief, mirth_buffer_slice(&row->whole));
}

/* "40 minutes" is no "when". */
static const char *label_of(const struct mirth_telling *t, size_t row, struct mirth_slice text)
{
    return row == WHEN && !mirth_says_when(t->english, text) ? "long" : rows[row].name;
}

/* Adds that row, if the record says it. CommonMark has no tables. */
static void put_row(struct mirth_telling *t, size_t i, struct mirth_slice text,
                    struct mirth_buffer *out)
{
    bool plain = t->options->forge == MIRTH_FOR_PLAIN;
    size_t at;
    if (!text.len)
        return;
    mirth_put_text(out, out->len || plain ? "" : "| | |\n| --- | --- |\n");
    mirth_put_text(out, plain ? "- " : "| ");
    mirth_put_row_label(t, label_of(t, i, text), plain ? ":** " : "** | ", out);
    at = out->len;
    mirth_put_slice(out, text);
    if (out->len > at && mirth_may_raise(t->english, text))
        out->at[at] = mirth_upper(out->at[at]);
    mirth_put_text(out, plain ? "\n" : " |\n");
}

/* Its rows from `first` on, each in few words; nothing where that is no shorter than the whole. */
static void put_brief(struct mirth_telling *t, struct row *row, size_t first, size_t whole,
                      struct mirth_buffer *out)
{
    for (size_t i = first; i < ROWS; i++)
        put_row(t, i, mirth_buffer_slice(&row[i].brief), out);
    if (out->len >= whole)
        out->len = 0;
}

/* Of a short record it would leave no room for the tale. */
static bool is_dear(const struct mirth_telling *t, struct mirth_slice box)
{
    enum { PART = 4 };
    const struct mirth_slice whole = {t->story->source, t->story->length};
    return mirth_count_words(box) > mirth_count_words(whole) / PART;
}

/* "| Duration | 2 h 15 min |": the record begins with a table that says when. */
static bool has_when_in_table(const struct mirth_story *story)
{
    for (size_t i = 0; i < story->part_count && story->parts[i].kind != MIRTH_SECTION; i++)
        if (story->parts[i].cell && story->parts[i].kind == MIRTH_FIELD &&
            mirth_is(story->parts[i].name, "duration"))
            return true;
    return false;
}

void mirth_write_box(struct mirth_telling *t, struct mirth_box *box)
{
    struct row row[ROWS] = {0};
    size_t known = 0;
    *box = (struct mirth_box){0};
    for (size_t i = has_when_in_table(t->story) ? WHO : WHEN; i < ROWS; i++) {
        read_row(t, i, &row[i]);
        put_row(t, i, mirth_buffer_slice(&row[i].whole), &box->whole);
        known += row[i].whole.len > 0;
    }
    box->says_why = row[WHY].whole.len > 0;
    box->says_fix = row[FIX].whole.len > 0;
    if (known < 2)
        box->whole.len = 0;
    put_brief(t, row, 0, box->whole.len, &box->brief);
    put_brief(t, row, WHY, box->whole.len, &box->least);
    if (is_dear(t, mirth_buffer_slice(&box->brief)))
        box->brief.len = 0;
    for (size_t i = 0; i < ROWS; i++) {
        mirth_buffer_free(&row[i].whole);
        mirth_buffer_free(&row[i].brief);
    }
}

void mirth_box_free(struct mirth_box *box)
{
    mirth_buffer_free(&box->whole);
    mirth_buffer_free(&box->brief);
    mirth_buffer_free(&box->least);
}
