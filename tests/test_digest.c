/* test_digest.c: what broke and why, read off whole records. */
#include "english_book.h"
#include "read/read.h"
#include "understand/digest.h"
#include "understand/understand.h"
#include "understand/verdict.h"

#define TOP    "# Postmortem: the ferry site\n\n"
#define CAUSE  TOP "## Root Cause\n\n"
#define FIELD  TOP "## Issue Summary\n\n- **Root Cause:** "
#define EVENTS TOP "## Timeline\n\n"

/* ` fault=[...] component=[...] cause=[...]`, of what there is. */
static const struct {
    const char *record, *said;
} rows[] = {
    /* the cause's own sentence, whatever its form */
    {CAUSE "The root cause was a frozen clock in the ticket printer.\n",
     " cause=[a frozen clock in the ticket printer]"},
    {CAUSE "The outage was caused by a typo in the file `quay.conf`.\n",
     " fault=[wrong-name] cause=[a typo in the file `quay.conf`]"},
    {FIELD "Misconfiguration in our load balancer settings, causing uneven load.\n",
     " fault=[balancer] component=[load balancer] "
     "cause=[Misconfiguration in our load balancer settings]"},
    {FIELD "Exhausted connection pool after the release.\n",
     " fault=[pool-exhausted] component=[connection pool] cause=[Exhausted connection pool]"},
    {EVENTS "- 9:00 UTC: Root cause identified as a memory leak in the chart renderer.\n",
     " fault=[memory-leak] cause=[a memory leak in the chart renderer]"},
    {TOP "## Summary\n\nThe site was slow for an hour due to a missing index on the berths "
         "table.\n",
     " fault=[slow-query] component=[index] cause=[a missing index on the berths table]"},
    /* half a cause is a wrong one */
    {CAUSE "The root cause was identified as a sudden rise in bookings combined with a missing "
           "index, leading to timeouts.\n",
     " fault=[slow-query] component=[index] "
     "cause=[a sudden rise in bookings combined with a missing index]"},
    {CAUSE "There is a lack of spare lamps on the pier.\n",
     " cause=[a lack of spare lamps on the pier]"},
    /* before the first heading, of what only points */
    {TOP "Mail was late. This was a bug in the berth parser.\n",
     " fault=[bug] cause=[a bug in the berth parser]"},
    /* the cause as it is told beats the cause in passing */
    {TOP "## Summary\n\nThe site was slow due to a traffic spike.\n\n## Root Cause\n\n"
         "The root cause was an expired certificate on the gateway.\n",
     " fault=[certificate] component=[certificate] cause=[an expired certificate on the gateway]"},
    /* a sentence is no noun phrase; what points elsewhere says nothing; what hangs on goes */
    {FIELD "The queue had used up the disk space.\n", " fault=[disk-full] component=[queue]"},
    {CAUSE "The outage was caused by this bottleneck.\n", ""},
    {FIELD "A missing module required by the printer.\n",
     " fault=[dependency-missing] cause=[A missing module]"},
    /* nobody's guess and nobody's name */
    {EVENTS "- 9:00 UTC: We assumed the root cause was a slow query.\n", ""},
    {FIELD "A careless operator.\n", ""},
    {CAUSE
     "The root cause is a problem related to tables. The site was slow due to a missing index "
     "on the berths table.\n",
     " fault=[slow-query] component=[index] cause=[a missing index on the berths table]"},
    /* in the present tense too, in prose */
    {CAUSE "The root cause is a missing index on the berths table, which we do not need at sea.\n",
     " fault=[slow-query] component=[index] cause=[a missing index on the berths table]"},
    {CAUSE "The outage was caused by an engineer with a wrong flag.\n", " fault=[bad-config]"},
    /* the guilty part: what the cause names, and what is named most; the vague ones last */
    {TOP "## Summary\n\nThe server failed. The server was slow.\n\n## Root Cause\n\n"
         "The outage was caused by a failure of the payment gateway.\n",
     " fault=[third-party] component=[payment gateway] "
     "cause=[a failure of the payment gateway]"},
    /* not what the record clears */
    {"# Postmortem: late letters\n\n## Timeline\n\n- 9:00 UTC: Redis is excluded.\n- 9:10 UTC: It "
     "rained.\n\n## Root Cause\n\nThe printer asked Redis twice, and Redis waited for the proxy.\n",
     " component=[proxy]"},
    {"# Postmortem: cache server outage\n\n## Root Cause\n\nThe server was empty, and the code "
     "waited for the cache server.\n",
     " fault=[cache] component=[cache server]"},
};

/* Free the pool of what comes back. */
static struct mirth_story understood(const struct mirth_english *english, const char *record)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_error err;
    if (!mirth_read(&story, MIRTH_FROM_MARKDOWN, story.length, &err) ||
        !mirth_understand(english, &story, &err))
        fail_msg("%s", err.message);
    return story;
}

static struct mirth_buffer digest_of(const struct mirth_english *english, const char *record)
{
    struct mirth_story story = understood(english, record);
    struct mirth_buffer out = {0};
    put_named(&out, "fault", mirth_slice_of(story.digest.fault));
    put_named(&out, "component", story.digest.component);
    put_named(&out, "cause", story.digest.cause);
    mirth_pool_free(&story.pool);
    return out;
}

static void a_record_says_what_broke_and_why(void **state)
{
    size_t bad = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer got = digest_of(*state, rows[i].record);
        bad += differs(rows[i].record, &got, rows[i].said);
        mirth_buffer_free(&got);
    }
    assert_int_equal(bad, 0);
}

#define SPAN "## Timeline\n\n- 8:00 UTC: The ferry sailed.\n- 13:10 UTC: The ferry landed.\n"

/* What is stated beats what the entries span, which is all there is where nothing is stated. */
static void it_lasted_as_long_as_the_record_says(void **state)
{
    static const struct {
        const char *record;
        int64_t minutes, extent;
    } lengths[] = {
        {TOP "## Issue Summary\n\n- Duration: 47 minutes\n\n" SPAN, 47, 310},
        {TOP SPAN, 310, 310},
        {TOP "## Summary\n\nThe site was slow.\n", -1, -1},
    };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct mirth_story story = understood(*state, lengths[i].record);
        assert_int_equal(story.digest.lasted, lengths[i].minutes);
        assert_int_equal(story.digest.extent, lengths[i].extent);
        mirth_pool_free(&story.pool);
    }
}

static void a_record_may_speak_of_templates(void **state)
{
    static const char *const days[] = {"2024-05-03 from 9:05 to 9:40 UTC", "3 May 2024",
                                       "some day"};
    for (size_t i = 0; i < 3; i++) {
        struct mirth_buffer record = {0};
        struct mirth_story story;
        mirth_put_text(&record, "# The ferry site lost its template\n\n## Summary\n\nOn ");
        mirth_put_text(&record, days[i]);
        mirth_put_text(&record, " it was dark.\n");
        story = understood(*state, record.at);
        assert_int_equal(!mirth_verdict(*state, &story), i < 2);
        mirth_pool_free(&story.pool);
        mirth_buffer_free(&record);
    }
}

/* The lines of a form ask for lengths and shares as a record tells them; its date is blank. */
static void a_form_is_told_from_a_record_by_its_blanks(void **state)
{
#define ASKS "\n\n## Summary\n\n- Duration: 30 minutes\n- Impact: 40% of users\n"
    static const struct {
        const char *record, *verdict;
    } forms[] = {
        {"# Postmortem template" ASKS, "no postmortem: a template that nobody has filled in"},
        {"# [Title of the incident]" ASKS, "no postmortem: a template that nobody has filled in"},
        {"# The ferry site" ASKS "- Date: YYYY-MM-DD\n- Start: HH:MM\n- End: HH:MM\n",
         "no postmortem: a template that nobody has filled in"},
        {"# {{ title }}" ASKS "- Date: {{ date }}\n- Owner: {{ owner }}\n",
         "no postmortem: a template that nobody has filled in"},
        /* a date without a year is one that a form gives as an example */
        {"# Postmortem template" ASKS "- Date: 4 May\n",
         "no postmortem: a template that nobody has filled in"},
        {"# Postmortem template" ASKS "- Date: 4 May 2024\n", NULL},
        {"# The ferry site" ASKS "- Owner: TBD\n", NULL},
    };
#undef ASKS
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct mirth_story story = understood(*state, forms[i].record);
        const char *verdict = mirth_verdict(*state, &story);
        if (!verdict != !forms[i].verdict || (verdict && strcmp(verdict, forms[i].verdict) != 0))
            fail_msg("row %zu: %s", i, verdict ? verdict : "none");
        mirth_pool_free(&story.pool);
    }
}

/* Paragraphs alone: an incident where they name what broke and tell it by the clock. */
static void paragraphs_may_tell_an_incident(void **state)
{
    static const struct {
        const char *record;
        bool told;
    } tales[] = {
        {"# The ferry site on Sunday\n\nAt 9:05 the first report of errors came in. The outage was "
         "caused by a full disk. At 9:20 the disk was emptied. The site was restored at 9:40, and "
         "the incident was closed.\n",
         true},
        {"# The ferry site on Sunday\n\nThe first report of errors came in. The outage was caused "
         "by a full disk. The disk was emptied. The site was restored, and the incident was "
         "closed.\n",
         false}, /* no clock */
        {"# A day out\n\nAt 9:05 the first boat came in. The delay was caused by a full disk. At "
         "9:20 "
         "the disk was emptied. The tea was restored at 9:40.\n",
         false}, /* nobody speaks of an incident */
        {"# The ferry site on Sunday\n\nAt 9:05 the first report of errors came in. The outage was "
         "like rain. At 9:20 the hall was emptied. The site was restored at 9:40, and the incident "
         "was closed.\n",
         false}, /* nothing says what broke */
    };
    for (size_t i = 0; i < sizeof tales / sizeof *tales; i++) {
        struct mirth_story story = understood(*state, tales[i].record);
        if (!mirth_verdict(*state, &story) != tales[i].told)
            fail_msg("row %zu", i);
        mirth_pool_free(&story.pool);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_says_what_broke_and_why),
        cmocka_unit_test(a_record_may_speak_of_templates),
        cmocka_unit_test(a_form_is_told_from_a_record_by_its_blanks),
        cmocka_unit_test(paragraphs_may_tell_an_incident),
        cmocka_unit_test(it_lasted_as_long_as_the_record_says),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
