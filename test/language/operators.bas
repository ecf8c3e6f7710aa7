PRINT 1 + 2 * 3 ^ 2, 7 \ 2, 7 MOD 4, -2 ^ 2, 1 & 2, (1 + 2) * 3
PRINT 1 = 1, 1 == 1, 1 <> 2, 1 != 2, 1 < 2, 2 <= 2, 3 > 2, 3 >= 3
PRINT TRUE AND FALSE, TRUE OR FALSE, NOT TRUE, 1 && 0, 0 || 5, TRUE XOR TRUE
PRINT "abc" LIKE "a*", "abc" CONTAINS "b", "abc" STARTS WITH "a", "abc" ENDS WITH "c", 2 IN (1, 2), 3 IN [1]
PRINT NULL OR "our services", (NULL OR 0) + 1, "" OR "x", 5 OR 6
PRINT "Total: " + 5, 1 + "2", "text" + NULL + "!", "5" * 2, "a=b and c"
IF 1 = 1 AND 2 >= 2 THEN PRINT "both"
LET SAME = 1 = 1
PRINT SAME, NOT "a" = "b", 10 < 9, "10" < "9"
PRINT CDATE("2026-01-02") - DAYS(1), CDATE("2026-01-01 10:00") + 15 * 60
'> 19 3 3 -4 12 9
'> true true true true true true true true
'> false true false 0 5 false
'> true true true true true false
'> our services 1 x 5
'> Total: 5 12 text! 10 a=b and c
'> both
'> true true false true
'> 2026-01-01 2026-01-01T10:15:00Z
