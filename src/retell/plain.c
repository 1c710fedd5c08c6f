/* plain.c: a sentence told plainly, with what a skimmer wants of it in bold. */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"
#include "retell/ledger.h"
#include "understand/understand.h"

static size_t find_text(struct mirth_slice text, struct mirth_slice key)
{
    for (size_t i = 0; key.len && i + key.len <= text.len; i++)
        if (text.at[i] == key.at[0] && !memcmp(text.at + i, key.at, key.len) &&
            !(i && mirth_is_alpha(text.at[i - 1])) &&
            !(i + key.len < text.len && mirth_is_alpha(text.at[i + key.len])))
            return i;
    return text.len;
}

static void put_bold(struct mirth_buffer *out, struct mirth_slice text, struct mirth_slice key)
{
    size_t at = find_text(text, key);
    mirth_put(out, text.at, at);
    if (at == text.len)
        return;
    mirth_put_text(out, "**");
    mirth_put_slice(out, key);
    mirth_put_text(out, "**");
    mirth_put(out, text.at + at + key.len, text.len - at - key.len);
}

void mirth_fill_plain(struct mirth_telling *t, const struct mirth_part *part,
                      const struct mirth_clause *clause, struct mirth_buffer *out)
{
    struct mirth_buffer text = {0}, simple = {0};
    mirth_put_mended(&text, clause->text);
    if (mirth_simplify(t, mirth_buffer_slice(&text), &simple)) {
        mirth_buffer_free(&text);
        text = simple;
    }
    if (!mirth_asks(t->story, part))
        mirth_split_long(t, &text);
    if (!mirth_ledger_balances(t->english, t->words, clause->text, mirth_buffer_slice(&text))) {
        text.len = 0;
        mirth_put_mended(&text, clause->text);
    }
    out->len = 0;
    put_bold(out, mirth_buffer_slice(&text),
             t->story->rows[part->row].block == MIRTH_HEADING ? mirth_slice("", 0)
                                                              : mirth_key_of(t, part, clause));
    mirth_buffer_free(&text);
}
