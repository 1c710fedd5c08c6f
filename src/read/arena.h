/* arena.h: memory for cmark's trees, left at once. */
#ifndef MIRTH_ARENA_H
#define MIRTH_ARENA_H

#include <cmark.h>

#include "base/pool.h"
#include "base/text.h"

/* Trees of one thread's; zero-initialise. */
struct mirth_arena {
    struct mirth_arena_block *blocks, *spare;
    char *last; /* what was taken last: it can grow where it is */
};

/* Parses Markdown into a tree that lives as long as the arena; cmark_node_free() is not for it. A
 * thread uses one arena at a time, from its first tree on until they are left. */
cmark_node *mirth_arena_parse(struct mirth_arena *arena, struct mirth_slice markdown);

/* The end of the trees so far; the next ones grow where they stood. */
void mirth_arena_clear(struct mirth_arena *arena);

/* The trees' end; the pool has their memory now. */
void mirth_arena_leave(struct mirth_arena *arena, struct mirth_pool *heir);

#endif
