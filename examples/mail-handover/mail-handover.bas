' Hands a conversation over to people: whoever asks for a person is put through by mail.
CONST TEAM = "team@example.com"

ON WHATSAPP MESSAGE RECEIVED DO
  LET SENDER$ = GET WHATSAPP SENDER NUMBER
  LET BODY$ = GET WHATSAPP MESSAGE BODY
  IF NOT WANTS PERSON BODY$ THEN
    SEND WHATSAPP TO SENDER$ WITH GENERATE RESPONSE BODY$
    EXIT
  END IF
  LET NAME$ = GET WHATSAPP SENDER NAME OR SENDER$
  LET LINES$ = ""
  FOR EACH PAST IN GET MESSAGE HISTORY FROM SENDER$ LAST 20
    LET WHO$ = PAST.direction = "inbound" ? NAME$ : "Bot"
    LINES$ = LINES$ + FORMAT(PAST.timestamp, "HH:mm") + " " + WHO$ + ": " + PAST.text + "\n"
  NEXT
  SEND MAIL TO TEAM WITH SUBJECT NAME$ + " asks for a person" AND BODY "Please answer " + SENDER$ + ".\n\n" + LINES$
  SEND WHATSAPP TO SENDER$ WITH "Somebody of our team will answer you here soon."
END ON

FUNCTION WANTS PERSON TEXT$
  FOR EACH WORD$ IN ["person", "human", "agent", "somebody"]
    IF LCASE$(TEXT$) CONTAINS WORD$ THEN RETURN TRUE
  NEXT
  RETURN FALSE
END FUNCTION
