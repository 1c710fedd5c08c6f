#!/bin/sh
# install.sh: what is installed works from where it is installed. Needs MESON and CC.
. "$(dirname "$0")/tap.sh"
cd "$scratch" || exit 1

DESTDIR=$scratch/root run "$MESON" install -C "$BUILD" --no-rebuild --quiet
gave 0
result "meson install succeeds"

# one NAME: where the file is that was installed under this name, relative to the scratch folder.
one() {
    find root -type f -name "$1" | head -n 1
}

for name in postmirth postmirth-book postmirth.h libpostmirth.a postmirth.pc phrasebooks.db \
    postmirth-html.so postmirth.1 postmirth-book.1; do
    [ -f "$(one $name)" ]
    result "$name is installed"
done

bin=$scratch/$(dirname "$(one postmirth-book)")
POSTMIRTH_PHRASEBOOKS=$scratch/$(one phrasebooks.db)
POSTMIRTH_MODULES=$scratch/$(dirname "$(one postmirth-html.so)")
export POSTMIRTH_PHRASEBOOKS POSTMIRTH_MODULES

"$POSTMIRTH" "$SOURCE/examples/web-outage.md" >expected
run "$bin/postmirth" "$SOURCE/examples/web-outage.md"
gave 0 && cmp -s expected out
result "the installed program tells the same edition"

run "$bin/postmirth" -w html "$SOURCE/examples/web-outage.md"
gave 0 && grep -qi '<!doctype html>' out
result "the installed program loads its module"

# The package file knows the final prefix; this looks at it below the scratch folder.
pc=$(one postmirth.pc)
prefix=$(sed -n 's/^prefix=//p' "$pc")
flags=$(PKG_CONFIG_PATH=$(dirname "$pc") pkg-config --define-variable=prefix="$scratch/root$prefix" \
    --cflags --libs postmirth)
# shellcheck disable=SC2086
run $CC -o embed "$SOURCE/examples/embed.c" $flags
gave 0
result "a C file compiles against the installed header and package file"

run ./embed party
gave 0 && grep -q '09:52' out && grep -q '11:25' out
result "and tells a record"

finish
