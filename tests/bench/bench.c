/* bench.c: the filter against cmark on the same input: time as a ratio, and peak memory.
 *
 * usage: bench POSTMIRTH CMARK RECORD
 *
 * Runs of the two programs alternate, whole processes from fork to exit, and their medians are
 * compared, so that a busy machine slows both. Fails where a goal is missed by more than the
 * noise. */
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
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 401, NOISE_PERCENT = 15, MEGABYTE = 1000000 };

struct run {
    double seconds;
    double peak; /* bytes */
};

static void die(const char *what)
{
    perror(what);
    exit(2);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The child's side: program < input > /dev/null. */
static void become(const char *program, const char *input)
{
    int in = open(input, O_RDONLY), out = open("/dev/null", O_WRONLY);
    if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0)
        die(input);
    execl(program, program, (char *)NULL);
    die(program);
}

static struct run run(const char *program, const char *input)
{
    struct run result;
    struct rusage usage;
    int status;
    double begun = now();
    pid_t child = fork();
    if (child < 0)
        die("fork");
    if (!child)
        become(program, input);
    if (wait4(child, &status, 0, &usage) < 0)
        die("wait4");
    result.seconds = now() - begun;
    result.peak = (double)usage.ru_maxrss * 1024;
    if (!WIFEXITED(status) || WEXITSTATUS(status)) {
        fprintf(stderr, "%s: status %d for %s; expected 0\n", program, status, input);
        exit(2);
    }
    return result;
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

static bool judge(const char *what, double value, double goal, const char *unit)
{
    bool met = value <= goal, near = value <= goal * (100 + NOISE_PERCENT) / 100;
    printf("%-28s %7.2f %s, goal %.2f: %s\n", what, value, unit, goal,
           met    ? "met"
           : near ? "missed within the noise"
                  : "MISSED");
    return near;
}

/* One run each is not counted: it fills the caches. The largest peak goes to *peak. */
static double ratio(char *const *programs, const char *input, size_t runs, double *peak)
{
    static double times[2][MOST_RUNS];
    double ours, theirs;
    *peak = 0;
    for (int p = 0; p < 2; p++)
        run(programs[p], input);
    for (size_t i = 0; i < runs; i++) {
        for (int p = 0; p < 2; p++) {
            struct run one = run(programs[p], input);
            times[p][i] = one.seconds;
            if (!p && one.peak > *peak)
                *peak = one.peak;
        }
    }
    ours = median(times[0], runs);
    theirs = median(times[1], runs);
    printf("%zu runs each: postmirth %.3f ms, cmark %.3f ms\n", runs, ours * 1e3, theirs * 1e3);
    return ours / theirs;
}

/* Repeats the record into the file until it holds size bytes; returns how many it holds. */
static size_t repeat(const char *record, FILE *into, size_t size)
{
    static char text[65536];
    FILE *in = fopen(record, "rb");
    size_t len, whole = 0;
    if (!in)
        die(record);
    len = fread(text, 1, sizeof text - 1, in);
    fclose(in);
    text[len++] = '\n';
    for (; whole < size; whole += len)
        fwrite(text, 1, len, into);
    if (fclose(into))
        die("temporary file");
    return whole;
}

int main(int argc, char **argv)
{
    char large[] = "/tmp/postmirth-bench-XXXXXX";
    double peak, size, times;
    bool ok;
    int fd;
    if (argc != 4) {
        fputs("usage: bench POSTMIRTH CMARK RECORD\n", stderr);
        return 2;
    }
    ok = judge("a record", ratio(argv + 1, argv[3], MOST_RUNS, &peak), 2.5, "x cmark");
    fd = mkstemp(large);
    if (fd < 0)
        die(large);
    size = (double)repeat(argv[3], fdopen(fd, "wb"), 10 * MEGABYTE);
    times = ratio(argv + 1, large, 11, &peak);
    unlink(large);
    ok &= judge("10 MB of records", times, 3, "x cmark");
    ok &= judge("peak memory at 10 MB", peak / MEGABYTE, (12 * size) / MEGABYTE + 16, "MB");
    return ok ? 0 : 1;
}
