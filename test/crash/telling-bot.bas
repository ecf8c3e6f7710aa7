' Answers each message three times from a SUB, so that one delivery leads to jobs and messages. What
' the model, the clock and chance said stands in the second and the third, with a question between
' them: a run that is repeated must say the same. A last message follows a moment later.
ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  DATA = PARSE JSON GET REQUEST BODY
  MESSAGE = DATA.entry[0].changes[0].value.messages[0]
  SPAWN ANSWER MESSAGE.from, MESSAGE.text.body
  PRINT "OK"
END ON

SUB ANSWER TO$, TEXT$
  SEND WHATSAPP TO TO$ WITH "first " + TEXT$
  LET TOLD$ = GENERATE RESPONSE TO$ + " " + TEXT$
  LET SEEN$ = TOLD$ + " at " + NOW + " with " + RND
  SEND WHATSAPP TO TO$ WITH "second " + TEXT$ + ": " + SEEN$
  LET MORE$ = GENERATE RESPONSE "more on " + TO$ + " " + TEXT$
  SEND WHATSAPP TO TO$ WITH "third " + TEXT$ + ": " + SEEN$
  SPAWN REMIND TO$, TEXT$ AFTER 0.5 SECONDS
END SUB

SUB REMIND TO$, TEXT$
  SEND WHATSAPP TO TO$ WITH "later " + TEXT$
END SUB
