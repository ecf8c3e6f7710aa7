PRINT PRICE("tea")
PRINT PRICE("milk")
FUNCTION PRICE(ITEM$)
  IF ITEM$ = "tea" THEN RETURN WITH item AS ITEM$, price AS 1.5 * 2
  RETURN WITH error = "no " + ITEM$,
    code = 404
END FUNCTION
'> {"item":"tea","price":3}
'> {"error":"no milk","code":404}
