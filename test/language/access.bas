LET ROWS = [{ "title": " Tea ", "tags": ["a", "b"] }]
DIM ROOMS(2)
ROOMS(0) = "hall" : ROOMS(2) = { "n": 1 }
PRINT ROWS[0].title.trim().length, ROWS(0).title, ROWS[0].tags[1]
PRINT ROOMS, ROOMS(0), ROOMS(2).n, ROOMS(9) IS NULL
PRINT ROWS[0]?.tags?.length, ROWS[5]?.tags?.length IS NULL, ROWS[5] ?? "none"
LET LIST = [1, 2, 3]
LIST.splice(1, 1)
LIST.APPEND(9)
LIST[0] = 7
LIST.PUSH(8)
PRINT LIST, "abc".contains("b"), HOUR(CDATE("2026-01-01 10:00"))
hour = HOUR(CDATE("2026-01-01 11:00"))
PRINT hour, LIST[1]
'> 3  Tea  b
'> ["hall",null,{"n":1}] hall 1 true
'> 2 true none
'> [7,3,9,8] true 10
'> 11 3
