/* tale.c: one telling of one record: books, story, retelling, and their end */
#include "tale.h"

#include <string.h>

#include "phrasebook/shelf.h"
#include "retell/ledger.h"
#include "retell/retell.h"
#include "understand/understand.h"
#include "understand/verdict.h"

static const char marker[] = "<!-- postmirth: a ";

struct mirth_tale mirth_tale_of(const char *record, size_t length,
                                const struct mirth_options *options)
{
    return (struct mirth_tale){
        .story = {.name = options->name, .source = record, .length = length}};
}

/* With an image of the English book at hand, most of the book need not be read. */
static bool open_english(struct mirth_tale *tale, struct mirth_shelf *shelf,
                         struct mirth_error *err)
{
    tale->english_book = mirth_shelf_skim(shelf, "english", MIRTH_COMPILED, err);
    if (!tale->english_book)
        return false;
    tale->english = mirth_english_kept(tale->english_book);
    if (tale->english)
        return true;
    mirth_book_free(tale->english_book);
    tale->english_book = mirth_shelf_book(shelf, "english", err);
    if (tale->english_book)
        tale->english = mirth_english_new(tale->english_book, err);
    return tale->english != NULL;
}

bool mirth_tale_open(struct mirth_tale *tale, struct mirth_shelf *shelf, const char *theme,
                     struct mirth_error *err)
{
    if (theme && !tale->theme_book)
        tale->theme_book = mirth_shelf_skim(shelf, theme, "", err);
    if (theme && !tale->theme_book)
        return false;
    return tale->english || open_english(tale, shelf, err);
}

bool mirth_tale_is_edition(const struct mirth_tale *tale)
{
    const struct mirth_story *story = &tale->story;
    struct mirth_slice body = {story->source + story->body, story->length - story->body};
    return body.len > sizeof marker && !memcmp(body.at, marker, sizeof marker - 1);
}

const char *mirth_tale_refusal(const struct mirth_tale *tale, const struct mirth_options *options)
{
    const char *verdict = mirth_verdict(tale->english, &tale->story);
    if (!verdict && tale->story.tone.cap < 0 && !options->even_so)
        return "too grave to retell";
    return verdict;
}

bool mirth_tale_retell(struct mirth_tale *tale, const struct mirth_options *options, size_t *line,
                       struct mirth_error *err)
{
    *line = 0;
    if (!mirth_retell(&tale->story, tale->english, tale->english_book, tale->theme_book, options,
                      &tale->retelling, err))
        return false;
    if (mirth_ledger_mend(tale->english, &tale->story, &tale->retelling))
        mirth_ledger_audit(tale->english, &tale->story, &tale->retelling, line);
    return true;
}

void mirth_tale_put_reasons(struct mirth_buffer *note, const struct mirth_story *story)
{
    for (size_t i = 0; i < story->tone.reason_count; i++) {
        mirth_put_text(note, i ? "; line " : " (line ");
        mirth_put_number(note, story->tone.reasons[i].line);
        mirth_put_text(note, ": ");
        mirth_put_slice(note, story->tone.reasons[i].words);
    }
    mirth_put_text(note, story->tone.reason_count ? ")" : "");
}

void mirth_tale_close(struct mirth_tale *tale)
{
    mirth_pool_free(&tale->story.pool);
    mirth_book_free(tale->theme_book);
    if (tale->borrowed)
        return;
    mirth_english_free(tale->english);
    mirth_book_free(tale->english_book);
}
