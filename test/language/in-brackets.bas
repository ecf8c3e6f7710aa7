PRINT 2 IN (1, 2), "a" NOT IN ("b", "c"), 3 IN [1, 2]
IF 1 IN (1, 2) AND NOT 3 IN (1, 2) THEN PRINT "found"
'> true true false
'> found
