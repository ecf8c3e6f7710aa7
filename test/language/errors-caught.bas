ON ERROR RESUME NEXT
X = 1 / 0
IF ERROR THEN PRINT "failed: " + ERROR MESSAGE, ERR > 0, ERROR_MESSAGE <> ""
CLEAR ERROR
IF NOT ERROR THEN PRINT "cleared"
THROW "mine"
PRINT ERROR MESSAGE
ASSERT 1 = 2, "not equal"
PRINT ERROR MESSAGE
ON ERROR GOTO 0
TRY
  THROW "caught"
CATCH E
  PRINT E.message
FINALLY
  PRINT "after"
END TRY
ON ERROR GOTO FAILED
X = 1 / 0
PRINT "resumed"
EXIT
FAILED:
PRINT "in the handler"
RESUME NEXT
'> failed: division by zero true true
'> cleared
'> mine
'> not equal
'> caught
'> after
'> in the handler
'> resumed
