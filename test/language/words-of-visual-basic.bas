LET X = NOTHING
PRINT X IS NOTHING, X IS NOT NOTHING, NOT X IS NOTHING, ISNOTHING(X)
IF 1 = 1 ANDALSO 2 = 2 ORELSE 3 = 4 THEN PRINT "both"
PRINT IF(1 > 2, "yes", "no"), 2 ** 3, -2 ** 2
LET A = 2
A **= 3
PRINT A
TRY
  THROW NEW EXCEPTION ("bad")
CATCH E AS EXCEPTION
  PRINT E.message
END TRY
PRINT LOWERCASE("AB"), UPPERCASE("ab")
'> true false false true
'> both
'> no 8 -4
'> 8
'> bad
'> ab AB
