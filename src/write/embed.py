# embed.py: a style sheet as a C header, with the hash that a page's security policy names it by.
import base64
import hashlib
import sys

source, target = sys.argv[1:]
with open(source, "rb") as file:
    css = file.read()
digest = base64.b64encode(hashlib.sha256(css).digest()).decode()
with open(target, "w") as file:
    file.write(f"/* {target.rsplit('/', 1)[-1]}: made from page.css */\n")
    file.write(f'#define MIRTH_PAGE_CSS_HASH "sha256-{digest}"\n')
    file.write("static const char MIRTH_PAGE_CSS[] = {\n")
    for at in range(0, len(css), 20):
        file.write("    " + " ".join(f"{byte}," for byte in css[at : at + 20]) + "\n")
    file.write("};\n")
