/* preview.c: the record in every theme, at every mirth, for one page */
#include "preview.h"

#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "draw/gallery.h"
#include "phrasebook/shelf.h"
#include "suit.h"
#include "write/html.h"
#include "write/markdown.h"
#include "write/record.h"
#include "write/sheet.h"

enum { MOST = 3 };

struct previewer {
    struct mirth_tale *tale; /* told over and over: the story stays what was read */
    struct mirth_shelf *shelf;
    struct mirth_options options;
    struct mirth_sheet *sheets; /* the record's, then the editions' */
    size_t count;
    const char *open;                  /* the theme that is seen first; NULL: the record is */
    int level;                         /* of mirth that is seen first in each */
    struct mirth_sheet begun;          /* what all of them have in common */
    const struct mirth_gallery *drawn; /* the theme's, of the edition before; NULL: none yet */
    struct mirth_book **themes; /* of the editions' pictures and looks; kept until all is written */
    size_t theme_count;
    struct mirth_error *err;
};

static void forget_clause(struct mirth_clause *clause)
{
    clause->phrasing = clause->headline = clause->said = clause->retold = clause->why = NULL;
    clause->worded = mirth_slice("", 0);
    clause->wording = NULL;
    clause->raised = clause->completed = clause->tagged = clause->dropped = false;
}

/* What the telling before noted on the story: a piece that is still marked as told would weigh in
 * the next one's length. */
static void forget(struct mirth_tale *tale)
{
    struct mirth_story *story = &tale->story;
    tale->retelling = (struct mirth_retelling){0};
    for (size_t i = 0; i < story->part_count; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++)
            forget_clause(&story->parts[i].clauses[k]);
}

static bool add_pictures(struct previewer *p, struct mirth_sheet *sheet)
{
    struct mirth_tale *tale = p->tale;
    struct mirth_gallery *gallery = mirth_pool_take(&tale->story.pool, sizeof *gallery);
    if (!gallery)
        return mirth_no_memory(p->err);
    if (!mirth_gallery(gallery, tale->english_book, tale->theme_book, &tale->story,
                       &tale->retelling, p->options.picture_base, p->drawn, p->err))
        return false;
    p->drawn = gallery;
    sheet->pictures = gallery->pictures;
    sheet->picture_count = gallery->count;
    return true;
}

static bool add_markdown(struct previewer *p, struct mirth_sheet *sheet)
{
    struct mirth_tale *tale = p->tale;
    struct mirth_buffer text = {0};
    bool ok =
        mirth_write_markdown(&tale->story, tale->retelling.edits, tale->retelling.count, &text) &&
        mirth_put_record(&tale->story, tale->english_book, &p->options, &text);
    char *copy = ok ? mirth_pool_copy(&tale->story.pool, text.at, text.len) : NULL;
    sheet->markdown = mirth_slice(copy, copy ? text.len : 0);
    mirth_buffer_free(&text);
    return copy != NULL;
}

/* Everything of the edition; an account of facts that does not balance leaves it out. */
static bool add_edition(struct previewer *p)
{
    struct mirth_sheet *sheet = &p->sheets[p->count];
    struct mirth_tale *tale = p->tale;
    size_t line;
    *sheet = p->begun;
    forget(tale);
    if (!mirth_tale_retell(tale, &p->options, &line, p->err))
        return false;
    if (line)
        return true;
    if (!add_pictures(p, sheet))
        return false;
    sheet->open = p->open && !strcmp(p->open, p->options.theme);
    sheet->first = p->options.mirth == p->level;
    sheet->command = mirth_command_of(&tale->story.pool, &p->options);
    p->count++;
    return (add_markdown(p, sheet) &&
            mirth_sheet(sheet, tale->english, tale->theme_book, &tale->story, &tale->retelling)) ||
           mirth_no_memory(p->err);
}

/* A grave record has fewer levels. */
static bool add_theme(struct previewer *p, const char *theme)
{
    int cap = p->options.even_so ? MOST : p->tale->story.tone.cap;
    bool ok = true;
    p->tale->theme_book = mirth_shelf_book(p->shelf, theme, p->err);
    if (!p->tale->theme_book)
        return false;
    p->themes[p->theme_count++] = p->tale->theme_book;
    p->options.theme = theme;
    p->level = p->level > 1 ? p->level : 1;
    p->level = p->level < cap ? p->level : cap;
    p->drawn = NULL;
    for (int mirth = cap ? 1 : 0; ok && mirth <= cap && mirth <= MOST; mirth++) {
        p->options.mirth = mirth;
        ok = add_edition(p);
    }
    return ok;
}

static bool add_record(struct previewer *p)
{
    const struct mirth_tale *tale = p->tale;
    static const struct mirth_retelling none = {0};
    struct mirth_sheet *sheet = &p->sheets[p->count++];
    mirth_sheet_begin(&p->begun, tale->english, tale->english_book, &p->tale->story);
    *sheet = p->begun;
    sheet->open = !p->open;
    sheet->markdown = mirth_slice(tale->story.source, tale->story.length);
    return mirth_sheet(sheet, tale->english, NULL, &p->tale->story, &none) ||
           mirth_no_memory(p->err);
}

/* A theme that nobody knows is an error here as well; "any" is the one that suits the record. */
static bool open_theme(struct previewer *p)
{
    struct mirth_tale *tale = p->tale;
    const char *theme = p->options.theme;
    p->level = p->options.mirth;
    if (!theme)
        return true;
    if (strcmp(theme, MIRTH_ANY_THEME) != 0)
        tale->theme_book = mirth_shelf_book(p->shelf, theme, p->err);
    else if (!mirth_suit(tale, p->shelf, p->err))
        return false;
    if (!tale->theme_book)
        return false;
    p->open =
        mirth_pool_copy(&tale->story.pool, tale->theme_book->name, strlen(tale->theme_book->name));
    mirth_book_free(tale->theme_book);
    tale->theme_book = NULL;
    return p->open || mirth_no_memory(p->err);
}

static bool fill(struct previewer *p)
{
    const char *name, *caption;
    size_t themes = 0;
    bool ok;
    while (mirth_theme(p->shelf, themes, &name, &caption))
        themes++;
    p->sheets = calloc(themes * MOST + 1, sizeof *p->sheets);
    p->themes = calloc(themes + 1, sizeof *p->themes);
    ok = (p->sheets && p->themes) || mirth_no_memory(p->err);
    ok = ok && open_theme(p) && add_record(p);
    for (size_t i = 0; ok && mirth_theme(p->shelf, i, &name, &caption); i++)
        ok = add_theme(p, name);
    return ok;
}

bool mirth_preview_of(struct mirth_tale *tale, struct mirth_shelf *shelf,
                      const struct mirth_options *options, struct mirth_buffer *out,
                      struct mirth_error *err)
{
    struct previewer p = {.tale = tale, .shelf = shelf, .options = *options, .err = err};
    bool ok;
    if (p.options.pictures == MIRTH_PICTURES_AUTO)
        p.options.pictures = MIRTH_PICTURES_SVG;
    ok = fill(&p) && mirth_write_preview(p.sheets, p.count, options->name, out, err);
    for (size_t i = 0; i < p.theme_count; i++)
        mirth_book_free(p.themes[i]);
    tale->theme_book = NULL;
    free(p.sheets);
    free(p.themes);
    return ok;
}
