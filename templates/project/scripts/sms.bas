REM Answers SMS. Twilio hands them to this path ("A message comes in").
ON WEBHOOK POST TO "/twilio/sms" DO
  LET SENDER$ = GET FORM VALUE "From"
  LET TEXT$ = GET FORM VALUE "Body"
  LOG "SMS from " + SENDER$

  IF UCASE(TRIM(TEXT$)) = "HOURS" THEN
    SEND SMS TO SENDER$ WITH "We are open from Monday to Friday, 9 to 17."
  ELSE
    SEND SMS TO SENDER$ WITH "Write HOURS for our hours, or call us."
  END IF

  REM Twilio wants TwiML; an empty one says that nothing else is to be done.
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response/>"
END ON
