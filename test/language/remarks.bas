REM Set response content type
REMEMBERED = 1
REMINDER = 2  ' a comment behind a statement
' a whole line
PRINT REMEMBERED, REMINDER:  REM at the start of a statement
IF REMINDER = 2 THEN PRINT "two" ELSE  REM nothing
PRINT "it's", 'f', 'a' + "b"  ' it's a comment
PRINT LEN('x'), ['p', 'q']
LET TEXT = 'two
lines'
PRINT TEXT
'> 1 2
'> two
'> it's f ab
'> 1 ["p","q"]
'> two
'> lines
