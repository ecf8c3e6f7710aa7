LET NAME$ = "Ana"
PRINT `Hello ${NAME$}, "dear"`
PRINT `a\tb \` c`
LET TEXT$ = `two
lines`
PRINT TEXT$
PRINT `${{NAME$}} $5`
'> Hello Ana, "dear"
'> a	b ` c
'> two
'> lines
'> ${{NAME$}} $5
