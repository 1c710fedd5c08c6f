/* suit.c: the theme that suits a record: what each says that it tells best, held against it */
#include "suit.h"

#include <string.h>

#include "phrasebook/shelf.h"

enum { FAULT = 4, WORD = 1 };

static bool says(struct mirth_slice text, struct mirth_slice words)
{
    struct mirth_slice word;
    while (mirth_cut(&text, ' ', &word)) {
        while (word.len && !mirth_is_alpha(word.at[word.len - 1]))
            word.len--;
        if (word.len && mirth_one_of(words, word))
            return true;
    }
    return false;
}

/* What one of `fault: dns|certificate` and `word: sale|launch` is worth to the record. */
static int worth(const struct mirth_digest *digest, struct mirth_slice best)
{
    struct mirth_slice kind = {0};
    mirth_cut(&best, ':', &kind);
    best = mirth_trim(best);
    if (mirth_same_text(kind, "fault"))
        return digest->fault && mirth_one_of(best, mirth_slice_of(digest->fault)) ? FAULT : 0;
    return (digest->title && says(digest->title->flat, best)) || says(digest->cause, best) ||
                   says(digest->component, best)
               ? WORD
               : 0;
}

static int fitness(const struct mirth_digest *digest, const struct mirth_book *theme)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(theme, "about", "best", &line);
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += worth(digest, mirth_slice_of(line[i].text));
    return sum;
}

/* Between themes that suit as well, the record's title decides, and nothing else of it. */
static uint64_t lot(const struct mirth_digest *digest, const char *theme)
{
    uint64_t hash = MIRTH_HASH;
    if (digest->title)
        hash = mirth_hash(hash, digest->title->flat.at, digest->title->flat.len);
    return mirth_hash(hash, theme, strlen(theme)) * 0x9e3779b97f4a7c15ULL;
}

bool mirth_suit(struct mirth_tale *tale, struct mirth_shelf *shelf, struct mirth_error *err)
{
    const struct mirth_digest *digest = &tale->story.digest;
    const char *name, *caption;
    uint64_t best_lot = 0;
    int best = -1;
    for (size_t i = 0; mirth_theme(shelf, i, &name, &caption); i++) {
        struct mirth_book *theme = mirth_shelf_book(shelf, name, err);
        uint64_t its = lot(digest, name);
        int fits = theme ? fitness(digest, theme) : -1;
        if (!theme)
            return false;
        if (fits < best || (fits == best && its <= best_lot)) {
            mirth_book_free(theme);
            continue;
        }
        mirth_book_free(tale->theme_book);
        tale->theme_book = theme;
        best = fits;
        best_lot = its;
    }
    return tale->theme_book || mirth_fail(err, MIRTH_USAGE, "no theme to choose from");
}
