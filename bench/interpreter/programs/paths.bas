' 200,000 walks of the same payload as the webhook guide writes them.
LET PAYLOAD = PARSE JSON "{""object"":""whatsapp_business_account"",""entry"":[{""id"":""1"",""changes"":[{""field"":""messages"",""value"":{""messages"":[{""from"":""5511999999999"",""type"":""text"",""text"":{""body"":""Hello""}}]}}]}]}"
N = 0
FOR I = 1 TO 200000
  LET MESSAGE = GET JSON PATH PAYLOAD, "entry[0].changes[0].value.messages[0]"
  LET FROM$ = GET JSON PATH MESSAGE, "from"
  LET BODY$ = GET JSON PATH MESSAGE, "text.body"
  IF GET JSON PATH MESSAGE, "type" = "text" THEN N = N + LEN(FROM$) + LEN(BODY$)
NEXT I

RETURN N
