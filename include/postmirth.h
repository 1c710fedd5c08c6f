/* postmirth.h: retell a dry incident postmortem as an engaging edition, keeping every fact.
 *
 *     struct mirth_error err;
 *     struct mirth_shelf *shelf = mirth_open(NULL, &err);
 *     struct mirth_options options = mirth_defaults();
 *     options.theme = "quest";
 *     struct mirth_edition *e = mirth_tell(shelf, record, length, &options, &err);
 *     fwrite(mirth_edition_text(e), 1, mirth_edition_length(e), stdout);
 *     mirth_edition_free(e);
 *     mirth_close(shelf);
 *
 * Text is a pointer and a length, UTF-8, and need not end in NUL. Nothing here prints, exits or
 * aborts, opens a socket, or keeps state between calls; a shelf may be used by one thread at a
 * time, different shelves by different threads. */
#ifndef POSTMIRTH_H
#define POSTMIRTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MIRTH_API __attribute__((visibility("default")))
#else
#define MIRTH_API
#endif

/* What became of a call; also the program's exit status. */
enum mirth_status {
    MIRTH_TOLD = 0,   /* an edition was written */
    MIRTH_FAULTY = 1, /* the ledger did not balance, or a check found faults */
    MIRTH_USAGE = 2,  /* an option that nobody knows */
    MIRTH_ASIS = 3,   /* not retold: grave, no postmortem, or an edition already; text unchanged */
    MIRTH_BROKEN = 4, /* input, output, phrasebook or memory */
};

/* Why a call failed: a sentence that names the file (and line) and what was expected. The caller
 * owns it; it is written only on failure. */
struct mirth_error {
    enum mirth_status status;
    char message[512];
};

/* What a record is written in. MIRTH_FROM_AUTO looks: at the record, and where that shows nothing
 * at the ending of options.name. */
enum mirth_from { MIRTH_FROM_AUTO, MIRTH_FROM_MARKDOWN, MIRTH_FROM_TEXT, MIRTH_FROM_HTML };
enum mirth_format { MIRTH_MARKDOWN, MIRTH_HTML, MIRTH_JSON, MIRTH_TERMINAL };
/* Where Markdown will be read. */
enum mirth_forge {
    MIRTH_FOR_ANY,    /* pipe tables and check boxes, no HTML but comments */
    MIRTH_FOR_GITHUB, /* old addresses of headings go on working; an alert */
    MIRTH_FOR_GITLAB, /* the same, as GitLab has it */
    MIRTH_FOR_PLAIN   /* nothing that CommonMark does not have */
};
enum mirth_emoji {
    MIRTH_EMOJI_FULL,
    MIRTH_EMOJI_LIGHT, /* on headings only */
    MIRTH_EMOJI_NONE,
    MIRTH_EMOJI_SHORTCODE /* as FULL, in Markdown by name: ":castle:" */
};
enum mirth_pictures {
    MIRTH_PICTURES_AUTO,        /* svg in pages, else placeholder */
    MIRTH_PICTURES_PLACEHOLDER, /* words: what would be seen, and what is said there */
    MIRTH_PICTURES_MERMAID,     /* the timeline, as a mermaid gantt */
    MIRTH_PICTURES_SVG,         /* drawn by us: the theme's scenes, and the timeline as a diagram */
    MIRTH_PICTURES_NONE
};

/* How to tell. Start from mirth_defaults(); strings are borrowed for the call. */
struct mirth_options {
    const char *name;  /* what messages call the record ("outage.md"); "<stdin>" */
    const char *theme; /* a theme's name; NULL: the last pack's, or "quest"; "any": one that suits;
                        * "quest" */
    enum mirth_from from;         /* MIRTH_FROM_AUTO */
    enum mirth_format to;         /* MIRTH_MARKDOWN */
    enum mirth_forge forge;       /* MIRTH_FOR_ANY */
    int mirth;                    /* 0 nothing of ours .. 3 everything; 2 */
    bool even_so;                 /* do not lower mirth, or refuse, for a grave record; false */
    enum mirth_emoji emoji;       /* MIRTH_EMOJI_FULL */
    enum mirth_pictures pictures; /* MIRTH_PICTURES_AUTO */
    const char *picture_base;     /* what a picture's address begins with; NULL: a placeholder is
                                     no link, and the address of a drawn one is its name */
    size_t width;                 /* of a terminal's lines, in cells; 80 */
    bool colour;           /* a terminal shows colours, emphasis and links (or a diff's); false */
    bool has_seed;         /* false: the seed is the hash of the record's title */
    uint64_t seed;         /* another seed, another choice of phrasings */
    const char *earlier;   /* editions that the readers know, told earlier, one behind the other:
                            * no line of ours that stands in them is told again; NULL: none */
    size_t earlier_length; /* in bytes; 0 */
    const char *earlier_name;       /* what a command line calls them ("postmortems"); NULL */
    bool receipts;                  /* fill mirth_edition_receipts() */
    bool mute_mentions;             /* in Markdown: "@name" notifies nobody; false */
    bool diff;                      /* write what the edition changed, as a unified diff; false */
    bool explain;                   /* do not write the edition: say how it came about; false */
    size_t limit;                   /* largest input in bytes; 64 MiB */
    bool with_record;               /* fold the record itself in at the end; false */
    const char *record_url;         /* say at the end where the record is; NULL: do not */
    bool check;                     /* do not retell: say the record's own faults; false */
    const char *checks;             /* "-words,-zones": without those; "words,zones": those; NULL */
    size_t words_least, words_most; /* how long a record is to be, for its check; 400, 600 */
};

struct mirth_shelf;   /* the phrasebooks, opened */
struct mirth_edition; /* a record, retold */

/* The library's version, "0.1.0". */
MIRTH_API const char *mirth_version(void);

/* The options' defaults, as said beside each of them. */
MIRTH_API struct mirth_options mirth_defaults(void);

/* Opens the phrasebooks. path NULL searches: $POSTMIRTH_PHRASEBOOKS and nothing else where that is
 * set; else $XDG_DATA_HOME/postmirth/phrasebooks.db, the one beside the running program, the
 * installed one, and the packs in $XDG_DATA_HOME/postmirth over it. Of a database with an English
 * book that alone is opened; any other database or Markdown file (named *.md) is a pack that is
 * laid over what the search finds. NULL and *err where there is nothing, or it is truncated,
 * foreign, newer than the library, or faulty. Free with mirth_close(). */
MIRTH_API struct mirth_shelf *mirth_open(const char *path, struct mirth_error *err);

/* Lays one more pack on top. A book of a name that is there extends it: an entry has the lines of
 * both, a paragraph the upper one's words. False and *err where it cannot be used. */
MIRTH_API bool mirth_lay(struct mirth_shelf *shelf, const char *path, struct mirth_error *err);

/* Closes a shelf; NULL is fine. Editions told from it stay valid. */
MIRTH_API void mirth_close(struct mirth_shelf *shelf);

/* The theme number index (from 0, by name): its name and its one-line caption, owned by the
 * shelf. False past the last one. */
MIRTH_API bool mirth_theme(struct mirth_shelf *shelf, size_t index, const char **name,
                           const char **caption);

/* The line about theme number index, "" where it has none; NULL past the last one. */
MIRTH_API const char *mirth_theme_about(struct mirth_shelf *shelf, size_t index);

/* A few lines of the kind that every record has, told in the theme: each behind a tab, and ended.
 * NULL and *err as of mirth_tell(). Free with mirth_edition_free(). */
MIRTH_API struct mirth_edition *mirth_sample(struct mirth_shelf *shelf, const char *theme,
                                             struct mirth_error *err);

/* Retells record[0..length) as options say. NULL and *err on a usage, input, phrasebook or memory
 * error. A record that is not to be retold comes back unchanged, with status MIRTH_ASIS and a
 * note that says why. With options->check the text is a line for each of the record's faults,
 * and the status MIRTH_FAULTY where there are any; of what is no postmortem there is none. Free
 * with mirth_edition_free(). */
MIRTH_API struct mirth_edition *mirth_tell(struct mirth_shelf *shelf, const char *record,
                                           size_t length, const struct mirth_options *options,
                                           struct mirth_error *err);

/* One HTML page that shows the record and, in every theme of the shelf and at every mirth, the
 * edition that mirth_tell() would make of it. It opens on options->theme (NULL: on the
 * record); options->mirth is the level that is seen first; to, forge, colour and mute_mentions are
 * not looked at. Else as mirth_tell(). */
MIRTH_API struct mirth_edition *mirth_preview(struct mirth_shelf *shelf, const char *record,
                                              size_t length, const struct mirth_options *options,
                                              struct mirth_error *err);

/* The edition's bytes, owned by the edition, followed by a NUL that its length does not count. */
MIRTH_API const char *mirth_edition_text(const struct mirth_edition *edition);
MIRTH_API size_t mirth_edition_length(const struct mirth_edition *edition);

/* The edition's picture number index (from 0), which it links to and a page holds itself: its
 * name ("title", "timeline") and its SVG, owned by the edition. The link is picture_base, name,
 * ".svg". False past the last one; only MIRTH_PICTURES_SVG and Markdown give any. */
MIRTH_API bool mirth_edition_picture(const struct mirth_edition *edition, size_t index,
                                     const char **name, const char **svg, size_t *length);

/* MIRTH_TOLD, MIRTH_ASIS, or MIRTH_FAULTY where the final account of facts does not balance (the
 * text is then the record's own). */
MIRTH_API enum mirth_status mirth_edition_status(const struct mirth_edition *edition);

/* One line for a person where there is something to say (why a record was not retold), or NULL. */
MIRTH_API const char *mirth_edition_note(const struct mirth_edition *edition);

/* With options.receipts: the account of facts, a line a fact, `LINE<tab>KIND<tab>TEXT`, and a
 * closing line of totals. Else NULL. */
MIRTH_API const char *mirth_edition_receipts(const struct mirth_edition *edition);

/* Frees an edition; NULL is fine. */
MIRTH_API void mirth_edition_free(struct mirth_edition *edition);

#ifdef __cplusplus
}
#endif
#endif
