' 200,000 walks of a WhatsApp payload by its members.
LET PAYLOAD = PARSE JSON "{""object"":""whatsapp_business_account"",""entry"":[{""id"":""1"",""changes"":[{""field"":""messages"",""value"":{""messages"":[{""from"":""5511999999999"",""type"":""text"",""text"":{""body"":""Hello""}}]}}]}]}"
N = 0
FOR I = 1 TO 200000
  LET MESSAGE = PAYLOAD.entry[0].changes[0].value.messages[0]
  IF MESSAGE.type = "text" THEN N = N + LEN(MESSAGE.from) + LEN(MESSAGE.text.body)
NEXT I

RETURN N
