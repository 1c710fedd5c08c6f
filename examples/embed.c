/* embed.c: the library inside a program of your own. */

/* cc embed.c $(pkg-config --cflags --libs postmirth) */
#include <postmirth.h>
#include <stdio.h>
#include <string.h>

static const char record[] = "# Postmortem: Checkout Outage\n"
                             "\n"
                             "## Timeline\n"
                             "\n"
                             "- **09:52 UTC:** Monitoring alert fired.\n"
                             "- **10:34 UTC:** Incident escalated to the database team.\n"
                             "- **11:25 UTC:** Service restored.\n"
                             "\n"
                             "## Root Cause\n"
                             "\n"
                             "The connection pool was exhausted by a release.\n";

static int failed(const struct mirth_error *err)
{
    fprintf(stderr, "embed: %s\n", err->message);
    return (int)err->status;
}

int main(int argc, char **argv)
{
    struct mirth_error err;
    struct mirth_options options = mirth_defaults();
    struct mirth_shelf *shelf = mirth_open(NULL, &err);
    struct mirth_edition *edition;
    int status;
    if (!shelf)
        return failed(&err);
    options.theme = argc > 1 ? argv[1] : "quest";
    edition = mirth_tell(shelf, record, strlen(record), &options, &err);
    if (edition) {
        fwrite(mirth_edition_text(edition), 1, mirth_edition_length(edition), stdout);
        status = (int)mirth_edition_status(edition);
    } else {
        status = failed(&err);
    }
    mirth_edition_free(edition);
    mirth_close(shelf);
    return status;
}
