/* timeline.c: the record's entries in the order of the clock, and the phases they fall into. */
#include "understand/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "understand/clock.h"
#include "understand/words.h"

static const char *const KEYS[MIRTH_PHASES] = {"trouble", "investigation", "fix", "fine"};

/* What stands behind "name: " or "last: " in a line of the book, or NULL. */
static const char *behind(const char *line, const char *key)
{
    size_t len = strlen(key);
    return strncmp(line, key, len) ? NULL : line + len;
}

const char *mirth_phase_name(const struct mirth_book *book, enum mirth_phase phase)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(book, "phases", KEYS[phase], &line);
    for (size_t i = 0; i < n; i++)
        if (behind(line[i].text, "name: "))
            return behind(line[i].text, "name: ");
    return KEYS[phase];
}

/* MIRTH_PHASES where the frame says nothing of the kind. */
static enum mirth_phase phase_of_frame(const struct mirth_book *book, const char *frame)
{
    for (int phase = 0; frame && phase < MIRTH_PHASES; phase++) {
        const struct mirth_line *line;
        size_t n = mirth_book_entry(book, "phases", KEYS[phase], &line);
        for (size_t i = 0; i < n; i++) {
            struct mirth_slice rest = mirth_slice_of(line[i].text), one;
            while (mirth_cut(&rest, ',', &one))
                if (mirth_same_text(one, frame))
                    return (enum mirth_phase)phase;
        }
    }
    return MIRTH_PHASES;
}

/* The phase of an entry by its own words: the furthest of its clauses'. */
static enum mirth_phase phase_of(const struct mirth_book *book, const struct mirth_part *part)
{
    enum mirth_phase furthest = MIRTH_PHASES;
    for (size_t k = 0; k < part->clause_count; k++) {
        enum mirth_phase phase = phase_of_frame(book, part->clauses[k].frame);
        if (phase != MIRTH_PHASES && (furthest == MIRTH_PHASES || phase > furthest))
            furthest = phase;
    }
    return furthest;
}

static bool holds_word(const char *text, struct mirth_slice word)
{
    for (const char *s = text; *s; s++)
        if ((s == text || !mirth_is_alpha(s[-1])) && strlen(s) >= word.len &&
            mirth_same_nocase(mirth_slice(s, word.len), word) && !mirth_is_alpha(s[word.len]))
            return true;
    return false;
}

/* Whether the last entry's words say that all is well. */
static bool ends_well(const struct mirth_book *book, const struct mirth_moment *last)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(book, "phases", KEYS[MIRTH_FINE], &line);
    for (size_t i = 0; i < n; i++) {
        struct mirth_slice rest = mirth_slice_of(behind(line[i].text, "last: ")), one;
        while (mirth_cut(&rest, ',', &one))
            if (holds_word(last->text, one))
                return true;
    }
    return false;
}

/* One stretch for each phase, so that a restart that did not help is part of the search, and a
 * recovery that did not last is none: it is fine from the first good word behind the last bad one,
 * fixed from the first fix behind the last search, searched from the first look. */
static void settle(struct mirth_timeline *t)
{
    size_t fine = t->count, fix, look = 0;
    while (fine > 0 && t->moments[fine - 1].phase >= MIRTH_FINE)
        fine--;
    while (fine < t->count && t->moments[fine].phase != MIRTH_FINE)
        fine++;
    fix = fine;
    while (fix > 0 && t->moments[fix - 1].phase >= MIRTH_FIX)
        fix--;
    while (fix < fine && t->moments[fix].phase != MIRTH_FIX)
        fix++;
    while (look < fix && t->moments[look].phase != MIRTH_INVESTIGATION)
        look++;
    for (size_t i = 0; i < t->count; i++)
        t->moments[i].phase = i >= fine   ? MIRTH_FINE
                              : i >= fix  ? MIRTH_FIX
                              : i >= look ? MIRTH_INVESTIGATION
                                          : MIRTH_TROUBLE;
}

/* The first sentence of the entry, without its stop. */
static struct mirth_slice first_words(const struct mirth_part *part)
{
    return part->clause_count ? part->clauses[0].body : part->flat;
}

/* The entry's words without the colon or dash that parted them from its time. */
static bool read_text(struct mirth_story *story, struct mirth_moment *m, struct mirth_buffer *scrap)
{
    struct mirth_slice s;
    scrap->len = 0;
    if (!mirth_plain_words(first_words(m->part), scrap))
        return false;
    s = mirth_trim(mirth_buffer_slice(scrap));
    while (s.len && strchr(":-,. ", s.at[0]))
        s = mirth_slice(s.at + 1, s.len - 1);
    m->text = mirth_pool_copy(&story->pool, s.at, s.len);
    return m->text != NULL;
}

/* While moments[i].minutes holds the place of those of unknown time too. */
struct placed {
    struct mirth_moment moment;
    int64_t at;
    size_t number;
};

static int by_clock(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

static void order(struct placed *placed, struct mirth_timeline *t)
{
    int64_t last = -1;
    for (size_t i = 0; i < t->count; i++) {
        last = placed[i].moment.minutes >= 0 ? placed[i].moment.minutes : last;
        placed[i].at = last;
        placed[i].number = i;
        t->timed += placed[i].moment.minutes >= 0;
    }
    if (!t->mixed)
        qsort(placed, t->count, sizeof *placed, by_clock);
    for (size_t i = 0; i < t->count; i++)
        t->moments[i] = placed[i].moment;
}

static bool is_entry(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT && part->time.len && part->flat.len && !part->quiet;
}

/* "UTC", "WAT": the capitals at the time's end that are no half of the day; or nothing. */
static struct mirth_slice zone_of(struct mirth_slice time)
{
    size_t from;
    while (time.len && !mirth_is_letter(time.at[time.len - 1]))
        time.len--;
    from = time.len;
    while (from && mirth_is_upper(time.at[from - 1]))
        from--;
    time = mirth_slice(time.at + from, time.len - from);
    if (time.len < 2 || time.len > 5 || mirth_is_half(time))
        time.len = 0;
    return time;
}

static bool is_mixed(const struct placed *placed, size_t count)
{
    struct mirth_slice zone = {0};
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice own = zone_of(placed[i].moment.part->time);
        if (zone.len && own.len && !mirth_same(zone, own))
            return true;
        zone = own.len ? own : zone;
    }
    return false;
}

bool mirth_timeline(const struct mirth_book *book, struct mirth_story *story,
                    struct mirth_timeline *t)
{
    struct placed *placed = mirth_pool_array(&story->pool, story->part_count + 1, sizeof *placed);
    struct mirth_buffer scrap = {0};
    bool ok;
    *t = (struct mirth_timeline){0};
    t->moments = mirth_pool_array(&story->pool, story->part_count + 1, sizeof *t->moments);
    ok = placed && t->moments;
    for (size_t i = 0; ok && i < story->part_count; i++) {
        struct mirth_moment *m = &placed[t->count].moment;
        if (!is_entry(&story->parts[i]))
            continue;
        m->part = &story->parts[i];
        m->minutes = m->part->minutes;
        m->phase = phase_of(book, m->part);
        ok = read_text(story, m, &scrap);
        t->count++;
    }
    mirth_buffer_free(&scrap);
    if (ok) {
        t->mixed = is_mixed(placed, t->count);
        order(placed, t);
        if (t->count && ends_well(book, &t->moments[t->count - 1]))
            t->moments[t->count - 1].phase = MIRTH_FINE;
        settle(t);
    }
    return ok;
}

struct mirth_slice mirth_diagram_words(const struct mirth_book *book, const char *key)
{
    const struct mirth_line *line;
    return mirth_slice_of(mirth_book_entry(book, "diagrams", key, &line) ? line->text : NULL);
}

static void put_value(const struct mirth_timeline *t, struct mirth_slice key,
                      struct mirth_buffer *out)
{
    if (mirth_same_text(key, "count"))
        mirth_put_number(out, t->count);
    else if (mirth_same_text(key, "first") && t->count)
        mirth_put_slice(out, t->moments[0].part->time);
    else if (mirth_same_text(key, "last") && t->count)
        mirth_put_slice(out, t->moments[t->count - 1].part->time);
}

void mirth_timeline_describe(const struct mirth_timeline *t, struct mirth_slice words,
                             struct mirth_buffer *out)
{
    while (words.len) {
        const char *open = memchr(words.at, '{', words.len);
        size_t text = open ? (size_t)(open - words.at) : words.len;
        const char *close = open ? memchr(open, '}', words.len - text) : NULL;
        size_t used = close ? (size_t)(close - words.at) + 1 : words.len;
        mirth_put(out, words.at, close ? text : words.len);
        if (close)
            put_value(t, mirth_slice(open + 1, (size_t)(close - open) - 1), out);
        words = mirth_slice(words.at + used, words.len - used);
    }
}
