TRY {
  LET X = 1 / 0
} CATCH (E) {
  PRINT E
} FINALLY {
  PRINT "end"
}
TRY
  THROW "again"
CATCH (E)
  PRINT E
END TRY
'> division by zero
'> end
'> again
