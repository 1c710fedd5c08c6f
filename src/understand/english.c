/* english.c: the English book's words, looked up. */
#include "understand/english.h"

#include <stdlib.h>
#include <string.h>

#include "understand/lexicon.h"
#include "understand/image.h"

const char *const mirth_known_lists[MIRTH_L_KNOWN] = {
    [MIRTH_L_BE] = "be",
    [MIRTH_L_THE] = "the",
    [MIRTH_L_PRONOUN] = "pronoun",
    [MIRTH_L_AUX] = "aux",
    [MIRTH_L_PREPOSITION] = "preposition",
    [MIRTH_L_INSIDE] = "inside-np",
    [MIRTH_L_JOINT] = "joint",
    [MIRTH_L_COORDINATOR] = "coordinator",
    [MIRTH_L_ADVERB] = "adverb",
    [MIRTH_L_NEGATION] = "negation",
    [MIRTH_L_HEDGE] = "hedge",
    [MIRTH_L_LEAD] = "lead-word",
    [MIRTH_L_AGENT] = "agent",
    [MIRTH_L_ADJECTIVE_PP] = "participle-adjective",
    [MIRTH_L_PRODUCT] = "product",
    [MIRTH_L_ACT] = "act",
    [MIRTH_L_TITLE] = "title-word",
    [MIRTH_L_BAD] = "bad-thing",
    [MIRTH_L_MONTH] = "month",
    [MIRTH_L_WEEKDAY] = "weekday",
    [MIRTH_L_ZONE] = "zone",
    [MIRTH_L_UNIT] = "unit",
    [MIRTH_L_DURATION] = "duration-unit",
    [MIRTH_L_STOP] = "subject-stop",
    [MIRTH_L_CATENATIVE] = "catenative",
    [MIRTH_L_NO_TITLE] = "no-title",
    [MIRTH_L_ABBREVIATION] = "abbreviation",
    [MIRTH_L_COMPONENT] = "component",
    [MIRTH_L_ISSUE] = "issue",
    [MIRTH_L_TONE_ALLOW] = "tone allow",
    [MIRTH_L_REFUSE] = "tone refuse",
    [MIRTH_L_MIRTH_0] = "tone mirth-0",
    [MIRTH_L_MIRTH_1] = "tone mirth-1",
    [MIRTH_L_PLAYFUL] = "tone playful",
    [MIRTH_L_BLANK] = "blank",
    [MIRTH_L_TEMPLATE] = "template-word",
    [MIRTH_L_CAUSE] = "cause-word",
    [MIRTH_L_GUESS] = "guess",
    [MIRTH_L_REFLEXIVE] = "reflexive",
    [MIRTH_L_REASON] = "reason-word",
    [MIRTH_L_POINTER] = "pointer",
    [MIRTH_L_VAGUE] = "vague-component",
    [MIRTH_L_FLAW] = "flaw",
    [MIRTH_L_PERSON] = "person",
    [MIRTH_L_DANGLER] = "dangler",
    [MIRTH_L_STANDS] = "stands",
    [MIRTH_L_BARE] = "bare",
    [MIRTH_L_COUNT_NOUN] = "count-noun",
    [MIRTH_L_ANAPHOR] = "anaphor",
    [MIRTH_L_COMPOUND] = "compound",
    [MIRTH_L_TAKES_TO] = "takes-to",
    [MIRTH_L_SPAN] = "span",
    [MIRTH_L_NO_SPAN] = "no-span",
    [MIRTH_L_APOLOGY] = "apology",
    [MIRTH_L_HANDOVER] = "handover",
    [MIRTH_L_PERFECT] = "perfect",
    [MIRTH_L_STATEMENT] = "statement",
    [MIRTH_L_COMPLAINT] = "complaint",
    [MIRTH_L_CONDITION] = "condition",
    [MIRTH_L_HARMED] = "harmed",
    [MIRTH_L_BEFELL] = "befell",
    [MIRTH_L_DONE_TO] = "done-to",
    [MIRTH_L_PRIVATE] = "private",
    [MIRTH_L_EXPOSED] = "exposed",
    [MIRTH_L_DISMISSED] = "dismissed",
    [MIRTH_L_KEPT] = "kept",
    [MIRTH_L_GONE] = "gone",
    [MIRTH_L_PREDICATE] = "predicate",
    [MIRTH_L_MEASURE_NOUN] = "measure-noun",
    [MIRTH_L_MONEY] = "money",
    [MIRTH_L_MISLAID] = "mislaid",
    [MIRTH_L_LOSING] = "losing",
    [MIRTH_L_BELONGINGS] = "belongings",
    [MIRTH_L_SELF] = "self",
    [MIRTH_L_TOLD_IMPACT] = "told-impact",
    [MIRTH_L_PEOPLE] = "people",
    [MIRTH_L_NO_FIX] = "no-fix",
    [MIRTH_L_STOPGAP] = "stopgap",
    [MIRTH_L_LEANING] = "leaning",
    [MIRTH_L_NO_IMPACT] = "no-impact",
    [MIRTH_L_BEFORE_NAME] = "before-name",
    [MIRTH_L_SO_THAT] = "so-that",
    [MIRTH_L_TONE_DENIAL] = "tone-denial",
    [MIRTH_L_COURTESY] = "courtesy",
    [MIRTH_L_TO_BE] = "to-be",
    [MIRTH_L_WHEN_NOUN] = "when-noun",
    [MIRTH_L_TAKEN_AS] = "taken-as",
    [MIRTH_L_TRANSITIVE] = "transitive",
    [MIRTH_L_ENDING] = "ending",
    [MIRTH_L_BEGINNING] = "beginning",
    [MIRTH_L_REPORTED] = "reported",
    [MIRTH_L_NO_CHANGE] = "no-change",
    [MIRTH_L_CALM_WORD] = "calm-word",
    [MIRTH_L_TIME_OPENER] = "time-opener",
    [MIRTH_L_FIX_WORD] = "fix-word",
    [MIRTH_L_ASSURANCE] = "assurance",
    [MIRTH_L_VAGUE_THING] = "vague-thing",
    [MIRTH_L_AMOUNT] = "amount",
    [MIRTH_L_ALARM] = "alarm",
    [MIRTH_L_SOMEBODY] = "somebody",
    [MIRTH_L_CAUSING_FRAME] = "causing-frame",
    [MIRTH_L_RESTARTING_FRAME] = "restarting-frame",
    [MIRTH_L_VAGUE_FIX] = "vague-fix",
    [MIRTH_L_DOING_FRAME] = "doing-frame",
    [MIRTH_L_TO_MEND] = "to-mend",
    [MIRTH_L_BY_WHICH] = "by-which",
    [MIRTH_L_MENDED_FRAME] = "mended-frame",
    [MIRTH_L_SURE_FRAME] = "sure-frame",
    [MIRTH_L_NEWS] = "news",
    [MIRTH_L_CLEARED] = "cleared",
    [MIRTH_L_RELIEF] = "relief",
    [MIRTH_L_DATE_WORD] = "date-word",
    [MIRTH_L_OWN_DOING] = "own-doing",
    [MIRTH_L_GOES_ON] = "goes-on",
    [MIRTH_L_DENIAL] = "denial",
    [MIRTH_L_AFTERWARDS] = "afterwards",
    [MIRTH_L_TOLD_STATE] = "told-state",
    [MIRTH_L_COPULAR] = "copular",
    [MIRTH_L_TROUBLE_SIGN] = "trouble-sign",
    [MIRTH_L_OTHER_SENSE] = "other-sense",
    [MIRTH_L_FIX_VERB] = "fix-verb",
    [MIRTH_L_IN_VAIN] = "in-vain",
    [MIRTH_L_GEAR] = "gear",
    [MIRTH_L_ERGATIVE] = "ergative",
    [MIRTH_L_VOCABULARY] = "vocabulary",
    [MIRTH_L_MENDING] = "mending",
    [MIRTH_L_ACCOMPLISHED] = "accomplished",
    [MIRTH_L_AGENT_MARK] = "agent-mark",
    [MIRTH_L_INFINITIVE_MARK] = "infinitive-mark",
    [MIRTH_L_THAT] = "that-word",
    [MIRTH_L_WHOLE_MARK] = "whole-mark",
    [MIRTH_L_AND_OR] = "and-or",
    [MIRTH_L_SOFT_JOINT] = "soft-joint",
    [MIRTH_L_NOW] = "now-word",
    [MIRTH_L_RELATIVE] = "relative",
    [MIRTH_L_CLAUSE_STOP] = "clause-stop",
    [MIRTH_L_UNDER_WAY] = "under-way",
    [MIRTH_L_QUANTITY] = "quantity",
    [MIRTH_L_COMPANION] = "companion",
    [MIRTH_L_CLOCK_WORD] = "clock-word",
    [MIRTH_L_TIME_JOINT] = "time-joint",
    [MIRTH_L_EXPLETIVE] = "expletive",
    [MIRTH_L_LABEL_VERB] = "label-verb",
    [MIRTH_L_LABEL_FINDING] = "label-finding",
    [MIRTH_L_LABEL_CLAUSE] = "label-clause",
    [MIRTH_L_LABEL_END] = "label-end",
    [MIRTH_L_VALUE_HEADING] = "value-heading",
    [MIRTH_L_TITLE_KEY] = "title-key",
    [MIRTH_L_ADDITIVE] = "additive",
    [MIRTH_L_TURN] = "turn-word",
    [MIRTH_L_PURPOSE] = "purpose",
    [MIRTH_L_NUMBERED] = "numbered",
    [MIRTH_L_FIXING] = "fixing",
    [MIRTH_L_CLOSING_LINE] = "closing-line",
    [MIRTH_L_MODAL] = "modal",
    [MIRTH_L_TRAILING] = "trailing-word",
    [MIRTH_L_MEANS] = "means-word",
    [MIRTH_L_VERB_TAIL] = "verb-tail",
    [MIRTH_L_BARE_PRONOUN] = "bare-pronoun",
    [MIRTH_L_OBJECT_FORM] = "object-form",
    [MIRTH_L_SUBJECT_FORM] = "subject-form",
    [MIRTH_L_PLURAL_NOUN] = "plural-noun",
    [MIRTH_L_SINGULAR_NOUN] = "singular-noun",
    [MIRTH_L_PORTION] = "portion",
    [MIRTH_L_ALL_OF] = "all-of",
    [MIRTH_L_PLURAL_WORD] = "plural-word",
    [MIRTH_L_SINGULAR_WORD] = "singular-word",
    [MIRTH_L_AN_WORD] = "an-word",
    [MIRTH_L_KEEPS_CAPITAL] = "keeps-capital",
    [MIRTH_L_ARTICLE] = "article",
    [MIRTH_L_SUBCLAUSE] = "subclause",
    [MIRTH_L_UNREAL] = "unreal",
    [MIRTH_L_HANGING] = "hanging",
    [MIRTH_L_PARTICLE] = "particle",
    [MIRTH_L_VOICE_I] = "voice-i",
    [MIRTH_L_VOICE_WE] = "voice-we",
    [MIRTH_L_BECAUSE] = "because",
    [MIRTH_L_NAMING] = "naming",
    [MIRTH_L_OF_A_DEED] = "of-a-deed",
    [MIRTH_L_ECHO] = "echo",
    [MIRTH_L_HALF_SAID] = "half-said",
    [MIRTH_L_MENDING_FRAME] = "mending-frame",
    [MIRTH_L_CHANGING_FRAME] = "changing-frame",
    [MIRTH_L_RESULT] = "result-word",
    [MIRTH_L_LACK] = "lack",
    [MIRTH_L_BESIDE_CAUSE] = "beside-cause",
    [MIRTH_L_KEPT_COPY] = "kept-copy",
    [MIRTH_L_MESSAGE_WORD] = "message-word",
    [MIRTH_L_ROUGHLY] = "roughly",
    [MIRTH_L_USED_BY] = "used-by",
    [MIRTH_L_FINDING_WORD] = "finding-word",
    [MIRTH_L_CULPRIT_WORD] = "culprit-word",
};

uint32_t mirth_word_hash(struct mirth_slice s)
{
    uint32_t hash = MIRTH_WORD_HASH;
    for (size_t i = 0; i < s.len; i++)
        hash = mirth_word_step(hash, mirth_lower(s.at[i]));
    return hash;
}

/* text is in lower case already. */
static bool is_text(const struct mirth_english *e, const struct mirth_word *w, struct mirth_slice s)
{
    const char *text = e->strings + w->text;
    if (w->length != s.len)
        return false;
    for (size_t i = 0; i < s.len; i++) /* words are short: a call would take longer */
        if (text[i] != s.at[i] && text[i] != mirth_lower(s.at[i]))
            return false;
    return true;
}

uint32_t mirth_word_at(const struct mirth_english *e, struct mirth_slice text, uint32_t hash)
{
    size_t mask = e->table_size - 1, i = hash & mask;
    for (; e->table[i]; i = (i + 1) & mask) {
        const struct mirth_word *w = &e->words[e->table[i]];
        if (w->hash == hash && is_text(e, w, text))
            return e->table[i];
    }
    return 0;
}

uint32_t mirth_word(const struct mirth_english *e, struct mirth_slice text)
{
    return mirth_word_at(e, text, mirth_word_hash(text));
}

int mirth_list(const struct mirth_english *e, const char *name)
{
    for (size_t i = 0; i < e->list_count; i++)
        if (!strcmp(mirth_string(e, e->lists[i]), name))
            return (int)i;
    return -1;
}

static bool compile(const struct mirth_book *book, struct mirth_buffer *image,
                    struct mirth_error *err)
{
    struct mirth_lexicon *lexicon = mirth_lexicon_new(book, err);
    bool ok = lexicon && (mirth_image_write(lexicon, image) || mirth_no_memory(err));
    mirth_lexicon_free(lexicon);
    return ok;
}

static bool take_image(struct mirth_english *e, const struct mirth_book *book)
{
    return book->carried ? mirth_image_trust(e, book->image) : mirth_image_read(e, book->image);
}

struct mirth_english *mirth_english_kept(const struct mirth_book *book)
{
    struct mirth_english *e = calloc(1, sizeof *e);
    if (e && take_image(e, book))
        return e;
    free(e);
    return NULL;
}

struct mirth_english *mirth_english_new(const struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_english *e = calloc(1, sizeof *e);
    if (!e) {
        mirth_no_memory(err);
        return NULL;
    }
    if (take_image(e, book) ||
        (compile(book, &e->own, err) &&
         (mirth_image_read(e, mirth_buffer_slice(&e->own)) ||
          mirth_fail(err, MIRTH_BROKEN, "%s: too large for an English book", book->path))))
        return e;
    mirth_english_free(e);
    return NULL;
}

bool mirth_english_prepare(struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_buffer image = {0};
    bool ok = compile(book, &image, err);
    if (ok) {
        book->image = mirth_slice(mirth_pool_copy(&book->pool, image.at, image.len), image.len);
        ok = book->image.at || mirth_no_memory(err);
    }
    mirth_buffer_free(&image);
    return ok;
}

void mirth_english_free(struct mirth_english *e)
{
    if (!e)
        return;
    mirth_buffer_free(&e->own);
    free(e);
}
