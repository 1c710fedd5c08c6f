/* elements.c: the elements that a page may have, and what may stand in what. */
#include "write/elements.h"

#include <string.h>

#define NOTHING MIRTH_HOLDS_NOTHING
#define WORDS   MIRTH_HOLDS_WORDS
#define BLOCKS  MIRTH_HOLDS_BLOCKS
#define PARTS   MIRTH_HOLDS_PARTS

/* To let another element of a record through, add a row, in the order of the names. What has no
 * row loses its tags and keeps its text. */
static const struct mirth_element ELEMENTS[] = {
    {.name = "a", .holds = WORDS},
    {.name = "abbr", .holds = WORDS},
    {.name = "article", .holds = BLOCKS, .block = true, .ours = true, .implies = "p"},
    {.name = "b", .holds = WORDS},
    {.name = "blockquote", .holds = BLOCKS, .block = true},
    {.name = "br", .holds = NOTHING},
    {.name = "caption", .holds = WORDS, .block = true, .in = " table "},
    {.name = "center", .holds = BLOCKS, .block = true, .as = "div"},
    {.name = "cite", .holds = WORDS},
    {.name = "code", .holds = WORDS},
    {.name = "dd", .holds = BLOCKS, .block = true, .in = " dl "},
    {.name = "del", .holds = WORDS},
    {.name = "details", .holds = BLOCKS, .block = true},
    {.name = "dfn", .holds = WORDS},
    {.name = "div", .holds = BLOCKS, .block = true},
    {.name = "dl", .holds = PARTS, .block = true, .implies = "dd"},
    {.name = "dt", .holds = WORDS, .block = true, .in = " dl "},
    {.name = "em", .holds = WORDS},
    {.name = "figcaption", .holds = WORDS, .block = true, .in = " figure "},
    {.name = "figure", .holds = BLOCKS, .block = true},
    {.name = "h1", .holds = WORDS, .block = true},
    {.name = "h2", .holds = WORDS, .block = true},
    {.name = "h3", .holds = WORDS, .block = true},
    {.name = "h4", .holds = WORDS, .block = true},
    {.name = "h5", .holds = WORDS, .block = true},
    {.name = "h6", .holds = WORDS, .block = true},
    {.name = "header", .holds = BLOCKS, .block = true, .ours = true},
    {.name = "hr", .holds = NOTHING, .block = true},
    {.name = "i", .holds = WORDS},
    {.name = "img", .holds = NOTHING},
    {.name = "input", .holds = NOTHING, .ours = true},
    {.name = "ins", .holds = WORDS},
    {.name = "kbd", .holds = WORDS},
    {.name = "label", .holds = WORDS, .ours = true},
    {.name = "li", .holds = BLOCKS, .block = true, .in = " ul ol "},
    {.name = "mark", .holds = WORDS},
    {.name = "ol", .holds = PARTS, .block = true, .implies = "li"},
    {.name = "p", .holds = WORDS, .block = true},
    {.name = "pre", .holds = WORDS, .block = true},
    {.name = "q", .holds = WORDS},
    {.name = "s", .holds = WORDS},
    {.name = "samp", .holds = WORDS},
    {.name = "section", .holds = BLOCKS, .block = true},
    {.name = "small", .holds = WORDS},
    {.name = "span", .holds = WORDS},
    {.name = "strike", .holds = WORDS, .as = "s"},
    {.name = "strong", .holds = WORDS},
    {.name = "sub", .holds = WORDS},
    {.name = "summary", .holds = WORDS, .block = true, .in = " details "},
    {.name = "sup", .holds = WORDS},
    {.name = "table", .holds = PARTS, .block = true, .implies = "tr"},
    {.name = "tbody", .holds = PARTS, .block = true, .in = " table ", .implies = "tr"},
    {.name = "td", .holds = BLOCKS, .block = true, .in = " tr "},
    {.name = "tfoot", .holds = PARTS, .block = true, .in = " table ", .implies = "tr"},
    {.name = "th", .holds = BLOCKS, .block = true, .in = " tr "},
    {.name = "thead", .holds = PARTS, .block = true, .in = " table ", .implies = "tr"},
    {.name = "time", .holds = WORDS},
    {.name = "tr",
     .holds = PARTS,
     .block = true,
     .in = " table thead tbody tfoot ",
     .implies = "td"},
    {.name = "tt", .holds = WORDS, .as = "code"},
    {.name = "u", .holds = WORDS},
    {.name = "ul", .holds = PARTS, .block = true, .implies = "li"},
    {.name = "var", .holds = WORDS},
};

/* Like strcmp, the name's case folded. */
static int compare(struct mirth_slice name, const char *with)
{
    size_t i = 0;
    while (i < name.len && with[i] && mirth_lower(name.at[i]) == with[i])
        i++;
    if (i == name.len)
        return with[i] ? -1 : 0;
    return (unsigned char)mirth_lower(name.at[i]) < (unsigned char)with[i] ? -1 : 1;
}

const struct mirth_element *mirth_element(struct mirth_slice name)
{
    size_t low = 0, high = sizeof ELEMENTS / sizeof *ELEMENTS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, ELEMENTS[middle].name);
        if (!order)
            return &ELEMENTS[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool mirth_element_in(const char *list, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = strstr(list, name); at; at = strstr(at + 1, name))
        if (at > list && at[-1] == ' ' && at[len] == ' ')
            return true;
    return false;
}
