' The call with which Meta verifies a number at Twilio.

LET HEAD$ = "<?xml version=""1.0"" encoding=""UTF-8""?>" + CHR(10) + "<Response>" + CHR(10)

TEST "the caller is asked for the code, and sent to the voice mail without one"
  RECEIVE CALL FROM "+16505550100" AT "/twilio/voice"
  EXPECT STATUS 200
  EXPECT HEADER "Content-Type" = "text/xml"
  EXPECT SPOKEN "enter your verification code"
  LET LINES = SPLIT(BODY, CHR(10))
  EXPECT LEN(LINES) = 7
  EXPECT LINES[0] = "<?xml version=""1.0"" encoding=""UTF-8""?>"
  EXPECT LINES[1] = "<Response>"
  EXPECT LINES[2] = "  <Gather action=""/twilio/gather"" method=""POST"" numDigits=""6"" timeout=""10"">"
  EXPECT LINES[3] = "    <Say language=""en-US"">Please enter your verification code followed by the pound sign.</Say>"
  EXPECT LINES[4] = "  </Gather>"
  EXPECT LINES[5] = "  <Redirect>https://twimlets.com/voicemail?Email=your-email@example.com</Redirect>"
  EXPECT LINES[6] = "</Response>"
  PRESS ""
  EXPECT HANGUP REASON CONTAINS "https://twimlets.com/voicemail"
  EXPECT NOTHING SENT
END TEST

TEST "the code is mailed"
  RECEIVE CALL
  PRESS "123456"
  EXPECT STATUS 200
  EXPECT HEADER "Content-Type" = "text/xml"
  EXPECT BODY HEAD$ + "  <Say language=""en-US"">Thank you. Your code has been received.</Say>" + CHR(10) + "</Response>"
  EXPECT SPOKEN "Your code has been received"
  EXPECT LOG "WhatsApp Verification Code: 123456"
  EXPECT MAIL TO "your-email@example.com" WITH SUBJECT "WhatsApp Verification Code" SAYING "Your verification code is: 123456"
  EXPECT LEN(SENT MESSAGES) = 1
END TEST

TEST "without a code the caller is asked again"
  RECEIVE POST "/twilio/gather" WITH FORM { "CallSid": "CA1" }
  EXPECT BODY HEAD$ + "  <Redirect>/twilio/voice</Redirect>" + CHR(10) + "</Response>"
  EXPECT NOTHING SENT
END TEST
