# embed.py: a style sheet as a C header, with the hash that a page's security policy names it by.
import base64
import hashlib
import os
import sys

source, target = sys.argv[1:]
with open(source, "rb") as file:
    css = file.read()
name = "MIRTH_" + os.path.basename(source).upper().replace(".", "_")
digest = base64.b64encode(hashlib.sha256(css).digest()).decode()
with open(target, "w") as file:
    file.write(f"/* {os.path.basename(target)}: made from {os.path.basename(source)} */\n")
    file.write(f'#define {name}_HASH "{digest}"\n')
    file.write(f"static const char {name}[] = {{\n")
    for at in range(0, len(css), 12):
        file.write("    " + " ".join(f"'\\x{byte:02x}'," for byte in css[at : at + 12]) + "\n")
    file.write("};\n")
