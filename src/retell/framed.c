/* framed.c: what an edition says in the English book's words: the credit, the doubts, the moral and
 * who is who. */
#include "retell/telling.h"

#include <string.h>

/* The one that stands there; NULL: none. */
static const struct mirth_slot_text *slot_at(const char *s, const struct mirth_slot_text *slots,
                                             size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!strncmp(s, slots[i].slot, strlen(slots[i].slot)))
            return &slots[i];
    return NULL;
}

bool mirth_put_framed(const struct mirth_telling *t, const char *entry,
                      const struct mirth_slot_text *slots, size_t count, struct mirth_buffer *out)
{
    const struct mirth_line *line;
    if (!mirth_book_entry(t->english_book, "credit", entry, &line))
        return false;
    for (const char *s = line->text; *s;) {
        const struct mirth_slot_text *slot = slot_at(s, slots, count);
        if (slot)
            mirth_put_slice(out, slot->text);
        else
            mirth_put_char(out, *s);
        s += slot ? strlen(slot->slot) : 1;
    }
    return true;
}
