import type { webhookMessages } from "../codes/webhooks.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB2429 to GB2431, GB2672 and GB269x of `../codes/webhooks.ts`. */
export const webhooksExplanations = {
  GB2429: {
    title: "A name that no webhook can have",
    means:
      "WEBHOOK takes a name, which becomes the end of its address: /webhook/name. Names have letters, digits, hyphens and underscores. A path of your own choice is for ON WEBHOOK POST TO.",
    example: {
      kind: "check",
      script: `WEBHOOK "order received"
  result_status = "ok"
END WEBHOOK`,
      mended: `WEBHOOK "order-received"
  result_status = "ok"
END WEBHOOK`,
    },
    mend: "Write the name that the hint shows, and give its address to the service that calls.",
  },
  GB2430: {
    title: "Two webhooks of one name",
    means:
      "The name of a webhook is its address, so two of one name would answer at the same address, in one file or in two that are served together. The message names both places.",
    example: {
      kind: "check",
      script: `WEBHOOK "orders"
  result_total = 1
END WEBHOOK
WEBHOOK "orders"
  result_total = 2
END WEBHOOK`,
      mended: `WEBHOOK "orders"
  result_total = 1
END WEBHOOK
WEBHOOK "returns"
  result_total = 2
END WEBHOOK`,
    },
    mend: "Give one of them another name.",
  },
  GB2431: {
    title: "A handler inside the file of a webhook",
    means:
      "A WEBHOOK without END WEBHOOK takes the whole rest of its file, in which no other handler can stand. SUBs and FUNCTIONs can.",
    example: {
      kind: "check",
      script: `WEBHOOK "orders"
result_status = "ok"
ON WHATSAPP MESSAGE RECEIVED DO
  LOG GET REQUEST BODY
END ON`,
      mended: `WEBHOOK "orders"
  result_status = "ok"
END WEBHOOK
ON WHATSAPP MESSAGE RECEIVED DO
  LOG GET REQUEST BODY
END ON`,
    },
    mend: "Write END WEBHOOK where the webhook ends, or move one of them to a file of its own.",
  },
  GB2672: {
    title: "An ON WEBHOOK on the path of a WEBHOOK",
    severity: "warning",
    means:
      'WEBHOOK "orders" answers at /webhook/orders whatever the method. An ON WEBHOOK on that path takes the requests of its method, and WEBHOOK gets none of them. One for GET is not told of, as it may answer a handshake.',
    example: {
      kind: "settings",
      settings: "",
      script: `WEBHOOK "orders"
  result_status = "ok"
END WEBHOOK
ON WEBHOOK POST TO "/webhook/orders" OPEN DO
  PRINT "OK"
END ON`,
    },
    mend: "Keep one of the two, or give one of them another name or path.",
  },
  GB2690: {
    title: "A webhook that answers in two ways",
    severity: "warning",
    means:
      "The response of a WEBHOOK is what RETURN gives, else the variables that begin with result_, else an object named result or response, else what PRINT wrote. Of two of these in one webhook only the first makes the response of a request that meets both.",
    example: {
      kind: "check",
      script: `WEBHOOK "orders"
  PRINT "thank you"
  result_order = body.id
END WEBHOOK`,
      mended: `WEBHOOK "orders"
  result_message = "thank you"
  result_order = body.id
END WEBHOOK`,
    },
    mend: "Answer in one way.",
  },
  GB2691: {
    title: "A line behind a webhook",
    severity: "warning",
    means:
      "What stands outside of handlers and SUBs is the top level, which runs at the beginning of each run, wherever it stands in the file. Behind a WEBHOOK block it looks as if it came after the webhook.",
    example: {
      kind: "check",
      script: `WEBHOOK "orders"
  result_status = "ok"
END WEBHOOK
LOG "an order came"`,
      mended: `WEBHOOK "orders"
  result_status = "ok"
  LOG "an order came"
END WEBHOOK`,
    },
    mend: "Move the line into the block, or to the top of the file if every handler needs it.",
  },
  GB2486: {
    title: "A status that no response can have",
    severity: "warning",
    means:
      'In a WEBHOOK "name" a number in result_status, or as status of the object that is the response, is the HTTP status, which is a whole number from 200 to 599. With another one the run ends with an error (GB3201) when it comes to its end.',
    example: {
      kind: "check",
      script: `WEBHOOK "orders"
  result_status = 700
END WEBHOOK`,
      mended: `WEBHOOK "orders"
  result_status = 400
END WEBHOOK`,
    },
    mend: 'Write 200 where all is well, 400 where the request was wrong; or a text such as "late", which is part of the response.',
  },
} satisfies ExplanationsOf<typeof webhookMessages>;
