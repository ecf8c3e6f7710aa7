' Takes in photos of receipts: each is acknowledged and reported to accounting.
CONST ACCOUNTING = "accounting@example.com"

ON WHATSAPP IMAGE DO
  FILE RECEIPT WHATSAPP, "receipt"
END ON

ON WHATSAPP DOCUMENT DO
  IF WHATSAPP.media.type <> "application/pdf" THEN
    SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "Please send a photo or a PDF."
    EXIT
  END IF
  FILE RECEIPT WHATSAPP, "invoice"
END ON

ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "Send me a photo of your receipt, and what it is for as its caption."
END ON

SUB FILE RECEIPT(MESSAGE, KIND$)
  LET SENDER$ = MESSAGE.sender.address
  LET NAME$ = MESSAGE.sender.name OR SENDER$
  LET CAPTION$ = MESSAGE.text OR "no caption"
  SEND MAIL TO ACCOUNTING WITH SUBJECT "New ${KIND$} of ${NAME$}" AND BODY "${CAPTION$}\nFrom ${SENDER$}, file ${MESSAGE.media.id}"
  SEND WHATSAPP TO SENDER$ WITH "Thank you, your ${KIND$} is filed." IN REPLY TO MESSAGE.id
END SUB
