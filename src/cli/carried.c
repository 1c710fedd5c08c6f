/* carried.c: the English book's image in the program itself, where it need not be read. */
#include "cli/carried.h"

#include "carried_image.h"
#include "phrasebook/shelf.h"

void mirth_carry(void)
{
    mirth_carry_image(mirth_slice((const char *)carried_image, CARRIED_BYTES), CARRIED_HASH);
}
