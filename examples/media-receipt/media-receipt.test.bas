TEST "a photo with its caption goes to accounting"
  RECEIVE WHATSAPP IMAGE CAPTION "Taxi to the fair" FROM "+5511999999999" NAMED "Ana"
  EXPECT MAIL TO "accounting@example.com" WITH SUBJECT "New receipt of Ana" CONTAINING "Taxi to the fair"
  EXPECT SENT WHATSAPP TO "+5511999999999" SAYING "Thank you, your receipt is filed."
END TEST

TEST "a photo without a caption too"
  RECEIVE WHATSAPP IMAGE FROM "+5511999999999"
  EXPECT MAIL TO "accounting@example.com" CONTAINING "no caption"
END TEST

TEST "a PDF is an invoice"
  RECEIVE WHATSAPP DOCUMENT FILENAME "invoice.pdf" FROM "+5511999999999" NAMED "Ana"
  EXPECT MAIL TO "accounting@example.com" WITH SUBJECT "New invoice of Ana"
END TEST

TEST "a text is told what to send"
  RECEIVE WHATSAPP TEXT "hello" FROM "+5511999999999"
  EXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "Send me a photo"
  EXPECT NO MAIL
END TEST
