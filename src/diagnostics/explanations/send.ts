import type { sendMessages } from "../codes/send.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/send.ts`. */
export const sendExplanations: ExplanationsOf<typeof sendMessages> = {
  GB5360: {
    title: "A port that nobody knows",
    means:
      "`gbasic send` finds the server by the settings. With `PORT=0` the server takes a free port, which only the server can tell.",
    example: {
      kind: "situation",
      text: "`gbasic send whatsapp text oi`, where `.env` says `PORT=0`.",
    },
    mend: "Give the address that the server shows after `listening on` with `--to`, or set `PORT`.",
  },
  GB5361: {
    title: "An address that is none",
    means: "Events go to a URL, or to a path on the server that the settings tell of.",
    example: {
      kind: "command",
      command: "gbasic send whatsapp text oi --to localhost:3000/whatsapp",
    },
    mend: "Write http:// or https:// before it, or only the path with / at its beginning.",
  },
  GB5362: {
    title: "No server at the address",
    means:
      "Nothing takes connections there. If `--to` names no URL, the address comes from `HOST` and `PORT`.",
    example: {
      kind: "command",
      command: "gbasic send whatsapp text oi --unsigned --to http://127.0.0.1:2/",
    },
    mend: "Start the server with `gbasic serve`, or give the address that it shows with `--to`.",
  },
  GB5363: {
    title: "A server that does not answer",
    means: "The request was posted, and no answer came. gbasic itself answers sooner.",
    example: {
      kind: "situation",
      text: "Another program listens at the address and waits for something else.",
    },
    mend: "Look at the address and at the server's log.",
  },
  GB5364: {
    title: "A connection that broke",
    means:
      "The server was there, and the connection ended before an answer came, or no safe connection came about.",
    example: {
      kind: "situation",
      text: "The server has a certificate for bot.example.com, and is called as 127.0.0.1.",
    },
    mend: "Look at the server's log. Where it has a certificate, give the address that it is for with `--to`.",
  },
  GB5365: {
    title: "An answer that is not 2xx",
    means:
      "Meta and Twilio take this as a failure: Meta delivers again for up to seven days. 401 and 403 are about the signature, 404 is about the path, 500 is an error of the script.",
    example: {
      kind: "situation",
      text: "`gbasic send whatsapp text oi --secret wrong` is answered 403.",
    },
    mend: "Look at the answer, and at the server's log, which says more.",
  },
  GB5366: {
    title: "An event without a signature",
    severity: "info",
    means:
      "There is no secret to sign with. A server in development takes that while it has none either; in production it answers 401.",
    example: {
      kind: "situation",
      text: "`gbasic send whatsapp text oi` in a folder without `.env`.",
    },
    mend: "Set the secret as for the server, or give it with `--secret`. Where no signature is wanted, say `--unsigned`.",
  },
  GB5367: {
    title: "A field that is given twice",
    means: "Fields are given in their order or by their names. This one is given in both ways.",
    example: { kind: "command", command: "gbasic send whatsapp text oi --text hello" },
    mend: "Leave one of them out.",
  },
  GB5368: {
    title: "More fields than the event has",
    means: "Each word after the type is a field, unless quotes hold several together.",
    example: { kind: "command", command: "gbasic send whatsapp revoke wamid.1 a b c" },
    mend: "Put a text with blanks into quotes. `--help` after the type lists its fields.",
  },
  GB5369: {
    title: "An answer to a call that is no TwiML",
    means:
      "Twilio takes XML whose root is `<Response>`, and tells the caller of an application error for anything else.",
    example: {
      kind: "situation",
      text: "`gbasic call /twilio/voice`, where the handler prints a name with an & in it as it is.",
    },
    mend: "Print the whole `<Response>`, and write `XMLESCAPE(NAME$)` for texts that come from outside.",
  },
  GB4249: {
    title: "A call that goes around in circles",
    means:
      "The responses send the call on and on with `<Redirect>`, and none asks the caller something or hangs up.",
    example: {
      kind: "situation",
      text: "`gbasic call /voice`, where the response of /voice is a `<Redirect>` to /voice.",
    },
    mend: "Let one of them ask with `<Gather>`, or end with `<Hangup>`.",
  },
  GB5370: {
    title: "A script with errors, whose routes are not known",
    means:
      "`gbasic send raw --script` looks at the script for how the route wants its requests signed. A script with an error is not served, so its routes are not known either; the errors stand above the message.",
    example: { kind: "situation", text: "The script lacks an END ON." },
    mend: "Mend the script, or name the service yourself: `--signed-by stripe`.",
  },
  GB5371: {
    title: "No handler takes the request",
    means: "The script that `--script` names has no handler for a POST to the path of `--to`.",
    example: {
      kind: "situation",
      text: '`--to /payment`, where the script has `ON WEBHOOK POST TO "/payments"`.',
    },
    mend: "Write the path as the script has it; the message lists what there is.",
  },
  GB5372: {
    title: "Several paths could be meant",
    means:
      "Without `--to` the request goes to the only handler for POST, and this script has several.",
    example: { kind: "situation", text: "A script with handlers for `/payments` and `/refunds`." },
    mend: "Say which one is meant: `--to /payments`.",
  },
  GB5373: {
    title: "A route that Twilio signs for",
    means:
      "`gbasic send raw` posts a file as it is. The route takes what Twilio signs, which are forms of calls and messages.",
    example: {
      kind: "situation",
      text: "`--script phone.bas --to /voice`, a handler SIGNED BY TWILIO.",
    },
    mend: "Use `gbasic send call`, `gbasic send sms` or `gbasic call`.",
  },
  GB4822: {
    title: "A header that is none",
    means:
      "`--header` takes a line as it stands in a request: the name of the header, a colon and its value.",
    example: {
      kind: "command",
      command: "gbasic send raw script.bas --to /hook --header X-Delivery=7",
      script: `ON WEBHOOK POST TO "/hook" OPEN DO
  PRINT "OK"
END ON`,
    },
    mend: "Write `--header 'X-Delivery: 7'`, once for each header.",
  },
};
