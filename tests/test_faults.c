/* test_faults.c: what broke, as a class: the most specific one that the record gives reason for. */
#include "english_book.h"
#include "read/read.h"
#include "understand/understand.h"

struct row {
    const char *text, *wanted;
};

static void put_fault(void **state, const char *record, struct mirth_buffer *out)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_error err;
    assert_true(mirth_read_markdown(&story, 1 << 20, &err));
    assert_true(mirth_understand(*state, &story, &err));
    mirth_put_text(out, story.digest.fault ? story.digest.fault : "-");
    mirth_pool_free(&story.pool);
}

static size_t count_wrong(void **state, const struct row *rows, size_t count, const char *before)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct mirth_buffer record = {0}, got = {0};
        mirth_put_text(&record, before);
        mirth_put_text(&record, rows[i].text);
        mirth_put_text(&record, "\n");
        put_fault(state, record.at, &got);
        wrong += differs(rows[i].text, &got, rows[i].wanted);
        mirth_buffer_free(&record);
        mirth_buffer_free(&got);
    }
    return wrong;
}

#define ASSERT_FAULTS(rows, before)                                                                \
    assert_int_equal(count_wrong(state, rows, sizeof(rows) / sizeof *(rows), before), 0)

static const struct row classes[] = {
    {"The ledger service was not enabled at boot.", "not-started"},
    {"Nothing had started the ledger since the host came back, as its unit was never enabled.",
     "not-started"},
    {"Old exports filled the disk of the ledger host.", "disk-full"},
    {"The relay hit its limit on open files.", "file-limit"},
    {"The connection pool of the ledger was exhausted.", "pool-exhausted"},
    {"Every booking went to a single server.", "balancer-uneven"},
    {"The load balancer forgot two of its hosts.", "balancer"},
    {"The load balancer settings caused an uneven distribution of traffic.", "balancer-uneven"},
    {"A memory leak in the tile renderer.", "memory-leak"},
    {"An infinite loop in the fare rules kept both cores busy.", "cpu-overload"},
    {"A full table scan on every booking.", "slow-query"},
    {"Two workers met in a deadlock over the seat map.", "deadlock"},
    {"A race condition between two workers over the seat map.", "race"},
    {"Both transactions read the seat as free, so it was sold twice.", "race"},
    {"Our retry logic had no backoff, so each failure was retried immediately.", "retry-storm"},
    {"The relay could not bind: another program was already listening on port 80.",
     "port-conflict"},
    {"The ferry page was served on the wrong port.", "wrong-port"},
    {"The image was built without the lock file of the export: no module named lamp.",
     "dependency-missing"},
    {"Both exports were waiting for the lock of the ledger.", "deadlock"},
    {"The disk was full because its logs were never rotated, so no file could be opened, and the "
     "file descriptor of the ledger stayed open.",
     "disk-full"},
    {"The environment variable of the ledger was not set, and its answers were cached.",
     "bad-config"},
    {"A typo in the host's entry.", "wrong-name"},
    {"The certificate of the gateway ran out on Sunday.", "certificate"},
    {"The API key of the parcel tracker was revoked.", "credentials"},
    {"A DNS record pointed at the old site.", "dns"},
    {"A firewall rule dropped the probes.", "firewall"},
    {"The new user had no permission to write receipts.", "permission"},
    {"A botnet sent malicious traffic to the login page.", "ddos"},
    {"Our SMS gateway, a third-party service, was closed.", "third-party"},
    {"A breaking change in the date library.", "dependency"},
    {"A breaking change of jQuery.", "dependency"},
    {"A coding issue in the jQuery script of the desk.", "bug"},
    {"A faulty disk and a worn power supply.", "hardware"},
    {"Packet loss on the link between both halls.", "network"},
    {"The failover to the spare never began.", "failover"},
    {"The health check was asking for a static page, which the dead server still had.",
     "health-check"},
    {"A fixed offset, which the daylight saving of March made wrong.", "clock"},
    {"The feature flag was enabled for every reader.", "feature-flag"},
    {"Replication lag of nine minutes.", "replication"},
    {"A cold cache after the move.", "cache"},
    {"The mail queue grew a backlog of letters.", "queue-backlog"},
    {"We ran into the rate limit of the map tiles.", "rate-limit"},
    {"A cron job ran twice that night.", "scheduled-job"},
    {"The archive was accidentally deleted.", "deletion"},
    {"A schema migration left the table half changed.", "migration"},
    {"Pods were evicted from the worker nodes.", "cluster"},
    {"A regression in the new release.", "bad-deploy"},
    {"A surge in traffic after the radio show.", "traffic-surge"},
    {"A configuration error in the print server.", "bad-config"},
    {"The default of the desk and its override had diverged, and a stale override was removed.",
     "bad-config"},
    {"The vendor answered that all is well on their side. The memory grew until the desk stopped.",
     "memory-leak"},
    {"The copies of the ledger had drifted: its replica diverged.", "replication"},
    {"A consumer of the desk stopped making progress on a letter that it could not deserialize.",
     "queue-backlog"},
    {"An unbounded cache: memory grew with every ticket until the kernel stopped the desk.",
     "memory-leak"},
    {"Half of the desks were on the wrong database, since the env file named it.", "bad-config"},
    {"The monthly job ran on two hosts, so each receipt was sent twice.", "scheduled-job"},
    {"The symbolic link of the desk was broken: an incorrect path.", "bad-config"},
    {"Somebody leant on the counter.", "-"},
};

static void each_class_is_told_by_its_own_words(void **state)
{
    ASSERT_FAULTS(classes, "# The ticket desk\n\n## Root cause\n");
}

/* The mechanism in other words than the class's name. */
static const struct row described[] = {
    {"The volume of the ledger filled up overnight.", "disk-full"},
    {"Each booking opened a line whose connections were then never closed.", "pool-exhausted"},
    {"Each booking opened a line whose connections, sadly, never closed.", "-"},
    {"The desk kept tickets in a map, and its memory climbed by the hour.", "memory-leak"},
    {"Two clerks waited for each other at the seat map.", "deadlock"},
    {"The password of the courier was rotated on Friday.", "credentials"},
    {"A cleanup script dropped the berths table.", "deletion"},
    {"The desk printed `no space left on device`.", "disk-full"},
    {"The desk stopped with “too many open files”.", "file-limit"},
    {"The tile renderer stopped (out of memory).", "out-of-memory"},
    {"Tickets lay in a drawer with no expiry, so that keys were never deleted.", "-"},
    {"Memory leak in the tile renderer: each tile was drawn in a frame of its own.", "memory-leak"},
};

static void a_class_is_told_by_what_happens(void **state)
{
    ASSERT_FAULTS(described, "# The ticket desk\n\n## Root cause\n");
}

/* Old files are deleted, and a copy is made, whatever it was that broke. */
static void what_was_done_bears_out_and_says_nothing_alone(void **state)
{
    static const struct row rows[] = {
        {"Somebody leant on the counter.\n\n## Resolution\nAn index was added, and the old "
         "entries were deleted.\n",
         "-"},
        {"Somebody leant on the counter: a misconfigured cache, at the worst.\n\n## Resolution\n"
         "The cache was flushed, and the cold cache was warmed.\n",
         "cache"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Root cause\n");
}

/* Things that are named are weaker than what happened; where they are all of one kind, they do. */
static void a_thing_that_is_named_says_little(void **state)
{
    static const struct row rows[] = {
        {"The cache stood beside two queues.", "-"},
        {"The cache stood by the sea.", "cache"},
        {"The cache stood beside the caches of a ferry in a deadlock.", "deadlock"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Root cause\n");
}

static const struct row specific[] = {
    {"A configuration change raised the limit on open files too little.", "file-limit"},
    {"The new release held a memory leak.", "memory-leak"},
    {"A misconfigured firewall in the new release.", "firewall"},
    {"After the deployment the cache was empty: a cold cache.", "cache"},
    {"The database connection pool was too small for the release.", "pool-exhausted"},
    {"The web application firewall had a new configuration.", "firewall"},
    {"A misconfigured health check in the balancer. The password is a long one.", "health-check"},
    {"A wrong health check, a health probe and a target group. Uneven distribution of the load.",
     "balancer-uneven"},
    {"The A record of the desk named the wrong pier after the migration.", "dns"},
    {"The Kubernetes nodes lost their network partition by partition: packet loss.", "network"},
};

static void the_most_specific_class_wins(void **state)
{
    ASSERT_FAULTS(specific, "# The ticket desk\n\n## Root cause\n");
}

static const struct row vetoed[] = {
    {"The network engineers wore blue.", "-"},
    {"A token bucket refused the calls.", "rate-limit"},
    {"The release notes were late.", "-"},
    {"A circular dependency between two services.", "deadlock"},
    {"The site stood in read-only mode.", "-"},
};

static void a_phrase_that_means_something_else_is_vetoed(void **state)
{
    ASSERT_FAULTS(vetoed, "# The ticket desk\n\n## Root cause\n");
}

static void a_false_trail_or_a_measure_is_no_evidence(void **state)
{
    static const struct row rows[] = {
        {"A worn power supply.\n\n## Corrective measures\n- Review the firewall rules.\n"
         "- Renew the certificate.\n- Add a firewall rule.\n",
         "hardware"},
        {"A worn power supply.\n\n## Timeline\n- 10:00 Engineers suspected a firewall rule.\n"
         "- 10:10 The firewall was checked.\n",
         "hardware"},
        /* nothing says what broke: what was suspected, asked and cleared did not */
        {"Each letter was weighed by itself.\n\n## Timeline\n- 10:00 Suspected the CDN. Opened a "
         "ticket with the vendor.\n- 10:10 The vendor confirms no issue on their side.\n",
         "-"},
        {"Each letter was weighed by itself.\n\n## Corrective measures\n\nA wrong firewall rule "
         "blocked nothing yet; a new firewall rule may.\n\n- Weigh two letters at once.\n",
         "-"},
        {"Each letter was weighed by itself.\n\n### Misleading paths\n\nThe consumer lag "
         "grew. The message queue was full of stuck messages, and its backlog had doubled.\n",
         "-"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Root cause\n");
}

/* What the root cause itself denies, supposes or clears; a word of doubt behind it takes nothing
 * back, and neither does a "not" about something else. */
static void what_is_denied_or_supposed_is_no_evidence(void **state)
{
    static const struct row rows[] = {
        {"It was not the clock or a misconfiguration.", "-"},
        {"The old desk kept its password, its certificate and its firewall rule.", "-"},
        {"It was not the clock: a configuration error in the print server.", "bad-config"},
        {"The desk was not made for a surge in traffic.", "traffic-surge"},
        {"We first thought of a memory leak.", "-"},
        {"A memory leak was suspected.", "-"},
        {"Not a memory leak, nor a full disk: somebody leant on the counter.", "-"},
        {"The memory leak of May was fine. Somebody leant on the counter.", "-"},
        {"A memory leak that nobody suspected.", "memory-leak"},
        {"A worn power supply. The firewall rule was innocent, and the new firewall too.",
         "hardware"},
        {"Someone leant on the counter.\n\n## Timeline\n- 10:00 Initial theory: a memory leak. A "
         "memory leak would slow the desk.\n",
         "-"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Root cause\n");
}

static void the_summary_counts_less_than_the_cause(void **state)
{
    static const struct row rows[] = {
        {"The cache was slow.\n\n## Root cause\nA typo in one line.\n", "wrong-name"},
        {"The cache was slow.\n", "cache"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Summary\n");
}

/* A tale under headings of its own: one mention in its first lines is not enough to go by. */
static void what_is_told_anywhere_counts_where_little_else_does(void **state)
{
    static const struct row rows[] = {
        {"The pods of the ticket desk were slow.\n\n## Thursday\n\nThe consumer lag grew. The "
         "message queue was full of stuck messages, and its backlog had doubled.\n",
         "queue-backlog"},
        {"The pods of the ticket desk were slow.\n\n## Thursday\n\nWe suspected the message "
         "queue, its backlog and the consumer lag.\n",
         "-"}, /* a guess is none, and neither are the pods that were mentioned once */
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n");
}

/* The class is what a record says over and over; a kind is told once, in passing, and is what the
 * picture has to be of. What speaks for the kind does not speak against its class. */
static void a_kind_is_known_by_one_mention(void **state)
{
    static const struct row rows[] = {
        {"The connection pool was exhausted. The connection pool of the ledger had no free "
         "connection.\n",
         "pool-exhausted"},
        {"The connection pool was exhausted. The connection pool of the ledger was limited to 5 "
         "connections.\n",
         "pool-exhausted-small"},
        {"A surge in traffic led to the connection pool being used up. The pool size was too "
         "small.\n",
         "pool-exhausted-small"},
        {"The load balancer sent every other visitor to a server that no longer exists.\n",
         "balancer-stale"},
        {"HAProxy still listed the old host, a decommissioned server, as healthy.\n",
         "balancer-stale"},
        {"The load balancer settings were wrong, and the health check as well.\n", "balancer"},
        {"A misconfiguration: an environment variable was missing on the new host.\n",
         "bad-config-missing"},
        {"A misconfiguration of the relay: its path was set to the wrong folder.\n", "bad-config"},
        {"The image was built without a library: no module named lamp.\n", "dependency-missing"},
        {"A breaking change in the date library.\n", "dependency"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Root cause\n");
}

/* Where the cause is named at length, what an entry speaks of does not overrule it. */
static void a_cause_at_length_is_not_overruled(void **state)
{
    static const struct row rows[] = {
        {"A memory leak.\n\n## Timeline\n- 10:00 The message queue grew.\n- 10:05 The consumer lag "
         "doubled.\n- 10:10 The queue backlog was long, and the message queue full of stuck "
         "messages.\n- 10:15 The consumer lag doubled.\n- 10:20 The message queue grew, and the "
         "queue backlog.\n- 10:25 The consumer lag doubled.\n- 10:30 The consumer lag doubled.\n",
         "memory-leak"},
    };
    ASSERT_FAULTS(rows, "# The ticket desk\n\n## Root cause\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_class_is_told_by_its_own_words),
        cmocka_unit_test(a_class_is_told_by_what_happens),
        cmocka_unit_test(what_was_done_bears_out_and_says_nothing_alone),
        cmocka_unit_test(a_thing_that_is_named_says_little),
        cmocka_unit_test(the_most_specific_class_wins),
        cmocka_unit_test(a_phrase_that_means_something_else_is_vetoed),
        cmocka_unit_test(a_false_trail_or_a_measure_is_no_evidence),
        cmocka_unit_test(what_is_denied_or_supposed_is_no_evidence),
        cmocka_unit_test(the_summary_counts_less_than_the_cause),
        cmocka_unit_test(what_is_told_anywhere_counts_where_little_else_does),
        cmocka_unit_test(a_kind_is_known_by_one_mention),
        cmocka_unit_test(a_cause_at_length_is_not_overruled),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
