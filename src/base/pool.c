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

static struct mirth_pool_block *new_block(struct mirth_pool *pool, size_t size)
{
    struct mirth_pool_block *block;
    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    block = calloc(1, sizeof *block + size);
    if (!block)
        return NULL;
    block->next = pool->blocks;
    block->used = 0;
    block->size = size;
    pool->blocks = block;
    return block;
}

void *mirth_pool_take(struct mirth_pool *pool, size_t size)
{
    const size_t step = alignof(max_align_t);
    struct mirth_pool_block *block = pool->blocks;
    void *at;
    if (pool->spent || size > SIZE_MAX - step) {
        pool->spent = true;
        return NULL;
    }
    size = (size + step - 1) / step * step;
    if (!block || block->size - block->used < size)
        block = new_block(pool, size > BLOCK ? size : BLOCK);
    if (!block) {
        pool->spent = true;
        return NULL;
    }
    at = block->bytes + block->used; /* zero since calloc: a pool hands no byte out twice */
    block->used += size;
    return at;
}

void *mirth_pool_array(struct mirth_pool *pool, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        pool->spent = true;
        return NULL;
    }
    return mirth_pool_take(pool, count * size);
}

char *mirth_pool_copy(struct mirth_pool *pool, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? mirth_pool_take(pool, length + 1) : NULL;
    if (copy && length)
        memcpy(copy, text, length);
    return copy;
}

bool mirth_pool_grow(struct mirth_pool *pool, void **items, size_t count, size_t *room,
                     size_t item_size)
{
    size_t more = *room ? *room * 2 : 16;
    void *grown;
    if (count < *room)
        return true;
    grown = mirth_pool_array(pool, more, item_size);
    if (!grown)
        return false;
    if (count)
        memcpy(grown, *items, count * item_size);
    *items = grown;
    *room = more;
    return true;
}

void mirth_pool_free(struct mirth_pool *pool)
{
    struct mirth_pool_block *next;
    for (struct mirth_pool_block *block = pool->blocks; block; block = next) {
        next = block->next;
        free(block);
    }
    pool->blocks = NULL;
    pool->spent = false;
}
