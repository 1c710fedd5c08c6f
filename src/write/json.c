/* json.c: the JSON writer: what was understood of a record, and what became of it. */
#include "write/json.h"

static const char *const FACT_KINDS[MIRTH_FACT_KINDS] = {
    [MIRTH_FACT_DATE] = "date",         [MIRTH_FACT_TIME] = "time",
    [MIRTH_FACT_DURATION] = "duration", [MIRTH_FACT_PERCENTAGE] = "percentage",
    [MIRTH_FACT_NUMBER] = "number",     [MIRTH_FACT_VERSION] = "version",
    [MIRTH_FACT_HOST] = "host",         [MIRTH_FACT_URL] = "url",
    [MIRTH_FACT_CODE] = "code",         [MIRTH_FACT_QUOTE] = "quote",
    [MIRTH_FACT_LINK] = "link",         [MIRTH_FACT_NAME] = "name",
};

static void put_escape(struct mirth_buffer *out, char c)
{
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"': mirth_put(out, "\\\"", 2); break;
    case '\\': mirth_put(out, "\\\\", 2); break;
    case '\n': mirth_put(out, "\\n", 2); break;
    case '\r': mirth_put(out, "\\r", 2); break;
    case '\t': mirth_put(out, "\\t", 2); break;
    default:
        mirth_put(out, "\\u00", 4);
        mirth_put_char(out, hex[(unsigned char)c >> 4]);
        mirth_put_char(out, hex[c & 15]);
    }
}

void mirth_put_json(struct mirth_buffer *out, struct mirth_slice text)
{
    size_t from = 0;
    mirth_put_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if ((unsigned char)c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        mirth_put(out, text.at + from, i - from);
        put_escape(out, c);
        from = i + 1;
    }
    mirth_put(out, text.at + from, text.len - from);
    mirth_put_char(out, '"');
}

static void put_or_null(struct mirth_buffer *out, const char *text)
{
    if (text)
        mirth_put_json(out, mirth_slice_of(text));
    else
        mirth_put_text(out, "null");
}

static void put_slice_or_null(struct mirth_buffer *out, struct mirth_slice text)
{
    if (text.len)
        mirth_put_json(out, text);
    else
        mirth_put_text(out, "null");
}

/* names: of all situations, by their numbers */
static void put_situations(struct mirth_buffer *out, const struct mirth_clause *clause,
                           const char *const *names)
{
    mirth_put_char(out, '[');
    for (size_t i = 0; i < MIRTH_SHOWN && clause->shows[i]; i++) {
        mirth_put_text(out, i ? ", " : "");
        mirth_put_json(out, mirth_slice_of(names[clause->shows[i]]));
    }
    mirth_put_char(out, ']');
}

static void put_clause(struct mirth_buffer *out, const struct mirth_clause *clause,
                       const char *const *situations)
{
    mirth_put_text(out, "{\"text\": ");
    mirth_put_json(out, clause->text);
    mirth_put_text(out, ", \"frame\": ");
    put_or_null(out, clause->frame);
    mirth_put_text(out, ", \"shows\": ");
    put_situations(out, clause, situations);
    mirth_put_text(out, ", \"phrasing\": ");
    put_or_null(out, clause->phrasing);
    mirth_put_text(out, ", \"wording\": ");
    put_or_null(out, clause->wording);
    mirth_put_text(out, ", \"headline\": ");
    put_or_null(out, clause->headline);
    mirth_put_text(out, ", \"said\": ");
    put_or_null(out, clause->said);
    mirth_put_text(out, ", \"retold\": ");
    mirth_put_json(out, clause->retold ? mirth_slice_of(clause->retold) : clause->text);
    mirth_put_char(out, '}');
}

static void put_time(struct mirth_buffer *out, const struct mirth_part *part)
{
    if (part->kind != MIRTH_EVENT || !part->time.len) {
        mirth_put_text(out, "null");
        return;
    }
    mirth_put_text(out, "{\"text\": ");
    mirth_put_json(out, part->time);
    mirth_put_text(out, ", \"iso\": ");
    put_or_null(out, part->iso[0] ? part->iso : NULL);
    mirth_put_char(out, '}');
}

static void put_part(struct mirth_buffer *out, const struct mirth_part *part,
                     const char *const *situations)
{
    mirth_put_text(out, "{\"line\": ");
    mirth_put_number(out, part->line);
    mirth_put_text(out, ", \"kind\": ");
    mirth_put_json(out, mirth_slice_of(mirth_kind_name(part->kind)));
    mirth_put_text(out, ", \"name\": ");
    mirth_put_json(out, mirth_slice_of(part->name ? part->name : "-"));
    mirth_put_text(out, ", \"time\": ");
    put_time(out, part);
    mirth_put_text(out, ", \"clauses\": [");
    for (size_t i = 0; i < part->clause_count; i++) {
        mirth_put_text(out, i ? ", " : "");
        put_clause(out, &part->clauses[i], situations);
    }
    mirth_put_text(out, "]}");
}

static void put_fact(struct mirth_buffer *out, const struct mirth_fact *fact)
{
    mirth_put_text(out, "{\"line\": ");
    mirth_put_number(out, fact->line);
    mirth_put_text(out, ", \"kind\": ");
    mirth_put_json(out, mirth_slice_of(FACT_KINDS[fact->kind]));
    mirth_put_text(out, ", \"text\": ");
    mirth_put_json(out, fact->text);
    mirth_put_char(out, '}');
}

/* The seed is a string: it has 64 bits, and a JSON number only 53 of them. */
static void put_head(struct mirth_buffer *out, const struct mirth_retelling *retelling)
{
    mirth_put_text(out, "{\"postmirth\": ");
    mirth_put_json(out, mirth_slice_of(mirth_version()));
    mirth_put_text(out, ", \"theme\": ");
    put_or_null(out, retelling->theme);
    mirth_put_text(out, ", \"seed\": \"");
    mirth_put_number(out, retelling->seed);
    mirth_put_text(out, "\", \"mirth\": ");
    mirth_put_number(out, retelling->mirth > 0 ? (uint64_t)retelling->mirth : 0);
}

/* A refusal is a cap of 0 with reasons. */
static void put_tone(struct mirth_buffer *out, const struct mirth_tone *tone)
{
    mirth_put_text(out, ",\n \"tone\": {\"cap\": ");
    mirth_put_number(out, tone->cap > 0 ? (uint64_t)tone->cap : 0);
    mirth_put_text(out, ", \"reasons\": [");
    for (size_t i = 0; i < tone->reason_count; i++) {
        mirth_put_text(out, i ? ", {\"line\": " : "{\"line\": ");
        mirth_put_number(out, tone->reasons[i].line);
        mirth_put_text(out, ", \"text\": ");
        mirth_put_json(out, tone->reasons[i].words);
        mirth_put_char(out, '}');
    }
    mirth_put_text(out, "]}");
}

static void put_computed(struct mirth_buffer *out, const struct mirth_digest *digest)
{
    mirth_put_text(out, ",\n \"computed\": {\"duration_s\": ");
    if (digest->lasted >= 0)
        mirth_put_number(out, (uint64_t)digest->lasted * 60);
    else
        mirth_put_text(out, "null");
    mirth_put_text(out, ", \"fault\": ");
    put_or_null(out, digest->fault);
    mirth_put_text(out, ", \"component\": ");
    put_slice_or_null(out, digest->component);
    mirth_put_text(out, ", \"culprit\": ");
    put_slice_or_null(out, digest->culprit);
    mirth_put_text(out, ", \"cause\": ");
    put_slice_or_null(out, digest->cause);
    mirth_put_text(out, "}}\n");
}

bool mirth_write_json(const struct mirth_story *story, const struct mirth_retelling *retelling,
                      struct mirth_buffer *out)
{
    put_head(out, retelling);
    put_tone(out, &story->tone);
    mirth_put_text(out, ",\n \"parts\": [");
    for (size_t i = 0; i < story->part_count; i++) {
        mirth_put_text(out, i ? ",\n  " : "\n  ");
        put_part(out, &story->parts[i], (const char *const *)story->digest.situations);
    }
    mirth_put_text(out, "],\n \"facts\": [");
    for (size_t i = 0; i < story->fact_count; i++) {
        mirth_put_text(out, i ? ",\n  " : "\n  ");
        put_fact(out, &story->facts[i]);
    }
    mirth_put_text(out, "]");
    put_computed(out, &story->digest);
    return !out->spent;
}
