/* check_look.c: a theme's look: every colour there, and each text readable where it stands */
#include <string.h>

#include "phrasebook/check.h"
#include "phrasebook/look.h"

enum { LEAST = 45, ONE = 10 }; /* contrast in tenths: WCAG 2's AA for text, and 1 */

/* Text and what it stands on. */
static const struct {
    enum mirth_colour text, ground;
} pairs[] = {
    {MIRTH_INK, MIRTH_PAPER},   {MIRTH_INK, MIRTH_CARD},          {MIRTH_MUTED, MIRTH_PAPER},
    {MIRTH_MUTED, MIRTH_CARD},  {MIRTH_ACCENT, MIRTH_PAPER},      {MIRTH_ACCENT, MIRTH_CARD},
    {MIRTH_ALARM, MIRTH_PAPER}, {MIRTH_ALARM, MIRTH_CARD},        {MIRTH_CALM, MIRTH_PAPER},
    {MIRTH_CALM, MIRTH_CARD},   {MIRTH_ACCENT_INK, MIRTH_ACCENT},
};

/* x to the power of 2.4 for x in 0..1: x^2 times the fifth root of x^2, by Newton's method. */
static double power(double x)
{
    double square = x * x, root = 1;
    if (square <= 0)
        return 0;
    for (int i = 0; i < 40; i++)
        root -= (root * root * root * root * root - square) / (5 * root * root * root * root);
    return square * root;
}

static unsigned digit(char c)
{
    return (unsigned)(mirth_is_digit(c) ? c - '0' : c - 'a' + 10);
}

/* One of a colour's three channels as light: WCAG's, which is sRGB's. */
static double channel(const char *hex)
{
    double x = (digit(hex[0]) * 16 + digit(hex[1])) / 255.0;
    return x <= 0.04045 ? x / 12.92 : power((x + 0.055) / 1.055);
}

static double light(const char *colour)
{
    return 0.2126 * channel(colour + 1) + 0.7152 * channel(colour + 3) +
           0.0722 * channel(colour + 5);
}

/* In tenths, rounded down. */
static int contrast(const char *a, const char *b)
{
    double x = light(a), y = light(b);
    return (int)(ONE * (x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05)));
}

/* A look's colours by name, with where they were said; NULL: not said. */
typedef const struct mirth_line *palette[MIRTH_COLOURS];

static struct mirth_slice value_of(const struct mirth_line *line, struct mirth_slice *name)
{
    struct mirth_slice rest = mirth_slice_of(line->text);
    *name = mirth_slice(line->text, 0);
    mirth_cut(&rest, ':', name);
    return mirth_trim(rest);
}

static void check_colour(struct mirth_checker *c, const struct mirth_line *line, palette seen)
{
    struct mirth_slice name, value = value_of(line, &name);
    enum mirth_colour colour = mirth_colour_called(name);
    if (colour == MIRTH_COLOURS)
        mirth_finding(c, line->source,
                      "unknown colour `%.*s`; expected paper, card, ink, muted, accent, "
                      "accent-ink, line, alarm or calm",
                      (int)name.len, name.at);
    else if (!mirth_is_colour(value))
        mirth_finding(c, line->source, "`%.*s` is no colour; expected `%s: #rrggbb` in lower case",
                      (int)value.len, value.at, mirth_colour_name(colour));
    else if (seen[colour])
        mirth_finding(c, line->source, "a second `%s`; expected one (it is on line %u)",
                      mirth_colour_name(colour), seen[colour]->source);
    else
        seen[colour] = line;
}

static void check_contrast(struct mirth_checker *c, palette seen)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct mirth_line *text = seen[pairs[i].text], *ground = seen[pairs[i].ground];
        struct mirth_slice name;
        int found =
            text && ground ? contrast(value_of(text, &name).at, value_of(ground, &name).at) : LEAST;
        if (found < LEAST)
            mirth_finding(c, text->source,
                          "`%s` on `%s` has a contrast of %d.%d; expected at least 4.5",
                          mirth_colour_name(pairs[i].text), mirth_colour_name(pairs[i].ground),
                          found / ONE, found % ONE);
    }
}

static void check_palette(struct mirth_checker *c, const struct mirth_entry *entry)
{
    palette seen = {NULL};
    for (size_t i = 0; i < entry->count; i++)
        check_colour(c, &c->book->lines[entry->first + i], seen);
    for (int i = 0; i < MIRTH_COLOURS; i++)
        if (!seen[i])
            mirth_finding(c, entry->source, "no `%s` in `%s`; expected `%s: #rrggbb`",
                          mirth_colour_name((enum mirth_colour)i), entry->name,
                          mirth_colour_name((enum mirth_colour)i));
    check_contrast(c, seen);
}

static void check_type(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_slice name, value = value_of(line, &name);
    if (!mirth_same_text(name, "heading") && !mirth_same_text(name, "text"))
        mirth_finding(c, line->source, "unknown type `%.*s`; expected heading or text",
                      (int)name.len, name.at);
    else if (mirth_type_called(value) == MIRTH_TYPES)
        mirth_finding(c, line->source, "unknown letters `%.*s`; expected serif, sans or mono",
                      (int)value.len, value.at);
}

/* One scheme without the other would be half a look. */
static void check_schemes(struct mirth_checker *c, const struct mirth_entry *chapter)
{
    for (int i = 0; i < MIRTH_SCHEMES; i++)
        if (!mirth_book_find(c->book, "look", mirth_scheme_name((enum mirth_scheme)i)))
            mirth_finding(c, chapter->source, "no `### %s` in `look`; expected light and dark",
                          mirth_scheme_name((enum mirth_scheme)i));
}

void mirth_check_look(struct mirth_checker *c, const struct mirth_entry *entry)
{
    const struct mirth_line *lines = &c->book->lines[entry->first];
    bool type = !strcmp(entry->name, "type");
    if (!*entry->name)
        check_schemes(c, entry);
    else if (!type && mirth_among("light dark", mirth_slice_of(entry->name)))
        check_palette(c, entry);
    for (size_t i = 0; i < entry->count; i++) {
        if (*lines[i].when)
            mirth_finding(c, lines[i].source, "a condition `%s` in `look`; expected none",
                          lines[i].when);
        if (type)
            check_type(c, &lines[i]);
    }
}
