LET A = 2
IF A = 1
  PRINT "one"
ELSEIF A = 2
  PRINT "two"
ELSE
  PRINT "more"
END IF
'> two
