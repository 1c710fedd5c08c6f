/* look.c: a theme's colours and type, read off its chapter `look` */
#include "phrasebook/look.h"

#include <string.h>

static const char *const colours[MIRTH_COLOURS] = {
    "paper", "card", "ink", "muted", "accent", "accent-ink", "line", "alarm", "calm",
};
static const char *const schemes[MIRTH_SCHEMES] = {"light", "dark"};
static const char *const types[MIRTH_TYPES] = {"serif", "sans", "mono"};

/* For a theme that says nothing: ink on paper. */
static const struct mirth_look sober = {
    .colours = {{"#fcfcfa", "#f3f3ef", "#22262b", "#5a626b", "#1f4e79", "#ffffff", "#dcdcd4",
                 "#a3281e", "#23694a"},
                {"#15171a", "#1e2125", "#e1e2e0", "#a4a9b0", "#8fbfe8", "#10202e", "#363b42",
                 "#f2958a", "#84cfa9"}},
    .heading = MIRTH_SANS,
    .text = MIRTH_SERIF,
};

static size_t find(const char *const *names, size_t count, struct mirth_slice name)
{
    size_t i = 0;
    while (i < count && !mirth_same_text(name, names[i]))
        i++;
    return i;
}

const char *mirth_colour_name(enum mirth_colour colour)
{
    return colours[colour];
}

const char *mirth_scheme_name(enum mirth_scheme scheme)
{
    return schemes[scheme];
}

enum mirth_colour mirth_colour_called(struct mirth_slice name)
{
    return (enum mirth_colour)find(colours, MIRTH_COLOURS, name);
}

enum mirth_type mirth_type_called(struct mirth_slice name)
{
    return (enum mirth_type)find(types, MIRTH_TYPES, name);
}

bool mirth_is_colour(struct mirth_slice s)
{
    if (s.len != 7 || s.at[0] != '#')
        return false;
    for (size_t i = 1; i < s.len; i++)
        if (!s.at[i] || !strchr("0123456789abcdef", s.at[i]))
            return false;
    return true;
}

static void read_colours(const struct mirth_book *theme, struct mirth_look *look,
                         enum mirth_scheme scheme)
{
    const struct mirth_line *line = NULL;
    size_t count = mirth_book_entry(theme, "look", schemes[scheme], &line);
    for (; count; count--, line++) {
        struct mirth_slice value = mirth_slice_of(line->text), name = {0};
        enum mirth_colour colour;
        mirth_cut(&value, ':', &name);
        value = mirth_trim(value);
        colour = mirth_colour_called(name);
        if (colour < MIRTH_COLOURS && mirth_is_colour(value))
            memcpy(look->colours[scheme][colour], value.at, value.len);
    }
}

static void read_type(const struct mirth_book *theme, struct mirth_look *look)
{
    const struct mirth_line *line = NULL;
    size_t count = mirth_book_entry(theme, "look", "type", &line);
    for (; count; count--, line++) {
        struct mirth_slice value = mirth_slice_of(line->text), name = {0};
        enum mirth_type type;
        mirth_cut(&value, ':', &name);
        type = mirth_type_called(mirth_trim(value));
        if (type < MIRTH_TYPES && mirth_same_text(name, "heading"))
            look->heading = type;
        if (type < MIRTH_TYPES && mirth_same_text(name, "text"))
            look->text = type;
    }
}

struct mirth_look mirth_sober_look(void)
{
    return sober;
}

struct mirth_look mirth_look_of(const struct mirth_book *theme)
{
    struct mirth_look look = sober;
    for (int scheme = 0; scheme < MIRTH_SCHEMES; scheme++)
        read_colours(theme, &look, (enum mirth_scheme)scheme);
    read_type(theme, &look);
    return look;
}
