' 200,000 turns of library calls on text.
LET LETTERS$ = "abcdefghijklmnopqrstuvwxyz"
N = 0
FOR I = 1 TO 200000
  LET WORD$ = UCASE$(MID$(LETTERS$, I MOD 20 + 1, 5))
  IF INSTR(WORD$, "E") > 0 THEN N = N + LEN(WORD$ + "-" + STR$(I))
  IF LEFT$(WORD$, 1) = "K" THEN N = N + LEN(REPLACE(WORD$, "L", "ll"))
NEXT I

RETURN N
