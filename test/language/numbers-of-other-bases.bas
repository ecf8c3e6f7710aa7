PRINT &HFF, &hff&, &O17, &B101, 0xFF, 0o17, 0b101
LET HEAD$ = "a"
LET B1$ = "b"
PRINT HEAD$ & B1$, HEAD$ & B1$, "x" & B1$
PRINT -&H10 + 1
'> 255 255 15 5 255 15 5
'> ab ab xb
'> -15
