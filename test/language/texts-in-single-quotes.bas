X$ = "a"
X$ += 'b'
X$ &= 'c'  ' a remark
PRINT X$, 1 > 2 ? "d" : 'e'
PRINT "${'f'} ${"g" + 'h'} ${X$ ? 'i' : 'j'}"
TRY
  THROW 'k'
CATCH E
  PRINT E
END TRY
PRINT X$:  'no text' but a remark
'> abc e
'> f gh i
'> k
'> abc
