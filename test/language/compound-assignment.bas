LET N = 5
N += 2
N *= 3
N -= 1
PRINT N, N % 6, 7 % 4 + 1
LET O = { "total": 1, "list": [1] }
O.total += 4
O.list[0] -= 3
DIM A(1)
A(0) += 2
LET T$ = "a"
T$ &= "b"
T$ += "c"
PRINT O, T$, A(0)
SET O.total TO 9
SET O.list[0] = 8
PRINT O, N === 20, N !== 20
'> 20 2 4
'> {"total":5,"list":[-2]} abc 2
'> {"total":9,"list":[8]} true false
