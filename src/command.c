/* command.c: the command line that makes an edition, as a shell wants it */
#include "command.h"

#include <string.h>

#include "base/text.h"

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

static void put_option(struct mirth_buffer *out, const char *option, const char *value)
{
    if (!value)
        return;
    mirth_put_text(out, option);
    put_word(out, value);
}

const char *mirth_command_of(struct mirth_pool *pool, const struct mirth_options *o)
{
    static const char *const emoji[] = {"", " --emoji light", " --emoji none"};
    static const char *const pictures[] = {
        [MIRTH_PICTURES_PLACEHOLDER] = "placeholder",
        [MIRTH_PICTURES_MERMAID] = "mermaid",
        [MIRTH_PICTURES_SVG] = NULL, /* what a page has anyway */
        [MIRTH_PICTURES_NONE] = "none",
    };
    struct mirth_buffer out = {0};
    const char *command;
    mirth_put_text(&out, "postmirth -t ");
    mirth_put_text(&out, o->theme);
    mirth_put_text(&out, " -m ");
    mirth_put_number(&out, (uint64_t)o->mirth);
    mirth_put_text(&out, emoji[o->emoji]);
    put_option(&out, " --pictures", pictures[o->pictures]);
    put_option(&out, " --picture-base", o->picture_base);
    if (o->has_seed) {
        mirth_put_text(&out, " --seed ");
        mirth_put_number(&out, o->seed);
    }
    put_option(&out, " --earlier", o->earlier_name);
    mirth_put_text(&out, o->even_so ? " --even-so" : "");
    put_option(&out, " --record-url", o->record_url);
    mirth_put_text(&out, o->with_record ? " --with-record" : "");
    if (strcmp(o->name, "<stdin>") != 0)
        put_word(&out, o->name);
    command = out.spent ? NULL : mirth_pool_copy(pool, out.at, out.len);
    mirth_buffer_free(&out);
    return command;
}
