/* test_grammar.c: articles, number and capitals. */
#include "english_book.h"
#include "retell/grammar.h"
#include "retell/plain.h"
#include "retell/telling.h"
#include "understand/inflect.h"

static struct mirth_slice s(const char *text)
{
    return mirth_slice_of(text);
}

/* Calls check(english, item) for each of a list that NULL ends, and names the ones it is not. */
typedef bool check(const struct mirth_english *english, struct mirth_slice phrase);

static void assert_each(const struct mirth_english *english, check *holds, bool wanted,
                        const char *const *phrases)
{
    size_t wrong = 0;
    for (; *phrases; phrases++)
        if (holds(english, s(*phrases)) != wanted) {
            print_error("%s: wanted %s\n", *phrases, wanted ? "yes" : "no");
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

static bool takes_an(const struct mirth_english *english, struct mirth_slice phrase)
{
    return !strcmp(mirth_article(english, phrase), "an ");
}

static void an_stands_before_a_vowel_that_is_heard(void **state)
{
    static const char *const an[] = {"error",
                                     "outage",
                                     "idle node",
                                     "hour",
                                     "honest mistake",
                                     "SLO",
                                     "HTTP check",
                                     "MTU",
                                     "RPC storm",
                                     "FTP job",
                                     "XML file",
                                     "NFS mount",
                                     "8-core host",
                                     "unindexed table",
                                     "unintended surge",
                                     "API",
                                     "index",
                                     "update",
                                     "upstream",
                                     "LDAP lookup",
                                     NULL};
    static const char *const a[] = {
        "relay",     "user", "unique key", "unit",        "one-line fix",
        "used port", "URL",  "UPS",        "TLS key",     "DNS name",
        "CPU spike", "VPN",  "host",       "7-node ring", "universal key",
        "`relay`",   NULL};
    assert_each(*state, takes_an, true, an);
    assert_each(*state, takes_an, false, a);
}

static void a_plural_head_makes_a_plural_phrase(void **state)
{
    static const char *const plural[] = {"errors",
                                         "slow queries",
                                         "the edge probes",
                                         "two nodes of the ring",
                                         "the relay and the switch",
                                         "we",
                                         "they",
                                         "these",
                                         "several hosts",
                                         "healthy nodes all",
                                         "metrics",
                                         "CPU statistics",
                                         "settings of the load balancer",
                                         "people",
                                         NULL};
    static const char *const singular[] = {"error",
                                           "the edge probe",
                                           "a pair of cables",
                                           "this",
                                           "it",
                                           "each of the nodes",
                                           "status",
                                           "access",
                                           "analysis",
                                           "nginx",
                                           "DNS",
                                           "Kubernetes",
                                           "redis",
                                           "a surge in requests",
                                           "the loss",
                                           "HTTPS",
                                           "the size of the queues",
                                           NULL};
    assert_each(*state, mirth_is_plural, true, plural);
    assert_each(*state, mirth_is_plural, false, singular);
}

static void the_head_stands_before_the_first_preposition(void **state)
{
    static const char *const rows[][2] = {
        {"the load balancer", "balancer"},        {"a surge in parcel scans", "surge"},
        {"settings of the relay", "settings"},    {"web-01", "web-01"},
        {"two nodes on rack 4", "nodes"},         {"relay", "relay"},
        {"slow queries, all of them", "queries"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_slice head = mirth_head(*state, s(rows[i][0]));
        if (!mirth_same_text(head, rows[i][1]))
            fail_msg("%s: %.*s", rows[i][0], (int)head.len, head.at);
    }
}

static void some_phrases_take_no_article_of_ours(void **state)
{
    static const char *const has[] = {"Monitoring Nginx",
                                      "release 4.18",
                                      "the relay",
                                      "a relay",
                                      "our relay",
                                      "every relay",
                                      "it",
                                      "we",
                                      "Ana's relay",
                                      "`relay.conf`",
                                      "DNS",
                                      "Zanzibar",
                                      "Monitoring Nginx",
                                      "Scaling the pool",
                                      "about half",
                                      "Nginx",
                                      "@Ana knows why",
                                      NULL};
    static const char *const has_not[] = {"relay",
                                          "Problematic query",
                                          "Zannix dashboard",
                                          "load balancer",
                                          "slow queries",
                                          "DNS server",
                                          NULL};
    assert_each(*state, mirth_has_article, true, has);
    assert_each(*state, mirth_has_article, false, has_not);
}

static bool may_lower(const struct mirth_english *english, struct mirth_slice phrase)
{
    return mirth_may_lower(english,
                           s("Lamps. The lamps of Zanzibar. Ghana has zebus, "
                             "see acme/reth/tags and the fezzan-kit."),
                           phrase);
}

static void only_a_sentences_own_capital_goes(void **state)
{
    static const char *const may[] = {"The relay",    "Engineers",  "Our team", "Users",
                                      "Lamps of old", "Root cause", NULL};
    static const char *const may_not[] = {"Nginx",     "DNS records", "I",         "Kubernetes",
                                          "Zanzibar",  "MySQL",       "PagerDuty", "`The` relay",
                                          "Reth v1.2", "Fezzan",      "Monday",    "the relay",
                                          "7 users",   "\"The end\"", "",          NULL};
    assert_each(*state, may_lower, true, may);
    assert_each(*state, may_lower, false, may_not);
}

static void a_name_written_small_is_not_raised(void **state)
{
    static const char *const may[] = {"the relay", "engineers", "a user", "on-call engineers",
                                      NULL};
    static const char *const may_not[] = {"nginx",      "eBay",     "web-01",  "file_a",
                                          "relay.conf", "/var/log", "`relay`", "The relay",
                                          "7 users",    "mysql",    "",        NULL};
    assert_each(*state, mirth_may_raise, true, may);
    assert_each(*state, mirth_may_raise, false, may_not);
}

static bool is_balanced(const struct mirth_english *english, struct mirth_slice phrase)
{
    (void)english;
    return mirth_is_balanced(phrase);
}

static void marks_close_as_often_as_they_open(void **state)
{
    static const char *const balanced[] = {"plain",  "**bold**", "*soft*", "(a [b])",
                                           "`code`", "\"so\"",   "",       NULL};
    static const char *const unbalanced[] = {"*soft", "(a",   "a)",       "[a",
                                             "`code", "\"so", "a] [b] (", NULL};
    assert_each(*state, is_balanced, true, balanced);
    assert_each(*state, is_balanced, false, unbalanced);
}

static void blemishes_are_mended_and_dates_kept(void **state)
{
    static const char *const rows[][2] = {
        {"slow,, then  silent .", "slow, then silent."},
        {"on May 5,, 2024", "on May 5,, 2024"},
        {"`a,,b`  c", "`a,,b`  c"},
        {"one\nline", "one line"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer out = {0};
        mirth_put_mended(&out, mirth_slice_of(rows[i][0]));
        assert_string_equal(mirth_buffer_slice(&out).at, rows[i][1]);
        mirth_buffer_free(&out);
    }
}

static void an_ending_is_spelt_as_the_word_wants_it(void **state)
{
    (void)state;
    assert_string_equal(mirth_ending_s(s("relay")), "s");
    assert_string_equal(mirth_ending_s(s("query")), "ies");
    assert_string_equal(mirth_ending_s(s("switch")), "es");
    assert_string_equal(mirth_ending_s(s("crash")), "es");
    assert_string_equal(mirth_ending_s(s("proxy")), "ies");
    assert_string_equal(mirth_ending_s(s("box")), "es");
    assert_string_equal(mirth_ending_s(s("y")), "s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blemishes_are_mended_and_dates_kept),
        cmocka_unit_test(an_stands_before_a_vowel_that_is_heard),
        cmocka_unit_test(a_plural_head_makes_a_plural_phrase),
        cmocka_unit_test(the_head_stands_before_the_first_preposition),
        cmocka_unit_test(some_phrases_take_no_article_of_ours),
        cmocka_unit_test(only_a_sentences_own_capital_goes),
        cmocka_unit_test(a_name_written_small_is_not_raised),
        cmocka_unit_test(marks_close_as_often_as_they_open),
        cmocka_unit_test(an_ending_is_spelt_as_the_word_wants_it),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
