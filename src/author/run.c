/* run.c: many tellings of many records, and which of a theme's lines each of them said */
#include "author/run.h"

#include <stdlib.h>
#include <string.h>

#include "phrasebook/book.h"
#include "read/read.h"
#include "retell/earlier.h"
#include "tale.h"
#include "understand/understand.h"
#include "write/markdown.h"

enum { READERS = 501 };

/* ---- dice ---- */

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

/* ---- telling ---- */

/* A line that was taken and lost again to the length budget is not met. */
static bool note_lines(struct mirth_pool *pool, const struct mirth_tale *tale,
                       struct mirth_said *said, struct mirth_buffer *edition)
{
    const struct mirth_retelling *r = &tale->retelling;
    bool ok = mirth_write_markdown(&tale->story, r->edits, r->count, edition);
    said->lines = mirth_pool_array(pool, r->said_count + 1, sizeof *said->lines);
    ok = ok && said->lines;
    for (size_t i = 0; ok && i < r->said_count; i++)
        if (mirth_text_holds(mirth_buffer_slice(edition), r->said[i]))
            said->lines[said->count++] = (uint32_t)(r->said[i] - tale->theme_book->lines);
    return ok;
}

static bool tell(struct mirth_pool *pool, const struct mirth_stage *stage,
                 const struct mirth_specimen *record, struct mirth_options *options, bool *told,
                 struct mirth_said *said, struct mirth_buffer *edition, struct mirth_error *err)
{
    struct mirth_tale tale;
    size_t line = 1;
    bool ok;
    options->name = record->name;
    options->pictures = MIRTH_PICTURES_PLACEHOLDER;
    tale = mirth_tale_of(record->text.at, record->text.len, options);
    tale.english_book = stage->english_book;
    tale.english = stage->english;
    tale.theme_book = stage->theme;
    tale.borrowed = true;
    ok = mirth_read(&tale.story, options->from, options->limit, err) &&
         mirth_understand(tale.english, &tale.story, err);
    *told = ok && !mirth_tale_is_edition(&tale) && !mirth_tale_refusal(&tale, options);
    if (*told)
        ok = mirth_tale_retell(&tale, options, &line, err);
    *told = *told && ok && !line;
    if (*told && !note_lines(pool, &tale, said, edition))
        ok = mirth_no_memory(err);
    tale.theme_book = NULL;
    mirth_tale_close(&tale);
    return ok;
}

static bool tell_seed(struct mirth_run *run, const struct mirth_stage *stage,
                      const struct mirth_specimen *record, uint64_t seed, bool *told,
                      struct mirth_error *err)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer edition = {0};
    bool ok;
    options.has_seed = true;
    options.seed = seed;
    ok = tell(&run->pool, stage, record, &options, told, &run->said[run->records][seed], &edition,
              err);
    mirth_buffer_free(&edition);
    return ok;
}

/* Every record that can be told, with every seed. */
static bool tell_seeds(struct mirth_run *run, const struct mirth_stage *stage,
                       const struct mirth_specimen *records, size_t count, struct mirth_error *err)
{
    for (size_t i = 0; i < count; i++) {
        bool told = true;
        for (uint64_t seed = 0; told && seed < MIRTH_SEEDS; seed++)
            if (!tell_seed(run, stage, &records[i], seed, &told, err))
                return false;
        if (told)
            run->told[run->records++] = &records[i];
    }
    return true;
}

/* A reader's records, in the order in which they are read, each told with the editions before it at
 * hand. */
static bool tell_series(struct mirth_run *run, const struct mirth_stage *stage, const size_t *order,
                        struct mirth_said *said, struct mirth_error *err)
{
    struct mirth_buffer editions = {0};
    bool ok = true, told;
    for (size_t week = 0; ok && week < run->weeks; week++) {
        struct mirth_options options = mirth_defaults();
        struct mirth_buffer edition = {0};
        options.earlier = editions.at;
        options.earlier_length = editions.len;
        ok = tell(&run->pool, stage, run->told[order[week]], &options, &told, &said[week], &edition,
                  err);
        mirth_put_slice(&editions, mirth_buffer_slice(&edition));
        mirth_buffer_free(&edition);
    }
    ok = ok && (!editions.spent || mirth_no_memory(err));
    mirth_buffer_free(&editions);
    return ok;
}

static bool tell_all_series(struct mirth_run *run, const struct mirth_stage *stage,
                            struct mirth_error *err)
{
    size_t *order = mirth_pool_array(&run->pool, run->records + 1, sizeof *order);
    uint64_t dice = MIRTH_HASH;
    run->weeks = run->records < MIRTH_WEEKS ? run->records : MIRTH_WEEKS;
    for (size_t i = 0; order && i < MIRTH_SERIES; i++) {
        shuffle(&dice, order, run->records);
        if (!tell_series(run, stage, order, run->series[i], err))
            return false;
    }
    return order || mirth_no_memory(err);
}

bool mirth_run(const struct mirth_stage *stage, const struct mirth_specimen *records, size_t count,
               struct mirth_run *run, struct mirth_error *err)
{
    *run = (struct mirth_run){0};
    run->said = mirth_pool_array(&run->pool, count + 1, sizeof *run->said);
    run->told = mirth_pool_array(&run->pool, count + 1, sizeof *run->told);
    if (!run->said || !run->told)
        return mirth_no_memory(err);
    return tell_seeds(run, stage, records, count, err) && tell_all_series(run, stage, err);
}

void mirth_run_free(struct mirth_run *run)
{
    mirth_pool_free(&run->pool);
}

/* ---- reading ---- */

/* Whether an edition says a counted line that the reader has met; all of its lines are met now. */
static bool comes_again(const struct mirth_said *said, const bool *counts, bool *met)
{
    bool again = false;
    for (size_t i = 0; i < said->count; i++)
        again |= counts[said->lines[i]] && met[said->lines[i]];
    for (size_t i = 0; i < said->count; i++)
        met[said->lines[i]] = true;
    return again;
}

/* The week in which a reader first meets a line that an earlier week had. */
static size_t read_on(const struct mirth_run *run, uint64_t *dice, const size_t *order,
                      const bool *counts, bool *met)
{
    for (size_t week = 0; week < run->records; week++)
        if (comes_again(&run->said[order[week]][roll(dice, MIRTH_SEEDS)], counts, met))
            return week + 1;
    return run->records + 1;
}

static size_t read_series(const struct mirth_run *run, const struct mirth_said *said,
                          const bool *counts, bool *met)
{
    for (size_t week = 0; week < run->weeks; week++)
        if (comes_again(&said[week], counts, met))
            return week + 1;
    return run->weeks + 1;
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

size_t mirth_series_weeks(const struct mirth_run *run, const bool *counts, size_t lines)
{
    struct mirth_pool pool = {0};
    size_t weeks[MIRTH_SERIES], middle = 0;
    bool *met = mirth_pool_array(&pool, lines + 1, sizeof *met);
    for (size_t i = 0; met && i < MIRTH_SERIES; i++) {
        memset(met, 0, lines * sizeof *met);
        weeks[i] = read_series(run, run->series[i], counts, met);
    }
    if (met) {
        qsort(weeks, MIRTH_SERIES, sizeof *weeks, by_size);
        middle = weeks[MIRTH_SERIES / 2];
    }
    mirth_pool_free(&pool);
    return middle;
}

size_t mirth_series_lines(const struct mirth_run *run, const bool *counts, size_t first,
                          size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < MIRTH_SERIES; i++)
        for (size_t week = first; week < first + count; week++)
            for (size_t k = 0; k < run->series[i][week].count; k++)
                sum += counts[run->series[i][week].lines[k]];
    return count ? sum / (MIRTH_SERIES * count) : 0;
}
