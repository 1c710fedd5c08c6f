/* test_related.c: what a sentence shows by where it stands in the record. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## title\n\n### any\n- {title}, or, The Owl\n\n"
    "## gags\n\n### owl\n`being: the owl`\n- `at opening` An owl wanted quiet.\n"
    "- `at closing` The owl slept.\n\n"
    "## faults\n\n### disk-full\n- `image` The disk is a nest.\n\n"
    "## situations\n\n### foretold\n- The owl had read it.\n\n### same-again\n- The owl turned, "
    "and turned.\n\n### short-fix\n- The owl blinked once.\n\n### all-clear\n- The owl bowed "
    "early.\n\n### had-it-once\n- The owl had it.\n\n### found-again\n- The owl had it "
    "still.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static const char told_by_it[] =
    "- 09:00 UTC: The service began to return errors.\n"
    "- 09:05 UTC: The log says `write failed: no space left on device`.\n"
    "- 10:40 UTC: Found that the disk was full.\n"
    "- 10:45 UTC: Deleted the old archives.\n"
    "- 10:50 UTC: The service was restored.\n";

static const char done_twice[] = "- 09:00 UTC: The service began to return errors.\n"
                                 "- 09:05 UTC: Restarted the relay.\n"
                                 "- 09:15 UTC: Restarted the relay.\n"
                                 "- 09:20 UTC: Found that the disk was full.\n"
                                 "- 09:25 UTC: Deleted the old archives.\n"
                                 "- 09:40 UTC: The service was restored.\n";

static const char closed_early[] = "- 09:00 UTC: The service began to return errors.\n"
                                   "- 09:05 UTC: Restarted the relay.\n"
                                   "- 09:15 UTC: The incident was closed.\n"
                                   "- 09:20 UTC: The errors returned.\n"
                                   "- 09:25 UTC: Found that the disk was full.\n"
                                   "- 09:30 UTC: Deleted the old archives.\n"
                                   "- 09:40 UTC: The service was restored.\n";

static const char had_early[] = "- 09:00 UTC: The service began to return errors.\n"
                                "- 09:05 UTC: Engineers found that the disk was full.\n"
                                "- 09:15 UTC: The team suspected a DDoS attack.\n"
                                "- 09:25 UTC: Found the actual cause: the disk was full.\n"
                                "- 09:30 UTC: Deleted the old archives.\n"
                                "- 09:40 UTC: The service was restored.\n";

/* The entries with the text at `old` in its place, or NULL: it is not there. */
static char *with(const char *entries, const char *old, const char *other)
{
    struct mirth_buffer text = {0};
    const char *at = strstr(entries, old);
    if (!at)
        return NULL;
    mirth_put(&text, entries, (size_t)(at - entries));
    mirth_put_text(&text, other);
    mirth_put_text(&text, at + strlen(old));
    return text.at;
}

static void assert_said(void **state, const char *entries, const char *line, bool said)
{
    struct mirth_buffer record = {0};
    assert_non_null(entries);
    mirth_put_text(&record, "# Postmortem: the archive\n\n## Timeline\n\n");
    mirth_put_text(&record, entries);
    mirth_put_text(&record, "\n## Root Cause\n\nThe disk was full, because nobody deleted the old "
                            "archives.\n\nThe archivists talked about it for a long time, and "
                            "wrote this down so that the next ones need not begin from nothing.\n");
    assert_says(edition_in(state, 2, &record), line, said);
}

/* The same, of the entries with one thing in them changed. */
static void assert_changed(void **state, const char *entries, const char *old, const char *other,
                           const char *line, bool said)
{
    char *changed = with(entries, old, other);
    assert_said(state, changed, line, said);
    free(changed);
}

/* A message that named the fault an hour before anybody did; not one about something else, not
 * one that no program wrote, and not the one by which it was found. */
static void a_message_named_it(void **state)
{
    static const char line[] = "device`. *The owl had read it.*";
    assert_said(state, told_by_it, line, true);
    assert_changed(state, told_by_it, "`write failed: no space left on device`", "`try again`",
                   "The owl had read it.", false);
    assert_changed(state, told_by_it, "The log says", "The team typed", "The owl had read it.",
                   false);
    assert_changed(state, told_by_it, "Found that the disk was full",
                   "Found that the log says `disk full`", line, true);
    assert_changed(state, told_by_it, "The log says `write failed: no space left on device`",
                   "Found `no space left on device` in the log", "The owl had read it.", false);
}

/* The step that was taken before, to the same thing, and in vain. */
static void the_same_was_done_again(void **state)
{
    static const char line[] = "The owl turned, and turned.";
    assert_said(state, done_twice, line, true);
    assert_changed(state, done_twice, "09:15 UTC: Restarted the relay",
                   "09:15 UTC: Restarted the gateway", line, false);
    assert_changed(state, done_twice, "09:15 UTC: Restarted the relay",
                   "09:35 UTC: Restarted the relay", line, true);
}

/* A cure of minutes behind a hunt of an hour and more. */
static void the_cure_was_short(void **state)
{
    static const char line[] = "restored. *The owl blinked once.*";
    assert_said(state, told_by_it, line, true);
    assert_changed(state, told_by_it, "- 09:00 UTC", "- 10:00 UTC", "The owl blinked", false);
    assert_changed(state, told_by_it, "- 10:50 UTC", "- 11:50 UTC", "The owl blinked", false);
    assert_changed(state, told_by_it, "- 10:40 UTC: Found that the disk was full.\n", "",
                   "The owl blinked", false);
}

/* It was closed, and went on; where it did not, nobody bows early. */
static void the_all_clear_was_none(void **state)
{
    assert_said(state, closed_early, "closed. *The owl bowed early.*", true);
    assert_changed(state, closed_early,
                   "- 09:15 UTC: The incident was closed.\n- 09:20 UTC: The errors returned.\n", "",
                   "The owl bowed", false);
    assert_changed(state, done_twice, "- 09:40 UTC: The service was restored.\n",
                   "- 09:40 UTC: The service was restored.\n- 09:50 UTC: The incident was "
                   "closed.\n",
                   "The owl bowed", false);
}

/* They had it, went after something else, and found it again; not where nothing came between, and
 * not where the first was a guess, or what was found another thing. */
static void it_was_found_twice(void **state)
{
    assert_said(state, had_early, "disk was full. *The owl had it.*", true);
    assert_said(state, had_early, "disk was full. *The owl had it still.*", true);
    assert_changed(state, had_early, "- 09:15 UTC: The team suspected a DDoS attack.\n", "",
                   "The owl had it", false);
    assert_changed(state, had_early, "Engineers found that the disk was full",
                   "Engineers assumed that the disk was full", "The owl had it", false);
    assert_changed(state, had_early, "Found the actual cause: the disk was full",
                   "Found the actual cause: a certificate had expired", "The owl had it", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_named_it), cmocka_unit_test(the_same_was_done_again),
        cmocka_unit_test(the_cure_was_short), cmocka_unit_test(the_all_clear_was_none),
        cmocka_unit_test(it_was_found_twice),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
