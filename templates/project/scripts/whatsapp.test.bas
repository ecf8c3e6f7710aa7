TEST "who asks for the hours is told them"
  RECEIVE WHATSAPP TEXT "What are your hours?" FROM "+15550001111"
  EXPECT STATUS = 200
  EXPECT SENT WHATSAPP TO "+15550001111" CONTAINING "9 to 17"
END TEST

TEST "all else is answered by the language model"
  MOCK GENERATE RESPONSE WITH "Yes, we do."
  RECEIVE WHATSAPP TEXT "Do you sell shoes?" FROM "+15550001111"
  EXPECT SPAWNED "ANSWER QUESTION"
  EXPECT SENT WHATSAPP TO "+15550001111" SAYING "Yes, we do."
END TEST

TEST "a picture is answered with a question"
  RECEIVE WHATSAPP IMAGE CAPTION "my shoes"
  EXPECT SENT WHATSAPP CONTAINING "only read text"
END TEST

TEST "somebody who hides the number is answered at the user id"
  RECEIVE WHATSAPP TEXT "hours" USER ID "US.1502576394655843"
  EXPECT SENT WHATSAPP TO "US.1502576394655843"
END TEST

TEST "a message that comes twice is answered once"
  RECEIVE WHATSAPP TEXT "hours"
  RECEIVE AGAIN
  EXPECT NOTHING SENT
  EXPECT LEN(SENT MESSAGES) = 1
END TEST

TEST "nobody but Meta reaches the bot"
  RECEIVE WHATSAPP TEXT "hours" FORGED
  EXPECT STATUS = 403
  EXPECT NOTHING SENT
END TEST
