LET I = 1
I++
I++ : I--  ' back
LET O = { "n": 1, "list": [1] }
O.n++
O.list[0]--
DIM A(1)
A(0)++
IF I = 2 THEN I++ ELSE I--
PRINT I, O, A(0), 5 - -3, 1 - -1
'> 3 {"n":2,"list":[0]} 1 8 2
