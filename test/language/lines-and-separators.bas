LET A = 1 : LET B = 2 : PRINT A + B
LET c = 3; PRINT c;
PRINT 1 + _
  2
PRINT "a" +
  "b",
  "c"
LET LIST = [
  1,
  2
]
PRINT UBOUND(LIST), MAX(
  3,
  4
)
LET X = { "a": 1, "b": {
  "c": 2
} }
PRINT X.b.c
LET Y = A = 1 ? "one" : "more" : PRINT Y
'> 3
'> 3
'> 3
'> ab c
'> 2 4
'> 2
'> one
