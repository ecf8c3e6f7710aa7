BEFORE EACH
  LET SHIPPED = { "id": "A-7", "phone": "+5511999999999" }
END BEFORE

TEST "the buyer is told"
  RECEIVE POST "/orders/shipped" WITH JSON SHIPPED
  EXPECT STATUS 200
  EXPECT SENT WHATSAPP TO "+5511999999999" SAYING "Your order A-7 is on its way."
  EXPECT NO MAIL
END TEST

TEST "an order without a phone number is refused"
  RECEIVE POST "/orders/shipped" WITH JSON { "id": "A-7" }
  EXPECT STATUS 400
  EXPECT NOTHING SENT
END TEST

TEST "who has no WhatsApp gets an SMS, and the team a mail"
  FAIL NEXT WHATSAPP WITH 131026
  RECEIVE POST "/orders/shipped" WITH JSON SHIPPED
  EXPECT SMS TO "+5511999999999" SAYING "Your order A-7 is on its way."
  EXPECT MAIL TO "team@example.com" WITH SUBJECT "Not delivered to +5511999999999"
END TEST

TEST "an SMS that fails too is only told of"
  FAIL NEXT WHATSAPP WITH 131026
  FAIL NEXT SMS WITH 21610
  RECEIVE POST "/orders/shipped" WITH JSON SHIPPED
  EXPECT MAIL TO "team@example.com"
END TEST
