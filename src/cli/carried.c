/* carried.c: the books that came with the program, in the program itself, where none need be read
 */
#include "cli/carried.h"

#include "phrasebook/catalogue.h"
#include "phrasebook/shelf.h"

#include "carried_books.h"

void mirth_carry(void)
{
    mirth_carry_books(carried_books, sizeof carried_books / sizeof *carried_books);
    mirth_carry_catalogue(&carried_catalogue);
}
