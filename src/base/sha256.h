/* sha256.h: the hash by which a page's security policy knows its own style sheets. */
#ifndef MIRTH_SHA256_H
#define MIRTH_SHA256_H

#include "base/text.h"

/* Appends the SHA-256 of bytes (FIPS 180-4) to out, in base64: 44 characters. */
void mirth_put_sha256(struct mirth_buffer *out, struct mirth_slice bytes);

#endif
