' What people write to the bot, and what it answers.

BEFORE EACH
  MOCK GENERATE RESPONSE WITH "Good morning, how can I help?"
END BEFORE

TEST "a text is answered by the language model"
  RECEIVE WHATSAPP TEXT "Hello" FROM "+5511999999999"
  EXPECT STATUS 200
  EXPECT BODY "OK"
  EXPECT LOG "WhatsApp message from 5511999999999: Hello"
  EXPECT SPAWNED "PROCESS WHATSAPP MESSAGE" WITH "5511999999999", "Hello", "wamid.IN1"
  EXPECT SENT WHATSAPP TO "+55 11 99999-9999" SAYING "Good morning, how can I help?"
  EXPECT LEN(SENT MESSAGES) = 1
END TEST

TEST "the answer to somebody with a number and an id goes to the number"
  RECEIVE WHATSAPP TEXT "Hello" FROM "+5511999999999" USER ID "BR.1502576394655843" AT "/webhooks/whatsapp"
  EXPECT SENT WHATSAPP TO "+5511999999999"
END TEST

TEST "somebody who hides the number is answered at the user id"
  RECEIVE WHATSAPP TEXT "Hello" USER ID "BR.1502576394655843"
  EXPECT SENT WHATSAPP TO "BR.1502576394655843"
END TEST

TEST EACH STATE IN ["sent", "delivered", "read"] NAMED "a status is not answered"
  RECEIVE WHATSAPP STATUS STATE FOR "wamid.1"
  EXPECT STATUS 200
  EXPECT NOTHING SENT
END TEST

TEST "a message that comes twice is answered once"
  RECEIVE WHATSAPP TEXT "Hello"
  RECEIVE AGAIN
  EXPECT STATUS 200
  EXPECT NOTHING SENT
  EXPECT LEN(SENT MESSAGES) = 1
END TEST

TEST "an image is taken and not answered"
  RECEIVE WHATSAPP IMAGE CAPTION "our house"
  EXPECT STATUS 200
  EXPECT NOTHING SENT
  EXPECT LOG "WhatsApp message without text from 5511999999999"
END TEST

TEST "what is not about WhatsApp is let alone"
  RECEIVE POST "/webhooks/whatsapp" WITH JSON { "object": "page", "entry": [] }
  EXPECT STATUS 200
  EXPECT NOTHING SENT
  EXPECT NO LOG "WhatsApp message"
END TEST

TEST "a request that Meta did not sign is refused"
  RECEIVE WHATSAPP TEXT "Hello" FORGED
  EXPECT STATUS 403
  EXPECT NOTHING SENT
END TEST

TEST "when WhatsApp wants a pause, the answer comes later"
  FAIL NEXT WHATSAPP WITH 131056
  RECEIVE WHATSAPP TEXT "Hello"
  EXPECT NOTHING SENT
  ADVANCE 1 HOUR
  EXPECT SENT WHATSAPP TO "+5511999999999"
END TEST

TEST "all messages of one delivery are answered"
  HOLD EVENTS
  RECEIVE WHATSAPP TEXT "one" FROM "+5511999990001"
  RECEIVE WHATSAPP TEXT "two" FROM "+5511999990002"
  RELEASE EVENTS
  EXPECT SENT WHATSAPP TO "+5511999990001"
  EXPECT SENT WHATSAPP TO "+5511999990002"
END TEST
