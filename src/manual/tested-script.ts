/** The script that the examples of tests are about: `bot.bas`. */
export const TESTED_SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  LET MESSAGE = GET JSON PATH OBJ, "entry[0].changes[0].value.messages[0]"
  LET TEXT$ = GET JSON PATH MESSAGE, "text.body"
  LET FROM$ = GET JSON PATH MESSAGE, "from"
  IF FROM$ = "" THEN LET FROM$ = GET JSON PATH MESSAGE, "from_user_id"
  IF TEXT$ <> "" THEN
    LOG "message: " + TEXT$
    SPAWN ANSWER FROM$, TEXT$
  END IF
  PRINT "OK"
END ON

SUB ANSWER FROM$, TEXT$
  SEND WHATSAPP TO FROM$ WITH GENERATE RESPONSE TEXT$
END SUB

ON WHATSAPP IMAGE DO
  DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id
END ON

ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  LET SHARE = 100 / ORDER.id
  LOG "share: " + SHARE
  PRINT "taken " + ORDER.id
END ON

ON WEBHOOK POST TO "/shop" DO
  LET ANSWER = POST "https://shop.example/orders", PARSE JSON GET REQUEST BODY
  PRINT "the shop says " + ANSWER.status
END ON

ON WEBHOOK POST TO "/price" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  PRINT "it costs " + PRICE(ORDER.item)
END ON

FUNCTION PRICE(ITEM)
  RETURN LEN(ITEM)
END FUNCTION

ON WEBHOOK POST TO "/twilio/voice" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response>"
  PRINT "  <Gather action=""/twilio/keys"" numDigits=""6"">"
  PRINT "    <Say>Welcome. Please enter your code.</Say>"
  PRINT "  </Gather>"
  PRINT "</Response>"
END ON

ON RECORDING "message" DO
  SAY "Thank you for your message."
END ON

ON DIAL RESULT "sales" DO
  IF GET CALL RESULT <> "completed" THEN SAY "Nobody answers. Please call again."
END ON

ON TRANSCRIPTION "message" DO
  SEND MAIL TO "shop@example.com" WITH SUBJECT "A message" AND BODY CALL.transcription
END ON

ON WEBHOOK POST TO "/twilio/keys" DO
  SEND MAIL TO "ana@example.com" WITH SUBJECT "Your code" AND BODY GET FORM VALUE "Digits"
  PRINT "<Response><Say>Thank you.</Say><Hangup/></Response>"
END ON

ON WEBHOOK POST TO "/twilio/menu" DO
  LET WORDS$ = GET FORM VALUE "SpeechResult"
  IF WORDS$ = "" THEN
    PRINT "<Response><Gather input=""speech""><Say>What about?</Say></Gather></Response>"
  ELSE
    PRINT "<Response><Say>You said: " + XMLESCAPE(WORDS$) + "</Say></Response>"
  END IF
END ON

ON WEBHOOK POST TO "/remind" DO
  LET NUMBER$ = GET FORM VALUE "To"
  SEND CALL TO NUMBER$ SAYING "Your order is ready." THEN "reminder"
END ON

ON ANSWER "reminder" DO
  SAY "To be called again, press 1."
END ON

ON WEBHOOK POST TO "/twilio/sms" DO
  SEND SMS TO GET FORM VALUE "From" WITH "You wrote: " + GET FORM VALUE "Body"
  PRINT "<Response/>"
END ON
`;
