import type { responseMessages } from "../codes/response.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/response.ts`. */
export const responseExplanations: ExplanationsOf<typeof responseMessages> = {
  GB3201: {
    title: "A response status that does not exist",
    means: "The status of a response is a whole number from 200 to 599, such as 200 or 404.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/hello" DO
  SET RESPONSE STATUS TO 2000
END ON`,
      mended: `ON WEBHOOK GET TO "/hello" DO
  SET RESPONSE STATUS TO 200
END ON`,
    },
    mend: "Write 200 where all is well, 400 where the request was wrong, 404 where something is not there.",
  },
  GB3202: {
    title: "A name that no response header can have",
    means: "The name of a header holds letters, digits and hyphens, without blanks and colons.",
    example: {
      kind: "request",
      script: `ON WEBHOOK GET TO "/hello" DO
  SET RESPONSE HEADER "Order Id:" TO "7"
END ON`,
      request: "/hello",
    },
    mend: 'Write it as in "X-Order-Id".',
  },
  GB3203: {
    title: "A value that no response header can have",
    means:
      "The value of a header is one line of letters of Western Europe. A line end in it could forge further headers.",
    example: {
      kind: "request",
      script: `ON WEBHOOK GET TO "/hello" DO
  SET RESPONSE HEADER "X-Name" TO GET QUERY VALUE "name"
END ON`,
      request: "/hello?name=Ana%0AX",
    },
    mend: "Encode the value with URLENCODE, or write it into the body instead.",
  },
  GB3204: {
    title: "A response header that the server sets by itself",
    means:
      "Headers such as Content-Length and Connection describe how the response is sent, which the server decides.",
    example: {
      kind: "request",
      script: `ON WEBHOOK GET TO "/hello" DO
  SET RESPONSE HEADER "Content-Length" TO "5"
  PRINT "hello"
END ON`,
      request: "/hello",
    },
    mend: "Leave the line out.",
  },
  GB3205: {
    title: "Too much printed",
    means:
      "A run may print only so many characters, so that a loop cannot use up the memory of the server.",
    example: {
      kind: "request",
      settings: "GBASIC_MAX_OUTPUT=100",
      script: `ON WEBHOOK GET TO "/hello" DO
  PRINT REPEAT("hello ", 50)
END ON`,
      request: "/hello",
    },
    mend: "Look for a loop that prints without end. The setting GBASIC_MAX_OUTPUT raises the limit.",
  },
  GB3206: {
    title: "A response where there is none",
    means:
      "Only a handler that runs for a request has a response. A SUB that SPAWN started runs after it has left, and `gbasic run` has none.",
    example: { kind: "run", script: `SET RESPONSE STATUS TO 404` },
    mend: "Set the response in the handler itself.",
  },
  GB3207: {
    title: "A request where there is none",
    means:
      "Only a handler that runs for a request can read it. A SUB that SPAWN started runs on its own, and `gbasic run` has no request.",
    example: { kind: "run", script: `PRINT GET REQUEST BODY` },
    mend: "Read the request in the handler, and pass what the SUB needs as arguments.",
  },
  GB3383: {
    title: "Too much in the log",
    means:
      "A run may write only so many characters to the log, so that a loop that never ends does not fill the disk. `GBASIC_MAX_OUTPUT` sets the limit, and `gbasic run` has none of its own.",
    example: {
      kind: "run",
      settings: "GBASIC_MAX_OUTPUT=1000",
      script: `FOR I = 1 TO 1000
  LOG "item " + I
NEXT`,
      mended: `FOR I = 1 TO 1000
  LET TOTAL = TOTAL + I
NEXT
LOG "total " + TOTAL`,
    },
    mend: "Log once behind the loop, or raise the limit.",
  },
};
