/* callbacks.c: pairs of lines, the second of which remembers the first. */
#include "retell/telling.h"
#include "retell/flow.h"

#include <string.h>

/* Two pairs are a memory, more a habit; and only so much of a record is looked at for them. */
enum { PAIRS = 2, ENTRIES = 64, READ = 2000 };

/* A sentence of the record by its part and its number in it. */
struct spot {
    struct mirth_part *part;
    struct mirth_clause *clause;
    size_t number; /* in the telling */
};

static struct spot spot_at(const struct mirth_telling *t, size_t part, size_t clause)
{
    return (struct spot){&t->story->parts[part], &t->story->parts[part].clauses[clause],
                         t->first_clause[part] + clause};
}

/* A second beat, or one next door, would be one too many. */
static bool is_taken(const struct mirth_telling *t, size_t number)
{
    return t->beats[number] || (number && t->beats[number - 1]) ||
           (number + 1 < t->clause_total && t->beats[number + 1]);
}

static struct mirth_phrasing *pick(struct mirth_telling *t, const char *entry, const char *half,
                                   const struct spot *spot)
{
    struct mirth_place place = {
        .part = spot->part, .clause = spot->clause, .gap = -1, .moment = half};
    struct mirth_buffer scratch = {0};
    struct mirth_phrasing *p =
        is_taken(t, spot->number) ||
                mirth_is_leaned_on(t->english, spot->part,
                                   (size_t)(spot->clause - spot->part->clauses))
            ? NULL
            : mirth_pick_ours(t, "callbacks", entry, &place, mirth_slice("", 0), &scratch);
    mirth_buffer_free(&scratch);
    return p;
}

/* The first sentence from *part and *clause on that one half of the pair fits. */
static struct mirth_phrasing *find(struct mirth_telling *t, const char *entry, const char *half,
                                   size_t *part, size_t *clause, struct spot *spot)
{
    for (; *part < t->story->part_count && *part < READ; ++*part, *clause = 0)
        for (; *clause < t->story->parts[*part].clause_count; ++*clause) {
            struct mirth_phrasing *p;
            *spot = spot_at(t, *part, *clause);
            p = pick(t, entry, half, spot);
            if (p)
                return p;
        }
    return NULL;
}

/* Plants only what pays off: where no later sentence has room for the second half, neither has
 * one for the first. */
static bool place_pair(struct mirth_telling *t, const char *entry)
{
    size_t part = 0, clause = 0;
    struct spot first, second;
    struct mirth_phrasing *plant = find(t, entry, "plant", &part, &clause, &first), *payoff;
    if (!plant)
        return false;
    t->beats[first.number] = plant;
    clause++;
    payoff = find(t, entry, "payoff", &part, &clause, &second);
    if (payoff) {
        t->beats[second.number] = payoff;
        return true;
    }
    plant->used = false;
    t->beats[first.number] = NULL;
    return false;
}

static void place_all(struct mirth_telling *t, const char **entries, uint64_t *ranks, size_t count)
{
    for (size_t placed = 0; count && placed < PAIRS; count--) {
        size_t best = 0;
        for (size_t i = 1; i < count; i++)
            best = ranks[i] > ranks[best] ? i : best;
        placed += place_pair(t, entries[best]);
        entries[best] = entries[count - 1];
        ranks[best] = ranks[count - 1];
    }
}

void mirth_plant_callbacks(struct mirth_telling *t)
{
    const struct mirth_book *book = t->theme->book;
    const char *entries[ENTRIES];
    uint64_t ranks[ENTRIES];
    size_t count = 0;
    for (size_t i = 0; i < book->entry_count && count < ENTRIES; i++) {
        const struct mirth_entry *e = &book->entries[i];
        if (strcmp(e->chapter, "callbacks") != 0 || !e->count)
            continue;
        entries[count] = e->name;
        ranks[count++] = mirth_hash(t->seed ^ MIRTH_HASH, e->name, strlen(e->name));
    }
    place_all(t, entries, ranks, count);
}
