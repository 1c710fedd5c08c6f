/* sanitise.c: which attributes and addresses of a record's HTML are harmless. */
#include "write/sanitise.h"

#include <string.h>

enum value { TEXT, URL, NUMBER, FLAG, ID, SIDE };

/* To let another attribute through, add a row. Nothing that runs, loads or styles belongs here. */
static const struct attribute {
    const char *name;
    enum value value;
    const char *on; /* " td th ": the elements that may have it; NULL: any */
    const char *as; /* what it is written as; NULL: its name */
} ATTRIBUTES[] = {
    {"align", SIDE, " p div h1 h2 h3 h4 h5 h6 td th tr table img ", "class"},
    {"alt", TEXT, " img ", NULL},
    {"colspan", NUMBER, " td th ", NULL},
    {"datetime", TEXT, " time ", NULL},
    {"height", NUMBER, " img ", NULL},
    {"href", URL, " a ", NULL},
    {"id", ID, NULL, NULL},
    {"name", ID, " a ", "id"},
    {"open", FLAG, " details ", NULL},
    {"rowspan", NUMBER, " td th ", NULL},
    {"src", URL, " img ", NULL},
    {"start", NUMBER, " ol ", NULL},
    {"title", TEXT, NULL, NULL},
    {"width", NUMBER, " img ", NULL},
};

static const char *const SCHEMES[] = {
    "http", "https", "mailto", "tel",  "ftp",  "ftps",  "sftp",
    "ssh",  "git",   "irc",    "ircs", "xmpp", "slack",
};

bool mirth_is_safe_url(struct mirth_slice url)
{
    char scheme[8];
    size_t len = 0;
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];
        if ((c >= 0 && c <= ' ') || c == 0x7f)
            continue;
        if (c == '/' || c == '?' || c == '#')
            return true;
        if (c == ':')
            break;
        if (len < sizeof scheme)
            scheme[len++] = c;
        if (i + 1 == url.len)
            return true;
    }
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        if (mirth_same_nocase(mirth_slice(scheme, len), mirth_slice_of(SCHEMES[i])))
            return true;
    return !url.len;
}

static bool has_scheme(struct mirth_slice url)
{
    for (size_t i = 0; i < url.len && !strchr("/\\?#", url.at[i]); i++)
        if (url.at[i] == ':')
            return true;
    return false;
}

bool mirth_is_remote(struct mirth_slice url)
{
    size_t slashes = 0;
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];
        if ((c >= 0 && c <= ' ') || c == 0x7f)
            continue;
        if (c == '/' || c == '\\')
            slashes++;
        else
            return slashes > 1 || (!slashes && has_scheme(mirth_slice(url.at + i, url.len - i)));
    }
    return slashes > 1;
}

/* Cuts the next `name`, `name=value`, `name="value"` off *rest. False at the end. */
static bool next_attribute(struct mirth_slice *rest, struct mirth_slice *name,
                           struct mirth_slice *value)
{
    const char *s = rest->at;
    size_t i = 0, from, len = rest->len;
    while (i < len && (mirth_is_space(s[i]) || s[i] == '/'))
        i++;
    for (from = i; i < len && !mirth_is_space(s[i]) && s[i] != '/' && (s[i] != '=' || i == from);)
        i++;
    *name = mirth_slice(s + from, i - from);
    *value = mirth_slice(s + i, 0);
    for (from = i; from < len && mirth_is_space(s[from]);)
        from++;
    if (from < len && s[from] == '=' && name->len) {
        for (i = from + 1; i < len && mirth_is_space(s[i]);)
            i++;
        char quote = i < len && (s[i] == '"' || s[i] == '\'') ? s[i++] : '\0';
        for (from = i; i < len && (quote ? s[i] != quote : !mirth_is_space(s[i]));)
            i++;
        *value = mirth_slice(s + from, i - from);
        i += quote && i < len;
    }
    *rest = mirth_slice(s + i, len - i);
    return name->len > 0;
}

static bool is_number(struct mirth_slice value)
{
    for (size_t i = 0; i < value.len; i++)
        if (!mirth_is_digit(value.at[i]))
            return false;
    return value.len > 0 && value.len <= 4 && value.at[0] != '0';
}

static bool is_word(struct mirth_slice value)
{
    for (size_t i = 0; i < value.len; i++)
        if (mirth_is_space(value.at[i]))
            return false;
    return value.len > 0;
}

static bool is_side(struct mirth_slice value)
{
    return mirth_same_nocase(value, mirth_slice_of("left")) ||
           mirth_same_nocase(value, mirth_slice_of("center")) ||
           mirth_same_nocase(value, mirth_slice_of("right"));
}

static bool is_harmless(struct mirth_tree *tree, enum value kind, struct mirth_buffer *value)
{
    struct mirth_slice s = mirth_buffer_slice(value);
    switch (kind) {
    case TEXT:
    case FLAG: return true;
    case URL: return mirth_is_safe_url(s);
    case NUMBER: return is_number(s);
    case SIDE: return is_side(s);
    case ID: return is_word(s) && mirth_slug_claim(&tree->slugs, value->at);
    }
    return false;
}

/* The value as a browser would read it, without control characters. */
static void read_value(struct mirth_slice value, struct mirth_buffer *out)
{
    size_t kept = 0;
    out->len = 0;
    mirth_decode(value, out);
    mirth_put(out, "", 1);
    for (size_t i = 0; i + 1 < out->len; i++)
        if ((unsigned char)out->at[i] >= 0x20 && out->at[i] != 0x7f)
            out->at[kept++] = out->at[i];
    out->len = kept;
    if (!out->spent)
        out->at[kept] = '\0';
}

static void keep(struct mirth_tree *tree, const struct mirth_element *element, xmlNode *node,
                 struct mirth_slice name, struct mirth_slice value)
{
    for (size_t i = 0; i < sizeof ATTRIBUTES / sizeof *ATTRIBUTES; i++) {
        const struct attribute *a = &ATTRIBUTES[i];
        const char *as = a->as ? a->as : a->name;
        if (!mirth_same_nocase(name, mirth_slice_of(a->name)) ||
            (a->on && !mirth_element_in(a->on, element->name)) || xmlHasProp(node, BAD_CAST as))
            continue;
        read_value(value, &tree->scrap);
        tree->spent |= tree->scrap.spent;
        if (tree->spent || !is_harmless(tree, a->value, &tree->scrap))
            continue;
        if (a->value == FLAG)
            mirth_tree_flag(tree, node, as);
        else
            mirth_tree_attribute(tree, node, as, tree->scrap.at);
    }
}

static bool in_link(const xmlNode *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, "a"))
            return true;
    return false;
}

/* A picture without an address, or with one that lies elsewhere, becomes its words; those lead
 * there where they can. */
static void show_words(struct mirth_tree *tree, xmlNode *image, const char *words,
                       const char *address)
{
    const char *shown = words && *words ? words : address;
    bool link = address && !in_link(image);
    if (image->properties)
        xmlFreePropList(image->properties);
    image->properties = NULL;
    xmlNodeSetName(image, BAD_CAST(link ? "a" : "span"));
    if (link)
        mirth_tree_attribute(tree, image, "href", address);
    if (link)
        mirth_tree_attribute(tree, image, "class", "elsewhere");
    if (shown)
        xmlAddChild(image, xmlNewDocText(tree->doc, BAD_CAST shown));
}

/* Every picture has words. */
static void mend_image(struct mirth_tree *tree, xmlNode *image)
{
    xmlChar *words = xmlGetProp(image, BAD_CAST "alt");
    xmlChar *address = xmlGetProp(image, BAD_CAST "src");
    if (!words)
        words = xmlGetProp(image, BAD_CAST "title");
    if (!address || mirth_is_remote(mirth_slice_of((char *)address)))
        show_words(tree, image, (char *)words, (char *)address);
    else
        mirth_tree_attribute(tree, image, "alt", words ? (char *)words : "");
    xmlFree(words);
    xmlFree(address);
}

void mirth_sanitise(struct mirth_tree *tree, const struct mirth_element *element, xmlNode *node,
                    struct mirth_slice attributes)
{
    struct mirth_slice name, value;
    while (next_attribute(&attributes, &name, &value))
        keep(tree, element, node, name, value);
    if (!strcmp(element->name, "img"))
        mend_image(tree, node);
}
