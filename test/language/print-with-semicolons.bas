LET N = 3
PRINT "Total: "; N; " items"
PRINT 1; 2, 3;
PRINT "a"; PRINT "b"; N = 4
PRINT N; UCASE$("x"); [1]
PRINT "c"; SHOW 5
PRINT "d"; TWICE(2); TAB(2); "e"
SUB SHOW(X)
  PRINT X
END SUB
FUNCTION TWICE(X)
  RETURN X * 2
END FUNCTION
'> Total: 3 items
'> 12 3
'> a
'> b
'> 4X[1]
'> c
'> 5
'> d4  e
