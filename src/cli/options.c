/* options.c: the filter's command line, read against one table. */
#include "cli/options.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct option;
typedef bool taker(struct mirth_command *command, const struct option *option, const char *value,
                   struct mirth_error *err);

struct option {
    char brief;           /* 0: none */
    const char *name;     /* after the two dashes */
    const char *argument; /* NULL: it takes none; "[=LIST]": only behind an equals sign */
    const char *help;
    taker *take;
    size_t place;             /* what it sets in the command, for the takers that only set */
    const char *const *names; /* of take_name(), NULL-terminated, in the order of their enum */
};

#define PLACE(field) offsetof(struct mirth_command, field)

static void set(struct mirth_command *command, const struct option *option, const void *value,
                size_t size)
{
    memcpy((char *)command + option->place, value, size);
}

static bool take_flag(struct mirth_command *command, const struct option *option, const char *value,
                      struct mirth_error *err)
{
    bool said = true;
    (void)value, (void)err;
    set(command, option, &said, sizeof said);
    return true;
}

static bool take_text(struct mirth_command *command, const struct option *option, const char *value,
                      struct mirth_error *err)
{
    (void)err;
    set(command, option, &value, sizeof value);
    return true;
}

_Static_assert(sizeof(enum mirth_from) == sizeof(int), "take_name() sets enums as ints");

static bool take_name(struct mirth_command *command, const struct option *option, const char *value,
                      struct mirth_error *err)
{
    char known[128] = "";
    for (int place = 0; option->names[place]; place++)
        if (!strcmp(option->names[place], value)) {
            set(command, option, &place, sizeof place);
            return true;
        }
    for (size_t i = 0, used = 0; option->names[i] && used < sizeof known; i++)
        used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "",
                                 option->names[i]);
    return mirth_fail(err, MIRTH_USAGE, "--%s takes one of %s, not '%s'", option->name, known,
                      value);
}

static bool take_mirth(struct mirth_command *command, const struct option *option,
                       const char *value, struct mirth_error *err)
{
    command->mirth_given = true;
    return take_name(command, option, value, err);
}

static bool take_output(struct mirth_command *command, const struct option *option,
                        const char *value, struct mirth_error *err)
{
    return take_text(command, option, strcmp(value, "-") ? value : NULL, err);
}

static bool take_seed(struct mirth_command *command, const struct option *option, const char *value,
                      struct mirth_error *err)
{
    uint64_t seed = 0;
    (void)option;
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

static bool take_check(struct mirth_command *command, const struct option *option,
                       const char *value, struct mirth_error *err)
{
    command->options.check = true;
    return take_text(command, option, value, err);
}

static const char *read_count(const char *at, size_t *count)
{
    const char *first = at;
    for (*count = 0; mirth_is_digit(*at) && at - first < 9; at++)
        *count = *count * 10 + (size_t)(*at - '0');
    return at > first ? at : "?";
}

static bool take_words(struct mirth_command *command, const struct option *option,
                       const char *value, struct mirth_error *err)
{
    struct mirth_options *o = &command->options;
    const char *rest = read_count(value, &o->words_least);
    (void)option;
    command->words_given = true;
    if (*rest == '-' && !*read_count(rest + 1, &o->words_most) && o->words_least <= o->words_most)
        return true;
    return mirth_fail(err, MIRTH_USAGE, "--words takes MIN-MAX, as in 400-600, not '%s'", value);
}

static bool take_phrasebook(struct mirth_command *command, const struct option *option,
                            const char *value, struct mirth_error *err)
{
    (void)option;
    if (command->pack_count == sizeof command->packs / sizeof *command->packs)
        return mirth_fail(err, MIRTH_USAGE, "--phrasebook: one too many; expected at most 16");
    command->packs[command->pack_count++] = value;
    return true;
}

static bool take_list_themes(struct mirth_command *command, const struct option *option,
                             const char *value, struct mirth_error *err)
{
    (void)option;
    command->errand = MIRTH_LIST_THEMES;
    command->samples = value != NULL;
    return !value || !strcmp(value, "sample") ||
           mirth_fail(err, MIRTH_USAGE, "--list-themes takes =sample or nothing, not '%s'", value);
}

static bool take_preview(struct mirth_command *command, const struct option *option,
                         const char *value, struct mirth_error *err)
{
    (void)option, (void)value, (void)err;
    command->errand = MIRTH_PREVIEW;
    return true;
}

static bool take_help(struct mirth_command *command, const struct option *option, const char *value,
                      struct mirth_error *err)
{
    (void)option, (void)value, (void)err;
    command->errand = MIRTH_HELP;
    return true;
}

static bool take_version(struct mirth_command *command, const struct option *option,
                         const char *value, struct mirth_error *err)
{
    (void)option, (void)value, (void)err;
    command->errand = MIRTH_VERSION_LINE;
    return true;
}

static const char *const sources[] = {"auto", "markdown", "text", "html", NULL};
static const char *const formats[] = {"markdown", "html", "json", "terminal", NULL};
static const char *const forges[] = {"any", "github", "gitlab", "plain", NULL};
static const char *const mirths[] = {"0", "1", "2", "3", NULL};
static const char *const emoji[] = {"full", "light", "none", "shortcode", NULL};
static const char *const pictures[] = {"auto", "placeholder", "mermaid", "svg", "none", NULL};
static const char *const colours[] = {"auto", "always", "never", NULL};

/* Every option. A new one is a row here and an entry in postmirth.1, which a test compares with
 * --help; what does more than set a field has a taker of its own above. */
static const struct option options[] = {
    {'t', "theme", "THEME", "tell it in this theme (quest)", take_text, PLACE(options.theme), NULL},
    {'f', "from", "FORMAT", "read auto, markdown, text or html (auto)", take_name,
     PLACE(options.from), sources},
    {'w', "to", "FORMAT", "write markdown, html, json or terminal (markdown)", take_name,
     PLACE(options.to), formats},
    {'o', "output", "FILE", "write FILE, whole or not at all (standard output)", take_output,
     PLACE(output), NULL},
    {0, "for", "FORGE", "Markdown as any, github, gitlab or plain has it (any)", take_name,
     PLACE(options.forge), forges},
    {'m', "mirth", "0..3", "how much of it: nothing of ours to everything (2)", take_mirth,
     PLACE(options.mirth), mirths},
    {0, "emoji", "HOW", "full, light, none or shortcode (full)", take_name, PLACE(options.emoji),
     emoji},
    {0, "pictures", "HOW", "auto, placeholder, mermaid, svg or none (auto)", take_name,
     PLACE(options.pictures), pictures},
    {0, "picture-base", "URL", "what a picture's address begins with (no link)", take_text,
     PLACE(options.picture_base), NULL},
    {0, "color", "WHEN", "in a terminal: auto, always or never (auto)", take_name, PLACE(colour),
     colours},
    {0, "seed", "N", "another number, another choice of phrasings", take_seed, 0, NULL},
    {0, "earlier", "PATH", "an edition told before, or a folder of them: no line of it again",
     take_text, PLACE(options.earlier_name), NULL},
    {0, "even-so", NULL, "keep the mirth asked for, however grave the record", take_flag,
     PLACE(options.even_so), NULL},
    {0, "receipts", NULL, "print the account of facts on standard error", take_flag,
     PLACE(options.receipts), NULL},
    {0, "mute-mentions", NULL, "in Markdown: let @names notify nobody", take_flag,
     PLACE(options.mute_mentions), NULL},
    {0, "diff", NULL, "write what it changed in the record, as a diff", take_flag,
     PLACE(options.diff), NULL},
    {0, "explain", NULL, "say instead how each line of it came about", take_flag,
     PLACE(options.explain), NULL},
    {0, "with-record", NULL, "fold the record itself in at the end", take_flag,
     PLACE(options.with_record), NULL},
    {0, "record-url", "URL", "say at the end where the record is", take_text,
     PLACE(options.record_url), NULL},
    {0, "preview", NULL, "write one HTML page with every theme's editions", take_preview, 0, NULL},
    {0, "check", "[=LIST]", "print the record's own faults instead (all checks)", take_check,
     PLACE(options.checks), NULL},
    {0, "words", "MIN-MAX", "how long a checked record is to be (400-600)", take_words, 0, NULL},
    {'p', "phrasebook", "FILE", "lay a pack over the phrasebooks: NAME.md, or a database",
     take_phrasebook, 0, NULL},
    {0, "list-themes", "[=sample]", "name the themes, with a few lines told in each, and stop",
     take_list_themes, 0, NULL},
    {0, "help", NULL, "print this and stop", take_help, 0, NULL},
    {0, "version", NULL, "print the version and stop", take_version, 0, NULL},
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
    return option->take(command, option, value, err);
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
