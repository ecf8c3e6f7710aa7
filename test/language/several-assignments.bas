LET A = 5, B = A + 1
PRINT A, B
X$ = "a, b", Y = MAX(1, 2), LIST = [1, 2]
PRINT X$, Y, LIST
IF A = 5 THEN A = 1, B = 2
PRINT A, B
'> 5 6
'> a, b 2 [1,2]
'> 1 2
