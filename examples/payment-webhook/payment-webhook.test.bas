BEFORE EACH
  LET BUYER = { "phone": "+5511999999999", "order": "A-7" }
  LET PAYMENT = { "amount": 4990, "currency": "brl", "metadata": BUYER }
  LET EVENT = { "id": "evt_1", "type": "payment_intent.succeeded", "data": { "object": PAYMENT } }
END BEFORE

TEST "the buyer is thanked"
  RECEIVE POST "/payments" WITH JSON EVENT
  EXPECT STATUS 200
  EXPECT SENT WHATSAPP TO "+5511999999999" SAYING "Thank you, we received 49.90 BRL for order A-7."
END TEST

TEST "an event that Stripe sends again is no second payment"
  RECEIVE POST "/payments" WITH JSON EVENT
  EXPECT SENT WHATSAPP TO "+5511999999999"
  RECEIVE AGAIN
  EXPECT BODY "OK"
  EXPECT NOTHING SENT
END TEST

TEST "other events are taken, and nothing is sent"
  EVENT.type = "payment_intent.created"
  RECEIVE POST "/payments" WITH JSON EVENT
  EXPECT BODY "nothing to do"
  EXPECT NOTHING SENT
END TEST

TEST "nobody else can say that money came"
  RECEIVE POST "/payments" WITH JSON EVENT FORGED
  EXPECT STATUS 403
  EXPECT NOTHING SENT
END TEST
