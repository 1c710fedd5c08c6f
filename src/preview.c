/* preview.c: the record in every theme, at every mirth, for one page */
#include "preview.h"

#include <stdlib.h>
#include <string.h>

#include "draw/gallery.h"
#include "read/read.h"
#include "understand/understand.h"
#include "write/html.h"
#include "write/markdown.h"
#include "write/sheet.h"

enum { MOST = 3 };

/* An edition of the preview, and what it stands on. */
struct leaf {
    struct mirth_tale tale;
    struct mirth_buffer markdown;
};

struct previewer {
    const struct mirth_tale *record;
    struct mirth_shelf *shelf;
    struct mirth_options options;
    struct leaf *leaves;
    struct mirth_sheet *sheets; /* the record's, then one a leaf */
    size_t count;               /* of the leaves */
    struct mirth_error *err;
};

/* A word of a shell's command line. */
static void put_word(struct mirth_buffer *out, const char *word)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    bool plain = *word && !word[strspn(word, safe)];
    mirth_put_text(out, plain ? " " : " '");
    for (; *word; word++)
        if (*word == '\'')
            mirth_put_text(out, "'\\''");
        else
            mirth_put_char(out, *word);
    mirth_put_text(out, plain ? "" : "'");
}

/* What is typed for this very edition. */
static const char *command_of(struct leaf *leaf, const struct mirth_options *o)
{
    static const char *const emoji[] = {"", " --emoji light", " --emoji none"};
    struct mirth_buffer out = {0};
    const char *command;
    mirth_put_text(&out, "postmirth -t ");
    mirth_put_text(&out, o->theme);
    mirth_put_text(&out, " -m ");
    mirth_put_number(&out, (uint64_t)o->mirth);
    mirth_put_text(&out, emoji[o->emoji]);
    mirth_put_text(&out, o->pictures == MIRTH_PICTURES_NONE ? " --pictures none" : "");
    if (o->has_seed) {
        mirth_put_text(&out, " --seed ");
        mirth_put_number(&out, o->seed);
    }
    mirth_put_text(&out, o->even_so ? " --even-so" : "");
    if (strcmp(o->name, "<stdin>") != 0)
        put_word(&out, o->name);
    command = out.spent ? NULL : mirth_pool_copy(&leaf->tale.story.pool, out.at, out.len);
    mirth_buffer_free(&out);
    return command;
}

/* Everything of the edition; an account of facts that does not balance leaves it out. */
static bool add_edition(struct previewer *p)
{
    struct leaf *leaf = &p->leaves[p->count++];
    struct mirth_sheet *sheet = &p->sheets[p->count];
    struct mirth_tale *tale = &leaf->tale;
    struct mirth_gallery *gallery;
    const struct mirth_slice given = p->record->story.given;
    size_t line;
    *tale = mirth_tale_of(given.at, given.len, &p->options);
    tale->borrowed = true;
    tale->english = p->record->english;
    tale->english_book = p->record->english_book;
    if (!mirth_tale_open(tale, p->shelf, p->options.theme, p->err) ||
        !mirth_read(&tale->story, p->options.from, p->options.limit, p->err) ||
        !mirth_understand(tale->english, &tale->story, p->err) ||
        !mirth_tale_retell(tale, &p->options, &line, p->err))
        return false;
    if (line) {
        mirth_tale_close(tale);
        p->count--;
        return true;
    }
    gallery = mirth_pool_take(&tale->story.pool, sizeof *gallery);
    if (!gallery)
        return mirth_no_memory(p->err);
    if (!mirth_gallery(gallery, tale->english_book, tale->theme_book, &tale->story,
                       &tale->retelling, p->options.picture_base, p->err))
        return false;
    sheet->pictures = gallery->pictures;
    sheet->picture_count = gallery->count;
    sheet->command = command_of(leaf, &p->options);
    if (!mirth_write_markdown(&tale->story, tale->retelling.edits, tale->retelling.count,
                              &leaf->markdown) ||
        !mirth_sheet(sheet, tale->english, tale->english_book, tale->theme_book, &tale->story,
                     &tale->retelling))
        return mirth_no_memory(p->err);
    sheet->markdown = mirth_buffer_slice(&leaf->markdown);
    return true;
}

/* A grave record has fewer levels. */
static bool add_theme(struct previewer *p, const char *theme)
{
    int cap = p->options.even_so ? MOST : p->record->story.tone.cap;
    bool ok = true;
    p->options.theme = theme;
    for (int mirth = cap ? 1 : 0; ok && mirth <= cap && mirth <= MOST; mirth++) {
        p->options.mirth = mirth;
        ok = add_edition(p);
    }
    return ok;
}

static bool add_record(struct previewer *p, struct mirth_tale *record)
{
    static const struct mirth_retelling none = {0};
    p->sheets[0].markdown = mirth_slice(record->story.source, record->story.length);
    return mirth_sheet(&p->sheets[0], record->english, record->english_book, NULL, &record->story,
                       &none) ||
           mirth_no_memory(p->err);
}

bool mirth_preview_of(struct mirth_tale *record, struct mirth_shelf *shelf,
                      const struct mirth_options *options, struct mirth_buffer *out,
                      struct mirth_error *err)
{
    struct previewer p = {.record = record, .shelf = shelf, .options = *options, .err = err};
    const char *name, *caption;
    size_t themes = 0;
    bool ok;
    if (p.options.pictures == MIRTH_PICTURES_AUTO)
        p.options.pictures = MIRTH_PICTURES_SVG;
    while (mirth_theme(shelf, themes, &name, &caption))
        themes++;
    p.leaves = calloc(themes * MOST + 1, sizeof *p.leaves);
    p.sheets = calloc(themes * MOST + 1, sizeof *p.sheets);
    ok = (p.leaves && p.sheets) || mirth_no_memory(err);
    ok = ok && add_record(&p, record);
    for (size_t i = 0; ok && mirth_theme(shelf, i, &name, &caption); i++)
        ok = add_theme(&p, name);
    ok = ok && mirth_write_preview(p.sheets, p.count + 1, options->name, out, err);
    for (size_t i = 0; i < p.count; i++) {
        mirth_tale_close(&p.leaves[i].tale);
        mirth_buffer_free(&p.leaves[i].markdown);
    }
    free(p.leaves);
    free(p.sheets);
    return ok;
}
