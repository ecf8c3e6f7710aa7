' The call with which Meta verifies a number at Twilio.

TEST "the caller is asked for the code"
  RECEIVE CALL FROM "+16505550100" AT "/twilio/voice"
  EXPECT STATUS 200
  EXPECT HEADER "Content-Type" = "text/xml"
  EXPECT SPOKEN "enter your verification code"
END TEST

TEST "the code is mailed"
  RECEIVE CALL
  PRESS "123456"
  EXPECT STATUS 200
  EXPECT SPOKEN "Your code has been received"
  EXPECT LOG "WhatsApp Verification Code: 123456"
  EXPECT MAIL TO "your-email@example.com" WITH SUBJECT "WhatsApp Verification Code" CONTAINING "123456"
END TEST

TEST "who presses nothing is sent to the voice mail"
  RECEIVE CALL
  PRESS ""
  EXPECT HANGUP REASON CONTAINS "https://twimlets.com/voicemail?Email=your-email@example.com"
  EXPECT NOTHING SENT
END TEST

TEST "without a code the caller is asked again"
  RECEIVE POST "/twilio/gather" WITH FORM { "CallSid": "CA1" }
  EXPECT BODY CONTAINS "<Redirect>/twilio/voice</Redirect>"
  EXPECT NOTHING SENT
END TEST
