/* inflect.c: how regular words are spelt when they take an ending. */
#include "understand/inflect.h"

bool mirth_turns_y(struct mirth_slice word)
{
    return word.len > 1 && mirth_ends(word, "y") && !strchr("aeiou", word.at[word.len - 2]);
}

const char *mirth_ending_s(struct mirth_slice word)
{
    bool hiss = mirth_ends(word, "s") || mirth_ends(word, "x") || mirth_ends(word, "z") ||
                mirth_ends(word, "ch") || mirth_ends(word, "sh");
    return mirth_turns_y(word) ? "ies" : hiss ? "es" : "s";
}
