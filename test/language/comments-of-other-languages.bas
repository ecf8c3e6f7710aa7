// a line
# another line
#workflow
/* over
   several lines */
LET A = 1  // behind a statement
LET B = 2  # behind it too
LET C = [1, 2]  /* and inside it */ : LET D = 3
LET E = [
  10,  // first
  20  # second
]
PRINT A, B, C, D, E
PRINT "https://example.com//a", "50 # 3", "/* no */"
IF A = 1 THEN  // yes
  PRINT "one"  # said
END IF
LET P = #{ "a": 1 }
PRINT P
'> 1 2 [1,2] 3 [10,20]
'> https://example.com//a 50 # 3 /* no */
'> one
'> {"a":1}
