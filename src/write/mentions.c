/* mentions.c: "@name" that notifies nobody, though a reader sees the same. */
#include "write/mentions.h"

#include <string.h>

/* What parts the sign from the name where a forge looks for mentions: a comment, which it drops
 * only afterwards. */
static const char quiet[] = "<!-- -->";

enum { RUNS = 32 }; /* backquotes that may open a code span; nobody needs more */

/* The text on its way: what has been copied, and where the next line begins. */
struct pass {
    struct mirth_slice in;
    struct mirth_buffer *out;
    size_t copied;
    char fence; /* of the code block that is open, or 0 */
    size_t fence_length;
    bool hopeless[RUNS + 1]; /* by what opens: a tag, a run of that many backquotes, an address */
};

static size_t run_length(struct mirth_slice s, size_t at)
{
    size_t n = 1;
    while (at + n < s.len && s.at[at + n] == s.at[at])
        n++;
    return n;
}

static size_t line_end(struct mirth_slice s, size_t at)
{
    const char *end = memchr(s.at + at, '\n', s.len - at);
    return end ? (size_t)(end - s.at) + 1 : s.len;
}

/* Whether the line at `at` opens or closes a code block. */
static bool turns_fence(struct pass *p, size_t at)
{
    size_t n;
    while (at < p->in.len && (p->in.at[at] == ' ' || p->in.at[at] == '>'))
        at++;
    if (at == p->in.len || (p->in.at[at] != '`' && p->in.at[at] != '~'))
        return false;
    n = run_length(p->in, at);
    if (p->fence ? p->in.at[at] != p->fence || n < p->fence_length : n < 3)
        return false;
    p->fence = p->fence ? '\0' : p->in.at[at];
    p->fence_length = n;
    return true;
}

/* Behind the bytes that close what opened at `at`, on this line; 0 where none do. */
static size_t behind_closer(struct mirth_slice s, size_t at, size_t end, char closer, size_t length)
{
    for (size_t i = at; i < end; i += s.at[i] == closer ? run_length(s, i) : 1)
        if (s.at[i] == closer && (closer != '`' || run_length(s, i) == length))
            return i + length;
    return 0;
}

/* Behind the code span, the tag or the address that begins at `at`; 0 where there is none. What
 * was not closed once on a line is not looked for there again, so that a line costs no more than
 * RUNS times its length. */
static size_t behind_verbatim(struct pass *p, size_t at, size_t end)
{
    char c = p->in.at[at];
    bool code = c == '`', address = c == '(' && at && p->in.at[at - 1] == ']';
    size_t length = code ? run_length(p->in, at) : 1, behind;
    bool *hopeless = &p->hopeless[code ? length % RUNS : c == '<' ? 0 : RUNS];
    if ((!code && c != '<' && !address) || length >= RUNS || *hopeless)
        return code ? at + length : 0;
    behind = behind_closer(p->in, at + length, end, code ? '`' : address ? ')' : '>', length);
    *hopeless = !behind;
    return behind || !code ? behind : at + length;
}

/* "@ines", not "ines@example.org" and not "https://example.org/@ines". */
static bool is_mention(struct mirth_slice s, size_t at)
{
    char before = at ? s.at[at - 1] : ' ', next = at + 1 < s.len ? s.at[at + 1] : ' ';
    return s.at[at] == '@' && !mirth_is_alpha(before) && !mirth_is_digit(before) &&
           !strchr("./_-@\\", before) && (mirth_is_letter(next) || mirth_is_digit(next));
}

static void mute_line(struct pass *p, size_t at, size_t end)
{
    memset(p->hopeless, 0, sizeof p->hopeless);
    while (at < end) {
        size_t behind = behind_verbatim(p, at, end);
        if (!behind && is_mention(p->in, at)) {
            mirth_put(p->out, p->in.at + p->copied, at + 1 - p->copied);
            mirth_put_text(p->out, quiet);
            p->copied = at + 1;
        }
        at = behind ? behind : at + 1;
    }
}

void mirth_mute_mentions(struct mirth_slice markdown, struct mirth_buffer *out)
{
    struct pass p = {.in = markdown, .out = out};
    for (size_t at = 0, end; at < markdown.len; at = end) {
        end = line_end(markdown, at);
        if (!turns_fence(&p, at) && !p.fence)
            mute_line(&p, at, end);
    }
    mirth_put(out, markdown.at + p.copied, markdown.len - p.copied);
}
