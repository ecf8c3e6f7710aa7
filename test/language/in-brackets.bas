LET BY_NAME = "n"
LET ROWS = [{ "n": 1 }, { "n": 2 }]
PRINT LEN(SORT ROWS BY BY_NAME DESC), (SORT ROWS BY BY_NAME DESC)[0].n, [SORT ROWS BY BY_NAME ASC][0][0].n
PRINT 2 IN (1, 2), "a" NOT IN ("b", "c"), 3 IN [1, 2]
IF 1 IN (1, 2) AND NOT 3 IN (1, 2) THEN PRINT "found"
'> 2 2 1
'> true true false
'> found
