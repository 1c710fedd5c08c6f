/* match_traps.h: sentences that look like a frame, and what they may be matched to instead. */
#ifndef TESTS_MATCH_TRAPS_H
#define TESTS_MATCH_TRAPS_H

#include "match_rows.h"

/* A row is a line. */
/* clang-format off */
static const struct row negated[] = {
    {"The relay was not restarted.", "-"},
    {"No backup was taken.", "-"},
    {"Nobody noticed the drift.", "-"},
    {"The alarm never fired.", "-"},
    {"The alarm has not fired.", "-"},
    {"The cause was not the relay.", "-"},
    {"The outage was not caused by the relay.", "-"},
    {"The relay was not down.", "-"},
    {"Nothing was normal.", "-"},
    {"No users were affected.", "-"},
    {"Users were no longer affected.", "-"},
    {"The relay was never rebooted.", "-"},
    {"The report showed nothing unusual.", "-"},
    {"The crew found nothing.", "-"},
    {"The crew decided not to restart the relay.", "-"},
    {"Neither probe detected the drift.", "-"},
    {"The patch has yet to be deployed.", "-"},
    {"Not all readers were affected.", "-"},
    {"The crew found no stray keys.", "ruled-out who=[The crew] what=[stray keys]"},
    {"The crew decided to not restart the relay.", "decided who=[The crew] do=[not restart the relay]"},
    {"The report showed that nothing was lost.", "revealed who=[The report] that=[nothing was lost]"},
    {"The spare did not crash.", "-"},
    {"No restart was needed.", "-"},
    {"None of the probes fired.", "-"},
    {"The crew never ruled out a power cut.", "-"},
    {"The link was neither patched nor replaced.", "-"},
    {"The vendor has not escalated the ticket.", "-"},
    {"The archive was not back online.", "-"},
    {"Mail delivery has not resumed.", "-"},
    {"The alarm did not fire.", "-"},
    {"The parser wasn't fixed.", "-"},
};

static const struct row hedged[] = {
    {"We could have restarted the relay.", "-"},
    {"The vendor may have patched the firmware.", "-"},
    {"The relay should be rebooted.", "-"},
    {"The leak might be fixed.", "-"},
    {"The relay will be restarted tonight.", "-"},
    {"The alarm should have fired.", "-"},
    {"The relay cannot be restarted.", "unable who=[The relay] do=[be restarted]"},
    {"The crew would escalate the ticket to the vendor.", "-"},
    {"The relay was nearly overloaded.", "overwhelmed what=[The relay] adverb=[nearly]"},
    {"The team was unable to restore the index.", "unable who=[The team] do=[restore the index]"},
    {"The relay failed to restart.", "unable who=[The relay] do=[restart]"},
    {"The crew tried to fix the parser.", "tried who=[The crew] do=[fix the parser]"},
    {"The relay could crash.", "-"},
    {"The vendor can restart the relay.", "-"},
    {"A patch would fix the parser.", "-"},
    {"The fix must be deployed by hand.", "-"},
    {"The link may have been cut.", "-"},
};

static const struct row supposed[] = {
    {"Had the alarm fired, the crew would have known.", "-"},
    {"Had we restarted the relay, nothing would have changed.", "-"},
    {"It was assumed that the relay had been restarted.", "-"},
    {"The vendor denied that the batch was recalled.", "-"},
    {"The crew considered restarting the relay.", "-"},
    {"The crew recommended that the relay be restarted.", "-"},
    {"The relay refused to restart.", "-"},
    {"The relay needed restarting.", "-"},
    {"The relay was said to be restarted.", "-"},
    {"The decision to restart the relay was reversed.", "-"},
    {"Unless the relay was restarted, mail stayed queued.", "-"},
    {"Restarting the relay did not help.", "-"},
    {"If the relay had crashed, the spare would have taken over.", "- lead=[If the relay had crashed]"},
    {"Once the relay is restarted, mail will flow.", "- lead=[Once the relay is restarted]"},
    {"The spare was supposed to recover.", "-"},
    {"The ticket was about to be escalated.", "-"},
    {"The plan was to restart the relay.", "-"},
};

static const struct row asked[] = {
    {"Was the relay restarted?", "-"},
    {"Did the alarm fire?", "-"},
    {"Who restarted the relay?", "-"},
    {"Why was the relay restarted?", "-"},
    {"When did the disk alarm fire?", "-"},
    {"Restart the relay.", "-"},
    {"Escalate to the vendor.", "-"},
    {"The banner said \"Relay restarted\".", "-"},
    {"The banner said \"The relay was restarted\".", "-"},
    {"Nina asked \"Was the relay restarted?\"", "did who=[Nina] what=[\"Was the relay restarted?\"]"},
    {"Has the parser been fixed?", "-"},
    {"Could the vendor restart the relay?", "-"},
    {"Why did the relay crash?", "-"},
};

static const struct row reversed[] = {
    {"The alarm that fired was for another rack.", "-"},
    {"The relay we restarted was healthy.", "-"},
    {"The patch deployed last week was faulty.", "-"},
    {"The engineers who restarted the relay were thanked.", "-"},
    {"A restarted relay is not a repaired relay.", "-"},
    {"The failed disk was kept.", "-"},
    {"Fixed limits were in force.", "-"},
    {"Relay restarts were frequent.", "-"},
    {"The parser was easy to fix.", "-"},
    {"Customers resumed their orders.", "-"},
    {"The relay broke the build.", "-"},
    {"Engineers restarted.", "-"},
    {"The team checked.", "-"},
    {"We patched.", "-"},
    {"The fix was rolled back.", "rolled-back what=[The fix]"},
    {"The rollback was reverted.", "rolled-back what=[The rollback]"},
    {"Traffic resumed.", "restored what=[Traffic]"},
    {"The crew that restarted the relay was thanked.", "-"},
    {"The memo about restored backups was short.", "-"},
    {"The relay was older than the restarted one.", "-"},
};

static const struct row report[] = {
    {"The nightly probe detected a leak.", "detected by=[The nightly probe] what=[a leak]"},
    {"The nightly probe detects a leak.", "-"},
    {"Omar restarted the proxy.", "restarted who=[Omar] what=[the proxy]"},
    {"Omar restarts the proxy.", "-"},
    {"The watchdog restarts the importer every night.", "-"},
    {"The mirrors were healthy.", "fine what=[The mirrors] state=[healthy]"},
    {"The mirrors are healthy.", "-"},
    {"The queue is down.", "-"},
    {"The ring is monitored by two probes.", "-"},
    {"Shoppers report empty baskets.", "-"},
    {"The relay has been replaced.", "done what=[The relay]"},
    {"Two probes watch the ring.", "-"},
};

static const struct row request[] = {
    {"Raise an alarm when inode usage passes 80%.", "alert"},
    {"Chart the inode usage on a dashboard.", "monitor"},
    {"Teach new staff how the relay fails.", "train"},
    {"Run a drill of the importer every quarter.", "test"},
    {"Automate the merge of locale files.", "automate"},
    {"Have two people audit the routing rules.", "review"},
    {"Write a runbook for the importer.", "document"},
    {"Keep a second replica of the ledger.", "redundancy"},
    {"Scale the importer with the season.", "scale"},
    {"Forecast the volume of parcels.", "plan"},
    {"Throttle bulk exports.", "limit"},
    {"Tune the slow report.", "optimize"},
    {"Put the admin console behind a firewall.", "secure"},
    {"Upgrade the parser.", "update"},
    {"Move a parameter out of the code.", "configure"},
    {"Inform partners before a freeze.", "communicate"},
    {"Move the archive to another room.", "do"},
    {"Keep spare fibres in the cage.", "do"},
    {"Ladders in the cage.", "-"},
    {"Training of new staff.", "train"},
    {"Add a small alert on the dashboard.", "alert"},
};

/* clang-format on */

#endif
