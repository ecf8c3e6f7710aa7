' Books an appointment: a list of free times, a confirmation, and a mail to the salon.
CONST SALON = "salon@example.com"

ON WHATSAPP TEXT DO
  LET BODY$ = LCASE$(GET WHATSAPP MESSAGE BODY)
  IF BODY$ CONTAINS "book" OR BODY$ CONTAINS "appointment" THEN
    OFFER TIMES TO GET WHATSAPP SENDER NUMBER
  ELSE
    SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "Write ""book"" to get an appointment."
  END IF
END ON

ON WHATSAPP LIST DO
  LET SENDER$ = GET WHATSAPP SENDER NUMBER
  LET CHOSEN$ = GET WHATSAPP LIST ID
  IF CHOSEN$ < FORMAT(NOW(), "yyyy-MM-dd HH:mm") THEN
    SEND WHATSAPP TO SENDER$ WITH "That time is over, please choose another."
    OFFER TIMES TO SENDER$
    EXIT
  END IF
  LET WHEN$ = FORMAT(CHOSEN$, "dddd, d MMMM, HH:mm")
  SEND WHATSAPP TO SENDER$ WITH "You are booked for ${WHEN$}. See you then!" IN REPLY TO GET WHATSAPP MESSAGE ID
  LET NAME$ = GET WHATSAPP SENDER NAME OR "Somebody"
  SEND MAIL TO SALON WITH SUBJECT "Appointment " + CHOSEN$ AND BODY "${NAME$} (${SENDER$}) comes on ${WHEN$}."
END ON

' Offers three times on each of the next three days.
SUB OFFER TIMES TO WHO$
  LET SECTIONS = NEW OBJECT
  FOR AHEAD = 1 TO 3
    LET DAY = DATEADD("day", AHEAD, TODAY())
    LET ROWS = []
    FOR EACH HOUR$ IN ["09:00", "11:00", "15:00"]
      LET ID$ = FORMAT(DAY, "yyyy-MM-dd") + " " + HOUR$
      PUSH ROWS, { "id": ID$, "title": HOUR$ }
    NEXT
    SECTIONS[FORMAT(DAY, "dddd, d MMMM")] = ROWS
  NEXT
  SEND WHATSAPP TO WHO$ WITH LIST "When would you like to come?" BUTTON "Free times" ITEMS SECTIONS
END SUB
