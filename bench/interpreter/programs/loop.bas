' Three million turns of arithmetic, with a text that grows and is cut.
T = 0
S$ = ""
FOR I = 1 TO 3000000
  T = T + I * 2 - I / 3
  S$ = S$ + "x"
  IF LEN(S$) > 100 THEN S$ = ""
NEXT I

RETURN T + LEN(S$)
