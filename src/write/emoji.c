/* emoji.c: emoji that decorate, which a screen reader need not spell out. */
#include "write/emoji.h"

enum { JOINER = 0x200d, VARIANT = 0xfe0f };

/* The character that text, valid UTF-8, begins with; 0 at its end. */
static uint32_t first_of(struct mirth_slice text, size_t *len)
{
    *len = text.len ? mirth_utf8_length(text.at[0]) : 0;
    return *len && *len <= text.len ? mirth_code_point(text.at, len) : 0;
}

/* Boxes with ticks and circles of colour stand for yes, no and how bad. */
static bool says_something(uint32_t c)
{
    return c == 0x2611 || c == 0x2612 || (c >= 0x1f534 && c <= 0x1f535) ||
           (c >= 0x1f7e0 && c <= 0x1f7eb);
}

static bool decorates(uint32_t c)
{
    bool emoji = (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x26ff) || c == 0x2728 ||
                 (c >= 0x2708 && c <= 0x270f) || c == 0x2744 || c == 0x2764 || c == 0x231a ||
                 c == 0x231b || (c >= 0x23e9 && c <= 0x23f3) || c == 0x2b50;
    return emoji && !says_something(c);
}

/* What may follow an emoji as part of it: a variant, a skin tone, the second half of a flag. */
static bool goes_on(uint32_t c)
{
    return c == VARIANT || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0x1f1e6 && c <= 0x1f1ff);
}

size_t mirth_emoji(struct mirth_slice text)
{
    size_t len, step, after;
    if (!decorates(first_of(text, &len)))
        return 0;
    for (;;) {
        struct mirth_slice rest = mirth_slice(text.at + len, text.len - len);
        uint32_t c = first_of(rest, &step);
        if (c == JOINER && first_of(mirth_slice(rest.at + step, rest.len - step), &after) > 0x2000)
            step += after;
        else if (!goes_on(c))
            return len;
        len += step;
    }
}

size_t mirth_find_emoji(struct mirth_slice text, size_t from)
{
    while (from < text.len) {
        unsigned char c = (unsigned char)text.at[from];
        if (c >= 0xe2 && mirth_emoji(mirth_slice(text.at + from, text.len - from)))
            return from;
        from += mirth_utf8_length((char)c);
    }
    return text.len;
}
