TEST "the code goes to the team"
  RECEIVE CALL FROM "+5511999999999"
  EXPECT SPOKEN "type the six digits"
  PRESS "123456"
  EXPECT MAIL TO "security@example.com" WITH SUBJECT "Code of +5511999999999" CONTAINING "123456"
  EXPECT SPOKEN "Goodbye"
END TEST

TEST "a short code is asked for again"
  RECEIVE CALL FROM "+5511999999999"
  PRESS "123#"
  EXPECT SPOKEN "once more"
  EXPECT NO MAIL
  PRESS "123456"
  EXPECT MAIL TO "security@example.com" CONTAINING "123456"
END TEST

TEST "who types nothing is asked to call again"
  RECEIVE CALL FROM "+5511999999999"
  PRESS ""
  EXPECT SPOKEN "Please call again"
  EXPECT NO MAIL
END TEST
