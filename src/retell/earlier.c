/* earlier.c: lines that readers know: those that an earlier edition holds. */
#include "retell/earlier.h"

#include "retell/telling.h"

#include <string.h>

/* Bytes of a stretch that could stand in any text. */
enum { HARDLY_A_WORD = 8 };

bool mirth_is_furniture(const char *chapter)
{
    return mirth_one_of(mirth_slice_of("emoji|box|joints|look|drawings|about"),
                        mirth_slice_of(chapter));
}

/* The longest stretch between slots and marks of emphasis, which may have been told without them;
 * a picture's alt text and caption are two. */
static struct mirth_slice own_stretch(const char *template)
{
    struct mirth_slice longest = {template, 0};
    while (*template) {
        size_t len = strcspn(template, "{|*");
        if (len > longest.len)
            longest = mirth_slice(template, len);
        template += len;
        template += *template == '{' ? strcspn(template, "}") : 0;
        template += *template != '\0';
    }
    return mirth_trim(longest);
}

/* ", and the owl woke." may have been told as "The owl woke." */
static struct mirth_slice without_joint(struct mirth_slice stretch)
{
    struct mirth_slice rest = stretch, word;
    if (stretch.len < 2 || memcmp(stretch.at, ", ", 2) != 0)
        return stretch;
    rest = mirth_slice(stretch.at + 2, stretch.len - 2);
    return mirth_cut(&rest, ' ', &word) && rest.len ? rest : stretch;
}

/* Its first letter may have got or lost a capital, so the second one is looked for. */
bool mirth_text_holds(struct mirth_slice text, const struct mirth_line *line)
{
    const struct mirth_slice words = without_joint(own_stretch(line->text));
    const char *at, *end;
    if (words.len < HARDLY_A_WORD || text.len < words.len)
        return false;
    end = text.at + text.len - words.len + 2; /* behind the last place for a second letter */
    for (at = text.at + 1; at < end; at++) {
        at = memchr(at, words.at[1], (size_t)(end - at));
        if (!at)
            return false;
        if (mirth_same_nocase(mirth_slice(at - 1, words.len), words))
            return true;
    }
    return false;
}

bool mirth_is_known(const struct mirth_telling *t, struct mirth_phrasing *p)
{
    const struct mirth_options *o = t->options;
    if (!o->earlier_length || mirth_is_furniture(p->line->chapter))
        return false;
    if (p->known == MIRTH_NOBODY_ASKED)
        p->known = mirth_text_holds(mirth_slice(o->earlier, o->earlier_length), p->line)
                       ? MIRTH_KNOWN
                       : MIRTH_NEW;
    return p->known == MIRTH_KNOWN;
}
