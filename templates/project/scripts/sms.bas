REM Answers SMS. Twilio hands them to /twilio/sms ("A message comes in"). PRINT would answer at once;
REM SEND SMS is tried again where Twilio cannot be reached.
ON SMS DO
  LOG "SMS from " + SMS.from

  IF UCASE(TRIM(SMS.body)) = "HOURS" THEN
    SEND SMS TO SMS.from WITH "We are open from Monday to Friday, 9 to 17."
  ELSE
    SEND SMS TO SMS.from WITH "Write HOURS for our hours, or call us."
  END IF
END ON
