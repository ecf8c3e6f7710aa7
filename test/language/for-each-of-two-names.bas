LET PRICES = { "tea": 3, "milk": 2 }
FOR EACH NAME, PRICE IN PRICES
  PRINT NAME, PRICE
NEXT
FOR EACH I, WORD IN ["a", "b", "c"] LAST 2
  PRINT I, WORD
NEXT WORD
FOR I%, ROW IN [[1], [2]]
  PRINT I%, ROW[0]
NEXT I%, ROW
FOR EACH K, V IN NULL
  PRINT "never"
NEXT
LIST OF "order"
SUB LIST OF(TITLE$)
  FOR EACH KEY$, VALUE IN { "id": 7 }
    PRINT TITLE$ + " " + KEY$, VALUE
  NEXT KEY$
END SUB
'> tea 3
'> milk 2
'> 1 b
'> 2 c
'> 0 1
'> 1 2
'> order id 7
