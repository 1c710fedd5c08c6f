/* run.c: many tellings of many records, and which of a theme's lines each of them said */
#include "author/run.h"

#include <stdlib.h>
#include <string.h>

#include "phrasebook/book.h"
#include "read/read.h"
#include "tale.h"
#include "understand/understand.h"
#include "write/markdown.h"

enum { READERS = 501 };

/* ---- telling ---- */

/* The longest stretch of a line that is the theme's own. */
static struct mirth_slice own_words(const char *template)
{
    struct mirth_slice longest = {template, 0};
    while (*template) {
        size_t len = strcspn(template, "{");
        if (len > longest.len)
            longest = mirth_slice(template, len);
        template += len;
        template += strcspn(template, "}");
        template += *template == '}';
    }
    return mirth_trim(longest);
}

/* Its first letter may have got or lost a capital. */
static bool holds(const struct mirth_buffer *text, struct mirth_slice words)
{
    const char *at = text->at, *end = text->at + text->len;
    if (words.len < 4)
        return true;
    for (; (size_t)(end - at) >= words.len; at++) {
        at = memchr(at, words.at[1], (size_t)(end - at) - words.len + 2);
        if (!at)
            return false;
        if (at > text->at && mirth_same_nocase(mirth_slice(at - 1, words.len), words))
            return true;
    }
    return false;
}

/* A line that was taken and lost again to the length budget is not met. */
static bool note_lines(struct mirth_run *run, const struct mirth_tale *tale,
                       struct mirth_said *said)
{
    const struct mirth_retelling *r = &tale->retelling;
    struct mirth_buffer text = {0};
    bool ok = mirth_write_markdown(&tale->story, r->edits, r->count, &text);
    said->lines = mirth_pool_array(&run->pool, r->said_count + 1, sizeof *said->lines);
    ok = ok && said->lines;
    for (size_t i = 0; ok && i < r->said_count; i++)
        if (holds(&text, own_words(r->said[i]->text)))
            said->lines[said->count++] = (uint32_t)(r->said[i] - tale->theme_book->lines);
    mirth_buffer_free(&text);
    return ok;
}

static bool tell(struct mirth_run *run, const struct mirth_stage *stage,
                 const struct mirth_specimen *record, uint64_t seed, bool *told,
                 struct mirth_error *err)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_tale tale;
    size_t line = 1;
    bool ok;
    options.name = record->name;
    options.has_seed = true;
    options.seed = seed;
    tale = mirth_tale_of(record->text.at, record->text.len, &options);
    tale.english_book = stage->english_book;
    tale.english = stage->english;
    tale.theme_book = stage->theme;
    tale.borrowed = true;
    ok = mirth_read(&tale.story, options.from, options.limit, err) &&
         mirth_understand(tale.english, &tale.story, err);
    *told = ok && !mirth_tale_is_edition(&tale) && !mirth_tale_refusal(&tale, &options);
    if (*told)
        ok = mirth_tale_retell(&tale, &options, &line, err);
    *told = *told && ok && !line;
    if (*told && !note_lines(run, &tale, &run->said[run->records][seed]))
        ok = mirth_no_memory(err);
    tale.theme_book = NULL;
    mirth_tale_close(&tale);
    return ok;
}

bool mirth_run(const struct mirth_stage *stage, const struct mirth_specimen *records, size_t count,
               struct mirth_run *run, struct mirth_error *err)
{
    *run = (struct mirth_run){0};
    run->said = mirth_pool_array(&run->pool, count + 1, sizeof *run->said);
    if (!run->said)
        return mirth_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        bool told = true;
        for (uint64_t seed = 0; told && seed < MIRTH_SEEDS; seed++)
            if (!tell(run, stage, &records[i], seed, &told, err))
                return false;
        run->records += told;
    }
    return true;
}

void mirth_run_free(struct mirth_run *run)
{
    mirth_pool_free(&run->pool);
}

/* ---- reading ---- */

/* Knuth's generator, so that the figures are the same everywhere. */
static size_t roll(uint64_t *dice, size_t sides)
{
    *dice = *dice * 6364136223846793005ULL + 1442695040888963407ULL;
    return (size_t)((*dice >> 33) % sides);
}

static void shuffle(uint64_t *dice, size_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t i = count; i > 1; i--) {
        size_t other = roll(dice, i), was = order[i - 1];
        order[i - 1] = order[other];
        order[other] = was;
    }
}

/* The week in which a reader first meets a line that an earlier week had. */
static size_t read_on(const struct mirth_run *run, uint64_t *dice, const size_t *order,
                      const bool *counts, bool *met)
{
    for (size_t week = 0; week < run->records; week++) {
        const struct mirth_said *said = &run->said[order[week]][roll(dice, MIRTH_SEEDS)];
        for (size_t i = 0; i < said->count; i++)
            if (counts[said->lines[i]] && met[said->lines[i]])
                return week + 1;
        for (size_t i = 0; i < said->count; i++)
            met[said->lines[i]] = true;
    }
    return run->records + 1;
}

static int by_size(const void *a, const void *b)
{
    const size_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

size_t mirth_weeks(const struct mirth_run *run, const bool *counts, size_t lines)
{
    struct mirth_pool pool = {0};
    size_t weeks[READERS], *order = mirth_pool_array(&pool, run->records + 1, sizeof *order);
    bool *met = mirth_pool_array(&pool, lines + 1, sizeof *met);
    uint64_t dice = MIRTH_HASH;
    size_t middle = 0;
    for (size_t reader = 0; order && met && reader < READERS; reader++) {
        memset(met, 0, lines * sizeof *met);
        shuffle(&dice, order, run->records);
        weeks[reader] = read_on(run, &dice, order, counts, met);
    }
    if (order && met) {
        qsort(weeks, READERS, sizeof *weeks, by_size);
        middle = weeks[READERS / 2];
    }
    mirth_pool_free(&pool);
    return middle;
}
