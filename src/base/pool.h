/* pool.h: memory that lives as long as its story, freed at once. */
#ifndef MIRTH_POOL_H
#define MIRTH_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise to make one. Running out is remembered in `spent`: every later call returns
 * NULL, and the stage that owns the pool checks once at its end. */
struct mirth_pool {
    struct mirth_pool_block *blocks, *lent;
    bool spent;
};

/* size bytes, zeroed and aligned for any object; NULL when memory is out. */
void *mirth_pool_take(struct mirth_pool *pool, size_t size);

/* count * size bytes, zeroed; NULL when memory is out or the product overflows. */
void *mirth_pool_array(struct mirth_pool *pool, size_t count, size_t size);

/* The same, not zeroed: what of it is never written costs nothing. */
void *mirth_pool_room(struct mirth_pool *pool, size_t count, size_t size);

/* A NUL-terminated copy of text[0..length). */
char *mirth_pool_copy(struct mirth_pool *pool, const char *text, size_t length);

/* Grows *items (of item_size bytes each, from this pool) so that one more fits; false when memory
 * is out. What is behind the first `count` is not zeroed. The array moves. */
bool mirth_pool_grow(struct mirth_pool *pool, void **items, size_t count, size_t *room,
                     size_t item_size);

/* Room for that many of an array that is to grow and has none, where one can tell beforehand: what
 * it needs not is never touched, and growing would copy. */
void mirth_pool_reserve(struct mirth_pool *pool, void **items, size_t *room, size_t count,
                        size_t item_size);

/* Gives the pool size bytes that came from malloc() and are needed no more: what it takes next, it
 * takes from there. Memory that was given back would cost the same page faults once more. */
void mirth_pool_lend(struct mirth_pool *pool, void *memory, size_t size);

/* Gives back what was lent and not needed. */
void mirth_pool_trim(struct mirth_pool *pool);

void mirth_pool_free(struct mirth_pool *pool);

#endif
