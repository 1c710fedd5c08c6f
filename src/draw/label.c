/* label.c: words in a box: as large as they fit, on as many lines as it takes. */
#include "base/width.h"
#include "draw/canvas.h"

/* A cell's width and a line's height, in hundredths of the letters' size. */
enum { CELL = 60, LINE = 116, LINES = 4 };

static const int sizes[] = {46, 40, 34, 30, 26, 22, 19, 16, 14, 12};

struct lines {
    struct mirth_slice at[LINES];
    size_t count;
    bool broken; /* a word goes on in the next line */
    bool cut;    /* not all of the words are there */
};

/* The words on lines of that many cells, at most `most` of them. */
static struct lines lay(struct mirth_slice words, size_t cells, size_t most)
{
    struct lines lines = {.count = 0};
    words = mirth_trim(words);
    while (words.len && lines.count < most) {
        size_t fits = mirth_fit(words, cells);
        if (!fits)
            break;
        lines.at[lines.count++] = mirth_trim(mirth_slice(words.at, fits));
        lines.broken |= fits < words.len && words.at[fits] != ' ';
        words = mirth_trim(mirth_slice(words.at + fits, words.len - fits));
    }
    lines.cut = words.len > 0;
    return lines;
}

static size_t whole(int n, int by)
{
    return n > 0 ? (size_t)(n / by) : 0;
}

static void put_line(struct mirth_canvas *c, struct mirth_slice line, bool cut, int x, int y)
{
    mirth_draw_open(c, "tspan");
    mirth_draw_set_number(c, "x", x);
    mirth_draw_set_number(c, "y", y);
    mirth_draw_words(c, line);
    if (cut)
        mirth_draw_words(c, mirth_slice_of("…"));
    mirth_draw_close(c);
}

static void put_lines(struct mirth_canvas *c, const struct lines *lines, const char *colour,
                      const int box[4], int size)
{
    int x = box[0] + box[2] / 2, step = size * LINE / 100;
    int y = box[1] + box[3] / 2 - step * (int)(lines->count - 1) / 2 + size * 36 / 100;
    mirth_draw_open(c, "text");
    mirth_draw_set_text(c, "fill", colour);
    mirth_draw_set_number(c, "font-size", size);
    mirth_draw_set_text(c, "font-weight", "bold");
    mirth_draw_set_text(c, "text-anchor", "middle");
    for (size_t i = 0; i < lines->count; i++)
        put_line(c, lines->at[i], lines->cut && i + 1 == lines->count, x, y + step * (int)i);
    mirth_draw_close(c);
}

void mirth_draw_label(struct mirth_canvas *c, struct mirth_slice words, const char *colour,
                      const int box[4])
{
    struct lines lines = {.count = 0};
    size_t last = sizeof sizes / sizeof *sizes - 1;
    int size = sizes[last];
    for (size_t i = 0; i <= last; i++) {
        size_t cells = whole(box[2] * 100, sizes[i] * CELL);
        size_t most = whole(box[3] * 100, sizes[i] * LINE);
        size = sizes[i];
        lines = lay(words, cells - (i == last && cells), most < LINES ? most : LINES);
        if (!lines.cut && !lines.broken)
            break;
    }
    if (!lines.count)
        return;
    mirth_draw_open(c, "g");
    if (lines.cut) {
        mirth_draw_open(c, "title");
        mirth_draw_words(c, words);
        mirth_draw_close(c);
    }
    put_lines(c, &lines, colour, box, size);
    mirth_draw_close(c);
}
