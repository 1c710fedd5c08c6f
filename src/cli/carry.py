# carry.py: the English book's image out of phrasebooks.db, as C that the program is built with.
import sqlite3
import struct
import sys

source, target = sys.argv[1:]
(image, total), = sqlite3.connect(f"file:{source}?mode=ro", uri=True).execute(
    "SELECT bytes, image_hash FROM book JOIN block ON id = image WHERE name = 'english'"
)
words = struct.unpack(f"={(len(image) + 7) // 8}Q", image + bytes(-len(image) % 8))
with open(target, "w") as file:
    file.write("/* carried_image.h: made from phrasebooks.db */\n")
    file.write("#include <stdint.h>\n")
    file.write(f"#define CARRIED_BYTES {len(image)}u\n")
    file.write(f"#define CARRIED_HASH {total & 0xFFFFFFFFFFFFFFFF}u\n")
    file.write("static const uint64_t carried_image[] = {\n")
    for at in range(0, len(words), 4):
        file.write("    " + " ".join(f"{word:#x}u," for word in words[at : at + 4]) + "\n")
    file.write("};\n")
