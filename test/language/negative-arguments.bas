LET N = 3
SHOW -N
SHOW -1
PRINT -1
PRINT N - 1
PRINT N - 1, -N
LET FIRST = 9
PRINT FIRST - 1
SUB SHOW(X)
  PRINT "got", X
END SUB
'> got -3
'> got -1
'> -1
'> 2
'> 2 -3
'> 8
