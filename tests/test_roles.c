/* test_roles.c: the parts of the system in their roles: who has one, and of whom a line is said. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### crow\n`being: the crow`\n"
    "- `at opening` A crow wanted cheese.\n- `at closing` The crow slept.\n"
    "- `frame: restarted` The crow looked up.\n- `frame: tuned` The crow looked down.\n\n"
    "## situations\n\n### weekend\n- Crows know no Fridays.\n\n"
    "## cast\n\n### heading\n- **The birds:**\n\n### database\n- keeps the eggs\n\n"
    "### cache\n- keeps a few eggs warm\n\n### log\n- sings it all\n\n### queue\n- waits\n\n"
    "## roles\n\n### database\n- `role` the owl\n- `frame: restarted` The owl lost its place.\n"
    "- `frame: restarted` The owl was asleep.\n- `word: eggs` The owl counts again.\n"
    "- `frame: review` An owl is read at night.\n\n"
    "### cache\n- `role` the robin\n- `frame: restarted` The robin forgot a tune.\n\n"
    "### log\n- `role` the cuckoo\n- `frame: checked` The cuckoo says its name.\n\n"
    "### dns\n- `role` the stork\n- `frame: restarted` The stork stood on the other leg.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

/* They bring in MySQL, Redis and the logs. */
static const char beginning[] =
    "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: MySQL met Redis and the logs.\n"
    "- 9:40 UTC: Redis met MySQL, and both of them met the logs on the way to the bakery.\n";

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
    {"- 9:50 UTC: Redis was restarted. It rained.\n",
     "restarted. It rained. *The robin forgot a tune.*\n"},
    /* who is met for the first time goes before what is shown, and after that behind it */
    {"- 9:50 UTC: Redis was restarted on a Friday.\n", "on a Friday. *The robin forgot a tune.*\n"},
    {"- 9:50 UTC: MySQL has eggs.\n- 9:55 UTC: The long day went on and on.\n- 9:57 UTC: MySQL "
     "was restarted on a Friday.\n",
     "on a Friday. *Crows know no Fridays.*\n"},
    /* nobody speaks of a part that was not introduced */
    {"- 9:50 UTC: The DNS was restarted.\n", "DNS was restarted. *The crow looked up.*\n"},
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

static void who_has_a_role_is_introduced_with_it(void **state)
{
    char *text = edition_of(state, "");
    assert_non_null(strstr(text, "**The birds:**\n\n"
                                 "- **MySQL**, the owl, who keeps the eggs\n"
                                 "- **Redis**, the robin, who keeps a few eggs warm\n"
                                 "- **The log**, the cuckoo, who sings it all\n\n"));
    free(text);
}

/* A queue has no role here. */
static void who_has_none_is_introduced_without(void **state)
{
    char *text = edition_of(state, "- 9:50 UTC: The queue met a queue.\n");
    assert_non_null(strstr(text, "- **The queue**, who waits\n"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_of_the_part_that_its_sentence_is_about),
        cmocka_unit_test(who_has_a_role_is_introduced_with_it),
        cmocka_unit_test(who_has_none_is_introduced_without),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
