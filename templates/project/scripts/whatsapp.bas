REM Answers WhatsApp messages. Meta delivers them to /webhooks/whatsapp.
ON WHATSAPP MESSAGE RECEIVED DO
  LET DELIVERY = PARSE JSON GET REQUEST BODY
  LET MESSAGE = GET JSON PATH DELIVERY, "entry[0].changes[0].value.messages[0]"

  REM People who hide their number have an id instead.
  LET SENDER$ = MESSAGE.from ?? MESSAGE.from_user_id
  LET TEXT$ = MESSAGE.text.body ?? ""

  IF TEXT$ = "" THEN
    SEND WHATSAPP TO SENDER$ WITH "I can only read text. What can I do for you?"
  ELSEIF LCASE(TEXT$) CONTAINS "hours" THEN
    SEND WHATSAPP TO SENDER$ WITH "We are open from Monday to Friday, 9 to 17."
  ELSE
    REM It may take a while, so it runs when WhatsApp has its answer.
    SPAWN ANSWER QUESTION SENDER$, TEXT$
  END IF
END ON

SUB ANSWER QUESTION(SENDER$, TEXT$)
  SEND WHATSAPP TO SENDER$ WITH GENERATE RESPONSE TEXT$
END SUB
