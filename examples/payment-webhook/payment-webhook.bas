' Hears from the payment service that money came, and thanks the buyer on WhatsApp.
ON WEBHOOK POST TO "/payments" SIGNED BY STRIPE ONCE PER FIELD "id" DO
  LET EVENT = PARSE JSON GET REQUEST BODY
  IF EVENT.type <> "payment_intent.succeeded" THEN
    RETURN "nothing to do"
  END IF
  LET PAYMENT = EVENT.data.object
  LET PHONE$ = PAYMENT.metadata.phone
  IF PHONE$ = "" THEN RETURN "no phone number"
  LET AMOUNT$ = FORMAT(PAYMENT.amount / 100, "0.00") + " " + UCASE$(PAYMENT.currency)
  SEND WHATSAPP TO PHONE$ WITH "Thank you, we received ${AMOUNT$} for order ${PAYMENT.metadata.order}."
  RETURN "OK"
END ON
