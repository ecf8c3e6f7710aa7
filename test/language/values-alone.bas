"a text"
(1 + 2)
-3
[1, 2]
{ "a": 1 }
LET L = [1]
L[0]
COUNTED()
LEN("ab") + 1
PRINT "${L.length} item"
FUNCTION COUNTED()
  PRINT "counted"
  RETURN 1
END FUNCTION
'> counted
'> 1 item
