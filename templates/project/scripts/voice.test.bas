TEST "the caller hears the hours"
  RECEIVE CALL
  EXPECT SPOKEN "press 1"
  PRESS "1"
  EXPECT SPOKEN "nine to five"
  EXPECT NOTHING SENT
END TEST

TEST "who wants to be called back is written down"
  RECEIVE CALL FROM "+15550002222"
  PRESS "2"
  EXPECT SPOKEN "call you back"
  EXPECT MAIL TO "office@example.com" WITH SUBJECT "Call back" CONTAINING "+15550002222"
END TEST

TEST "any other key brings the menu again"
  RECEIVE CALL
  PRESS "9"
  EXPECT SPOKEN "press 1"
END TEST

TEST "who presses nothing hears a goodbye"
  RECEIVE CALL
  PRESS ""
  EXPECT SPOKEN "Goodbye"
END TEST
