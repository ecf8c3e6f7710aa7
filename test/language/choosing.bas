LET X = 2
IF X = 1 THEN
  PRINT "one"
ELSEIF X = 2 THEN
  PRINT "two"
ELSEIF X = 3 THEN
  PRINT "three"
ELSE
  PRINT "more"
END IF
IF X = 2 THEN PRINT "a" ELSE PRINT "b"
IF X = 3 THEN PRINT "a" ELSEIF X = 2 THEN PRINT "c" ELSE PRINT "d"
IF X = "" THEN Y = 1 END IF
IF X = 2 THEN Y = 5 END IF
PRINT Y
IF x == 2 { PRINT "brace" }
IF NOT X THEN PRINT "no"
SELECT CASE X
  CASE 1, 3
    PRINT "odd"
  CASE 2
    SELECT CASE "b"
      CASE "a", "b": PRINT "inner"
    END SELECT
  CASE ELSE
    PRINT "other"
END SELECT
SWITCH "Ana"
  CASE "ana"
    PRINT "small"
  CASE "Ana", "Rui"
    PRINT "name"
  DEFAULT
    PRINT "none"
END SWITCH
SELECT CASE 7
  CASE 1 TO 5: PRINT "low"
  CASE IS > 6: PRINT "high"
END SELECT
'> two
'> a
'> c
'> 5
'> brace
'> inner
'> name
'> high
