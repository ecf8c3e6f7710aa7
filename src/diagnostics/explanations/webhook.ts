import type { statementMessages } from "../codes/statements.ts";
import type { ExplanationsOf } from "../explanation.ts";

const HELLO = `  PRINT "hello"
END ON`;

/** Explains GB330x of `../codes/statements.ts`: what ON WEBHOOK listens to. */
export const webhookExplanations = {
  GB2421: {
    title: "An unknown HTTP method",
    means: "A handler names the method of the requests that it takes, and this is none of HTTP's.",
    example: {
      kind: "check",
      script: `ON WEBHOOK PSOT TO "/hello" DO\n${HELLO}`,
      mended: `ON WEBHOOK POST TO "/hello" DO\n${HELLO}`,
    },
    mend: "Write one of the methods in the message. ANY takes all of them.",
  },
  GB2422: {
    title: "A path that does not begin with /",
    means:
      "A handler names the path of its address, without https:// and the name of the server. It begins with a slash.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "hello" DO\n${HELLO}`,
      mended: `ON WEBHOOK POST TO "/hello" DO\n${HELLO}`,
    },
    mend: "Write it as the hint shows.",
  },
  GB2423: {
    title: "A path with a query",
    means: "What follows ? or # in an address is not part of its path.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/hello?name=Ana" DO\n${HELLO}`,
      mended: `ON WEBHOOK GET TO "/hello" DO
  PRINT "hello " + GET QUERY VALUE "name"
END ON`,
    },
    mend: "Remove it from the path, and read it with GET QUERY VALUE.",
  },
  GB2424: {
    title: "A character that no path can hold",
    means:
      "A path has no blanks, no control characters and no steps such as `..`, which a client takes out before it asks.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello world" DO\n${HELLO}`,
      mended: `ON WEBHOOK POST TO "/hello-world" DO\n${HELLO}`,
    },
    mend: "Write a hyphen instead.",
  },
  GB2425: {
    title: "A part of a path without a usable name",
    means:
      "A part that begins with a colon takes any value, which GET PATH VALUE reads by its name. The name has letters, digits, _ and -.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/orders/:" DO\n${HELLO}`,
      mended: `ON WEBHOOK GET TO "/orders/:id" DO\n${HELLO}`,
    },
    mend: "Write a name behind the colon.",
  },
  GB2426: {
    title: "Two parts of a path with one name",
    means: "Two parts of the path have the same name, so one of them could not be read.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/orders/:id/items/:id" DO\n${HELLO}`,
      mended: `ON WEBHOOK GET TO "/orders/:id/items/:item" DO\n${HELLO}`,
    },
    mend: "Give each its own name.",
  },
  GB2427: {
    title: "An unknown signature",
    means: "SIGNED BY names who signs the requests, and gbasic can check META and TWILIO.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello" SIGNED BY TWILLIO DO\n${HELLO}`,
      mended: `ON WEBHOOK POST TO "/hello" SIGNED BY TWILIO DO\n${HELLO}`,
    },
    mend: "Write META or TWILIO, or leave it out: a request that says who signed it is checked anyway.",
  },
  GB2428: {
    title: "OPEN and SIGNED BY together",
    means: "OPEN takes requests of anybody, SIGNED BY only those with a signature.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello" OPEN SIGNED BY META DO\n${HELLO}`,
      mended: `ON WEBHOOK POST TO "/hello" SIGNED BY META DO\n${HELLO}`,
    },
    mend: "Keep one of them.",
  },
} satisfies Partial<ExplanationsOf<typeof statementMessages>>;
