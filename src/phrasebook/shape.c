/* shape.c: one line of a theme's drawings, read: a kind, a colour, numbers, a path or words. */
#include "phrasebook/shape.h"

#include <string.h>

/* How each kind is written. To add one: a row here, and what shape.h says. */
static const struct {
    const char *name;
    bool named;         /* a colour or a figure comes first */
    size_t least, most; /* numbers */
    char tail;          /* what follows: 'd' path data, 'w' words, 0 nothing */
} kinds[MIRTH_SHAPE_KINDS] = {
    [MIRTH_SHAPE_PATH] = {"path", true, 0, 0, 'd'},
    [MIRTH_SHAPE_LINE] = {"line", true, 1, 1, 'd'},
    [MIRTH_SHAPE_OVAL] = {"oval", true, 4, 5, '\0'},
    [MIRTH_SHAPE_DOT] = {"dot", true, 3, 3, '\0'},
    [MIRTH_SHAPE_BOX] = {"box", true, 4, 5, '\0'},
    [MIRTH_SHAPE_PUT] = {"put", true, 2, 4, '\0'},
    [MIRTH_SHAPE_BEING] = {"being", false, 2, 4, '\0'},
    [MIRTH_SHAPE_LABEL] = {"label", true, 4, 4, 'w'},
    [MIRTH_SHAPE_ALT] = {"alt", false, 0, 0, 'w'},
    [MIRTH_SHAPE_TELLS] = {"tells", false, 0, 0, 'w'},
};

/* `-` digits (at most four) with at most two behind a point. The length, or 0. */
static size_t number_length(struct mirth_slice s)
{
    size_t at = s.len && s.at[0] == '-', whole = 0, part = 0;
    while (at < s.len && mirth_is_digit(s.at[at])) {
        at++;
        whole++;
    }
    if (whole && at + 1 < s.len && s.at[at] == '.' && mirth_is_digit(s.at[at + 1]))
        for (at++; at < s.len && mirth_is_digit(s.at[at]); at++)
            part++;
    return whole && whole <= 4 && part <= 2 ? at : 0;
}

static bool is_number(struct mirth_slice s)
{
    return s.len && number_length(s) == s.len;
}

/* What SVG calls path data, a subset that says what it draws: letters and numbers apart. */
static bool is_path(struct mirth_slice d)
{
    if (d.len > MIRTH_PATH_BYTES || !d.len || d.at[0] != 'M')
        return false;
    while (d.len) {
        size_t used = 1;
        if (mirth_is_digit(d.at[0]) || d.at[0] == '-')
            used = number_length(d);
        else if (!strchr("MmLlHhVvCcSsQqTtAaZz ,", d.at[0]))
            used = 0;
        if (!used)
            return false;
        d = mirth_slice(d.at + used, d.len - used);
    }
    return true;
}

static struct mirth_slice next_word(struct mirth_slice *rest)
{
    struct mirth_slice word = {0};
    *rest = mirth_trim(*rest);
    if (!mirth_cut(rest, ' ', &word))
        word.len = 0;
    return word;
}

static const char *read_numbers(struct mirth_shape *shape, struct mirth_slice *rest)
{
    while (shape->count < kinds[shape->kind].most) {
        struct mirth_slice before = *rest, word = next_word(rest);
        if (!is_number(word) && shape->count >= kinds[shape->kind].least) {
            *rest = before;
            break;
        }
        if (!is_number(word))
            return "too few numbers, or one that is not like -1234.56";
        shape->numbers[shape->count++] = word;
    }
    return NULL;
}

const char *mirth_shape_read(struct mirth_slice line, struct mirth_shape *shape)
{
    struct mirth_slice kind = next_word(&line);
    const char *wrong;
    char tail;
    *shape = (struct mirth_shape){.kind = MIRTH_SHAPE_PATH};
    while (shape->kind < MIRTH_SHAPE_KINDS && !mirth_same_text(kind, kinds[shape->kind].name))
        shape->kind++;
    if (shape->kind == MIRTH_SHAPE_KINDS)
        return "no shape; expected path, line, oval, dot, box, put, being, label, alt or tells";
    if (kinds[shape->kind].named)
        shape->name = next_word(&line);
    wrong = read_numbers(shape, &line);
    if (wrong)
        return wrong;
    shape->text = mirth_trim(line);
    tail = kinds[shape->kind].tail;
    if (tail == 'd' && !is_path(shape->text))
        return "no path; expected M, then letters of SVG's paths and numbers like -1234.56, "
               "1,500 bytes at most";
    if (tail == 'w' && !shape->text.len)
        return "no words; expected some behind the numbers";
    return !tail && shape->text.len ? "more behind the last number; expected nothing" : NULL;
}

int mirth_shape_whole(struct mirth_slice s)
{
    bool below = s.len && s.at[0] == '-';
    int n = 0;
    for (size_t i = below; i < s.len && mirth_is_digit(s.at[i]); i++)
        n = n * 10 + (s.at[i] - '0');
    return below ? -n : n;
}

bool mirth_shape_holds(const struct mirth_line *line, struct mirth_slice slot, const char *gag)
{
    struct mirth_slice rest = mirth_slice_of(line->when), piece;
    while (mirth_cut(&rest, ',', &piece)) {
        bool gags = piece.len > 4 && !memcmp(piece.at, "gag:", 4);
        if (gags)
            piece = mirth_trim(mirth_slice(piece.at + 4, piece.len - 4));
        if (!mirth_one_of(piece, gags ? mirth_slice_of(gag) : slot))
            return false;
    }
    return true;
}

struct mirth_slice mirth_palette_colour(const struct mirth_book *theme, struct mirth_slice name)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(theme, "drawings", "palette", &line);
    for (size_t i = 0; i < n; i++) {
        struct mirth_slice value = mirth_slice_of(line[i].text), key;
        if (mirth_cut(&value, ':', &key) && mirth_same(key, name))
            return mirth_trim(value);
    }
    return mirth_slice("", 0);
}
