' Takes a verification code by phone: the caller types it, and the team gets it by mail.
CONST TEAM = "security@example.com"

ON CALL DO
  SAY "Hello, and thank you for calling."
  GATHER DIGITS 6 INTO CODE$ THEN "code" SAYING "Please type the six digits of your code." TIMEOUT 10
  SAY "We did not hear a code. Please call again."
END ON

ON DIGITS "code" DO
  IF LEN(CODE$) <> 6 THEN
    SAY "That were not six digits."
    GATHER DIGITS 6 INTO CODE$ THEN "code" SAYING "Please type your code once more." TIMEOUT 10
    HANGUP
    EXIT
  END IF
  LET CALLER$ = GET CALL FROM
  LOG "a code came from " + CALLER$
  SEND MAIL TO TEAM WITH SUBJECT "Code of " + CALLER$ AND BODY "The code is " + CODE$ + "."
  SAY "Thank you. Goodbye."
END ON
