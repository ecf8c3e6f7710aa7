import type { lintMessages } from "../codes/lints.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/lints.ts`. */
export const lintExplanations: ExplanationsOf<typeof lintMessages> = {
  GB1104: {
    title: "A header whose name may end elsewhere",
    severity: "warning",
    means:
      "The name of a SUB or FUNCTION may have several words, and without brackets its parameters follow it. Words with a sigil such as $ are clearly parameters; without one, a reader cannot tell which words are the name. The message says how gbasic reads it.",
    example: {
      kind: "check",
      script: `SHOW SUM 1, 2
SUB SHOW SUM A, B
  PRINT A + B
END SUB`,
      mended: `SHOW SUM 1, 2
SUB SHOW SUM(A, B)
  PRINT A + B
END SUB`,
    },
    mend: "Put the parameters in brackets. `gbasic check --fix` does it where gbasic reads the header as it is meant.",
  },
  GB2501: {
    title: "A SUB or FUNCTION that is never used",
    severity: "warning",
    means:
      "Nothing that runs calls it: no handler, no line of the top level, and no other SUB or FUNCTION that is used itself. A file that holds nothing but SUBs and FUNCTIONs is a library for other files, and gbasic says nothing there.",
    example: {
      kind: "check",
      script: `PRINT "ready"

SUB GREET NAME$
  PRINT "Hello, " + NAME$
END SUB`,
      mended: `GREET "Ana"

SUB GREET NAME$
  PRINT "Hello, " + NAME$
END SUB`,
    },
    mend: "Call it where it was meant to be called, and look whether its name is spelt the same there. Remove it if it is not needed any more.",
  },
  GB2502: {
    title: "A variable that is never read",
    severity: "info",
    means:
      "The variable is given a value, and nothing looks at it. Perhaps its name is spelt differently where it is read, or the line is left over. Nothing is said of parameters, of loop variables, of results of statements that do something, and of names that begin with _ or result.",
    example: {
      kind: "check",
      script: `LET PRICE = 3
LET AMOUNT = 2
PRINT PRICE`,
      mended: `LET PRICE = 3
LET AMOUNT = 2
PRINT PRICE * AMOUNT`,
    },
    mend: "Remove the line, or read the variable where it was meant to be read.",
  },
  GB2503: {
    title: "A recipient that can be null",
    severity: "warning",
    means:
      "The recipient comes from a request or from JSON that may lack it, and no condition looks at it on the way, also where it is passed to a SUB. A message without a recipient is not sent, and only the log says so. WhatsApp leaves out the number of people who hide it: their messages have from_user_id instead.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  LET PHONE$ = GET JSON PATH ORDER, "customer.phone"
  SEND WHATSAPP TO PHONE$ WITH "Thank you for your order."
END ON`,
      mended: `ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  LET PHONE$ = GET JSON PATH ORDER, "customer.phone"
  IF PHONE$ = "" THEN
    LOG "an order without a phone number"
  ELSE
    SEND WHATSAPP TO PHONE$ WITH "Thank you for your order."
  END IF
END ON`,
    },
    mend: "Test it before the SEND, and decide what happens without it.",
  },
  GB2504: {
    title: "Items that a handler never gets",
    severity: "warning",
    means:
      "Meta delivers messages, their statuses (sent, delivered, read) and errors to the same path. A plain handler runs once for each message, with a payload that holds this message alone, so it never sees the others. So do ON WHATSAPP MESSAGE, ON WHATSAPP STATUS and ON WHATSAPP ERROR, each for its own.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  LOG GET JSON PATH OBJ, "entry[0].changes[0].value.statuses[0].status"
END ON`,
      mended: `ON WHATSAPP STATUS DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  LOG GET JSON PATH OBJ, "entry[0].changes[0].value.statuses[0].status"
END ON`,
    },
    mend: "Write a handler ON WHATSAPP STATUS or ON WHATSAPP ERROR, which runs once for each of them. Or write RAW before DO: the handler then runs once for each delivery, with all that is in it, and must go through its entries, changes and messages itself.",
  },
  GB2505: {
    title: "A value that is not escaped in TwiML",
    severity: "warning",
    means:
      "TwiML is XML, where &, < and > have a meaning. A text that somebody else wrote is put between its tags as it is, in one line or in a text that is built up over several. With such a character in it Twilio cannot read the answer, and the caller hears an error. Or Twilio does what somebody wrote: an SMS with </Message><Message to=… in it sends another message from your account. Such texts are also those of SMS, CALL and WHATSAPP, and of GET SMS, GET CALL and GET WHATSAPP.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/twilio/voice" DO
  LET CITY$ = GET FORM VALUE "FromCity"
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response><Say>You call from " + CITY$ + ".</Say></Response>"
END ON`,
      mended: `ON WEBHOOK POST TO "/twilio/voice" DO
  LET CITY$ = GET FORM VALUE "FromCity"
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response><Say>You call from " + XMLESCAPE(CITY$) + ".</Say></Response>"
END ON`,
    },
    mend: "Put it through XMLESCAPE. `gbasic check --fix` does it where the text is put in. A FUNCTION of your own that puts `&amp;` or `&lt;` in is taken to escape too.",
  },
  GB2506: {
    title: "A secret that is written in a script",
    severity: "warning",
    means:
      "The text is a token, a key or a password: it has the form of one, or stands where one belongs, as in a variable API_KEY, a header Authorization, or an address with access_token=. Nothing is said of texts that stand in for one, such as YOUR_TOKEN_HERE. Scripts are copied, shared and kept in archives, and with the script goes the secret. gbasic takes secrets from its settings and answers the handshake of Meta by itself, so a script needs none of them.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/webhooks/whatsapp" DO
  IF GET QUERY VALUE "hub.verify_token" = "aZ9-my-own-word" THEN
    PRINT GET QUERY VALUE "hub.challenge"
  END IF
END ON`,
      mended: `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LOG "a message"
END ON`,
    },
    mend: "Take it out of the script. Put a new one into `.env`, as the old one is known to all who have read the script: the message names the setting where there is one. The handshake needs no handler.",
  },
  GB2507: {
    title: "A path that no WhatsApp payload has",
    severity: "warning",
    means:
      "The handler reads a request of WhatsApp, and what it looks for can never be there: a name is misspelt, stands elsewhere in the payload (a status has no `from`), or an index is missing. Paths in constants are looked at too. It always reads null.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  IF OBJ.object = "whatsapp_business_account" THEN
    LOG GET JSON PATH OBJ, "entry[0].changes[0].messages[0].text.body"
  END IF
END ON`,
      mended: `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  IF OBJ.object = "whatsapp_business_account" THEN
    LOG GET JSON PATH OBJ, "entry[0].changes[0].value.messages[0].text.body"
  END IF
END ON`,
    },
    mend: "Write the path as the payload has it. Meta's webhook reference shows it; where Meta has added a member that gbasic does not know, ignore the warning with a comment.",
  },
  GB2508: {
    title: "A printed answer that is lost",
    severity: "warning",
    means:
      "A handler answers with what it prints, or with the value that it returns. The value wins, so what PRINT wrote before on the same way is not sent.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/orders" DO
  PRINT "OK"
  RETURN { "received": TRUE }
END ON`,
      mended: `ON WEBHOOK POST TO "/orders" DO
  RETURN { "received": TRUE }
END ON`,
    },
    mend: "Answer in one way. RETURN without a value ends the handler and leaves what was printed.",
  },
  GB2509: {
    title: "Two ways to answer in one handler",
    severity: "info",
    means:
      "The handler prints on one way and returns a value on another. That works, but a reader has to look twice at what is sent.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/orders" DO
  IF GET FORM VALUE "id" = "" THEN RETURN { "status": 400, "body": "no id" }
  PRINT "OK"
END ON`,
      mended: `ON WEBHOOK POST TO "/orders" DO
  IF GET FORM VALUE "id" = "" THEN
    SET RESPONSE STATUS TO 400
    PRINT "no id"
  ELSE
    PRINT "OK"
  END IF
END ON`,
    },
    mend: "Use SET RESPONSE STATUS and PRINT everywhere, or RETURN everywhere.",
  },
  GB2510: {
    title: "A result variable in ON WEBHOOK",
    severity: "warning",
    means:
      "Variables such as result_status make the response in a file that begins with WEBHOOK and a name. In an ON WEBHOOK block they are variables like any others, and nothing is sent.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/orders" DO
  result_status = 201
  PRINT "created"
END ON`,
      mended: `ON WEBHOOK POST TO "/orders" DO
  SET RESPONSE STATUS TO 201
  PRINT "created"
END ON`,
    },
    mend: "Write SET RESPONSE STATUS for the status, and PRINT or RETURN for the rest.",
  },
  GB2277: {
    title: "A phrase that takes what follows it",
    severity: "warning",
    means:
      "A phrase such as GET FORM VALUE takes everything up to the end of the joined texts as its last value. Behind a + it most likely was meant to end earlier: here it looks for a field that is called `name!`.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello" DO
  PRINT "Hello " + GET FORM VALUE "name" + "!"
END ON`,
      mended: `ON WEBHOOK POST TO "/hello" DO
  PRINT "Hello " + (GET FORM VALUE "name") + "!"
END ON`,
    },
    mend: "Put brackets around the phrase, from its first word to its own last value; `gbasic check --fix` does so where what follows cannot be part of a name. Where everything is meant to be its value, put that in brackets.",
  },
  GB2515: {
    title: "A method without brackets",
    severity: "warning",
    means:
      "A dot and a name read a member of an object. Texts and lists have no members beside their length, so what is read is null; a method such as trim is called with brackets.",
    example: {
      kind: "check",
      script: `LET NAME$ = " Ana "
PRINT NAME$.trim`,
      mended: `LET NAME$ = " Ana "
PRINT NAME$.trim()`,
    },
    mend: "Put brackets behind the name. Alone on a line a method is called without them too.",
  },
  GB2516: {
    title: "Two equals signs that set a variable",
    severity: "warning",
    means:
      "The first = of a line sets a variable, however many signs it has; only inside an expression does == compare. A comparison alone on a line would do nothing, so either one sign or an IF is meant.",
    example: {
      kind: "check",
      script: `LET X = 1
X == 2
PRINT X`,
      mended: `LET X = 1
X = 2
PRINT X`,
    },
    mend: "Write one =, which `gbasic check --fix` does, or put the comparison into an IF.",
  },
  GB2517: {
    title: "A text that is read as a comment",
    severity: "warning",
    means:
      "A ' begins a text where a second one follows on the same line, and a comment where none does. PRINT with a comment behind it writes an empty line.",
    example: {
      kind: "check",
      script: `PRINT  'Hello`,
      mended: `PRINT "Hello"`,
    },
    mend: "Put the text between double quotes. Where a comment is meant, put a blank behind the '.",
  },
  GB2518: {
    title: "A failed message where none is",
    severity: "warning",
    means:
      "GET FAILED MESSAGE gives the message for which an ON SEND FAILED block runs. A handler of requests, messages or calls is started by something else, so its run ends there with GB3422.",
    example: {
      kind: "check",
      script: `ON WHATSAPP TEXT DO
  LOG GET FAILED MESSAGE
END ON`,
      mended: `ON SEND FAILED DO
  LOG GET FAILED MESSAGE
END ON`,
    },
    mend: "Move it into an ON SEND FAILED block. A SUB that the block spawns gets what it needs as arguments.",
  },
};
