LET A = 1
LET TEXT$ = "a"
  + "b"
  & "c"
IF A = 1
  AND TEXT$ = "abc"
  OR A = 7
  THEN
  PRINT TEXT$
END IF
IF (A = 2) OR
  (A = 1) THEN PRINT "one"
LET SUM = A +
  2
PRINT SUM
'> abc
'> one
'> 3
