/* test_own_story.c: a character that has a story of the fault tells that, and nothing else. */
#include "own_theme.h"

#define WORDS_10 "It waited and it waited and it waited, as locks "
#define WORDS_60 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 "do."

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n"
    "- `frame: checked` The owl moved a wing.\n- `word: kettle` It whistled at the owl.\n"
    "- `frame: document, fault: disk-full` The owl sharpened a pen.\n"
    "- `frame: restarted, fault: disk-full` The jars rattled on the owl's shelf.\n"
    "- `frame: checked, fault: disk-full` The owl read a label.\n"
    "- `at first-event, fault: disk-full` A jar wobbled.\n"
    "- `at cause, fault: disk-full` So many jars, thought the owl.\n"
    "- `at cause, fault: permission` The branch bent.\n"
    "- `at found, fault: permission` A leaf fell.\n"
    "- `at fixed, fault: permission` A twig grew.\n"
    "- `at cause, fault: firewall` The bark was thick.\n"
    "- `at found, fault: firewall` A beetle went by.\n"
    "- `at fixed, fault: firewall` Sap ran.\n\n"
    "### crow\n`being: the crow` `needs: impersonal` `needs: fault dns`\n"
    "- `at opening` I am a crow.\n- `at closing` I flew.\n\n"
    "## told\n\n### caused, permission\n- {clause}. A leaf turned.\n\n"
    "## faults\n\n### any\n- `fable, gag: owl` An owl wanted quiet, and an incident is a creak.\n"
    "- `ending, gag: owl` Nothing creaks, and the owl cannot sleep.\n\n### disk-full\n- `image, "
    "gag: owl` A disk is a shelf. Jars stood where the owl "
    "sits.\n- `at cause` The cellar was full.\n\n### memory-leak\n- `image` A leak is a hole in a "
    "pocket.\n- `at cause` Out fell the crumbs.\n\n"
    "### certificate\n- `fable, gag: owl` An owl kept a seal that named every tree. A certificate "
    "is a seal.\n"
    "- `image, gag: owl` A seal has a date.\n\n"
    "### deadlock\n- `fable, gag: owl` An owl kept a lock that waited for a lock. " WORDS_60 "\n"
    "- `image, gag: owl` In a deadlock two wait for each other.\n\n"
    "### permission\n- `scene, gag: owl` “Who may sit here?” asked the branch, and the owl sat, "
    "and "
    "it was nobody.\n- `ending, gag: owl` The branch asks nobody now.\n- `image, gag: owl` A "
    "permission is a branch that asks.\n\n"
    "### balancer\n- `fable, gag: owl` An owl heard two calls. A balancer is an echo.\n"
    "- `image, gag: owl` A balancer is an echo.\n\n"
    "### pool-exhausted\n- `fable, gag: owl` An owl lent leaves. A pool is a leaf to lend.\n"
    "- `image, gag: owl` A pool is lent.\n\n"
    "### pool-exhausted-small\n- `fable, gag: owl` An owl had one leaf. A small pool is a "
    "leaf.\n- `image, gag: owl` A pool may be small.\n\n"
    "### firewall\n- `scene, gag: owl` " WORDS_60 "\n- `ending, gag: owl` " WORDS_60 "\n"
    "- `image, gag: owl` A firewall is bark.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static char *edition_of(void **state, int mirth, const char *cause)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record,
                   "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met butter.\n"
                   "- 9:40 UTC: The oven was checked.\n- 9:45 UTC: Butter met bread.\n"
                   "- 9:50 UTC: Calm by the kettle.\n- 9:52 UTC: Jam.\n"
                   "- 9:55 UTC: The oven was restarted.\n\n## Root Cause\n\nThe outage was caused "
                   "by ");
    mirth_put_text(&record, cause);
    mirth_put_text(&record, ", and it took all of us a very long time to see it.\n");
    return edition_in(state, mirth, &record);
}

static void assert_said(void **state, int mirth, const char *cause, const char *line, bool said)
{
    char *text = edition_of(state, mirth, cause);
    if ((strstr(text, line) != NULL) != said)
        fail_msg("%s `%s` at mirth %d in:\n%s", said ? "no" : "there is", line, mirth, text);
    free(text);
}

static void only_lines_of_the_fault_are_said(void **state)
{
    assert_said(state, 2, "a full disk", "The jars rattled", true);
    assert_said(state, 2, "a full disk", "moved a wing", false);
    assert_said(state, 2, "a full disk", "It whistled", false);
    assert_said(state, 2, "a full disk", "read a label", false); /* a look is no turn */
}

static void more_of_everything_has_them_all(void **state)
{
    assert_said(state, 3, "a full disk", "read a label", true);
    assert_said(state, 3, "a full disk", "It whistled", true);
}

static void of_another_fault_it_says_what_it_has(void **state)
{
    assert_said(state, 2, "a memory leak", "moved a wing", true);
    assert_said(state, 2, "a memory leak", "It whistled", true);
}

/* One picture of the fault in an edition: the theme's general one is another. */
static void its_own_picture_is_not_mixed_with_the_themes(void **state)
{
    assert_said(state, 2, "a full disk", "So many jars", true);
    assert_said(state, 2, "a full disk", "The cellar was full", false);
    assert_said(state, 2, "a memory leak", "Out fell the crumbs", true);
}

/* In place of the first words and the picture of the fault, where there is room for it. */
static void the_fable_goes_first(void **state)
{
    assert_said(state, 2, "an expired certificate", "An owl kept a seal that named every tree.",
                true);
    assert_said(state, 2, "an expired certificate", "An owl wanted quiet.", false);
    assert_said(state, 2, "an expired certificate", "A seal has a date.", false);
    assert_said(state, 1, "an expired certificate", "An owl kept a seal", false);
    assert_said(state, 1, "an expired certificate", "An owl wanted quiet. A seal has a date.",
                true);
    assert_said(state, 2, "a deadlock of two queries", "An owl kept a lock", false);
    assert_said(state, 2, "a deadlock of two queries", "An owl wanted quiet. In a deadlock", true);
    assert_said(state, 3, "a deadlock of two queries", "An owl kept a lock", true);
}

/* A kind of fault has its own fable, in a theme that knows the kind; in another its class has. */
static void a_kind_is_told_as_itself_or_as_its_class(void **state)
{
    assert_said(state, 2, "a connection pool limited to 5 connections", "An owl had one leaf.",
                true);
    assert_said(state, 2, "a connection pool limited to 5 connections", "An owl lent", false);
    assert_said(state, 2, "an exhausted connection pool", "An owl lent leaves.", true);
    assert_said(state, 2, "a load balancer with a removed server", "An owl heard two calls.", true);
}

#define SCENE_TEXT "“Who may sit here?” asked the branch, and the owl sat, and it was nobody."
#define SCENE      "> " SCENE_TEXT "\n"

/* Behind the record's account of the cause: in place of the character's line there, whole where
 * there is room. */
static void the_fault_is_shown_at_work(void **state)
{
    assert_said(state, 2, "a missing permission", "to see it.\n\n" SCENE, true);
    assert_said(state, 2, "a missing permission", "The branch bent.", false);
    assert_said(state, 2, "a missing permission", "A leaf turned.", false);
    assert_said(state, 1, "a missing permission", "asked the branch", false);
    assert_said(state, 2, "a full disk", "asked the branch", false);
}

static void a_fable_has_its_own_ending(void **state)
{
    assert_said(state, 2, "a missing permission", "\nThe branch asks nobody now.\n", true);
    assert_said(state, 2, "a missing permission", "The owl slept.", false);
    assert_said(state, 1, "a missing permission", "The owl slept.", true);
    assert_said(state, 2, "a full disk", "The owl slept.", true);
}

/* A record whose fault nobody knows has a fable all the same, and then nothing but its turns. */
static void a_fault_that_nobody_knows_has_a_fable(void **state)
{
    assert_said(state, 2, "something", "\nAn owl wanted quiet, and an incident is a creak.\n",
                true);
    assert_said(state, 2, "something", "\nNothing creaks, and the owl cannot sleep.\n", true);
    assert_said(state, 2, "something", "It whistled", false);
    assert_said(state, 1, "something", "An owl wanted quiet.\n", true);
    assert_said(state, 2, "a full disk", "an incident is a creak", false);
}

/* A list of tasks is work. */
static void nothing_is_said_of_tasks(void **state)
{
    static const char tasks[] =
        "a full disk, as we know by now.\n\n## Action items\n\n- Document the size of the disk.\n"
        "- Document the use of the disk.\n\n## End\n\nThat was all that we know of it so far";
    assert_said(state, 2, tasks, "The jars rattled", true);
    assert_said(state, 2, tasks, "The owl sharpened a pen", false);
    assert_said(state, 3, tasks, "The owl sharpened a pen", true);
}

/* Where there is no room for them, what the character has to say there. */
static void short_words_stand_in(void **state)
{
    assert_said(state, 2, "a wrong firewall rule", "to see it. *The bark was thick.*\n", true);
    assert_said(state, 2, "a wrong firewall rule", "The owl slept.", true);
    assert_said(state, 2, "a wrong firewall rule", "It waited", false);
    assert_said(state, 3, "a wrong firewall rule", "The bark was thick.", false);
    assert_said(state, 3, "a wrong firewall rule", "The owl slept.", false);
}

/* In a page's item they stand in its mark-up; behind its paragraph they would stand alone. */
static void short_words_stand_in_a_page(void **state)
{
    static const struct {
        const char *cause, *wanted;
    } rows[] = {
        {"<ul>\n<li>A wrong firewall rule shut us out.</li>\n</ul>\n",
         "out. <em>The bark was thick.</em></li>"},
        {"<p>A wrong firewall rule shut us out.</p>\n", "out.</p>\n\nThe owl slept."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer record = {0};
        char *text;
        mirth_put_text(&record,
                       "# Postmortem: the wrong firewall rule\n\n## Timeline\n\n- 9:30 UTC: "
                       "Bread met butter.\n\n<h2>Root cause</h2>\n");
        mirth_put_text(&record, rows[i].cause);
        text = edition_in(state, 2, &record);
        if (!strstr(text, rows[i].wanted))
            fail_msg("no `%s` in:\n%s", rows[i].wanted, text);
        free(text);
    }
}

/* In the item that tells the cause; behind a list, or a section, that does nothing else. */
static void a_scene_stands_where_the_account_ends(void **state)
{
    static const struct {
        const char *section, *where;
    } rows[] = {
        {"## Root cause and resolution\n\n- **Root cause:** A permission was missing.\n- "
         "**Resolution:** It was granted.\n",
         "missing.\n  " SCENE "- "},
        {"## Root cause\n\nA permission was missing.\n\nNobody had looked.\n\n## Resolution\n\nIt "
         "was granted.\n",
         "Nobody had looked.\n\n" SCENE "\n## Resolution"},
        {"## Root cause\n\nThese are the causes:\n\n- A permission was missing.\n- Nobody "
         "looked.\n\n## Resolution\n\nIt was granted.\n",
         "Nobody looked.\n\n" SCENE "\n## Resolution"},
        /* lines that become a list, and one that becomes a label */
        {"## Root cause\n\n**Root cause:** A permission was missing.\n**Resolution:** It was "
         "granted.\n",
         "missing.\n  " SCENE "- "},
        {"## Root cause\n\nRoot cause: A permission was missing.\nResolution: It was granted.\n",
         "missing.\n  " SCENE "- "},
        {"Root cause and resolution:\n\nRoot cause:\n\nA permission was "
         "missing.\nResolution:\n\nIt "
         "was granted.\n",
         "missing.\n\n" SCENE "\nResolution:\n"},
        /* a page's own mark-up */
        {"<h2>Root cause</h2>\n<ul>\n<li>A permission was missing.</li>\n</ul>\n",
         "missing.\n<blockquote>" SCENE_TEXT "</blockquote></li>"},
        {"<h2>Root cause</h2>\n<p>A permission was missing.</p>\n<p>Nobody looked.</p>\n",
         "looked.</p>\n<blockquote>" SCENE_TEXT "</blockquote>\n"},
        {"<h2>Root cause</h2>\nA permission was missing.\n\n<h2>Resolution</h2>\nIt was granted.\n",
         "missing.\n<blockquote>" SCENE_TEXT "</blockquote>\n\n<h2>"},
        {"<h2>Root cause</h2>\n<div>A permission was missing.</div>\n", NULL},
        {"## Root cause\n\n> A permission was missing.\n", NULL},
        {"## Root cause\n\n| what |\n| --- |\n| A permission was missing. |\n", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer record = {0};
        char *text;
        mirth_put_text(&record,
                       "# Postmortem: the missing permission\n\n## Timeline\n\n- 9:30 UTC: "
                       "Bread met butter.\n- 9:40 UTC: The oven was checked.\n\n");
        mirth_put_text(&record, rows[i].section);
        text = edition_in(state, 3, &record);
        drop_emphasis(text);
        if (rows[i].where && !strstr(text, rows[i].where))
            fail_msg("no `%s` in:\n%s", rows[i].where, text);
        if (!rows[i].where && strstr(text, "asked the branch"))
            fail_msg("a scene where there is no place for one in:\n%s", text);
        free(text);
    }
}

/* What is deployed, and passes its test, is no trouble yet. */
static void the_tale_begins_with_the_trouble(void **state)
{
    struct mirth_buffer record = {0};
    char *text;
    mirth_put_text(
        &record,
        "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Version 4 was deployed. The "
        "smoke test passes.\n- 9:40 UTC: Bread met butter.\n- 9:50 UTC: Jam.\n\n## Root "
        "Cause\n\nThe outage was caused by a full disk.\n");
    text = edition_in(state, 2, &record);
    drop_emphasis(text);
    if (!strstr(text, "Bread met butter. A jar wobbled."))
        fail_msg("no jar behind the butter in:\n%s", text);
    free(text);
}

/* A character that says "I" leaves a record alone that somebody tells as "I". */
static void there_is_one_teller(void **state)
{
    assert_said(state, 2, "a wrong DNS record", "I am a crow", true);
    assert_said(state, 2, "a wrong DNS record. I saw the DNS record. I wrote it", "I am a crow",
                false);
    assert_said(state, 2, "a wrong DNS record. I saw the DNS record. I wrote it", "An owl", true);
}

/* "The owl", of a bakery that has an owl: nobody would know which of the two is meant. */
static void a_character_of_the_records_own_is_none(void **state)
{
    assert_said(state, 2, "a full disk", "An owl wanted quiet", true);
    assert_said(state, 2, "a full disk, which an Owl had", "An owl wanted quiet", false);
    assert_said(state, 2, "a full disk, which owls had", "An owl wanted quiet", false);
    assert_said(state, 2, "a full disk, which a fowler had", "An owl wanted quiet", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_of_the_records_own_is_none),
        cmocka_unit_test(only_lines_of_the_fault_are_said),
        cmocka_unit_test(more_of_everything_has_them_all),
        cmocka_unit_test(there_is_one_teller),
        cmocka_unit_test(the_fable_goes_first),
        cmocka_unit_test(a_kind_is_told_as_itself_or_as_its_class),
        cmocka_unit_test(the_fault_is_shown_at_work),
        cmocka_unit_test(a_fable_has_its_own_ending),
        cmocka_unit_test(a_fault_that_nobody_knows_has_a_fable),
        cmocka_unit_test(nothing_is_said_of_tasks),
        cmocka_unit_test(short_words_stand_in),
        cmocka_unit_test(short_words_stand_in_a_page),
        cmocka_unit_test(a_scene_stands_where_the_account_ends),
        cmocka_unit_test(the_tale_begins_with_the_trouble),
        cmocka_unit_test(of_another_fault_it_says_what_it_has),
        cmocka_unit_test(its_own_picture_is_not_mixed_with_the_themes),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
