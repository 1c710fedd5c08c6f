/* style.c: the colours and letters of a look as a style sheet */
#include "write/style.h"

#include "write/page.h"
#include "write/svg.h"

static void put_variable(struct mirth_buffer *css, const char *name, const char *value)
{
    mirth_put_text(css, "--");
    mirth_put_text(css, name);
    mirth_put_char(css, ':');
    mirth_put_text(css, value);
    mirth_put_char(css, ';');
}

static void put_colours(struct mirth_buffer *css, const char *selector,
                        const struct mirth_look *look, enum mirth_scheme scheme)
{
    mirth_put_text(css, selector);
    mirth_put_char(css, '{');
    for (int i = 0; i < MIRTH_COLOURS; i++)
        put_variable(css, mirth_colour_name((enum mirth_colour)i), look->colours[scheme][i]);
    mirth_put_text(css, "}");
}

void mirth_put_look(struct mirth_buffer *css, const char *selector, const struct mirth_look *look)
{
    static const char *const stacks[MIRTH_TYPES] = {"var(--serif)", "var(--sans)", "var(--mono)"};
    put_colours(css, selector, look, MIRTH_LIGHT);
    mirth_put_text(css, "\n");
    mirth_put_text(css, selector);
    mirth_put_char(css, '{');
    put_variable(css, "heading-face", stacks[look->heading]);
    put_variable(css, "text-face", stacks[look->text]);
    mirth_put_text(css, "}\n@media screen and (prefers-color-scheme:dark){");
    put_colours(css, selector, look, MIRTH_DARK);
    mirth_put_text(css, "}\n");
}

/* .g1{--gap:1}.g2{--gap:2}... */
static void put_classes(struct mirth_buffer *css, const char *class, const char *variable,
                        uint64_t most)
{
    for (uint64_t i = 1; i <= most; i++) {
        mirth_put_char(css, '.');
        mirth_put_text(css, class);
        mirth_put_number(css, i);
        mirth_put_text(css, "{--");
        mirth_put_text(css, variable);
        mirth_put_char(css, ':');
        mirth_put_number(css, i);
        mirth_put_char(css, '}');
    }
}

void mirth_put_steps(struct mirth_buffer *css)
{
    put_classes(css, "g", "gap", MIRTH_GAP_STEPS);
    put_classes(css, "part-", "part", MIRTH_PART_STEPS);
    mirth_put_text(css, ":root{--parts:");
    mirth_put_number(css, MIRTH_PART_STEPS);
    mirth_put_char(css, '}');
}
