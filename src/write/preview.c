/* preview.c: the record and every edition of it on one page, behind tabs that need no script */
#include "write/preview.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "write/page_css.h"
#include "write/paper.h"
#include "write/preview_css.h"
#include "write/style.h"

struct preview {
    struct mirth_paper paper;
    const struct mirth_sheet *sheets;
    size_t count;
    size_t looks; /* how many themes were begun */
};

static xmlNode *add(struct preview *p, xmlNode *parent, const char *name, const char *class)
{
    xmlNode *node = mirth_node(&p->paper.tree, parent, name);
    mirth_tree_attribute(&p->paper.tree, node, "class", class);
    return node;
}

static void set(struct preview *p, xmlNode *node, const char *name, const char *value)
{
    mirth_tree_attribute(&p->paper.tree, node, name, value);
}

static void say(struct preview *p, xmlNode *node, const char *text)
{
    mirth_say(&p->paper.tree, node, mirth_slice_of(text));
}

static void break_line(struct preview *p, xmlNode *node)
{
    say(p, node, "\n");
}

/* A radio button and its label, which a style sheet shows as a tab: the panel behind them is the
 * one that is seen while the button is on. Returns the label. */
static xmlNode *add_tab(struct preview *p, xmlNode *tabs, const char *group, const char *id,
                        bool on, const char *name)
{
    xmlNode *button = add(p, tabs, "input", NULL), *label;
    set(p, button, "type", "radio");
    set(p, button, "name", group);
    set(p, button, "id", id);
    if (on)
        mirth_tree_flag(&p->paper.tree, button, "checked");
    label = add(p, tabs, "label", NULL);
    set(p, label, "for", id);
    say(p, label, name);
    return label;
}

static xmlNode *add_panel(struct preview *p, xmlNode *tabs, const char *class, const char *name)
{
    xmlNode *panel = add(p, tabs, "section", class);
    set(p, panel, "aria-label", name);
    return panel;
}

static void add_command(struct preview *p, xmlNode *panel, const struct mirth_sheet *sheet)
{
    if (sheet->command)
        say(p, add(p, add(p, panel, "p", "command"), "code", NULL), sheet->command);
}

static bool add_edition(struct preview *p, xmlNode *panel, size_t number)
{
    char prefix[24];
    snprintf(prefix, sizeof prefix, "e%zu-", number);
    add_command(p, panel, &p->sheets[number]);
    return mirth_paper_edition(&p->paper, add(p, panel, "article", NULL), &p->sheets[number],
                               prefix, 1, NULL);
}

static size_t same_theme(const struct preview *p, size_t first)
{
    size_t n = first;
    while (n < p->count && p->sheets[n].theme &&
           !strcmp(p->sheets[n].theme, p->sheets[first].theme))
        n++;
    return n - first;
}

/* The editions of one theme, by how much mirth: side by side where there is room. */
static bool add_levels(struct preview *p, xmlNode *panel, size_t first, size_t count)
{
    const struct mirth_page_words *words = &p->sheets[first].words;
    xmlNode *levels = add(p, panel, "div", "tabs levels");
    bool ok = true;
    set(p, levels, "role", "group");
    set(p, levels, "aria-label", words->mirth);
    for (size_t i = first; ok && i < first + count; i++) {
        const struct mirth_sheet *sheet = &p->sheets[i];
        char id[24], group[32], name[96], title[160];
        snprintf(id, sizeof id, "l%zu", i);
        snprintf(group, sizeof group, "mirth-%zu", first);
        snprintf(name, sizeof name, "-m %d: %s", sheet->level, words->levels[sheet->level & 3]);
        snprintf(title, sizeof title, "%s %s", sheet->theme, name);
        add_tab(p, levels, group, id, sheet->first, name);
        ok = add_edition(p, add_panel(p, levels, "panel", title), i);
        break_line(p, levels);
    }
    return ok;
}

static bool add_theme(struct preview *p, xmlNode *tabs, size_t first, size_t count)
{
    const struct mirth_sheet *sheet = &p->sheets[first];
    char id[24], class[40], selector[24];
    const char *name = sheet->theme ? sheet->theme : sheet->words.record;
    xmlNode *label, *panel;
    snprintf(id, sizeof id, "t%zu", p->looks);
    snprintf(class, sizeof class, "panel look k%zu", p->looks);
    snprintf(selector, sizeof selector, ".k%zu", p->looks);
    mirth_put_look(&p->paper.css, selector, &sheet->look);
    label = add_tab(p, tabs, "edition", id, sheet->open, name);
    set(p, label, "class", selector + 1);
    p->looks++;
    panel = add_panel(p, tabs, class, name);
    if (!sheet->theme)
        return add_edition(p, panel, first);
    say(p, add(p, label, "small", NULL), sheet->caption);
    return add_levels(p, panel, first, count);
}

static bool fill(struct preview *p, const char *name)
{
    struct mirth_tree *tree = &p->paper.tree;
    const struct mirth_page_words *words = &p->sheets[0].words;
    xmlNode *header = add(p, p->paper.body, "header", "bar"), *title, *tabs;
    bool ok = true;
    title = add(p, header, "h1", NULL);
    say(p, title, words->preview);
    say(p, title, " ");
    say(p, add(p, title, "b", NULL), name);
    say(p, p->paper.title, words->preview);
    say(p, p->paper.title, " ");
    say(p, p->paper.title, name);
    tabs = add(p, p->paper.body, "main", "tabs themes");
    set(p, tabs, "aria-label", words->themes);
    for (size_t i = 0; ok && i < p->count;) {
        size_t count = p->sheets[i].theme ? same_theme(p, i) : 1;
        ok = add_theme(p, tabs, i, count);
        break_line(p, tabs);
        i += count;
    }
    return ok && !tree->spent;
}

bool mirth_preview_page(const struct mirth_sheet *sheets, size_t count, const char *name,
                        struct mirth_buffer *out, struct mirth_error *err)
{
    struct mirth_drawings drawings = {.count = 0};
    struct preview p = {.paper = {.drawings = &drawings}, .sheets = sheets, .count = count};
    size_t total = 0;
    bool ok;
    for (size_t i = 0; i < count; i++)
        total += sheets[i].markdown.len;
    if (total > INT_MAX / 4)
        return mirth_fail(err, MIRTH_BROKEN, "%zu bytes; expected at most %d in a preview", total,
                          INT_MAX / 4);
    mirth_paper_begin(&p.paper);
    mirth_tree_attribute(&p.paper.tree, p.paper.html, "class", "preview");
    mirth_paper_style(&p.paper, MIRTH_PAGE_CSS, sizeof MIRTH_PAGE_CSS, MIRTH_PAGE_CSS_HASH);
    mirth_paper_style(&p.paper, MIRTH_PREVIEW_CSS, sizeof MIRTH_PREVIEW_CSS,
                      MIRTH_PREVIEW_CSS_HASH);
    ok = !p.paper.tree.spent && count > 0;
    if (ok)
        mirth_put_look(&p.paper.css, ":root", &sheets[0].look);
    ok = ok && fill(&p, name);
    mirth_put_steps(&p.paper.css);
    mirth_paper_seal(&p.paper);
    return mirth_paper_finish(&p.paper, ok, out) || mirth_no_memory(err);
}
