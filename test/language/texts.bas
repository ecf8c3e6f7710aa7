PRINT "say ""hi""", "a\tb", "back\\slash", "\"q\"", "\u00e1", "C:\docs"
LET SKU$ = "T-1" : LET ITEM = { "name": "tea", "n": 2 }
PRINT "${SKU$} has ${ITEM.name} ${ITEM.n * 2}", "${UCASE$("x")}", "${IIF(1 > 0, "a", "b")}"
PRINT "for ${{amount}}", "{name} {{name}}", "#{ticket}", "$5 and $ {x}"
LET MANY = "
first
second
"
PRINT LEN(MANY), REPLACE(MANY, "\n", "/")
PRINT 'it ${SKU$} stays'
PRINT ""
'> say "hi" a	b back\slash "q" á C:\docs
'> T-1 has tea 4 X a
'> for ${{amount}} {name} {{name}} #{ticket} $5 and $ {x}
'> 14 /first/second/
'> it ${SKU$} stays
'>
