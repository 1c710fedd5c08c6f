/* test_roles.c: the parts of the system in their roles: who has one, and of whom a line is said. */
#include "own_theme.h"

#define LONG                                                                                       \
    " of all the birds of the wood and of the field and of the pond and of the hill and of the "   \
    "road"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### crow\n`being: the crow`\n"
    "- `at opening` A crow wanted cheese.\n- `at closing` The crow slept.\n"
    "- `frame: restarted` The crow looked up.\n- `frame: tuned` The crow looked down.\n"
    "- `at found, fault: disk-full` A full nest!\n- `at fixed, fault: disk-full` Some room.\n"
    "- `at restored, fault: disk-full` An empty nest.\n\n"
    "## faults\n\n### disk-full\n- `image, gag: crow` A disk is a nest for the crow.\n\n"
    "## situations\n\n### weekend\n- Crows know no Fridays.\n\n"
    "## cast\n\n### heading\n- **The birds:**\n\n### database\n- keeps the eggs" LONG "\n\n"
    "### cache\n- keeps a few eggs warm" LONG
    "\n\n### log\n- sings it all\n\n### queue\n- waits\n\n"
    "## roles\n\n### database\n- `role` the owl\n- `frame: restarted` The owl lost its place.\n"
    "- `frame: restarted` The owl was asleep.\n- `word: eggs` The owl counts again.\n"
    "- `frame: review` An owl is read at night.\n\n"
    "### cache\n- `role` the robin\n- `frame: restarted` The robin forgot a tune.\n\n"
    "### log\n- `role` the cuckoo\n- `frame: checked` The cuckoo says its name.\n\n"
    "### queue\n- `role` the heron\n- `word: bell` The heron heard it.\n\n"
    "### dns\n- `role` the stork\n- `frame: restarted` The stork stood on the other leg.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

/* They bring in MySQL, Redis and the logs. */
static const char beginning[] =
    "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: MySQL met Redis and the logs.\n"
    "- 9:40 UTC: Redis met MySQL, and both of them met the logs on the way to the bakery.\n"
    "- 9:45 UTC: The queue of the bakery rang a bell.\n- 9:47 UTC: Jam.\n";

/* The edition of a record that goes on so, at mirth 2. */
static char *edition_of(void **state, const char *timeline)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, beginning);
    mirth_put_text(&record, timeline);
    mirth_put_text(&record,
                   "\n## Root Cause\n\nA worn oven, of all the ovens that the bakery has, and it "
                   "has a great many of them.\n\nThe bakers talked about it for a long time, and "
                   "wrote this down so that the next ones need not begin from nothing at all.\n");
    return edition_in(state, 2, &record);
}

static const struct row {
    const char *timeline, *wanted;
} rows[] = {
    /* what becomes of a part is told of it, before what the character says of any */
    {"- 9:50 UTC: Redis was restarted.\n", "restarted. *The robin forgot a tune.*\n"},
    {"- 9:50 UTC: The oven was restarted.\n", "restarted. *The crow looked up.*\n"},
    /* and not of another that the sentence names as well */
    {"- 9:50 UTC: Redis was restarted for MySQL.\n", "for MySQL. *The robin forgot a tune.*\n"},
    {"- 9:50 UTC: MySQL was tuned after the eggs of Redis.\n",
     "eggs of Redis. *The owl counts again.*\n"},
    /* of "database logs" the logs are checked */
    {"- 9:50 UTC: The database logs were checked.\n", "checked. *The cuckoo says its name.*\n"},
    /* a part's people are not the part, and neither is who logs in */
    {"- 9:50 UTC: The database team was given eggs.\n", "was given eggs.\n"},
    {"- 9:50 UTC: Users could log in to buy eggs.\n", "to buy eggs.\n"},
    /* where it is said, and not at the entry's end */
    {"- 9:50 UTC: Redis was restarted. Rain fell.\n",
     "restarted. *The robin forgot a tune.* Rain fell.\n"},
    {"- 9:50 UTC: Redis was restarted. No effect.\n",
     "restarted. No effect. *The robin forgot a tune.*\n"},
    {"- 9:50 UTC: Redis was restarted. It rained.\n",
     "restarted. It rained. *The robin forgot a tune.*\n"},
    /* who is met for the first time goes before what is shown, and after that behind it */
    {"- 9:50 UTC: Redis was restarted on a Friday.\n", "on a Friday. *The robin forgot a tune.*\n"},
    {"- 9:50 UTC: MySQL has eggs.\n- 9:55 UTC: The long day went on and on.\n- 9:57 UTC: MySQL "
     "was restarted on a Friday.\n",
     "on a Friday. *Crows know no Fridays.*\n"},

};

static void a_line_is_of_the_part_that_its_sentence_is_about(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = edition_of(state, rows[i].timeline);
        if (!strstr(text, rows[i].wanted))
            fail_msg("row %zu: no `%s` in:\n%s", i, rows[i].wanted, text);
        free(text);
    }
}

/* Four entries running have a line, and the fifth is let be. */
static void a_tale_takes_breath(void **state)
{
    char *text =
        edition_of(state, "- 9:50 UTC: MySQL was restarted.\n- 9:51 UTC: Redis was restarted.\n"
                          "- 9:52 UTC: The log was checked.\n- 9:53 UTC: The DNS was restarted.\n"
                          "- 9:54 UTC: MySQL was restarted by day.\n- 9:55 UTC: MySQL has eggs.\n");
    assert_non_null(strstr(text, "DNS was restarted. *The stork stood on the other leg.*\n"));
    assert_non_null(strstr(text, "restarted by day.\n"));
    assert_non_null(strstr(text, "has eggs. *The owl counts again.*\n"));
    free(text);
}

/* "**MySQL**, the owl": of whom a line is said, and of nobody else. */
static void who_is_met_is_introduced(void **state)
{
    char *text = edition_of(state, "- 9:50 UTC: MySQL was restarted.\n");
    assert_non_null(strstr(text, "**The birds:**\n\n"
                                 "- **MySQL**, the owl, who keeps the eggs" LONG "\n"
                                 "- **The queue**, the heron, who waits\n\n"));
    free(text);
}

/* One alone in a role is a riddle. */
static void one_is_no_cast(void **state)
{
    char *text = edition_of(state, "- 9:50 UTC: Bread met butter.\n");
    assert_null(strstr(text, "The birds"));
    assert_null(strstr(text, "The heron"));
    free(text);
}

/* "A disk is a nest": where the character has a story of the fault, two others are no company. */
static void a_story_of_the_fault_has_no_second_cast(void **state)
{
    char *text = edition_of(state, "- 9:50 UTC: MySQL was restarted.\n- 9:52 UTC: The team found a "
                                   "full disk.\n");
    assert_null(strstr(text, "The birds"));
    assert_null(strstr(text, "The owl"));
    assert_non_null(strstr(text, "full disk. *A full nest!*"));
    free(text);
}

/* Three are, and then the character has few words. */
static void a_company_is_the_edition(void **state)
{
    char *text = edition_of(state, "- 9:50 UTC: MySQL was restarted.\n- 9:52 UTC: The team found a "
                                   "full disk.\n- 9:54 UTC: Redis was restarted.\n"
                                   "- 9:56 UTC: The oven was restarted.\n");
    assert_non_null(strstr(text, "MySQL was restarted. *The owl"));
    assert_non_null(strstr(text, "Redis was restarted. *The robin"));
    assert_non_null(strstr(text, "full disk. *A full nest!*"));
    assert_null(strstr(text, "The crow looked"));
    free(text);
}

/* Where room is short the list is a line, and nobody is in it whose line had to go. */
static void a_short_record_has_a_short_list(void **state)
{
    static const char begins[] = "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: MySQL was "
                                 "restarted.\n- 9:35 UTC: Redis met MySQL.\n- 9:40 UTC: Redis was "
                                 "restarted.\n\n## Root Cause\n\n";
    size_t lists = 0, lines = 0, none = 0;
    for (size_t more = 0; more < 40; more++) {
        struct mirth_buffer record = {0};
        char *text;
        mirth_put_text(&record, begins);
        for (size_t i = 0; i < more; i++)
            mirth_put_text(&record, "Buns burnt. ");
        text = edition_in(state, 2, &record);
        lists += strstr(text, "- **MySQL**, the owl, who keeps") != NULL;
        lines += strstr(text, "**The birds:** MySQL is the owl and Redis the robin.") != NULL;
        none += !strstr(text, "The birds");
        if (!strstr(text, "The birds") && strstr(text, "The robin"))
            fail_msg("a role that nobody was given, in:\n%s", text);
        free(text);
    }
    assert_int_equal(lists + lines + none, 40);
    assert_in_range(lists, 1, 38);
    assert_in_range(lines, 1, 38);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_of_the_part_that_its_sentence_is_about),
        cmocka_unit_test(a_tale_takes_breath),
        cmocka_unit_test(who_is_met_is_introduced),
        cmocka_unit_test(one_is_no_cast),
        cmocka_unit_test(a_story_of_the_fault_has_no_second_cast),
        cmocka_unit_test(a_company_is_the_edition),
        cmocka_unit_test(a_short_record_has_a_short_list),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
