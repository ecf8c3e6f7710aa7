LET LIST = [1]
LIST.push 2
LIST.push LIST[0] + 2, 4
WITH ORDER
  .items = [1]
  .items.push 5
END WITH
PRINT LIST, ORDER
'> [1,2,3,4] {"items":[1,5]}
