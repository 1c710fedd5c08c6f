/* options.c: the filter's command line, read against one table. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

typedef bool taker(struct mirth_command *command, const char *value, struct mirth_error *err);

/* The place of value in names, a NULL-terminated list. */
static bool pick(const char *what, const char *const *names, const char *value, int *place,
                 struct mirth_error *err)
{
    char known[128] = "";
    for (*place = 0; names[*place]; ++*place)
        if (!strcmp(names[*place], value))
            return true;
    for (size_t i = 0, used = 0; names[i] && used < sizeof known; i++)
        used +=
            (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "", names[i]);
    return mirth_fail(err, MIRTH_USAGE, "%s takes one of %s, not '%s'", what, known, value);
}

static bool take_theme(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)err;
    command->options.theme = value;
    return true;
}

static bool take_to(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"markdown", "html", "json", "terminal", NULL};
    int place;
    if (!pick("--to", names, value, &place, err))
        return false;
    command->options.to = (enum mirth_format)place;
    return true;
}

static bool take_from(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"auto", "markdown", "text", "html", NULL};
    int place;
    if (!pick("--from", names, value, &place, err))
        return false;
    command->options.from = (enum mirth_from)place;
    return true;
}

static bool take_output(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)err;
    command->output = strcmp(value, "-") ? value : NULL;
    return true;
}

static bool take_mirth(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"0", "1", "2", "3", NULL};
    command->mirth_given = true;
    return pick("--mirth", names, value, &command->options.mirth, err);
}

static bool take_emoji(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"full", "light", "none", NULL};
    int place;
    if (!pick("--emoji", names, value, &place, err))
        return false;
    command->options.emoji = (enum mirth_emoji)place;
    return true;
}

static bool take_pictures(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"auto", "placeholder", "mermaid", "svg", "none", NULL};
    int place;
    if (!pick("--pictures", names, value, &place, err))
        return false;
    command->options.pictures = (enum mirth_pictures)place;
    return true;
}

static bool take_picture_base(struct mirth_command *command, const char *value,
                              struct mirth_error *err)
{
    (void)err;
    command->options.picture_base = value;
    return true;
}

static bool take_for(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"any", "github", "gitlab", "plain", NULL};
    int place;
    if (!pick("--for", names, value, &place, err))
        return false;
    command->options.forge = (enum mirth_forge)place;
    return true;
}

static bool take_colour(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    static const char *const names[] = {"auto", "always", "never", NULL};
    int place;
    if (!pick("--color", names, value, &place, err))
        return false;
    command->colour = (enum mirth_colouring)place;
    return true;
}

static bool take_seed(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    uint64_t seed = 0;
    for (const char *at = value; *at || at == value; at++) {
        unsigned digit = mirth_is_digit(*at) ? (unsigned)(*at - '0') : 10;
        if (digit > 9 || seed > (UINT64_MAX - digit) / 10)
            return mirth_fail(err, MIRTH_USAGE, "--seed takes a number of 64 bits, not '%s'",
                              value);
        seed = seed * 10 + digit;
    }
    command->options.seed = seed;
    command->options.has_seed = true;
    return true;
}

static bool take_even_so(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value;
    (void)err;
    return command->options.even_so = true;
}

static bool take_receipts(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    command->options.receipts = true;
    return true;
}

static bool take_mute(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    return command->options.mute_mentions = true;
}

static bool take_diff(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    return command->options.diff = true;
}

static bool take_explain(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    return command->options.explain = true;
}

static bool take_check(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)err;
    command->options.check = true;
    command->options.checks = value;
    return true;
}

static const char *read_count(const char *at, size_t *count)
{
    const char *first = at;
    for (*count = 0; mirth_is_digit(*at) && at - first < 9; at++)
        *count = *count * 10 + (size_t)(*at - '0');
    return at > first ? at : "?";
}

static bool take_words(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    struct mirth_options *o = &command->options;
    const char *rest = read_count(value, &o->words_least);
    command->words_given = true;
    if (*rest == '-' && !*read_count(rest + 1, &o->words_most) && o->words_least <= o->words_most)
        return true;
    return mirth_fail(err, MIRTH_USAGE, "--words takes MIN-MAX, as in 400-600, not '%s'", value);
}

static bool take_phrasebook(struct mirth_command *command, const char *value,
                            struct mirth_error *err)
{
    if (command->pack_count == sizeof command->packs / sizeof *command->packs)
        return mirth_fail(err, MIRTH_USAGE, "--phrasebook: one too many; expected at most 16");
    command->packs[command->pack_count++] = value;
    return true;
}

static bool take_list_themes(struct mirth_command *command, const char *value,
                             struct mirth_error *err)
{
    command->errand = MIRTH_LIST_THEMES;
    command->samples = value != NULL;
    return !value || !strcmp(value, "sample") ||
           mirth_fail(err, MIRTH_USAGE, "--list-themes takes =sample or nothing, not '%s'", value);
}

static bool take_with_record(struct mirth_command *command, const char *value,
                             struct mirth_error *err)
{
    (void)value, (void)err;
    command->options.with_record = true;
    return true;
}

static bool take_record_url(struct mirth_command *command, const char *value,
                            struct mirth_error *err)
{
    (void)err;
    command->options.record_url = value;
    return true;
}

static bool take_preview(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    command->errand = MIRTH_PREVIEW;
    return true;
}

static bool take_help(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    command->errand = MIRTH_HELP;
    return true;
}

static bool take_version(struct mirth_command *command, const char *value, struct mirth_error *err)
{
    (void)value, (void)err;
    command->errand = MIRTH_VERSION_LINE;
    return true;
}

/* Every option. A new one is a row here, a taker above and an entry in postmirth.1, which a test
 * compares with --help. */
static const struct option {
    char brief;           /* 0: none */
    const char *name;     /* after the two dashes */
    const char *argument; /* NULL: it takes none; "[=LIST]": only behind an equals sign */
    const char *help;
    taker *take;
} options[] = {
    {'t', "theme", "THEME", "tell it in this theme (quest)", take_theme},
    {'f', "from", "FORMAT", "read auto, markdown, text or html (auto)", take_from},
    {'w', "to", "FORMAT", "write markdown, html, json or terminal (markdown)", take_to},
    {'o', "output", "FILE", "write FILE, whole or not at all (standard output)", take_output},
    {0, "for", "FORGE", "Markdown as any, github, gitlab or plain has it (any)", take_for},
    {'m', "mirth", "0..3", "how much of it: nothing of ours to everything (2)", take_mirth},
    {0, "emoji", "HOW", "full, light or none (full)", take_emoji},
    {0, "pictures", "HOW", "auto, placeholder, mermaid, svg or none (auto)", take_pictures},
    {0, "picture-base", "URL", "what a picture's address begins with (no link)", take_picture_base},
    {0, "color", "WHEN", "in a terminal: auto, always or never (auto)", take_colour},
    {0, "seed", "N", "another number, another choice of phrasings", take_seed},
    {0, "even-so", NULL, "keep the mirth asked for, however grave the record", take_even_so},
    {0, "receipts", NULL, "print the account of facts on standard error", take_receipts},
    {0, "mute-mentions", NULL, "in Markdown: let @names notify nobody", take_mute},
    {0, "diff", NULL, "write what it changed in the record, as a diff", take_diff},
    {0, "explain", NULL, "say instead how each line of it came about", take_explain},
    {0, "with-record", NULL, "fold the record itself in at the end", take_with_record},
    {0, "record-url", "URL", "say at the end where the record is", take_record_url},
    {0, "preview", NULL, "write one HTML page with every theme's editions", take_preview},
    {0, "check", "[=LIST]", "print the record's own faults instead (all checks)", take_check},
    {0, "words", "MIN-MAX", "how long a checked record is to be (400-600)", take_words},
    {'p', "phrasebook", "FILE", "lay a pack over the phrasebooks: NAME.md, or a database",
     take_phrasebook},
    {0, "list-themes", "[=sample]", "name the themes, with a few lines told in each, and stop",
     take_list_themes},
    {0, "help", NULL, "print this and stop", take_help},
    {0, "version", NULL, "print the version and stop", take_version},
};

enum { OPTIONS = sizeof options / sizeof *options };

static const struct option *find_long(const char *name, size_t len)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (mirth_same_text(mirth_slice(name, len), options[i].name))
            return &options[i];
    return NULL;
}

static const struct option *find_brief(char brief)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (brief && options[i].brief == brief)
            return &options[i];
    return NULL;
}

static bool unknown(const char *word, struct mirth_error *err)
{
    return mirth_fail(err, MIRTH_USAGE, "unknown option '%s'; --help lists them", word);
}

/* Takes the option at argv[*at], and the word after it where that is its argument. */
static bool take_option(char **argv, int *at, struct mirth_command *command,
                        struct mirth_error *err)
{
    const char *word = argv[*at], *value = NULL;
    const struct option *option;
    if (word[1] == '-') {
        const char *equals = strchr(word, '=');
        option = find_long(word + 2, equals ? (size_t)(equals - word - 2) : strlen(word + 2));
        value = equals ? equals + 1 : NULL;
    } else {
        option = find_brief(word[1]);
        value = word[2] ? word + 2 : NULL;
    }
    if (!option)
        return unknown(word, err);
    if (!option->argument && value)
        return mirth_fail(err, MIRTH_USAGE, "--%s takes no argument", option->name);
    if (option->argument && option->argument[0] != '[' && !value && !(value = argv[++*at]))
        return mirth_fail(err, MIRTH_USAGE, "--%s needs its %s", option->name, option->argument);
    return option->take(command, value, err);
}

/* Whether what was said goes together. */
static bool agrees(const struct mirth_command *command, struct mirth_error *err)
{
    if (command->words_given && !command->options.check)
        return mirth_fail(err, MIRTH_USAGE, "--words goes with --check");
    if (command->errand == MIRTH_PREVIEW && (command->options.check || command->options.receipts ||
                                             command->options.diff || command->options.explain))
        return mirth_fail(err, MIRTH_USAGE,
                          "--preview goes without --check, --diff, --explain and --receipts");
    if (command->options.pictures == MIRTH_PICTURES_SVG && !command->output &&
        command->errand == MIRTH_TELL && command->options.to == MIRTH_MARKDOWN)
        return mirth_fail(
            err, MIRTH_USAGE,
            "--pictures svg writes files beside the edition: say -o FILE, or -w html, "
            "which holds them itself");
    if (command->options.forge != MIRTH_FOR_ANY && command->options.to != MIRTH_MARKDOWN)
        return mirth_fail(err, MIRTH_USAGE, "--for goes with -w markdown");
    if (command->options.forge == MIRTH_FOR_PLAIN &&
        command->options.pictures == MIRTH_PICTURES_MERMAID)
        return mirth_fail(err, MIRTH_USAGE,
                          "--for plain has no mermaid; say --pictures svg, placeholder or none");
    if (command->options.forge == MIRTH_FOR_PLAIN && command->options.with_record)
        return mirth_fail(err, MIRTH_USAGE,
                          "--with-record folds with HTML, which --for plain lacks");
    if (command->options.even_so && !command->mirth_given)
        return mirth_fail(err, MIRTH_USAGE, "--even-so goes with an explicit --mirth");
    return true;
}

bool mirth_parse_command(int argc, char **argv, struct mirth_command *command,
                         struct mirth_error *err)
{
    bool ended = false, named = false;
    *command = (struct mirth_command){.options = mirth_defaults()};
    command->options.theme = NULL; /* the pack's, where one is named */
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (!ended && !strcmp(word, "--")) {
            ended = true;
        } else if (!ended && word[0] == '-' && word[1]) {
            if (!take_option(argv, &i, command, err))
                return false;
        } else if (named) {
            return mirth_fail(err, MIRTH_USAGE, "one FILE at a time; '%s' is the second", word);
        } else {
            named = true;
            command->input = strcmp(word, "-") ? word : NULL;
        }
    }
    return agrees(command, err);
}

void mirth_put_help(struct mirth_buffer *out)
{
    mirth_put_text(out, "usage: postmirth [OPTION]... [FILE]\n"
                        "Retells an incident postmortem (FILE, or standard input) in a theme,\n"
                        "keeping every fact.\n\n");
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *o = &options[i];
        char brief[] = {'-', o->brief, ',', '\0'}, names[64], line[160];
        snprintf(names, sizeof names, "--%s%s%s", o->name,
                 o->argument && o->argument[0] != '[' ? " " : "", o->argument ? o->argument : "");
        snprintf(line, sizeof line, "  %-3s %-20s  %s\n", o->brief ? brief : "", names, o->help);
        mirth_put_text(out, line);
    }
    mirth_put_text(
        out,
        "\nExit status: 0 told, 1 faults or an account of facts that did not balance, 2 usage,\n"
        "3 not retold (passed through unchanged), 4 input, output or phrasebook.\n");
}
