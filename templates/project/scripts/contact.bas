REM Takes the contact form of a website, or any other request, and mails it. Browsers sign nothing,
REM so the path is open; leave OPEN out where the sender signs its requests.
ON WEBHOOK POST TO "/contact" OPEN DO
  LET NAME$ = GET FORM VALUE "name"
  LET ADDRESS$ = GET FORM VALUE "email"
  LET TEXT$ = GET FORM VALUE "message"

  IF ADDRESS$ = "" OR TEXT$ = "" THEN
    SET RESPONSE STATUS TO 400
    PRINT "Please fill in your address and a message."
  ELSE
    LET BODY$ = NAME$ + " <" + ADDRESS$ + "> writes: " + TEXT$
    SEND MAIL TO "office@example.com" WITH SUBJECT "From the website" AND BODY BODY$
    PRINT "Thank you, we will write to you."
  END IF
END ON
