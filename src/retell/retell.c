/* retell.c: from parts and a theme to edits. */
#include "retell/retell.h"

#include <string.h>

#include "retell/telling.h"

/* The record's own name for itself, and what broke in it ("Postmortem" is the name of many), so
 * that a changed line elsewhere changes nothing else. */
static uint64_t default_seed(const struct mirth_story *story)
{
    const struct mirth_digest *d = &story->digest;
    uint64_t seed = MIRTH_HASH;
    if (d->title)
        seed = mirth_hash(seed, d->title->flat.at, d->title->flat.len);
    if (d->fault)
        seed = mirth_hash(seed, d->fault, strlen(d->fault));
    return mirth_hash(seed, d->component.at, d->component.len);
}

/* For those who ask how often a theme says the same. */
static bool note_said(struct mirth_story *story, const struct mirth_theme *theme,
                      struct mirth_retelling *retelling)
{
    size_t room = 0;
    for (size_t i = 0; i < theme->book->entry_count; i++)
        for (size_t n = 0; theme->entries[i] && n < theme->book->entries[i].count; n++) {
            if (!theme->entries[i][n].used)
                continue;
            if (!mirth_pool_grow(&story->pool, (void **)&retelling->said, retelling->said_count,
                                 &room, sizeof *retelling->said))
                return false;
            retelling->said[retelling->said_count++] = theme->entries[i][n].line;
        }
    return true;
}

bool mirth_retell(struct mirth_story *story, const struct mirth_english *english,
                  const struct mirth_book *english_book, const struct mirth_book *book,
                  const struct mirth_options *options, struct mirth_retelling *retelling,
                  struct mirth_error *err)
{
    struct mirth_words words, inside;
    struct mirth_telling t = {.story = story,
                              .english = english,
                              .english_book = english_book,
                              .words = &words,
                              .inside = &inside,
                              .options = options};
    struct mirth_theme *theme;
    bool ok;
    *retelling = (struct mirth_retelling){.theme = book->name, .mirth = options->mirth};
    retelling->seed = options->has_seed ? options->seed : default_seed(story);
    if (!options->mirth && options->emoji == MIRTH_EMOJI_NONE &&
        options->pictures == MIRTH_PICTURES_NONE)
        return true;
    words.of = inside.of = mirth_slice("", 0);
    words.count = inside.count = 0;
    t.theme = theme = mirth_theme_new(book);
    t.wordings = mirth_theme_new(english_book);
    t.seed = retelling->seed;
    ok = theme && t.wordings && mirth_plan(&t) && mirth_lay_out(&t, retelling) &&
         note_said(story, theme, retelling) && !theme->pool.spent && !t.wordings->pool.spent;
    mirth_theme_free(theme);
    mirth_theme_free(t.wordings);
    mirth_buffer_free(&t.trail);
    mirth_buffer_free(&t.head);
    return ok ? true : mirth_no_memory(err);
}
