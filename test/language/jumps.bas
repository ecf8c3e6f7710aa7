LET X = 0
AGAIN:
X = X + 1
IF X < 3 THEN GOTO AGAIN
IF X = 3 GOTO OVER
PRINT "never"
OVER:
LABEL LAST
GOSUB PART
PRINT X
10 GOTO 30
20 PRINT "never"
30 PRINT "thirty"
IF X = 3 THEN 50
PRINT "never"
50 PRINT "end"
EXIT
PRINT "never"
PART:
PRINT "part"
RETURN
'> part
'> 3
'> thirty
'> end
