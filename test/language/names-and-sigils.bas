LET Host = "h"
PRINT HOST, host
LET A$ = "text" : A = 5 : A% = 2.6 : A! = "1.5" : A# = 3
PRINT A$, A, A%, A!, A#
A$ = 12
PRINT A$ + 1, UCASE$("a"), Ucase("b"), CHR$(65), LEFT$("abc", 2), MID$("abc", 2), STRING$(2, "x")
PRINT STR$(5) + "!", TRIM$(" t "), LEN(DATE$) > 0, LEN(TIME$) > 0, TIMER >= 0
LET list = [1] : message = "m" : result = 2 : status = "s" : subject = "u" : name = "n"
data = 3 : count = 4 : from = 5 : to = 6 : index = 7 : date = 8 : body = 9 : filter = 10 : log = 11
PRINT list, message, result, status, subject, name, data, count, from, to, index, date, body, filter, log
FOR EACH case IN [1]
  PRINT case
NEXT
LET NEXT = 1 : PRINT NEXT
LET não_lido = 1 : PRINT NÃO_LIDO
LET NOW = TIMER
PRINT NOW >= 0
'> h h
'> text 5 3 1.5 3
'> 121 A B A ab bc xx
'> 5! t true true true
'> [1] m 2 s u n 3 4 5 6 7 8 9 10 11
'> 1
'> 1
'> 1
'> true
