LET N = 5
IF N => 5 THEN PRINT "at least 5"
IF N =< 4 THEN PRINT "at most 4"
PRINT (N => 6), (N =< 5)
'> at least 5
'> false true
