/* pool.c: memory that lives as long as its story, freed at once. */
#include "base/pool.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Under AddressSanitizer each allocation is its own block, so that an overrun is seen. */
#if defined(__SANITIZE_ADDRESS__)
#define BLOCK 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BLOCK 0
#endif
#endif
#ifndef BLOCK
#define BLOCK 65536
#endif

struct mirth_pool_block {
    struct mirth_pool_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

/* A large one holds one thing, behind the block that still has room. calloc() knows which memory
 * comes zeroed: most of a large array may never be touched. */
static void *take_large(struct mirth_pool *pool, size_t size, bool zeroed)
{
    size_t whole = sizeof(struct mirth_pool_block) + size;
    struct mirth_pool_block *block = zeroed ? calloc(1, whole) : malloc(whole);
    struct mirth_pool_block **place = pool->blocks ? &pool->blocks->next : &pool->blocks;
    if (!block)
        return NULL;
    block->used = block->size = size;
    block->next = *place;
    *place = block;
    return block->bytes;
}

/* A block for small things, the lent ones first; NULL when memory is out. */
static struct mirth_pool_block *next_block(struct mirth_pool *pool)
{
    struct mirth_pool_block *block = pool->lent;
    if (block) {
        pool->lent = block->next;
    } else {
        block = malloc(sizeof *block + BLOCK);
        if (!block)
            return NULL;
        block->used = 0;
        block->size = BLOCK;
    }
    block->next = pool->blocks;
    pool->blocks = block;
    return block;
}

static void *take_small(struct mirth_pool *pool, size_t size, bool zeroed)
{
    struct mirth_pool_block *block = pool->blocks;
    void *at;
    if (!block || block->size - block->used < size)
        block = next_block(pool);
    if (!block)
        return NULL;
    at = block->bytes + block->used;
    block->used += size;
    return zeroed ? memset(at, 0, size) : at;
}

static size_t rounded(size_t size)
{
    const size_t step = alignof(max_align_t);
    return (size + step - 1) / step * step;
}

static bool is_large(size_t size)
{
    return rounded(size) > BLOCK / 4;
}

static void *take(struct mirth_pool *pool, size_t size, bool zeroed)
{
    void *at = NULL;
    if (!pool->spent && size < SIZE_MAX / 2)
        at = is_large(size) ? take_large(pool, rounded(size), zeroed)
                            : take_small(pool, rounded(size), zeroed);
    pool->spent |= !at;
    return at;
}

void *mirth_pool_take(struct mirth_pool *pool, size_t size)
{
    return take(pool, size, true);
}

static void *take_array(struct mirth_pool *pool, size_t count, size_t size, bool zeroed)
{
    if (!size || count <= SIZE_MAX / size)
        return take(pool, count * size, zeroed);
    pool->spent = true;
    return NULL;
}

void *mirth_pool_array(struct mirth_pool *pool, size_t count, size_t size)
{
    return take_array(pool, count, size, true);
}

void *mirth_pool_room(struct mirth_pool *pool, size_t count, size_t size)
{
    return take_array(pool, count, size, false);
}

char *mirth_pool_copy(struct mirth_pool *pool, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? take(pool, length + 1, false) : NULL;
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* A large array has its block to itself, which can grow where it is. */
static void *regrow(struct mirth_pool *pool, const void *items, size_t size)
{
    struct mirth_pool_block **place = &pool->blocks, *grown;
    while ((*place)->bytes != (const unsigned char *)items)
        place = &(*place)->next;
    grown = realloc(*place, sizeof *grown + size);
    if (!grown) {
        pool->spent = true;
        return NULL;
    }
    grown->used = grown->size = size;
    *place = grown;
    return grown->bytes;
}

bool mirth_pool_grow(struct mirth_pool *pool, void **items, size_t count, size_t *room,
                     size_t item_size)
{
    size_t more = *room ? *room * 2 : 16;
    bool large = *room && is_large(*room * item_size);
    void *grown;
    if (count < *room)
        return true;
    if (more > SIZE_MAX / 4 / item_size) {
        pool->spent = true;
        return false;
    }
    grown = large ? regrow(pool, *items, more * item_size) : take(pool, more * item_size, false);
    if (!grown)
        return false;
    if (count && !large)
        memcpy(grown, *items, count * item_size);
    *items = grown;
    *room = more;
    return true;
}

void mirth_pool_reserve(struct mirth_pool *pool, void **items, size_t *room, size_t count,
                        size_t item_size)
{
    if (*room || !count)
        return;
    *items = take_array(pool, count, item_size, false);
    *room = *items ? count : 0;
}

void mirth_pool_lend(struct mirth_pool *pool, void *memory, size_t size)
{
    struct mirth_pool_block *block = memory;
    if (!BLOCK || size < sizeof *block + BLOCK / 2) {
        free(memory);
        return;
    }
    block->next = pool->lent;
    block->used = 0;
    block->size = size - sizeof *block;
    pool->lent = block;
}

static void free_blocks(struct mirth_pool_block *block)
{
    struct mirth_pool_block *next;
    for (; block; block = next) {
        next = block->next;
        free(block);
    }
}

void mirth_pool_trim(struct mirth_pool *pool)
{
    free_blocks(pool->lent);
    pool->lent = NULL;
}

void mirth_pool_free(struct mirth_pool *pool)
{
    mirth_pool_trim(pool);
    free_blocks(pool->blocks);
    pool->blocks = NULL;
    pool->spent = false;
}
