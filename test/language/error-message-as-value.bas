ON ERROR RESUME NEXT
LET X = 1 / 0
PRINT { "status": 500, "error": ERROR MESSAGE }, [ERROR MESSAGE], LEN(ERROR MESSAGE)
IF ERROR THEN PRINT ERROR MESSAGE
'> {"status":500,"error":"division by zero"} ["division by zero"] 16
'> division by zero
