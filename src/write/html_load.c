/* html_load.c: finds the HTML module and loads it, when a page is first asked for. */
#include "write/html.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "read/html.h"
#include "write/module_path.h"

#define MODULE "postmirth-html.so"

enum { PATH_ROOM = 4096 };

/* The folder of the running program, without its last slash; false where the system hides it. */
static bool program_folder(char *folder)
{
    ssize_t len = readlink("/proc/self/exe", folder, PATH_ROOM - 1);
    char *slash;
    if (len <= 0)
        return false;
    folder[len] = '\0';
    slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    return slash != NULL;
}

static bool readable(char *path, const char *folder, const char *inside)
{
    int len = snprintf(path, PATH_ROOM, "%s%s/" MODULE, folder, inside);
    return len > 0 && len < PATH_ROOM && access(path, R_OK) == 0;
}

/* Beside the program comes first, so that the programs and the tests of a build tree use its own
 * module; then where it was installed to, as seen from the program, so that a tree may move. */
static bool find_module(char *path)
{
    static const char *const beside[] = {"", "/src/write", "/../src/write",
                                         ("/" MIRTH_MODULES_FROM_BIN)};
    const char *set = getenv("POSTMIRTH_MODULES");
    char folder[PATH_ROOM];
    bool known = program_folder(folder);
    for (size_t i = 0; known && i < sizeof beside / sizeof *beside; i++)
        if (readable(path, folder, beside[i]))
            return true;
    return (set && readable(path, set, "")) || readable(path, MIRTH_LIBDIR, "");
}

/* The module stays loaded until the process ends: libxml2 does not bear being unloaded. */
static const struct mirth_html_module *load(const char *path, struct mirth_error *err)
{
    const struct mirth_html_module *(*entry)(void) = NULL;
    const struct mirth_html_module *module;
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void *symbol = handle ? dlsym(handle, "mirth_html_module") : NULL;
    if (!symbol) {
        mirth_fail(err, MIRTH_BROKEN, "%s: not a module of postmirth's: %s", path, dlerror());
        return NULL;
    }
    memcpy(&entry, &symbol, sizeof entry); /* ISO C has no cast from object to function */
    module = entry();
    if (module->abi == MIRTH_HTML_ABI)
        return module;
    mirth_fail(err, MIRTH_BROKEN, "%s: of another version of postmirth (%d; expected %d)", path,
               module->abi, MIRTH_HTML_ABI);
    return NULL;
}

static const struct mirth_html_module *find(struct mirth_error *err)
{
    char path[PATH_ROOM];
    if (find_module(path))
        return load(path, err);
    mirth_fail(err, MIRTH_BROKEN,
               MODULE ": not found beside the program, in $POSTMIRTH_MODULES or in "
                      "%s; HTML needs it",
               MIRTH_LIBDIR);
    return NULL;
}

bool mirth_write_html(const struct mirth_sheet *sheet, struct mirth_buffer *out,
                      struct mirth_error *err)
{
    const struct mirth_html_module *module = find(err);
    return module && module->write(sheet, out, err);
}

bool mirth_write_preview(const struct mirth_sheet *sheets, size_t count, const char *name,
                         struct mirth_buffer *out, struct mirth_error *err)
{
    const struct mirth_html_module *module = find(err);
    return module && module->preview(sheets, count, name, out, err);
}

bool mirth_write_svg(const struct mirth_canvas *canvas, struct mirth_buffer *out,
                     struct mirth_error *err)
{
    const struct mirth_html_module *module = find(err);
    return module && (module->draw(canvas, out) || mirth_no_memory(err));
}

bool mirth_html_read(struct mirth_slice html, struct mirth_draft *draft, struct mirth_error *err)
{
    const struct mirth_html_module *module = find(err);
    return module && module->read(html, draft, err);
}
