/* slug.c: what a heading is called in a link, by GitHub's rule */
#include "base/slug.h"

#include <string.h>

/* Letters of any script stay; what GitHub drops beyond ASCII is punctuation and symbols. */
static bool is_symbol(const unsigned char *s, size_t len)
{
    if (len == 2)
        return s[0] == 0xc2 && s[1] != 0xaa && s[1] != 0xb5 && s[1] != 0xba;
    if (len == 3)
        return (s[0] == 0xe2 && s[1] <= 0xaf) || (s[0] == 0xe3 && s[1] == 0x80) ||
               (s[0] == 0xef && (s[1] == 0xb8 || s[1] == 0xbc || s[1] == 0xbd));
    return len == 4 && s[0] == 0xf0 && s[1] == 0x9f;
}

void mirth_slug(struct mirth_slice text, struct mirth_buffer *out)
{
    for (size_t i = 0, step; i < text.len; i += step) {
        char c = text.at[i];
        step = mirth_utf8_length(c);
        if (step > text.len - i)
            return;
        if (mirth_is_space(c))
            mirth_put_char(out, '-');
        else if (step == 1 && (mirth_is_alpha(c) || mirth_is_digit(c) || c == '-' || c == '_'))
            mirth_put_char(out, mirth_lower(c));
        else if (step > 1 && !is_symbol((const unsigned char *)text.at + i, step))
            mirth_put(out, text.at + i, step);
    }
}
