LET SUBJECT = "outside"
WITH MAIL
  subject = SUBJECT
  total = 1 + 1
  WITH inner
    a = 1
  END WITH
END WITH
PRINT MAIL + ""
WITH R = NEW OBJECT
  .f = 5
  .1 = "one"
END WITH
PRINT R
WITH MAIL
  .total = .total + 1
  PRINT .total
END WITH
'> {"subject":"outside","total":2,"inner":{"a":1}}
'> {"1":"one","f":5}
'> 3
