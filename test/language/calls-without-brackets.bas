LET OBJ = PARSE JSON "{ ""object"": ""x"", ""n"": { ""m"": 1 } }"
IF GET JSON PATH OBJ, "object" = "x" THEN PRINT "found"
PRINT GET JSON PATH OBJ, "n.m", GET JSON PATH (PARSE JSON "{ ""a"": 2 }"), "a"
PRINT FORMAT 0.5 AS "0%", FORMAT CDATE("2026-12-31") AS "yyyy" + "-x"
PRINT DATEDIFF CDATE("2026-01-01"), CDATE("2026-01-03"), "day"
PRINT DATEADD CDATE("2026-01-01"), "days", 1
LET LIST = [{ "n": 1 }, { "n": 2 }]
LET LIST = SORT LIST BY "n" DESC
PRINT LIST, MAX(3, 8), FIRST "two words"
PRINT IS NUMERIC("5"), IS NUMERIC "x", FIRST([7, 8]), LAST LIST
PUSH LIST, { "n": 3 }
PRINT UBOUND(LIST)
'> found
'> 1 2
'> 50% 2026-x
'> 2
'> 2026-01-02
'> [{"n":2},{"n":1}] 8 two
'> true false 7 {"n":1}
'> 3
