' Answers what people ask most: every message gets a menu, every button an answer.

ON WHATSAPP BUTTON "hours" DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "We are open from Monday to Saturday, 9:00 to 18:00."
  SHOW MENU TO GET WHATSAPP SENDER NUMBER
END ON

ON WHATSAPP BUTTON "delivery" DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "We deliver within two days. From 100 on it is free."
  SHOW MENU TO GET WHATSAPP SENDER NUMBER
END ON

ON WHATSAPP BUTTON "address" DO
  LET SENDER$ = GET WHATSAPP SENDER NUMBER
  SEND WHATSAPP TO SENDER$ WITH LOCATION AT "-23.5614, -46.6559" NAMED "Tea Shop" WITH ADDRESS "Avenida Paulista 1"
END ON

ON WHATSAPP MESSAGE RECEIVED DO
  SHOW MENU TO GET WHATSAPP SENDER NUMBER
END ON

SUB SHOW MENU TO WHO$
  LET CHOICES = { "hours": "Opening hours", "delivery": "Delivery", "address": "Where we are" }
  SEND WHATSAPP TO WHO$ WITH BUTTONS "What would you like to know?" ITEMS CHOICES
END SUB
