/* html_kinds.c: what an element of HTML means to a writer of Markdown. */
#include "read/html_kinds.h"

#include "base/text.h"

#include <string.h>

/* To have another element read, add its name. What is not here is no more than its text. */
enum mirth_element_kind mirth_kind_of(const char *name)
{
    static const struct {
        const char *name;
        enum mirth_element_kind kind;
    } kinds[] = {
        {"a", MIRTH_E_LINK},          {"address", MIRTH_E_BLOCK},   {"article", MIRTH_E_BLOCK},
        {"aside", MIRTH_E_BLOCK},     {"b", MIRTH_E_BOLD},          {"blockquote", MIRTH_E_QUOTE},
        {"body", MIRTH_E_BLOCK},      {"br", MIRTH_E_BREAK},        {"caption", MIRTH_E_CAPTION},
        {"center", MIRTH_E_BLOCK},    {"cite", MIRTH_E_ITALIC},     {"code", MIRTH_E_CODE},
        {"dd", MIRTH_E_MEANING},      {"details", MIRTH_E_BLOCK},   {"dir", MIRTH_E_LIST},
        {"div", MIRTH_E_BLOCK},       {"dl", MIRTH_E_LIST},         {"dt", MIRTH_E_TERM},
        {"em", MIRTH_E_ITALIC},       {"fieldset", MIRTH_E_BLOCK},  {"figcaption", MIRTH_E_BLOCK},
        {"figure", MIRTH_E_BLOCK},    {"footer", MIRTH_E_BLOCK},    {"form", MIRTH_E_BLOCK},
        {"h1", MIRTH_E_HEADING},      {"h2", MIRTH_E_HEADING},      {"h3", MIRTH_E_HEADING},
        {"h4", MIRTH_E_HEADING},      {"h5", MIRTH_E_HEADING},      {"h6", MIRTH_E_HEADING},
        {"head", MIRTH_E_SILENT},     {"header", MIRTH_E_BLOCK},    {"hr", MIRTH_E_RULE},
        {"i", MIRTH_E_ITALIC},        {"iframe", MIRTH_E_SILENT},   {"img", MIRTH_E_IMAGE},
        {"kbd", MIRTH_E_CODE},        {"legend", MIRTH_E_BLOCK},    {"li", MIRTH_E_ITEM},
        {"main", MIRTH_E_BLOCK},      {"math", MIRTH_E_SILENT},     {"menu", MIRTH_E_LIST},
        {"nav", MIRTH_E_BLOCK},       {"noscript", MIRTH_E_SILENT}, {"ol", MIRTH_E_NUMBERED},
        {"p", MIRTH_E_BLOCK},         {"pre", MIRTH_E_LITERAL},     {"samp", MIRTH_E_CODE},
        {"script", MIRTH_E_SILENT},   {"section", MIRTH_E_BLOCK},   {"select", MIRTH_E_SILENT},
        {"strong", MIRTH_E_BOLD},     {"style", MIRTH_E_SILENT},    {"summary", MIRTH_E_BLOCK},
        {"svg", MIRTH_E_SILENT},      {"table", MIRTH_E_TABLE},     {"td", MIRTH_E_CELL},
        {"template", MIRTH_E_SILENT}, {"textarea", MIRTH_E_SILENT}, {"th", MIRTH_E_CELL},
        {"title", MIRTH_E_SILENT},    {"tr", MIRTH_E_ROW},          {"tt", MIRTH_E_CODE},
        {"ul", MIRTH_E_LIST},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].name[0] == name[0] && !strcmp(kinds[i].name, name))
            return kinds[i].kind;
    return MIRTH_E_NOTHING;
}

const char *mirth_attribute(const unsigned char **atts, const char *name)
{
    for (; atts && atts[0]; atts += 2)
        if (!strcmp((const char *)atts[0], name))
            return (const char *)atts[1];
    return NULL;
}

static const char *value_of(const char *property)
{
    const char *value = strchr(property, ':') + 1;
    return value + strspn(value, " ");
}

char mirth_asks_for(const unsigned char **atts)
{
    const char *style = mirth_attribute(atts, "style"), *weight, *slant;
    char asked = 0;
    if (!style)
        return 0;
    weight = strstr(style, "font-weight:");
    slant = strstr(style, "font-style:");
    weight = weight ? value_of(weight) : "";
    slant = slant ? value_of(slant) : "";
    if (!strncmp(weight, "bold", 4) || (*weight >= '6' && *weight <= '9'))
        asked |= MIRTH_ASKS_BOLD;
    if (!strncmp(slant, "italic", 6))
        asked |= MIRTH_ASKS_ITALIC;
    if (strstr(style, "mso-list:Ignore"))
        asked |= MIRTH_ASKS_SILENCE;
    return asked;
}
