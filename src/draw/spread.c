/* spread.c: labels moved apart, each as little as possible. */
#include "draw/chart.h"

/* A run of labels that touch: the sum of where each of them would have it begin. */
struct run {
    int64_t sum, count;
};

static int64_t mean(const struct run *run)
{
    return run->sum >= 0 ? run->sum / run->count : -((-run->sum + run->count - 1) / run->count);
}

static int within(int64_t n, int64_t first, int64_t last)
{
    return (int)(n > last ? last < first ? first : last : n < first ? first : n);
}

/* With what must stand before each taken off, places must only not descend: pool adjacent
 * violators. */
bool mirth_spread(struct mirth_pool *pool, int *places, const int *heights, size_t count, int first,
                  int last)
{
    struct run *runs = mirth_pool_array(pool, count + 1, sizeof *runs);
    int64_t before = 0;
    size_t n = 0, at = 0;
    for (size_t i = 0; runs && i < count; before += heights[i++]) {
        runs[n++] = (struct run){places[i] - before, 1};
        for (; n > 1 && mean(&runs[n - 2]) > mean(&runs[n - 1]); n--) {
            runs[n - 2].sum += runs[n - 1].sum;
            runs[n - 2].count += runs[n - 1].count;
        }
    }
    if (count)
        last -= (int)(before - heights[count - 1]);
    before = 0;
    for (size_t i = 0; runs && i < n; i++)
        for (int64_t k = 0; k < runs[i].count; k++, before += heights[at++])
            places[at] = within(mean(&runs[i]), first, last) + (int)before;
    return runs != NULL;
}
