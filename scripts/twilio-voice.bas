REM Answers the call with which Meta verifies a phone number at Twilio, takes the six digits
REM that are keyed in, and mails them. Put your own address here:
LET OWNER$ = "your-email@example.com"

REM Twilio calls this path when the phone rings ("A Call Comes In").
ON WEBHOOK POST TO "/twilio/voice" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<?xml version=""1.0"" encoding=""UTF-8""?>"
  PRINT "<Response>"
  PRINT "  <Gather action=""/twilio/gather"" method=""POST"" numDigits=""6"" timeout=""10"">"
  PRINT "    <Say language=""en-US"">Please enter your verification code followed by the pound sign.</Say>"
  PRINT "  </Gather>"
  REM Reached when no key was pressed in time.
  PRINT "  <Redirect>https://twimlets.com/voicemail?Email=" + XML TEXT(OWNER$) + "</Redirect>"
  PRINT "</Response>"
END ON

REM Twilio calls this path with the keys that were pressed.
ON WEBHOOK POST TO "/twilio/gather" DO
  LET CODE$ = GET FORM VALUE "Digits"
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<?xml version=""1.0"" encoding=""UTF-8""?>"
  PRINT "<Response>"
  IF CODE$ = "" THEN
    PRINT "  <Redirect>/twilio/voice</Redirect>"
  ELSE
    LOG "WhatsApp Verification Code: " + CODE$
    SEND MAIL TO OWNER$ WITH SUBJECT "WhatsApp Verification Code" AND BODY "Your verification code is: " + CODE$
    PRINT "  <Say language=""en-US"">Thank you. Your code has been received.</Say>"
  END IF
  PRINT "</Response>"
END ON

REM Text as it must be written inside XML.
FUNCTION XML TEXT(PLAIN$)
  LET SAFE$ = REPLACE(PLAIN$, "&", "&amp;")
  LET SAFE$ = REPLACE(SAFE$, "<", "&lt;")
  RETURN REPLACE(SAFE$, ">", "&gt;")
END FUNCTION
