LET C = 1
IF C { PRINT "one" } ELSEIF C == 2 { PRINT "two" } ELSE { PRINT "more" }
IF C == 2 {
  PRINT "two"
}
ELSE {
  LET X = { "a": C }
  PRINT X
}
FOR I IN [1, 2] {
  IF I == 2 { PRINT "second"; PRINT "last" }
}
WHILE C < 3 { C = C + 1 }
PRINT C
IF C == { "a": 1 } { PRINT "object" } ELSE { IF NOT X { PRINT "nothing" } } : PRINT "end"
WHILE 2 < 1 ? TRUE : {}.x
  PRINT "never"
WEND
FOR EACH ITEM IN FALSE ? [] : { "a": "of the object" }
  PRINT ITEM
NEXT
FOR EACH ITEM IN PARSE JSON {}
  PRINT "never"
NEXT
'> one
'> {"a":1}
'> second
'> last
'> 3
'> end
'> of the object
