' Tells people by SMS what WhatsApp could not deliver, and the team by mail.
CONST TEAM = "team@example.com"

ON WEBHOOK POST TO "/orders/shipped" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  IF ORDER.phone = "" THEN
    SET RESPONSE STATUS TO 400
    RETURN "phone is missing"
  END IF
  SEND WHATSAPP TO ORDER.phone WITH "Your order ${ORDER.id} is on its way."
  RETURN "OK"
END ON

ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG "not delivered: " + FAILED.channel + " " + FAILED.error
  IF FAILED.channel = "whatsapp" THEN SEND SMS TO FAILED.to WITH FAILED.text
  IF FAILED.channel <> "mail" THEN
    SEND MAIL TO TEAM WITH SUBJECT "Not delivered to " + FAILED.to AND BODY FAILED.text + "\n\n" + FAILED.error
  END IF
END ON
