REM Answers WhatsApp text messages. Meta delivers them to this path; each message of a delivery
REM runs this handler once, as the only message of its payload.
ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LET PAYLOAD$ = GET REQUEST BODY
  LET OBJ = PARSE JSON PAYLOAD$

  IF GET JSON PATH OBJ, "object" = "whatsapp_business_account" THEN
    LET MESSAGE = GET JSON PATH OBJ, "entry[0].changes[0].value.messages[0]"
    LET FROM$ = GET JSON PATH MESSAGE, "from"
    LET BODY$ = GET JSON PATH MESSAGE, "text.body"
    LET ID$ = GET JSON PATH MESSAGE, "id"

    REM People who hide their number have an id of their own instead.
    IF FROM$ = "" THEN LET FROM$ = GET JSON PATH MESSAGE, "from_user_id"

    IF BODY$ = "" THEN
      REM A picture, a place, a reaction: nothing to answer here.
      LOG "WhatsApp message without text from " + FROM$
    ELSE
      LOG "WhatsApp message from " + FROM$ + ": " + BODY$
      SPAWN PROCESS WHATSAPP MESSAGE FROM$, BODY$, ID$
    END IF
  END IF

  PRINT "OK"
  SET RESPONSE STATUS TO 200
END ON

REM Runs after WhatsApp has its answer, so it may take its time.
SUB PROCESS WHATSAPP MESSAGE FROM$, BODY$, ID$
  LET RESPONSE$ = GENERATE RESPONSE BODY$
  SEND WHATSAPP TO FROM$ WITH RESPONSE$
END SUB
