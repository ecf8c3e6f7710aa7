' The FUNCTION of twilio-voice.bas by itself.

USE "twilio-voice.bas"
INCLUDE "twilio-voice.bas"

TEST "an address is written so that it may stand in XML"
  EXPECT XML TEXT("a&b<c>d&e") = "a&amp;b&lt;c&gt;d&amp;e"
END TEST
