/* book_new.c: postmirth-book new: the beginnings of a theme, commented */
#include <stdio.h>
#include <string.h>

#include "cli/book.h"
#include "skeleton.h"

static bool is_name(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz-");
    return len && !name[len] && strcmp(name, "english") != 0 && strcmp(name, "any") != 0;
}

int mirth_book_new_file(int argc, char **argv)
{
    static const char mark[] = "@NAME@";
    struct mirth_buffer out = {0};
    const size_t len = sizeof mark - 1;
    if (argc != 1)
        return mirth_misused();
    if (!is_name(argv[0])) {
        fprintf(stderr,
                "postmirth-book: a name is of a-z and `-`, and neither english nor any; not "
                "'%s'\n",
                argv[0]);
        return MIRTH_USAGE;
    }
    for (size_t i = 0; i < sizeof MIRTH_SKELETON_MD;) {
        bool here =
            sizeof MIRTH_SKELETON_MD - i >= len && !memcmp(MIRTH_SKELETON_MD + i, mark, len);
        if (here)
            mirth_put_text(&out, argv[0]);
        else
            mirth_put_char(&out, MIRTH_SKELETON_MD[i]);
        i += here ? len : 1;
    }
    return mirth_print(&out);
}
