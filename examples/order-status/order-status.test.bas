TEST "the state of an order"
  MOCK GET "https://shop.example/api/orders/*" WITH JSON { "item": "green tea", "state": "on its way" }
  RECEIVE WHATSAPP TEXT "where is order #4711 please" FROM "+5511999999999"
  EXPECT CALLED GET "https://shop.example/api/orders/4711"
  EXPECT SENT WHATSAPP TO "+5511999999999" SAYING "Your green tea is on its way."
END TEST

TEST "an order that the shop does not know"
  MOCK GET "https://shop.example/api/orders/*" WITH STATUS 404
  RECEIVE WHATSAPP TEXT "1" FROM "+5511999999999"
  EXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "I do not find order 1."
END TEST

TEST "a text without a number"
  RECEIVE WHATSAPP TEXT "where is my order?" FROM "+5511999999999"
  EXPECT NOTHING CALLED
  EXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "write the number"
END TEST
