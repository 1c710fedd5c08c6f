/* explain.c: beside each sentence of the record what was recognised, what became of it, and why. */
#include "write/explain.h"

static void put_row(struct mirth_buffer *out, const char *label, struct mirth_slice text)
{
    mirth_put_text(out, label);
    mirth_put_slice(out, text);
    mirth_put_char(out, '\n');
}

static void put_slot(struct mirth_buffer *out, const char *name, struct mirth_slice text)
{
    if (!text.len)
        return;
    mirth_put_text(out, " {");
    mirth_put_text(out, name);
    mirth_put_text(out, "}=[");
    mirth_put_slice(out, text);
    mirth_put_char(out, ']');
}

static void put_frame(struct mirth_buffer *out, const struct mirth_clause *clause)
{
    mirth_put_text(out, "  frame    ");
    mirth_put_text(out, clause->frame ? clause->frame : "none");
    put_slot(out, "lead", clause->lead);
    for (size_t i = 0; i < MIRTH_SLOTS && clause->slots[i].name; i++)
        put_slot(out, clause->slots[i].name, clause->slots[i].text);
    put_slot(out, "adv", clause->adverb);
    put_slot(out, "rest", clause->rest);
    mirth_put_char(out, '\n');
}

static void put_clause(struct mirth_buffer *out, const struct mirth_clause *clause)
{
    put_row(out, "  record   ", clause->text);
    put_frame(out, clause);
    if (clause->retold)
        put_row(out, "  edition  ", mirth_slice_of(clause->retold));
    if (clause->dropped)
        mirth_put_text(out, "  dropped  for length: an edition has its limit\n");
    mirth_put_text(out, clause->why ? clause->why : "");
    mirth_put_char(out, '\n');
}

static void put_digest(struct mirth_buffer *out, const struct mirth_story *story, const char *gag)
{
    const struct mirth_digest *d = &story->digest;
    put_row(out, "fault      ", mirth_slice_of(d->fault ? d->fault : "none"));
    put_row(out, "component  ", d->component.len ? d->component : mirth_slice_of("none"));
    put_row(out, "culprit    ", d->culprit.len ? d->culprit : mirth_slice_of("none"));
    put_row(out, "cause      ", d->cause.len ? d->cause : mirth_slice_of("none"));
    put_row(out, "gag        ", mirth_slice_of(gag ? gag : "none"));
    mirth_put_char(out, '\n');
}

bool mirth_write_explanation(const struct mirth_story *story,
                             const struct mirth_retelling *retelling, struct mirth_buffer *out)
{
    put_digest(out, story, retelling->gag);
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count; k++) {
            mirth_put_text(out, story->name);
            mirth_put_char(out, ':');
            mirth_put_number(out, part->line);
            mirth_put_text(out, ": ");
            mirth_put_text(out, mirth_kind_name(part->kind));
            mirth_put_char(out, '\n');
            put_clause(out, &part->clauses[k]);
        }
    }
    return !out->spent;
}
