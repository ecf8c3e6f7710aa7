LET NAME$ = "  Ana Souza "
PRINT NAME$.trim().left(3), NAME$.trim().mid(5, 2), NAME$.to_upper().trim(), NAME$.isEmpty()
PRINT NAME$.trim().slice(0, 3), "x".repeat(3), "a1b".regex_replace("\\d", "-")
'> Ana So ANA SOUZA false
'> Ana xxx a-b
LET LIST = [3, 1, 2]
LIST.add(5)
PRINT LIST.count, LIST.size, LIST.length, LIST.sum(), LIST.max(), LIST.first()
PRINT LIST.map("item * 2"), LIST.filter("item > 2"), LIST.sort(), LIST.contains(5)
'> 4 4 4 11 5 3
'> [6,2,4,10] [3,5] [1,2,3,5] true
LET DAY1 = CDATE("2026-01-31")
PRINT DAY1.add_days(1), DAY1.format("dd/MM/yyyy"), { "a": 1 }.hasOwnProperty("a")
'> 2026-02-01 31/01/2026 true
