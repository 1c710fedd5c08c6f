/* english.c: the English book's words, looked up. */
#include "understand/english.h"

#include <stdlib.h>
#include <string.h>

#include "understand/lexicon.h"
#include "understand/image.h"

/* In the order of enum mirth_list. */
const char *const mirth_known_lists[MIRTH_L_KNOWN] = {"be",
                                                      "the",
                                                      "pronoun",
                                                      "aux",
                                                      "preposition",
                                                      "inside-np",
                                                      "joint",
                                                      "coordinator",
                                                      "adverb",
                                                      "negation",
                                                      "hedge",
                                                      "lead-word",
                                                      "agent",
                                                      "participle-adjective",
                                                      "product",
                                                      "act",
                                                      "title-word",
                                                      "bad-thing",
                                                      "month",
                                                      "weekday",
                                                      "zone",
                                                      "unit",
                                                      "duration-unit",
                                                      "subject-stop",
                                                      "catenative",
                                                      "no-title",
                                                      "abbreviation",
                                                      "component",
                                                      "issue",
                                                      "tone allow",
                                                      "tone refuse",
                                                      "tone mirth-0",
                                                      "tone mirth-1",
                                                      "tone playful",
                                                      "blank",
                                                      "template-word",
                                                      "cause-word",
                                                      "guess",
                                                      "reflexive",
                                                      "reason-word",
                                                      "pointer",
                                                      "vague-component",
                                                      "flaw",
                                                      "person",
                                                      "dangler",
                                                      "stands",
                                                      "bare",
                                                      "count-noun",
                                                      "span",
                                                      "no-span",
                                                      "apology",
                                                      "handover",
                                                      "perfect",
                                                      "condition",
                                                      "harmed",
                                                      "befell",
                                                      "done-to",
                                                      "private",
                                                      "exposed",
                                                      "dismissed",
                                                      "kept",
                                                      "gone",
                                                      "money",
                                                      "mislaid",
                                                      "losing",
                                                      "belongings",
                                                      "self",
                                                      "told-impact",
                                                      "people",
                                                      "no-fix",
                                                      "in-vain",
                                                      "mending",
                                                      "accomplished"};

uint32_t mirth_word_hash(struct mirth_slice s)
{
    uint32_t hash = MIRTH_WORD_HASH;
    for (size_t i = 0; i < s.len; i++)
        hash = mirth_word_step(hash, mirth_lower(s.at[i]));
    return hash;
}

/* text is in lower case already. */
static bool is_text(const struct mirth_english *e, const struct mirth_word *w, struct mirth_slice s)
{
    const char *text = e->strings + w->text;
    if (w->length != s.len)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (text[i] != mirth_lower(s.at[i]))
            return false;
    return true;
}

uint32_t mirth_word_at(const struct mirth_english *e, struct mirth_slice text, uint32_t hash)
{
    size_t mask = e->table_size - 1, i = hash & mask;
    for (; e->table[i]; i = (i + 1) & mask) {
        const struct mirth_word *w = &e->words[e->table[i]];
        if (w->hash == hash && is_text(e, w, text))
            return e->table[i];
    }
    return 0;
}

uint32_t mirth_word(const struct mirth_english *e, struct mirth_slice text)
{
    return mirth_word_at(e, text, mirth_word_hash(text));
}

int mirth_list(const struct mirth_english *e, const char *name)
{
    for (size_t i = 0; i < e->list_count; i++)
        if (!strcmp(mirth_string(e, e->lists[i]), name))
            return (int)i;
    return -1;
}

static bool compile(const struct mirth_book *book, struct mirth_buffer *image,
                    struct mirth_error *err)
{
    struct mirth_lexicon *lexicon = mirth_lexicon_new(book, err);
    bool ok = lexicon && (mirth_image_write(lexicon, image) || mirth_no_memory(err));
    mirth_lexicon_free(lexicon);
    return ok;
}

static bool take_image(struct mirth_english *e, const struct mirth_book *book)
{
    return book->carried ? mirth_image_trust(e, book->image) : mirth_image_read(e, book->image);
}

struct mirth_english *mirth_english_kept(const struct mirth_book *book)
{
    struct mirth_english *e = calloc(1, sizeof *e);
    if (e && take_image(e, book))
        return e;
    free(e);
    return NULL;
}

struct mirth_english *mirth_english_new(const struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_english *e = calloc(1, sizeof *e);
    if (!e) {
        mirth_no_memory(err);
        return NULL;
    }
    if (take_image(e, book) ||
        (compile(book, &e->own, err) &&
         (mirth_image_read(e, mirth_buffer_slice(&e->own)) ||
          mirth_fail(err, MIRTH_BROKEN, "%s: too large for an English book", book->path))))
        return e;
    mirth_english_free(e);
    return NULL;
}

bool mirth_english_prepare(struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_buffer image = {0};
    bool ok = compile(book, &image, err);
    if (ok) {
        book->image = mirth_slice(mirth_pool_copy(&book->pool, image.at, image.len), image.len);
        ok = book->image.at || mirth_no_memory(err);
    }
    mirth_buffer_free(&image);
    return ok;
}

void mirth_english_free(struct mirth_english *e)
{
    if (!e)
        return;
    mirth_buffer_free(&e->own);
    free(e);
}
