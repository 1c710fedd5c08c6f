/* test_situations.c: what a sentence shows that everybody on call has met, and what only looks so.
 */
#include "english_book.h"
#include "understand/situations.h"

struct row {
    const char *text, *wanted; /* "-": nothing */
};

/* Of those that nearly every record shows (everyday), or of the others. */
static size_t count_wrong(void **state, const struct row *rows, size_t count, bool asks,
                          bool everyday)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct mirth_token tokens[MIRTH_TOKENS];
        uint8_t shows[MIRTH_SHOWN];
        struct mirth_buffer got = {0};
        const size_t words = mirth_tokens(*state, mirth_slice_of(rows[i].text), tokens);
        mirth_situations(*state, tokens, words, asks, shows);
        for (size_t k = 0; k < MIRTH_SHOWN && shows[k]; k++) {
            const struct mirth_topic *situation = mirth_situation(*state, shows[k]);
            if ((situation->weight == 1) != everyday)
                continue;
            mirth_put_text(&got, got.len ? " " : "");
            mirth_put_text(&got, mirth_string(*state, situation->name));
        }
        mirth_put_text(&got, got.len ? "" : "-");
        wrong += differs(rows[i].text, &got, rows[i].wanted);
        mirth_buffer_free(&got);
    }
    return wrong;
}

#define ASSERT_SHOWN(rows, asks, everyday)                                                         \
    assert_int_equal(count_wrong(state, rows, sizeof(rows) / sizeof *(rows), asks, everyday), 0)

static const struct row told[] = {
    {"The winch was restarted anyway.", "just-in-case"},
    {"The right answer was dismissed.", "had-it-once"},
    {"The first theory was right.", "found-again"},
    {"The answer was in the error message.", "foretold"},
    {"The mate restarted it again.", "same-again"},
    {"The status page ran on the same winch.", "status-page needed-thing-inside"},
    {"The harbour master was on holiday.", "expert-away"},
    {"A trainee asked why the flag was upside down.", "outsider-saw"},
    {"The brake was meant to protect the winch.", "safeguard-did-it"},
    {"The loading job was reported as successful.", "silent-error success-said"},
    {"It had loaded 0 bytes.", "small-number"},
    {"The repair had been postponed.", "known-before"},
    {"We had seen this issue before.", "known-before"},
    {"The repair was expected to take ten minutes.", "estimate"},
    {"The mate closed the incident.", "all-clear"},
    {"The rope was thought to be unused.", "looked-unused"},
    {"The last backup was from May.", "backup-failed"},
    {"Nothing had been changed.", "who-deployed"},
    {"The tow needed a second approval.", "approval"},
    {"The harbour's logs had already been rotated.", "evidence-gone"},
    {"CPU was at 4%.", "calm-metric"},
    {"It happened during a live demo.", "audience"},
    {"The second check was skipped.", "guard-off"},
    {"The noise stayed just under the threshold.", "just-below"},
    {"The letter went to the wrong department.", "wrong-team"},
    {"The gauge gave a reading of 0.", "flat-zero"},
    {"The timetable was restored from the backup.", "backup-helped"},
    {"The override took a minute.", "short-fix"},
    {"The first bad review appeared at noon.", "public-talk"},
    {"A customer reported that the timetable was gone.", "told-by-user"},
    {"Nobody was looking at the tide gauge.", "nobody-noticed"},
    {"The alert went to a channel of the old team.", "alarm-unheard"},
    {"Our ferry check did not fire.", "alarm-silent"},
    {"Our ferry alert didn\xe2\x80\x99t fire.", "alarm-silent"}, /* a typographic apostrophe */
    {"We took it for a false alarm.", "false-alarm"},
    {"The captain was told to clear the cache.", "user-blamed"},
    {"A refresh usually worked.", "refresh-helps"},
    {"We finally read the log of the winch.", "log-had-it"},
    {"The same step was forgotten on the south pier.", "half-done"},
    {"The rope was ticked as done.", "ticked-off"},
    {"A second winch made matters worse.", "made-worse"},
    {"We only checked the home page of the harbour.", "status-says-fine"},
    {"The block was lifted.", "undoing-ours"},
    {"The traffic came from our own office.", "attack-was-us"},
    {"The tide tables turned out to be fine.", "innocent"},
    {"Its reports are mailed to root.", "mail-unread"},
    {"On the buoy the digits were swapped.", "one-letter-off"},
    {"The lighthouse dashboard was green.", "all-green"},
    {"We could not reproduce it at the quay.", "works-here"},
    {"Every second request for a berth failed.", "intermittent"},
    {"The relay was restarted. No change.", "no-effect"},
    {"An hour later the harbour page failed again.", "came-back"},
    {"The importer failed silently.", "silent-error"},
    {"The gangway said only \"unknown error\".", "vague-error"},
    {"The skipper on call was woken by the pager.", "night"},
    {"It was rolled out on a Friday afternoon.", "weekend"},
    {"The tide tables were a red herring.", "wrong-tree"},
    {"We suspected a recent change of the winch.", "coincidence"},
    {"We thought we were under attack.", "attack-feared"},
    {"Only one engineer knew the winch.", "one-who-knew"},
    {"The night shift had no access to the console.", "locked-out"},
    {"We should have escalated earlier.", "escalated-late"},
    {"We waited for the record to propagate.", "waited"},
    {"A ticket was opened with the cable company.", "vendor-ticket"},
    {"The harbour's status page said nothing.", "status-page"},
    {"A trailing slash in the berth's address.", "typo"},
    {"The key was created by hand last spring.", "by-hand"},
    {"There was no runbook for the winch.", "not-written-down"},
    {"The runbook was outdated.", "docs-outdated"},
    {"Its author has since left.", "moved-on"},
    {"An old cron job was never removed.", "leftover"},
    {"The winch fell back to the default.", "default-value"},
    {"It was a one-line change.", "small-change"},
    {"The diff had hundreds of lines.", "big-diff"},
    {"It was merged without a review.", "quick-review"},
    {"All tests passed.", "tests-passed"},
    {"Staging has a much smaller harbour.", "staging-differs"},
    {"The script had never been run.", "untested"},
    {"The failover had never been practised.", "never-rehearsed"},
    {"The tables were dropped in production instead of staging.", "wrong-place"},
    {"It was deployed during peak hours.", "peak-hour"},
    {"Both ferries had the same name.", "same-name"},
    {"The block was copied from the lighthouse.", "copied"},
    {"The berth was hard-coded.", "hard-coded"},
    {"There was only one winch, a single point of failure.", "single-point"},
    {"The pass expired, and nothing renewed it.", "nobody-renewed"},
    {"The queue reached its limit.", "limit-reached"},
    {"The log had grown since spring.", "grew-quietly"},
    {"A newsletter brought half the island.", "too-popular"},
    {"Every client retried at once.", "retries"},
    {"The gauge kept restarting.", "restart-loop"},
    {"The second winch sat idle.", "idle-neighbour"},
    {"The health check only checked the port.", "shallow-check"},
    {"Passengers were charged twice.", "twice"},
    {"The gauge was set to another time zone.", "clock"},
    {"It was bound to localhost.", "localhost"},
    {"The timetable came up empty.", "empty-answer"},
    {"The buoy spoke an incompatible protocol.", "version-mismatch"},
    {"The harbour master was not informed.", "nobody-told"},
    {"The code assumes that there is one quay.", "assumed"},
    {"It was a simple fix.", "quick-fix"},
    {"A workaround was put in place.", "stopgap"},
    {"The lock was opened for a minute, as a test.", "as-a-test"},
    {"The queue drained slowly.", "slow-recovery"},
    {"No data was lost.", "nothing-lost"},
    {"A rollback would have ended it in minutes.", "rollback-late"},
    {"The migration could not be reverted.", "rollback-hard"},
    {"The change was small, it went out on a Friday and passed review.", "weekend quick-review"},
};

/* What has the words, and is about something else. */
static const struct row not_told[] = {
    {"The noise fell back below the alert threshold.", "-"},
    {"Ferries have never gone aground again.", "-"},
    {"The winch's page could not be reached.", "-"},
    {"The trainer's course went well.", "-"},
    {"The new brake will be meant to protect the winch.", "-"},
    {"The restart was successful.", "-"},
    {"The error rate dropped to zero.", "-"},
    {"The captain is known as Ines.", "-"},
    {"The estimated loss was small.", "-"},
    {"The question cannot be closed.", "-"},
    {"Idle ropes, no longer used, are garbage collected.", "-"},
    {"Implement backup ropes.", "-"},
    {"Old logs were deleted.", "-"},
    {"The winch went back to normal.", "-"},
    {"Our data-driven captain left.", "-"},
    {"The account was disabled by the mate.", "-"},
    {"Requests went to the wrong node.", "-"},
    {"The winch started with 0 errors again.", "-"},
    {"The timetable could not be restored from the backup.", "-"},
    {"The restart took two minutes.", "-"},
    {"The record was declared inside the ledger.", "-"},
    {"The winch was switched off in the afternoon.", "-"},
    {"We only looked at the log of the winch.", "-"},
    {"No customers reported any trouble.", "-"},
    {"The relay was healthy again after the fix.", "-"},
    {"Traffic returned to normal.", "-"},
    {"The lamp came back online.", "-"},
    {"The ledger's default branch was checked out.", "-"},
    {"The manually tested patch was released.", "-"},
    {"The clients waited for a connection.", "-"},
    {"Users opened a ticket.", "-"},
    {"In testing only one person used it.", "-"},
    {"The home page of the harbour returned 200.", "-"},
    {"When connections ran out, the pier was closed.", "-"},
    {"One rule was added, the old rule deleted.", "-"},
    {"One of the two boats was suspected.", "-"},
    {"All users were informed.", "-"},
    {"Idle connections were closed.", "-"},
    {"Data was copied from backup.", "-"},
    {"The surge protector was replaced.", "-"},
    {"All metrics looked normal after the fix.", "-"},
    {"The root cause was traced to a recent change.", "-"},
    {"The load was simulated with a spike in traffic.", "-"},
    {"The old version was restored.", "-"},
    {"The alarm rang, and Kofi took it.", "-"},
};

static const struct row asked[] = {
    {"Move the ledger to its own volume.", "separate"},
    {"Require typing the name of the pier.", "ask-first"},
    {"Put the timetable under Puppet.", "in-git"},
    {"Escalate after 20 minutes.", "ask-sooner"},
    {"Read the error log first.", "logs-first"},
    {"Every key must have an owner.", "owner"},
    {"Add a reminder for the pass.", "reminder"},
    {"Add a synthetic check of the berths.", "content-check"},
    {"Load-test the winch before each season.", "load-test"},
    {"Write a runbook for the lamp.", "checklist"},
    {"Require two approvals.", "second-pair"},
    {"Roll it out in stages.", "gradual"},
    {"Roll back automatically if the lamp goes out.", "auto-rollback"},
    {"Validate the tide tables in CI.", "validate"},
    {"Test the restore every month.", "drill"},
    {"No deploys on Fridays.", "freeze"},
    {"Add exponential backoff to the gauge.", "backoff"},
    {"Alert when the cellar is nearly full.", "early-warning"},
    {"Restrict access to the tide tables.", "least-rights"},
    {"List all other passes.", "inventory"},
    {"Make the rehearsal quay the same as production.", "like-production"},
    {"Customers reported that it was slow.", "-"}, /* shown by what happened, and not by a task */
    {"Paint the gangway.", "-"},
};

static const struct row everyday[] = {
    {"The second theory was the tide.", "another-theory"},
    {"Incident declared by the porter.", "declared"},
    {"The water kept rising.", "rising"},
    {"The lamp is switched off by the porter.", "turned-off"},
    {"We first suspected the database of the harbour.", "database-blamed"},
    {"A network issue was suspected at the quay.", "network-blamed"},
    {"It was attributed to heavy traffic on the quay.", "traffic-blamed"},
    {"The winch was examined, and no issues were found.", "nothing-found"},
    {"The winch was again working as expected.", "-"},
    {"The monitoring system raised the alarm at noon.", "alarm-worked"},
    {"The matter was escalated to the lighthouse.", "escalated-up"},
    {"The whole team met on the quay.", "all-hands"},
    {"We added two more gangways, then another pair of servers was added: additional servers.",
     "scaled-up"},
    {"The winch was restarted.", "restarted"},
    {"The tide tables were rolled back.", "rolled-back"},
    {"The tide tables could not be rolled back.", "-"},
    {"The keeper checked the logs.", "logs-read"},
    {"The winch had been misconfigured.", "misconfigured"},
    {"It began after the latest release of the tide.", "after-update"},
    {"Passengers were shown 502 errors.", "error-codes"},
    {"The timetable loaded slowly.", "slow-pages"},
    {"The winch was monitored until supper.", "watched-after"},
    {"The ferry was partially restored.", "partly-better"},
    {"Gulls sat on the winch.", "-"},
};

static const struct row everyday_tasks[] = {
    {"Train the crew.", "training"},
    {"Improve monitoring of the winch.", "better-monitoring"},
    {"Set up alerts for high tide.", "alerts"},
    {"Use auto-scaling for the gangways.", "auto-scaling"},
    {"Buy a redundant winch.", "redundancy"},
    {"Conduct regular audits of the ropes.", "regular-audits"},
    {"Inform customers while they still wait.", "communication"},
    {"Optimise the berths.", "optimise"},
    {"Add integration tests for the lamp.", "automated-tests"},
    {"Document the winch.", "documentation"},
    {"Take daily backups of the tide.", "backups"},
    {"Automate the lamp.", "automation"},
    {"Paint the gangway.", "-"},
};

static void everyday_things_are_shown_too(void **state)
{
    ASSERT_SHOWN(everyday, false, true);
    ASSERT_SHOWN(everyday_tasks, true, true);
}

static void a_sentence_shows_what_everybody_has_met(void **state)
{
    ASSERT_SHOWN(told, false, false);
}

static void the_words_alone_show_nothing(void **state)
{
    ASSERT_SHOWN(not_told, false, false);
}

static void a_measure_has_situations_of_its_own(void **state)
{
    ASSERT_SHOWN(asked, true, false);
    for (size_t i = 0; i + 2 < sizeof asked / sizeof *asked; i++) {
        const struct row as_told = {asked[i].text, "-"};
        if (strcmp(asked[i].wanted, "freeze") != 0) /* a Friday is one, promised or not */
            assert_int_equal(count_wrong(state, &as_told, 1, false, false), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_shows_what_everybody_has_met),
        cmocka_unit_test(everyday_things_are_shown_too),
        cmocka_unit_test(the_words_alone_show_nothing),
        cmocka_unit_test(a_measure_has_situations_of_its_own),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
