TEST EACH WORD IN ["HOURS", "hours", " Hours "] NAMED "the word is known however it is written"
  RECEIVE SMS WORD FROM "+15550001111"
  EXPECT STATUS = 200
  EXPECT SMS TO "+15550001111" CONTAINING "9 to 17"
END TEST

TEST "all else is answered with what can be asked"
  RECEIVE SMS "hello" FROM "+15550001111"
  EXPECT SMS TO "+15550001111" CONTAINING "Write HOURS"
  EXPECT LOG "SMS from +15550001111"
END TEST

TEST "when Twilio cannot be reached, the answer comes later"
  FAIL NEXT SMS
  RECEIVE SMS "hours"
  EXPECT NOTHING SENT
  ADVANCE 1 HOUR
  EXPECT SMS CONTAINING "9 to 17"
END TEST
