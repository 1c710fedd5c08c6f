/* emoji.c: a theme's emoji, or its name between colons. */
#include "retell/telling.h"

#include <string.h>

/* ":castle:" for the emoji, in the story's pool; NULL where the English book has no name for it. */
static const char *shortcode(const struct mirth_telling *t, const char *emoji)
{
    const struct mirth_line *line;
    size_t count = mirth_book_entry(t->english_book, "shortcodes", "names", &line);
    size_t len = strlen(emoji);
    for (size_t i = 0; i < count; i++) {
        struct mirth_buffer code = {0};
        const char *kept;
        if (strncmp(line[i].text, emoji, len) != 0 || strncmp(line[i].text + len, " > ", 3) != 0)
            continue;
        mirth_put_char(&code, ':');
        mirth_put_text(&code, line[i].text + len + 3);
        mirth_put_char(&code, ':');
        kept = code.spent ? NULL : mirth_pool_copy(&t->story->pool, code.at, code.len);
        mirth_buffer_free(&code);
        return kept;
    }
    return NULL;
}

const char *mirth_emoji_for(const struct mirth_telling *t, const char *key)
{
    const struct mirth_line *line;
    const char *code = NULL;
    if (!key || !mirth_book_entry(t->theme->book, "emoji", key, &line))
        return NULL;
    if (t->options->emoji == MIRTH_EMOJI_SHORTCODE && t->options->to == MIRTH_MARKDOWN)
        code = shortcode(t, line->text);
    return code ? code : line->text;
}
