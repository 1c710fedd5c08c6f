/* slug.c: the ids of headings, each used once */
#include "write/slug.h"

static size_t *count_of(struct mirth_slugs *slugs, const char *id)
{
    return xmlHashLookup(slugs->taken, BAD_CAST id);
}

static bool add(struct mirth_slugs *slugs, const char *id)
{
    size_t *count = xmlMalloc(sizeof *count);
    if (!count)
        return false;
    *count = 0;
    if (xmlHashAddEntry(slugs->taken, BAD_CAST id, count) == 0)
        return true;
    xmlFree(count);
    return false;
}

bool mirth_slug_claim(struct mirth_slugs *slugs, const char *id)
{
    return !count_of(slugs, id) && add(slugs, id);
}

/* The count makes a page of equal headings linear: each starts where the last one ended. */
void mirth_slug_settle(struct mirth_slugs *slugs, struct mirth_buffer *id)
{
    size_t len = id->len, *count;
    if (id->spent || !id->at || !(count = count_of(slugs, id->at))) {
        if (!id->spent && id->at)
            add(slugs, id->at);
        return;
    }
    do {
        id->len = len;
        mirth_put_char(id, '-');
        mirth_put_number(id, ++*count);
    } while (!id->spent && count_of(slugs, id->at));
    if (!id->spent)
        add(slugs, id->at);
}
