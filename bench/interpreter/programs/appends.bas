' 40,000 lines put behind one text, of which each turn reads a part.
TEXT$ = ""
N = 0
FOR I = 1 TO 40000
  TEXT$ = TEXT$ + "line " + I + ";"
  IF LEFT$(TEXT$, 4) <> "line" THEN N = N + 1000000
  IF RIGHT$(TEXT$, 1) = ";" THEN N = N + 1
NEXT I

RETURN N + LEN(TEXT$)
