REM Takes orders by WhatsApp and by telephone, and mails them to the shop.
LET SHOP$ = "orders@example.com"
REM In euros.
LET PRICES = { "tea": 4.5, "coffee": 6, "cake": 9.25 }

ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  IF GET JSON PATH OBJ, "object" = "whatsapp_business_account" THEN
    LET MESSAGE = GET JSON PATH OBJ, "entry[0].changes[0].value.messages[0]"
    LET FROM$ = GET JSON PATH MESSAGE, "from"
    LET BODY$ = GET JSON PATH MESSAGE, "text.body"
    IF LEFT$(UCASE$(BODY$), 5) = "ORDER" THEN
      SPAWN TAKE ORDER FROM$, MID$(BODY$, 7)
    ELSEIF BODY$ <> "" THEN
      SPAWN ANSWER QUESTION FROM$, BODY$
    END IF
  END IF
  PRINT "OK"
END ON

ON WEBHOOK POST TO "/twilio/voice" DO
  LET CALLER$ = GET FORM VALUE "From"
  LOG "call from " + CALLER$
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response><Say>Please send your order by WhatsApp.</Say></Response>"
END ON

SUB TAKE ORDER CUSTOMER$, LINES$
  LET TOTAL = 0
  LET UNKNOWN$ = ""
  FOR EACH ITEM IN SPLIT(LINES$, ",")
    LET NAME$ = LCASE$(TRIM$(ITEM))
    IF PRICES[NAME$] IS NULL THEN
      UNKNOWN$ = UNKNOWN$ + " " + NAME$
    ELSE
      TOTAL = TOTAL + PRICES[NAME$]
    END IF
  NEXT ITEM
  IF UNKNOWN$ <> "" THEN
    SEND WHATSAPP TO CUSTOMER$ WITH "We do not have:" + UNKNOWN$
    EXIT SUB
  END IF
  SEND MAIL TO SHOP$ WITH SUBJECT "Order of " + CUSTOMER$ AND BODY LINES$
  SEND WHATSAPP TO CUSTOMER$ WITH "Thank you. The total is " + STR$(TOTAL)
END SUB

SUB ANSWER QUESTION CUSTOMER$, QUESTION$
  LET ANSWER$ = GENERATE RESPONSE QUESTION$
  SEND WHATSAPP TO CUSTOMER$ WITH ANSWER$
END SUB
