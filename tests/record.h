/* record.h: composes records from random facts and sentences in random mark-up. */
#ifndef TESTS_RECORD_H
#define TESTS_RECORD_H

#include "base/text.h"

/* Numerical Recipes' generator: the same records on every machine. */
static inline size_t roll(uint64_t *dice, size_t sides)
{
    *dice = *dice * 6364136223846793005ULL + 1442695040888963407ULL;
    return (size_t)((*dice >> 33) % sides);
}

#define PICK(dice, list) (list)[roll(dice, sizeof(list) / sizeof *(list))]

/* In a sentence, # is a number, @ a name, ^ a host, $ code, % a share, & a time. */
static const char *const happened[] = {
    "The watchdog on ^ raised an alarm.",
    "Users reported blank pages.",
    "Monitoring alert fired at % usage.",
    "@ noticed # stuck jobs on ^.",
    "The storage team began investigating the queue, starting with ^.",
    "Initial assumption was a worn cable, which cost # minutes.",
    "Checked $ for errors.",
    "The crew ruled out a power cut.",
    "No trace of tampering was found.",
    "Ticket escalated to the network team for help.",
    "Root cause identified as a missing index on ^.",
    "@ found and removed a rogue route.",
    "Restarted ^, causing a gap of # seconds.",
    "Rolled back release v4.#.2 because $ had changed.",
    "The retry limit was raised from # to #.",
    "About % of readers were affected; none of them lost data.",
    "Traffic was rerouted to ^ (the spare, see [the plan](plan.html#n7)).",
    "Mail delivery was restored.",
    "Incident resolved after # checks, all of them \"green\".",
    "We watched ^ until & and went home.",
    "It was not the cache, @ said. It was $.",
    "The relay was **not** down, only slow: # ms instead of # ms.",
    "Error rates climbed to %.",
    "The outage was caused by a frozen clock on ^.",
    "A typo in $ led to # blank invoices.",
    "@ asked the vendor for # spare disks.",
    "@ and @ discussed whether ^ should go.",
    "The vendor announced that release v#.2 would be late.",
    "@ opened a pull request with # lines for $.",
    "Ticket #7 raised with the vendor.",
    "The import of # rows completed at &.",
    "The second deployment to ^ failed after # minutes.",
    "The lease of ^ expired at &.",
    "Engineers are draining # queues on ^.",
    "Scaling ^ from # to # workers.",
    "A second wave of # orders, not seen before.",
    "There was no alarm on ^ below %.",
    "The crew continued to watch ^ for # hours, without a finding.",
    "Readers began to see # errors an hour.",
    "@, our night clerk, wugged ^ # times.",
    "# hosts were decommissioned, leading to a gap of # minutes on ^.",
    "The queue was about # letters long, which caused delays of # minutes.",
    "^ remained slow, and the crew could not log in until &.",
    "The fix of # lines worked, but ^ was still % slower; the vendor was called at &.",
    "In order to free # GB, @ utilized $ prior to &.",
    "@ shared a list of # hosts, see [the sheet](sheet.html#a9).",
    "Reports of # blank invoices from ^.",
    "Surge in refused logins on ^, up to # a minute.",
    "We have added # probes to ^.",
    "Nobody restarted ^; it has not been down since &.",
    "Users were unable to open $ for at least # minutes.",
    "The problem lay in $, not in ^.",
    "The crew took ^ offline at & because $ was # days old.",
};

static const char *const to_do[] = {
    "Add an alert at % of disk usage.",
    "Write a runbook for ^.",
    "Train @ and two more people on the failover.",
    "Review $ every # weeks.",
    "Keep # spare cables in the cage.",
    "Automate the renewal of certificates on ^.",
    "Do not deploy after &.",
    "Raise the connection limit to #.",
    "We need to renew $ prior to &, not later.",
    "The plan for ^ will be reviewed by @ within # days.",
    "Set up # more probes on ^.",
    "Limit ^ to # calls a second (see [the plan](plan.html#n7)).",
};

static const char *const people[] = {"Ana", "Kofi", "Ines", "Yusuf", "Rosa"};
static const char *const hosts[] = {"web-01", "db-2.example.org", "relay-7", "10.0.0.12"};
static const char *const codes[] = {"`relay.conf`", "`max_size = 12`", "`df -h`"};

static inline void put_time(uint64_t *dice, size_t minute, struct mirth_buffer *out)
{
    static const char *const zones[] = {"", " UTC", " (WAT)"};
    size_t hour = minute / 60 % 24;
    if (hour < 10)
        mirth_put_char(out, '0');
    mirth_put_number(out, hour);
    mirth_put_text(out, minute % 60 < 10 ? ":0" : ":");
    mirth_put_number(out, minute % 60);
    mirth_put_text(out, PICK(dice, zones));
}

static inline void put_sentence(uint64_t *dice, const char *s, struct mirth_buffer *out)
{
    for (; *s; s++)
        switch (*s) {
        case '#': mirth_put_number(out, 2 + roll(dice, 9000)); break;
        case '@': mirth_put_text(out, PICK(dice, people)); break;
        case '^': mirth_put_text(out, PICK(dice, hosts)); break;
        case '$': mirth_put_text(out, PICK(dice, codes)); break;
        case '&': put_time(dice, roll(dice, 1440), out); break;
        case '%':
            mirth_put_number(out, 1 + roll(dice, 99));
            mirth_put_char(out, '%');
            break;
        default: mirth_put_char(out, *s);
        }
}

static inline void put_prose(uint64_t *dice, size_t sentences, struct mirth_buffer *out)
{
    for (size_t i = 0; i < sentences; i++) {
        mirth_put_text(out, i ? (roll(dice, 4) ? " " : "\n") : "");
        put_sentence(dice, PICK(dice, happened), out);
    }
    mirth_put_char(out, '\n');
}

/* `style` is a record's own: its headings look alike. */
static inline void put_heading(size_t style, size_t number, const char *name,
                               struct mirth_buffer *out)
{
    static const char *const before[] = {"## ", "### ", "**", "", "## "};
    static const char *const after[] = {"", "", "**", ":", " :"};
    mirth_put_char(out, '\n');
    mirth_put_text(out, before[style]);
    if (style == 1) {
        mirth_put_number(out, number);
        mirth_put_text(out, ". ");
    }
    mirth_put_text(out, name);
    mirth_put_text(out, after[style]);
    mirth_put_text(out, "\n\n");
}

static inline void put_field(uint64_t *dice, size_t style, const char *name,
                             struct mirth_buffer *out)
{
    static const char *const before[] = {"- **", "**", "* ", "**"};
    static const char *const after[] = {":** ", "**: ", ": ", ":**\n"};
    mirth_put_text(out, before[style]);
    mirth_put_text(out, name);
    mirth_put_text(out, after[style]);
    put_prose(dice, 1, out);
    mirth_put_text(out, style & 1 ? "\n" : "");
}

static inline void put_entry(uint64_t *dice, size_t style, size_t minute, struct mirth_buffer *out)
{
    static const char *const before[] = {"- ", "- **", "* [", "1. ", "### ", "| ", "\n"};
    static const char *const after[] = {": ", ":** ", "] ", " - ", "\n\n", " | ", " \xe2\x80\x93 "};
    mirth_put_text(out, before[style]);
    put_time(dice, minute, out);
    mirth_put_text(out, after[style]);
    if (style == 5) {
        put_sentence(dice, PICK(dice, happened), out);
        mirth_put_text(out, " |\n");
        return;
    }
    put_prose(dice, style && !roll(dice, 3) ? 2 : 1, out);
    if (style == 0 && roll(dice, 4) == 0) {
        mirth_put_text(out, "  - ");
        put_prose(dice, 1, out);
    }
}

static inline void put_timeline(uint64_t *dice, struct mirth_buffer *out)
{
    size_t style = roll(dice, 7), entries = 2 + roll(dice, 10), minute = roll(dice, 1440);
    if (style == 5)
        mirth_put_text(out, "| When | What |\n| --- | --- |\n");
    for (size_t i = 0; i < entries; i++, minute += roll(dice, 90))
        put_entry(dice, style, minute, out);
}

static inline void put_measures(uint64_t *dice, struct mirth_buffer *out)
{
    static const char *const marks[] = {"- ", "* ", "1. ", "- [ ] ", "- **Task:** "};
    const char *mark = PICK(dice, marks);
    for (size_t i = 1 + roll(dice, 5); i > 0; i--) {
        mirth_put_text(out, mark);
        put_sentence(dice, PICK(dice, to_do), out);
        mirth_put_char(out, '\n');
    }
}

static inline void put_extras(uint64_t *dice, struct mirth_buffer *out)
{
    static const char *const extras[] = {
        "\n```\n09:05 relay: error 504\n```\n",
        "\n<!-- a note of 2021 -->\n",
        "\n> The vendor said 12 things.\n",
        "\n---\n",
        "\n![a lamp](lamp-3.png)\n",
        "",
    };
    mirth_put_text(out, PICK(dice, extras));
}

static inline void put_record(uint64_t seed, struct mirth_buffer *out)
{
    static const char *const titles[] = {"# Postmortem: the mail relay outage of ^\n",
                                         "# Incident report #\n", "**Relay outage, #**\n", ""};
    static const char *const fronts[] = {"", "", "", "---\nid: 77\n---\n", "\xef\xbb\xbf"};
    uint64_t dice = seed;
    size_t headings = roll(&dice, 5), fields = roll(&dice, 4);
    mirth_put_text(out, PICK(&dice, fronts));
    put_sentence(&dice, PICK(&dice, titles), out);
    put_heading(headings, 1, "Issue Summary", out);
    put_field(&dice, fields, "Duration", out);
    put_field(&dice, fields, "Impact", out);
    put_field(&dice, fields, "Root Cause", out);
    put_extras(&dice, out);
    put_heading(headings, 2, "Timeline", out);
    put_timeline(&dice, out);
    put_heading(headings, 3, "Root cause and resolution", out);
    put_prose(&dice, 1 + roll(&dice, 4), out);
    put_extras(&dice, out);
    put_heading(headings, 4, "Corrective and preventative measures", out);
    put_measures(&dice, out);
}

/* One record in five has CR LF; one in seven no line end at its end. */
static inline struct mirth_buffer make_record(size_t number)
{
    struct mirth_buffer plain = {0}, out = {0};
    put_record(0x9e3779b97f4a7c15ULL * (number + 1), &plain);
    if (number % 7 == 0)
        plain.len--;
    for (size_t i = 0; i < plain.len; i++) {
        if (plain.at[i] == '\n' && number % 5 == 0)
            mirth_put_char(&out, '\r');
        mirth_put_char(&out, plain.at[i]);
    }
    mirth_buffer_free(&plain);
    return out;
}

#endif
