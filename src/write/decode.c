/* decode.c: character references (`&amp;`, `&#x2014;`) as the characters they stand for. */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "write/sanitise.h"

static uint32_t read_number(struct mirth_slice digits)
{
    bool hex = digits.len && mirth_lower(digits.at[0]) == 'x';
    uint32_t n = 0;
    if (digits.len == hex)
        return 0;
    for (size_t i = hex; i < digits.len; i++) {
        char c = mirth_lower(digits.at[i]);
        uint32_t digit = mirth_is_digit(c) ? (uint32_t)(c - '0') : (uint32_t)(c - 'a') + 10;
        if (c < '0' || digit >= (hex ? 16u : 10u) || n > 0x10ffff)
            return 0;
        n = n * (hex ? 16 : 10) + digit;
    }
    return n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff) ? 0xfffd : n;
}

/* The character that a reference (without & and ;) stands for; 0 for none. */
static uint32_t character(struct mirth_slice reference)
{
    const htmlEntityDesc *entity;
    char name[16] = {0};
    if (reference.len > 1 && reference.at[0] == '#')
        return read_number(mirth_slice(reference.at + 1, reference.len - 1));
    if (!reference.len || reference.len >= sizeof name)
        return 0;
    memcpy(name, reference.at, reference.len);
    entity = htmlEntityLookup(BAD_CAST name);
    return entity ? entity->value : 0;
}

void mirth_decode(struct mirth_slice text, struct mirth_buffer *out)
{
    while (text.len) {
        const char *and = memchr(text.at, '&', text.len);
        size_t before = and? (size_t)(and-text.at) : text.len, len = 1;
        xmlChar utf8[8];
        uint32_t c;
        mirth_put(out, text.at, before);
        text = mirth_slice(text.at + before, text.len - before);
        if (!and)
            return;
        while (
            len < text.len && len < 16 &&
            (mirth_is_alpha(text.at[len]) || mirth_is_digit(text.at[len]) || text.at[len] == '#'))
            len++;
        c = len < text.len && text.at[len] == ';' ? character(mirth_slice(text.at + 1, len - 1))
                                                  : 0;
        if (c)
            mirth_put(out, (char *)utf8, (size_t)xmlCopyCharMultiByte(utf8, (int)c));
        else
            mirth_put(out, text.at, len);
        len += c != 0;
        text = mirth_slice(text.at + len, text.len - len);
    }
}
