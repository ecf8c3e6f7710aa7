' Tells where an order is: asks the shop over HTTP, and answers on WhatsApp.
CONST SHOP = "https://shop.example/api/orders/"

ON WHATSAPP TEXT DO
  LET SENDER$ = GET WHATSAPP SENDER NUMBER
  LET NUMBER$ = FIND NUMBER(GET WHATSAPP MESSAGE BODY)
  IF NUMBER$ = "" THEN
    SEND WHATSAPP TO SENDER$ WITH "Please write the number of your order."
    EXIT
  END IF
  TRY
    LET ORDER = GET SHOP + NUMBER$
    SEND WHATSAPP TO SENDER$ WITH "Your ${ORDER.item} is ${ORDER.state}."
  CATCH PROBLEM
    LOG "the shop did not answer: " + PROBLEM.message
    SEND WHATSAPP TO SENDER$ WITH "I do not find order ${NUMBER$}. Is the number right?"
  END TRY
END ON

' The first word of a text that is a number.
FUNCTION FIND NUMBER(TEXT$)
  FOR EACH WORD$ IN SPLIT(REPLACE(TEXT$, "#", " "), " ")
    IF ISNUMERIC(WORD$) THEN RETURN WORD$
  NEXT
  RETURN ""
END FUNCTION
