FOR I IN 0 .. 3
  PRINT I
NEXT
LET N = 2
FOR i IN 1 ..= N { PRINT "to " + i }
FOR i IN 0 .. N + 1 { PRINT "below " + i }
FOR i IN 5 .. 5 { PRINT "never" }
FOR (k, v) IN { "a": 1 } {
  PRINT k, v
}
FOR EACH NAME AS STRING IN ["Ana"]
  PRINT NAME
NEXT NAME
FOR J AS INTEGER = 1 TO 2
  PRINT J
NEXT J
'> 0
'> 1
'> 2
'> to 1
'> to 2
'> below 0
'> below 1
'> below 2
'> a 1
'> Ana
'> 1
'> 2
