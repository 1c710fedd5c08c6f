/* bench.c: the filter against cmark on the same content: goals for time, memory and growth
 *
 * usage: bench POSTMIRTH BOOK CMARK RECORD ENGLISH THEME
 *
 * Runs of the two programs alternate, whole processes from fork to exit, and the medians of the
 * CPU's time for them (their own and the system's) are compared, so that what else a machine does
 * matters little. Each line says what was measured, what the goal is and whether it is met; the
 * status is 1 where one is missed by more than the noise. */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MOST_RUNS = 401,
    NOISE_PERCENT = 15,
    RUNS_OF_PREVIEW = 41,
    MEGABYTE = 1000000,
    RUNS_OF_1MB = 21,
    RUNS_OF_10MB = 7
};

struct run {
    double cpu;  /* seconds, the program's own and the system's for it */
    double peak; /* bytes */
};

static void die(const char *what)
{
    perror(what);
    exit(2);
}

static double in_seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* A program with its arguments, and the file that it reads. */
struct command {
    char *argv[8];
    const char *input;
};

/* The child's side: program arguments < input > output. */
static void become(const struct command *command, const char *output)
{
    int in = open(command->input, O_RDONLY);
    int out = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0)
        die(command->input);
    execv(command->argv[0], command->argv);
    die(command->argv[0]);
}

static struct run run_into(const struct command *command, const char *output)
{
    struct run result;
    struct rusage usage;
    int status;
    pid_t child = fork();
    if (child < 0)
        die("fork");
    if (!child)
        become(command, output);
    if (wait4(child, &status, 0, &usage) < 0)
        die("wait4");
    result.cpu = in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime);
    result.peak = (double)usage.ru_maxrss * 1024;
    if (!WIFEXITED(status) || WEXITSTATUS(status)) {
        fprintf(stderr, "%s: status %d for %s; expected 0\n", command->argv[0], status,
                command->input);
        exit(2);
    }
    return result;
}

static struct run run(const struct command *command)
{
    return run_into(command, "/dev/null");
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times, size_t count)
{
    qsort(times, count, sizeof *times, by_size);
    return times[count / 2];
}

/* ---- goals ---- */

static bool all_met = true;

/* goal: 0 where there is none. */
static void judge(const char *what, double value, double goal, const char *unit)
{
    bool met = value <= goal, near = value <= goal * (100 + NOISE_PERCENT) / 100;
    if (goal <= 0) {
        printf("%-34s %7.2f %s\n", what, value, unit);
        fflush(stdout);
        return;
    }
    printf("%-34s %7.2f %s, goal %.2f: %s\n", what, value, unit, goal,
           met    ? "met"
           : near ? "missed within the noise"
                  : "MISSED");
    fflush(stdout);
    all_met &= near;
}

/* The medians of both, in seconds of CPU; the second's largest peak. */
struct pair {
    double first, second, peak;
};

/* One run each is not counted: it fills the caches. */
static struct pair compare(const struct command *first, const struct command *second, size_t runs)
{
    static double times[2][MOST_RUNS];
    struct pair result = {0};
    run(first);
    run(second);
    for (size_t i = 0; i < runs; i++) {
        struct run one = run(first), other = run(second);
        times[0][i] = one.cpu;
        times[1][i] = other.cpu;
        if (other.peak > result.peak)
            result.peak = other.peak;
    }
    result.first = median(times[0], runs);
    result.second = median(times[1], runs);
    return result;
}

/* ---- what is read ---- */

static char folder[] = "/tmp/postmirth-bench-XXXXXX";

/* A path in the scratch folder; freed by nobody, there are a dozen. */
static char *scratch(const char *name)
{
    size_t room = sizeof folder + strlen(name) + 1;
    char *path = malloc(room);
    if (!path)
        die("memory");
    snprintf(path, room, "%s/%s", folder, name);
    return path;
}

static FILE *open_file(const char *path, const char *mode)
{
    FILE *file = fopen(path, mode);
    if (!file)
        die(path);
    return file;
}

static size_t read_text(const char *path, char *text, size_t room)
{
    FILE *in = open_file(path, "rb");
    size_t len = fread(text, 1, room - 1, in);
    fclose(in);
    text[len] = '\0';
    return len;
}

/* The record so many times. */
static char *repeat(const char *record, const char *name, size_t times)
{
    static char text[65536];
    size_t len = read_text(record, text, sizeof text - 1);
    char *path = scratch(name);
    FILE *into = open_file(path, "wb");
    text[len++] = '\n';
    for (size_t i = 0; i < times; i++)
        fwrite(text, 1, len, into);
    if (fclose(into))
        die(path);
    return path;
}

/* The record as somebody would type it who knows no Markdown. */
static char *write_plain(const char *record)
{
    static char text[65536];
    size_t len = read_text(record, text, sizeof text);
    char *path = scratch("record.txt");
    FILE *out = open_file(path, "wb");
    for (size_t i = 0; i < len; i++)
        if (!strchr("#*`", text[i]) && !(text[i] == ' ' && i && text[i - 1] == '#'))
            fputc(text[i], out);
    if (fclose(out))
        die(path);
    return path;
}

/* The English book with frames more whose verbs no record has: "blorfaaa". */
static char *write_english(const char *english, const char *name, unsigned frames)
{
    static char text[1 << 20];
    size_t len = read_text(english, text, sizeof text);
    char *path = scratch(name), *end = strstr(text, "\n## asked\n");
    FILE *out = open_file(path, "wb");
    if (!end)
        die("no chapter `asked` in the English book");
    fwrite(text, 1, (size_t)(end - text) + 1, out);
    for (unsigned i = 0; i < frames; i++) {
        const char word[] = {(char)('a' + i / 676), (char)('a' + i / 26 % 26), (char)('a' + i % 26),
                             '\0'};
        fprintf(out, "### blorf-%s\n- {who} blorf%s {what}\n- {what} was blorf%s by {who}\n", word,
                word, word);
    }
    fwrite(end, 1, len - (size_t)(end - text), out);
    if (fclose(out))
        die(path);
    return path;
}

/* ---- the rows ---- */

static void measure_record(char *const *argv)
{
    struct command cmark = {{argv[3]}, argv[4]}, ours = {{argv[1]}, argv[4]};
    struct pair p = compare(&cmark, &ours, MOST_RUNS);
    printf("%d runs each: postmirth %.3f ms of CPU, cmark %.3f ms\n", MOST_RUNS, p.second * 1e3,
           p.first * 1e3);
    judge("a record", p.second / p.first, 2.5, "x cmark");
}

/* Every theme at every mirth on one page: fast enough to press up-enter on. */
static void measure_preview(char *const *argv)
{
    struct command preview = {{argv[1], "--preview"}, argv[4]};
    double cpu[RUNS_OF_PREVIEW];
    run(&preview);
    for (size_t i = 0; i < RUNS_OF_PREVIEW; i++)
        cpu[i] = run(&preview).cpu * 1e3;
    judge("a preview", median(cpu, RUNS_OF_PREVIEW), 30, "ms of CPU");
}

/* 1 MB and 10 MB of Markdown, and the same content in another format; a goal for each. */
static void measure_format(char *const *argv, const char *format, const char *record,
                           const double *goals)
{
    static char text[65536];
    const size_t once = MEGABYTE / (read_text(argv[4], text, sizeof text) + 1) + 1;
    char what[64], from[32];
    double times[2];
    snprintf(from, sizeof from, "--from=%s", format);
    for (size_t i = 0; i < 2; i++) {
        const size_t megabytes = i ? 10 : 1;
        struct command cmark = {{argv[3]}, repeat(argv[4], "markdown", megabytes * once)};
        struct command ours = {{argv[1], from}, repeat(record, "records", megabytes * once)};
        struct pair p = compare(&cmark, &ours, i ? RUNS_OF_10MB : RUNS_OF_1MB);
        times[i] = p.second;
        snprintf(what, sizeof what, "%zu MB of records, %s", megabytes, format);
        judge(what, p.second / p.first, goals[i], "x cmark");
        if (i && !strcmp(format, "markdown"))
            judge("peak memory at 10 MB", p.peak / MEGABYTE, 12 * 10 + 16, "MB");
    }
    snprintf(what, sizeof what, "10 MB against 1 MB, %s", format);
    judge(what, times[1] / times[0], 10, "x the time");
}

/* Ten times as many frames in the English book: the matcher looks only at those whose words the
 * sentence has. */
static void measure_frames(char *const *argv)
{
    static const unsigned frames[] = {100, 1000};
    struct command ours[2];
    struct pair p;
    for (size_t i = 0; i < 2; i++) {
        char *english = write_english(argv[5], i ? "many.md" : "few.md", frames[i]);
        char *db = scratch(i ? "many.db" : "few.db");
        run(&(struct command){{argv[2], "build", "-o", db, english, argv[6]}, "/dev/null"});
        ours[i] = (struct command){{argv[1], "-p", db}, repeat(argv[4], "records", 300)};
    }
    p = compare(&ours[0], &ours[1], RUNS_OF_1MB);
    judge("1,000 frames more against 100", p.second / p.first, 1.05, "x the time");
}

/* One record with so many entries, which look back at one another: the same step again, theories,
 * an end that is none, and what they all look for, found at the very last. */
static char *write_timeline(const char *name, unsigned entries)
{
    static const char *const told[] = {
        "Restarted the relay.",           "Suspected a DDoS attack.",
        "The incident was closed.",       "Escalated to the network team.",
        "The DDoS attack was ruled out.", "The log says `no space left on device`.",
    };
    char *path = scratch(name);
    FILE *out = open_file(path, "wb");
    fputs("# Postmortem: the relay\n\n## Timeline\n\n- 00:00 UTC: The site was down.\n", out);
    for (unsigned i = 0; i < entries; i++)
        fprintf(out, "- %02u:%02u UTC: %s\n", i / 60 % 24, i % 60,
                told[i % (sizeof told / sizeof *told)]);
    fputs("- 23:59 UTC: Found that the load balancer was misconfigured.\n- 23:59 UTC: The site was "
          "restored.\n\n## Root cause\n\nA misconfiguration of the load balancer.\n",
          out);
    if (fclose(out))
        die(path);
    return path;
}

static void measure_timeline(char *const *argv)
{
    struct command few = {{argv[1]}, write_timeline("short.md", 4000)};
    struct command many = {{argv[1]}, write_timeline("long.md", 40000)};
    struct pair p = compare(&few, &many, RUNS_OF_10MB);
    judge("a timeline of 40,000 against 4,000", p.second / p.first, 12, "x the time");
}

static void remove_folder(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (system(command))
        die(folder);
}

int main(int argc, char **argv)
{
    char *html;
    if (argc != 7) {
        fputs("usage: bench POSTMIRTH BOOK CMARK RECORD ENGLISH THEME\n", stderr);
        return 2;
    }
    if (!mkdtemp(folder))
        die(folder);
    html = scratch("record.html");
    run_into(&(struct command){{argv[3]}, argv[4]}, html);
    measure_record(argv);
    measure_preview(argv);
    measure_format(argv, "markdown", argv[4], (double[]){0, 3});
    measure_format(argv, "text", write_plain(argv[4]), (double[]){6, 6});
    measure_format(argv, "html", html, (double[]){6, 6});
    measure_frames(argv);
    measure_timeline(argv);
    remove_folder();
    return all_met ? 0 : 1;
}
