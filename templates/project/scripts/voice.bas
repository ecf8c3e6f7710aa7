REM Answers calls. Twilio asks for this path when the phone rings ("A call comes in").
ON WEBHOOK POST TO "/twilio/voice" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response>"
  PRINT "  <Gather action=""/twilio/menu"" numDigits=""1"" timeout=""10"">"
  PRINT "    <Say>Welcome. For our hours, press 1. To be called back, press 2.</Say>"
  PRINT "  </Gather>"
  PRINT "  <Say>Goodbye.</Say>"
  PRINT "</Response>"
END ON

REM Twilio asks for this path with the key that was pressed.
ON WEBHOOK POST TO "/twilio/menu" DO
  LET KEY$ = GET FORM VALUE "Digits"
  LET CALLER$ = GET FORM VALUE "From"

  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response>"
  SELECT CASE KEY$
    CASE "1"
      PRINT "  <Say>We are open from Monday to Friday, nine to five.</Say>"
    CASE "2"
      SEND MAIL TO "office@example.com" WITH SUBJECT "Call back" AND BODY "Please call " + CALLER$ + "."
      PRINT "  <Say>We will call you back.</Say>"
    CASE ELSE
      PRINT "  <Redirect>/twilio/voice</Redirect>"
  END SELECT
  PRINT "</Response>"
END ON
