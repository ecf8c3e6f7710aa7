import type { statementMessages } from "../codes/statements.ts";
import type { ExplanationsOf } from "../explanation.ts";
import { webhookExplanations } from "./webhook.ts";

/** Explains the codes of `../codes/statements.ts`. */
export const statementExplanations: ExplanationsOf<typeof statementMessages> = {
  ...webhookExplanations,
  GB3310: {
    title: "A part that the path of the handler does not have",
    means:
      "GET PATH VALUE reads a part of the path that the handler names with a colon, such as :id. There is none of this name.",
    example: {
      kind: "request",
      script: `ON WEBHOOK GET TO "/orders/:id" DO
  PRINT GET PATH VALUE "number"
END ON`,
      request: "/orders/7",
    },
    mend: "Write the name as it stands in the path, or change the path.",
  },
  GB3320: {
    title: "GET JSON PATH of a text",
    means:
      "The value is a text. It may be one that holds JSON, but it must be turned into an object before a path can look into it.",
    example: {
      kind: "run",
      script: `LET TEXT$ = "{ ""id"": 7 }"
PRINT GET JSON PATH TEXT$, "id"`,
      mended: `LET TEXT$ = "{ ""id"": 7 }"
PRINT GET JSON PATH (PARSE JSON TEXT$), "id"`,
    },
    mend: "Turn the text into an object with PARSE JSON first.",
  },
  GB3321: {
    title: "GET JSON PATH of something that is no object",
    means: "A path looks into an object or a list. A number, a date, true and false hold nothing.",
    example: {
      kind: "run",
      script: `PRINT GET JSON PATH 42, "id"`,
      mended: `LET ORDER = { "id": 42 }
PRINT GET JSON PATH ORDER, "id"`,
    },
    mend: "Look at what the value is with LOG TYPEOF(value).",
  },
  GB3322: {
    title: "A JSON path that cannot be read",
    means: "The path is not written as paths are: a bracket is open, or a name is missing.",
    example: {
      kind: "run",
      script: `LET ORDER = { "items": [1, 2] }
PRINT GET JSON PATH ORDER, "items[0"`,
      mended: `LET ORDER = { "items": [1, 2] }
PRINT GET JSON PATH ORDER, "items[0]"`,
    },
    mend: 'Write names with dots between and indexes in [ ], as in "entry[0].changes[0].value".',
  },
  GB3323: {
    title: "A JSON path with an expression",
    means:
      "Some tools allow conditions and calculations in a path. Here they are never run, since a path may come from a request.",
    example: {
      kind: "run",
      script: `LET ORDER = { "items": [{ "price": 3 }] }
PRINT GET JSON PATH ORDER, "items[?(@.price > 2)]"`,
      mended: `LET ORDER = { "items": [{ "price": 3 }] }
FOR EACH ITEM IN ORDER.items
  IF ITEM.price > 2 THEN PRINT ITEM
NEXT ITEM`,
    },
    mend: "Get the list, and pick from it with FOR EACH and IF.",
  },
  GB3324: {
    title: "A JSON path that finds too much",
    means:
      "The path finds more values than gbasic gathers, so that a large payload cannot occupy the server.",
    example: {
      kind: "run",
      script: `LET LIST = []
FOR I = 1 TO 400
  PUSH(LIST, I)
NEXT I
LET ROWS = []
FOR I = 1 TO 400
  PUSH(ROWS, LIST)
NEXT I
PRINT UBOUND(GET JSON PATH ROWS, "$[*][*]")`,
    },
    mend: "Write a path that names the list that you need, and go through it with FOR EACH.",
  },
  GB3325: {
    title: "A JSON path that descends too often",
    means:
      "`..` looks at every level of the payload. Several of them in one path multiply the work, so there may be only a few.",
    example: {
      kind: "run",
      script: `LET ORDER = { "a": { "b": { "c": { "id": 7 } } } }
PRINT GET JSON PATH ORDER, "$..a..b..c..id"`,
      mended: `LET ORDER = { "a": { "b": { "c": { "id": 7 } } } }
PRINT GET JSON PATH ORDER, "$..id"`,
    },
    mend: "Name what lies between.",
  },
  GB3384: {
    title: "A JSON path that is too long",
    means:
      "Paths have a limit of their length. It protects the server from paths that come with a request.",
    example: {
      kind: "run",
      script: `LET OBJ = { "items": [1, 2] }
PRINT GET JSON PATH OBJ, "items[*]" + REPEAT("[*]", 500)`,
      mended: `LET OBJ = { "items": [1, 2] }
PRINT GET JSON PATH OBJ, "items[*]"`,
    },
    mend: "Get a part of the value with one path, and go on from there with another.",
  },
  GB3385: {
    title: "A value that is nested too deeply for a path",
    means:
      "A path with `..` looks at every level of a value. This one holds itself, or has so many levels that no search comes to its end.",
    example: {
      kind: "run",
      script: `LET OBJ = { "id": 1 }
OBJ.owner = OBJ
PRINT GET JSON PATH OBJ, "$..id"`,
      mended: `LET OBJ = { "id": 1 }
PRINT GET JSON PATH OBJ, "$..id"`,
    },
    mend: "Get a part of the value by its names and indexes first.",
  },

  GB3330: {
    title: "A text that is no mail address",
    means: "The recipient of a mail has a name, an @ and a domain. This text has not.",
    example: {
      kind: "run",
      script: `SEND MAIL TO "Ana" WITH SUBJECT "News" AND BODY "It works."`,
      mended: `SEND MAIL TO "Ana <ana@example.com>" WITH SUBJECT "News" AND BODY "It works."`,
    },
    mend: 'Write it as "ana@example.com" or "Ana <ana@example.com>".',
  },
  GB3331: {
    title: "A mail address that is no text",
    means: "The recipient of a mail is a text, or a list of texts for several of them.",
    example: {
      kind: "run",
      script: `SEND MAIL TO 42 WITH SUBJECT "News" AND BODY "It works."`,
      mended: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "It works."`,
    },
    mend: "Look at what the value is with LOG TYPEOF(value).",
  },
  GB3332: {
    title: "An attachment that is no file name",
    means: "An attachment is named by the path of its file, a text, or a list of such texts.",
    example: {
      kind: "run",
      script: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "See the list." AND ATTACH 42`,
    },
    mend: 'Write the path from the folder of the script, such as "prices.pdf".',
  },
};
