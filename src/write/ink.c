/* ink.c: words with styles, laid out on lines of cells. */
#include "write/ink.h"

#include <stdio.h>
#include <string.h>

#include "base/width.h"

void mirth_ink_clear(struct mirth_inked *ink)
{
    ink->text.len = 0;
    ink->count = 0;
}

static void begin_stretch(struct mirth_inked *ink, unsigned style, const char *url)
{
    const struct mirth_stretch *last = ink->count ? &ink->stretches[ink->count - 1] : NULL;
    if (last && last->style == style && last->url == url)
        return;
    if (mirth_pool_grow(ink->pool, (void **)&ink->stretches, ink->count, &ink->room,
                        sizeof *ink->stretches))
        ink->stretches[ink->count++] = (struct mirth_stretch){ink->text.len, style, url};
}

void mirth_ink_put(struct mirth_inked *ink, struct mirth_slice words, unsigned style,
                   const char *url)
{
    begin_stretch(ink, style, url);
    for (size_t i = 0, len; i < words.len; i += len) {
        uint32_t point = mirth_code_point(words.at + i, &len);
        if (point == '\n' || mirth_is_printable(point))
            mirth_put(&ink->text, words.at + i, len);
        else if (point == '\t')
            mirth_put_char(&ink->text, ' ');
    }
}

/* ---- lines ---- */

struct breaker {
    const struct mirth_inked *ink;
    struct mirth_inked_line *lines;
    size_t count, room;
};

static void add_line(struct breaker *b, size_t at, size_t end)
{
    while (end > at && b->ink->text.at[end - 1] == ' ')
        end--;
    if (mirth_pool_grow(b->ink->pool, (void **)&b->lines, b->count, &b->room, sizeof *b->lines))
        b->lines[b->count++] = (struct mirth_inked_line){at, end};
}

/* One line of the text's own, which ends at a line feed or at its end. */
static void break_line(struct breaker *b, struct mirth_slice line, size_t offset, size_t cells)
{
    do {
        size_t fits;
        while (line.len && line.at[0] == ' ') {
            line = mirth_slice(line.at + 1, line.len - 1);
            offset++;
        }
        fits = mirth_fit(line, cells);
        if (!fits && line.len)
            mirth_cells_at(line, &fits); /* one character is wider than all there is */
        add_line(b, offset, offset + fits);
        offset += fits;
        line = mirth_slice(line.at + fits, line.len - fits);
    } while (line.len);
}

struct mirth_inked_line *mirth_ink_lines(const struct mirth_inked *ink, size_t cells, size_t *count)
{
    struct breaker b = {.ink = ink};
    struct mirth_slice rest = mirth_buffer_slice(&ink->text);
    while (rest.len) {
        const char *feed = memchr(rest.at, '\n', rest.len);
        size_t len = feed ? (size_t)(feed - rest.at) : rest.len;
        break_line(&b, mirth_slice(rest.at, len), (size_t)(rest.at - ink->text.at),
                   cells ? cells : 1);
        rest = mirth_slice(rest.at + len, rest.len - len);
        if (feed)
            rest = mirth_slice(rest.at + 1, rest.len - 1);
    }
    *count = b.count;
    return b.lines;
}

/* ---- escape sequences ---- */

static void put_style(struct mirth_buffer *out, unsigned style, const struct mirth_pen *pen)
{
    char code[16];
    if (!pen->colour || !style)
        return;
    if (style & MIRTH_BOLD)
        mirth_put_text(out, "\x1b[1m");
    if (style & MIRTH_FAINT)
        mirth_put_text(out, "\x1b[2m");
    if (style & MIRTH_ITALIC)
        mirth_put_text(out, "\x1b[3m");
    if (style & MIRTH_LINKED)
        mirth_put_text(out, "\x1b[4m");
    if (style & MIRTH_CODE)
        mirth_put_text(out, "\x1b[36m");
    snprintf(code, sizeof code, "\x1b[%dm", pen->accent);
    if (style & MIRTH_ACCENT_STYLE)
        mirth_put_text(out, code);
}

static void end_style(struct mirth_buffer *out, unsigned style, const struct mirth_pen *pen)
{
    if (pen->colour && style)
        mirth_put_text(out, "\x1b[0m");
}

/* OSC 8: the address, of which only what is printable ASCII, then ST. */
static void put_link(struct mirth_buffer *out, const char *url, const struct mirth_pen *pen)
{
    static const char hex[] = "0123456789ABCDEF";
    if (!pen->colour)
        return;
    mirth_put_text(out, "\x1b]8;;");
    for (; *url; url++) {
        unsigned char c = (unsigned char)*url;
        if (c > 0x20 && c < 0x7f) {
            mirth_put_char(out, *url);
        } else {
            mirth_put_char(out, '%');
            mirth_put_char(out, hex[c >> 4]);
            mirth_put_char(out, hex[c & 15]);
        }
    }
    mirth_put_text(out, "\x1b\\");
}

/* The stretch that a place lies in. */
static size_t stretch_at(const struct mirth_inked *ink, size_t at)
{
    size_t low = 0, high = ink->count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (ink->stretches[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t mirth_ink_write(const struct mirth_inked *ink, struct mirth_inked_line line,
                       const struct mirth_pen *pen, struct mirth_buffer *out)
{
    size_t i = line.at < line.end ? stretch_at(ink, line.at) : ink->count;
    for (size_t at = line.at; i < ink->count && at < line.end; i++) {
        const struct mirth_stretch *s = &ink->stretches[i];
        size_t end = i + 1 < ink->count && s[1].at < line.end ? s[1].at : line.end;
        if (end <= at)
            continue;
        if (s->url)
            put_link(out, s->url, pen);
        put_style(out, s->style, pen);
        mirth_put(out, ink->text.at + at, end - at);
        end_style(out, s->style, pen);
        if (s->url)
            put_link(out, "", pen);
        at = end;
    }
    return mirth_cells(mirth_slice(ink->text.at + line.at, line.end - line.at));
}

void mirth_ink_say(struct mirth_buffer *out, const char *words, unsigned style,
                   const struct mirth_pen *pen)
{
    put_style(out, style, pen);
    mirth_put_text(out, words);
    end_style(out, style, pen);
}
