' Answers each message twice from a SUB, so that one delivery leads to a job and two
' messages; between them it asks the simulated language model, whose answer goes into the journal.
ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  DATA = PARSE JSON GET REQUEST BODY
  MESSAGE = DATA.entry[0].changes[0].value.messages[0]
  SPAWN ANSWER MESSAGE.from, MESSAGE.text.body
  PRINT "OK"
END ON

SUB ANSWER TO$, TEXT$
  SEND WHATSAPP TO TO$ WITH "first " + TEXT$
  LET ANSWER$ = GENERATE RESPONSE TEXT$
  SEND WHATSAPP TO TO$ WITH "second " + TEXT$
END SUB
