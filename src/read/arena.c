/* arena.c: memory for cmark's trees, left at once
 *
 * A tree asks for every node and word of its own, and giving them back one by one took as long as a
 * third of the parse. cmark can be told of no failure: where memory is out, its own allocator does
 * what it always does. */
#include "read/arena.h"

#include <stdalign.h>
#include <stdlib.h>

enum { BLOCK = 65536 - 64 };

struct mirth_arena_block {
    struct mirth_arena_block *next;
    size_t used, size;
    alignas(void *) char bytes[];
};

/* In front of each piece. A tree is made of pointers, numbers and characters, so that what suits a
 * pointer suits all of it. */
struct piece {
    alignas(void *) size_t size;
};

/* cmark's allocator is not told for whom it works: the arena that is in use. */
static _Thread_local struct mirth_arena *arena;

static size_t rounded(size_t size)
{
    const size_t step = alignof(void *);
    return (size + step - 1) / step * step;
}

/* A block with that much room in front of the others: a spare one, where it is large enough. */
static struct mirth_arena_block *next_block(size_t whole)
{
    struct mirth_arena_block *block = arena->spare;
    size_t room = whole > BLOCK ? whole : BLOCK;
    if (block && block->size >= whole) {
        arena->spare = block->next;
        room = block->size;
    } else {
        block = cmark_get_default_mem_allocator()->realloc(NULL, sizeof *block + room);
    }
    *block = (struct mirth_arena_block){arena->blocks, 0, room};
    arena->blocks = block;
    return block;
}

static void *take(size_t size)
{
    const size_t whole = sizeof(struct piece) + rounded(size);
    struct mirth_arena_block *block = arena->blocks;
    struct piece *piece;
    if (!block || block->size - block->used < whole)
        block = next_block(whole);
    piece = (void *)(block->bytes + block->used);
    piece->size = rounded(size);
    block->used += whole;
    arena->last = (char *)(piece + 1);
    return piece + 1;
}

static void *take_zeroed(size_t count, size_t size)
{
    return memset(take(count * size), 0, count * size);
}

static void *grow(void *at, size_t size)
{
    struct piece *piece = at ? (struct piece *)at - 1 : NULL;
    struct mirth_arena_block *block = arena->blocks;
    void *moved;
    if (piece && piece->size >= size)
        return at;
    if (piece && at == arena->last && block->size - block->used >= rounded(size) - piece->size) {
        block->used += rounded(size) - piece->size;
        piece->size = rounded(size);
        return at;
    }
    moved = take(size);
    return piece ? memcpy(moved, at, piece->size) : moved;
}

static void leave(void *at)
{
    struct piece *piece = at ? (struct piece *)at - 1 : NULL;
    if (!piece || at != arena->last)
        return;
    arena->blocks->used -= sizeof *piece + piece->size;
    arena->last = NULL;
}

cmark_node *mirth_arena_parse(struct mirth_arena *into, struct mirth_slice markdown)
{
    static cmark_mem memory = {take_zeroed, grow, leave};
    cmark_parser *parser;
    cmark_node *document;
    arena = into;
    parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory); /* guard.c validates UTF-8 */
    cmark_parser_feed(parser, markdown.at, markdown.len);
    document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

void mirth_arena_clear(struct mirth_arena *trees)
{
    while (trees->blocks) {
        struct mirth_arena_block *block = trees->blocks;
        trees->blocks = block->next;
        block->next = trees->spare;
        trees->spare = block;
    }
    trees->last = NULL;
}

static void lend(struct mirth_arena_block *block, struct mirth_pool *heir)
{
    mirth_pool_lend(heir, block, sizeof *block + block->size);
}

/* A story's parts and sentences take up less than half of what its tree did: the later half, at the
 * end of the heap, goes back to the system. */
void mirth_arena_leave(struct mirth_arena *trees, struct mirth_pool *heir)
{
    struct mirth_arena_block *next;
    size_t count = 0, i = 0;
    for (struct mirth_arena_block *block = trees->blocks; block; block = block->next)
        count++;
    for (struct mirth_arena_block *block = trees->blocks; block; block = next, i++) {
        next = block->next;
        if (i < count / 2)
            free(block);
        else
            lend(block, heir);
    }
    for (struct mirth_arena_block *block = trees->spare; block; block = next) {
        next = block->next;
        lend(block, heir);
    }
    *trees = (struct mirth_arena){0};
    arena = NULL;
}
