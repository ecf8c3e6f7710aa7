REM Answers calls. Twilio asks for /twilio/voice when the phone rings ("A call comes in").
ON CALL DO
  GATHER DIGITS 1 INTO KEY$ SAYING "Welcome. For our hours, press 1. To be called back, press 2." TIMEOUT 10
  SAY "Goodbye."
END ON

REM The call goes on here with the key that was pressed.
ON DIGITS "key" DO
  SELECT CASE KEY$
    CASE "1"
      SAY "We are open from Monday to Friday, nine to five."
    CASE "2"
      SEND MAIL TO "office@example.com" WITH SUBJECT "Call back" AND BODY "Please call " + CALL.from + "."
      SAY "We will call you back."
    CASE ELSE
      REDIRECT "/twilio/voice"
  END SELECT
END ON
