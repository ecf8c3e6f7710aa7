LET N = 2
IF N == 2
{
  PRINT "two"
}
ELSE
{
  PRINT "more"
}
FOR EACH X IN [1, 2]
{
  PRINT X
}
IF N = 2 THEN {
  PRINT "then"
}
SUB SHOW(A)
{
  PRINT "shown " + A
}
SHOW 5
LOOP {
  N += 1
  IF N > 4 { BREAK }
}
DO {
  N -= 1
} WHILE N > 2
PRINT N
WHILE N < 4 DO
  N++
END WHILE
PRINT N
IF N = 4 THEN RETURN {}
'> two
'> 1
'> 2
'> then
'> shown 5
'> 2
'> 4
