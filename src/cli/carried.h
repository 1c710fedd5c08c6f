/* carried.h: the books that came with the program, in the program itself. */
#ifndef MIRTH_CARRIED_H
#define MIRTH_CARRIED_H

/* To be called before a shelf is opened. */
void mirth_carry(void);

#endif
