/* gantt.c: the timeline as a mermaid gantt, in a fenced block. */
#include "retell/gantt.h"

#include <string.h>

#include "base/width.h"

enum { LABEL_CELLS = 60, DAY = 24 * 60 };

/* What mermaid's grammar or a browser might take for more than text goes by number; what no label
 * may hold is left out. */
static void put_escaped(struct mirth_buffer *out, struct mirth_slice text)
{
    for (size_t i = 0, len; i < text.len; i += len) {
        uint32_t point = mirth_code_point(text.at + i, &len);
        if (point < 0x80 && point && strchr(":;#%<>&\"{}`$\\", (int)point)) {
            mirth_put_char(out, '#');
            mirth_put_number(out, point);
            mirth_put_char(out, ';');
        } else if (mirth_is_printable(point)) {
            mirth_put(out, text.at + i, len);
        }
    }
}

/* A word that begins a statement of mermaid's: its first letter goes by number. */
static bool is_keyword(struct mirth_slice text)
{
    static const char words[] = "gantt|section|title|acctitle|accdescr|dateformat|axisformat|"
                                "tickinterval|todaymarker|includes|excludes|weekday|weekend|click|"
                                "inclusiveenddates|topaxis";
    size_t len = 0;
    while (len < text.len && mirth_is_letter(text.at[len]))
        len++;
    return mirth_one_of(mirth_slice_of(words), mirth_slice(text.at, len));
}

static void put_label(struct mirth_buffer *out, const char *words)
{
    struct mirth_slice text = mirth_slice_of(words);
    size_t fits = mirth_fit(text, LABEL_CELLS);
    if (is_keyword(text)) {
        mirth_put_char(out, '#');
        mirth_put_number(out, (unsigned char)text.at[0]);
        mirth_put_char(out, ';');
        text = mirth_slice(text.at + 1, text.len - 1);
        fits--;
    }
    put_escaped(out, mirth_slice(text.at, fits));
    if (fits < text.len)
        mirth_put_text(out, "…");
}

static void put_two(struct mirth_buffer *out, int64_t n)
{
    mirth_put_char(out, (char)('0' + n / 10 % 10));
    mirth_put_char(out, (char)('0' + n % 10));
}

/* The first entry says when it was; the others follow, so that no date is made up for those past
 * midnight. Each bar ends where the next one begins. */
static void put_task(struct mirth_buffer *out, const struct mirth_moment *m, size_t number,
                     int64_t lasts, bool dated)
{
    mirth_put_text(out, "        ");
    put_label(out, m->text);
    mirth_put_text(out, lasts ? " :e" : " :milestone, e");
    mirth_put_number(out, number);
    mirth_put_text(out, ", ");
    if (number > 1) {
        mirth_put_text(out, "after e");
        mirth_put_number(out, number - 1);
    } else {
        if (dated) {
            mirth_put(out, m->part->iso, 10);
            mirth_put_char(out, ' ');
        }
        put_two(out, m->minutes / 60 % 24);
        mirth_put_char(out, ':');
        put_two(out, m->minutes % 60);
    }
    mirth_put_text(out, ", ");
    mirth_put_number(out, (uint64_t)lasts);
    mirth_put_text(out, "m\n");
}

static const struct mirth_moment *next_timed(const struct mirth_timeline *t, size_t i)
{
    while (i < t->count && t->moments[i].minutes < 0)
        i++;
    return i < t->count ? &t->moments[i] : NULL;
}

/* "{count} entries, from {first} to {last}" */
static void put_description(struct mirth_buffer *out, const struct mirth_timeline *t,
                            struct mirth_slice template)
{
    struct mirth_buffer words = {0};
    mirth_timeline_describe(t, template, &words);
    put_escaped(out, mirth_buffer_slice(&words));
    mirth_buffer_free(&words);
}

static void put_head(struct mirth_buffer *out, const struct mirth_book *english,
                     const struct mirth_timeline *t, bool dated)
{
    mirth_put_text(out, "```mermaid\ngantt\n    accTitle: ");
    put_escaped(out, mirth_diagram_words(english, "title"));
    mirth_put_text(out, "\n    accDescr: ");
    put_description(out, t, mirth_diagram_words(english, "description"));
    mirth_put_text(out, dated ? "\n    dateFormat YYYY-MM-DD HH:mm\n    axisFormat %b %d %H:%M\n"
                              : "\n    dateFormat HH:mm\n    axisFormat %H:%M\n");
    mirth_put_text(out, "    todayMarker off\n");
}

void mirth_gantt(const struct mirth_book *english, const struct mirth_timeline *t,
                 struct mirth_buffer *out)
{
    const struct mirth_moment *first = next_timed(t, 0), *last = first, *next;
    enum mirth_phase phase = MIRTH_PHASES;
    size_t number = 0;
    bool dated;
    if (t->timed < 2 || t->mixed)
        return;
    for (const struct mirth_moment *m = first; m; m = next_timed(t, (size_t)(m - t->moments) + 1))
        last = m;
    dated = last->minutes - first->minutes >= DAY && strlen(first->part->iso) > 10;
    put_head(out, english, t, dated);
    for (const struct mirth_moment *m = first; m; m = next) {
        next = next_timed(t, (size_t)(m - t->moments) + 1);
        if (m->phase != phase) {
            mirth_put_text(out, "    section ");
            put_escaped(out, mirth_slice_of(mirth_phase_name(english, m->phase)));
            mirth_put_char(out, '\n');
        }
        phase = m->phase;
        put_task(out, m, ++number, next ? next->minutes - m->minutes : 0, dated);
    }
    mirth_put_text(out, "```\n");
}
