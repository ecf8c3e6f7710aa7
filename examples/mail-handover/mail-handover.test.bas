TEST "the bot answers by itself"
  MOCK GENERATE RESPONSE WITH "We open at nine."
  RECEIVE WHATSAPP TEXT "When do you open?" FROM "+5511999999999"
  EXPECT SENT WHATSAPP TO "+5511999999999" SAYING "We open at nine."
  EXPECT NO MAIL
END TEST

TEST "who asks for a person is put through with what was said before"
  MOCK GENERATE RESPONSE WITH "We open at nine."
  RECEIVE WHATSAPP TEXT "When do you open?" FROM "+5511999999999" NAMED "Ana"
  RECEIVE WHATSAPP TEXT "I want to talk to a person" FROM "+5511999999999" NAMED "Ana"
  EXPECT MAIL TO "team@example.com" WITH SUBJECT "Ana asks for a person" CONTAINING "Bot: We open at nine."
  EXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "will answer you here soon"
END TEST

TEST "a mail that the server refuses for now leaves later"
  FAIL NEXT MAIL
  RECEIVE WHATSAPP TEXT "a human please" FROM "+5511999999999"
  ADVANCE 1 HOUR
  EXPECT MAIL TO "team@example.com"
END TEST
