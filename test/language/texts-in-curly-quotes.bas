LET NAME$ = “Ana”
PRINT “Hello“
PRINT “say "hi" to ${NAME$}”, ‘single’
PRINT "a “curly” one"  ’ said
’ and a comment
'> Hello
'> say "hi" to Ana single
'> a “curly” one
