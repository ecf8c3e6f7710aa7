PRINT 12, 1.5, .5, 1e3, 0x48, -3, TRUE, FALSE, NULL IS NULL
LET O = #{ name: "a", "k": [1, #{ n: 2 }], last: { "x": 1 }, }
PRINT O, O.k[1].n, O["name"]
LET L = NEW ARRAY
L.push(1)
LET P = NEW OBJECT : P.x = 1 : P["y z"] = 2
LET Q = CREATE OBJECT
PRINT L, P, Q, []
PRINT UNSET IS NULL, UNSET.a.b IS NULL, O.none IS NOT NULL, NOT UNSET
IF UNSET = NULL THEN PRINT "null"
'> 12 1.5 0.5 1000 72 -3 true false true
'> {"name":"a","k":[1,{"n":2}],"last":{"x":1}} 2 a
'> [1] {"x":1,"y z":2} {} []
'> true true false true
'> null
