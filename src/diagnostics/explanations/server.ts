import type { serverMessages } from "../codes/server.ts";
import type { ExplanationsOf } from "../explanation.ts";
import { requestExplanations } from "./server-requests.ts";

const HELLO = `ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`;

/** Explains the codes of `../codes/server.ts`. */
export const serverExplanations: ExplanationsOf<typeof serverMessages> = {
  ...requestExplanations,
  GB4115: {
    title: "A handler that never runs",
    severity: "warning",
    means:
      "/healthz, /readyz and /metrics are answered by the server itself, so a handler on one of them gets no request.",
    example: {
      kind: "settings",
      settings: "",
      script: `ON WEBHOOK GET TO "/healthz" DO
  PRINT "fine"
END ON`,
    },
    mend: "Give the handler another path.",
  },
  GB4241: {
    title: "A handler behind ON WEBHOOK",
    severity: "warning",
    means:
      "One handler runs for each message: the ON WEBHOOK of the path, else ON WHATSAPP MESSAGE RECEIVED. With RAW, ON WEBHOOK takes the statuses, errors and other events too. In the same way an ON WEBHOOK on the path of ON CALL, ON SMS and other handlers for Twilio runs in their place.",
    example: {
      kind: "settings",
      settings: "",
      script: `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  PRINT "OK"
END ON
ON WHATSAPP MESSAGE RECEIVED DO
  PRINT "hello"
END ON`,
    },
    mend: "Keep one of the two, or let them listen on different paths: WHATSAPP_PATH is that of the ON WHATSAPP handlers, TWILIO_CALL_PATH and TWILIO_SMS_PATH are those for Twilio.",
  },
  GB4116: {
    title: "A port that is in use",
    means: "Another program listens on this port already, perhaps another `gbasic serve`.",
    example: { kind: "situation", text: "`gbasic serve scripts` runs in a second terminal." },
    mend: "Stop that program, or choose another port with --port. --port 0 takes any free one.",
  },
  GB4117: {
    title: "A server that cannot listen",
    means: "The system does not let gbasic listen on this address and port.",
    example: {
      kind: "situation",
      text: "--host names an address that the machine does not have, or the port is below 1024 and the user may not use it. The message has the reason of the system.",
    },
    mend: "Choose another address or port.",
  },
  GB4118: {
    title: "A file of TLS that cannot be read",
    means: "TLS_CERT or TLS_KEY names a file that is not there or cannot be read.",
    example: {
      kind: "settings",
      settings: "TLS_CERT=nowhere.pem\nTLS_KEY=nowhere.pem",
      script: HELLO,
    },
    mend: "Look at the path, which starts from the folder that you are in.",
  },
  GB4119: {
    title: "A certificate and a key that do not fit",
    means: "TLS_CERT and TLS_KEY can both be read, but not used together.",
    example: {
      kind: "situation",
      text: "The key belongs to an older certificate, or it has a passphrase.",
    },
    mend: "Use the key that the certificate was made for, both as PEM files and the key without a passphrase.",
  },
  GB4120: {
    title: "Changed scripts that are not served",
    means:
      "`gbasic serve --watch` saw that a script changed, and there is a mistake in it. The scripts as they were go on being served.",
    example: {
      kind: "situation",
      text: "A script is saved with a mistake while `gbasic serve --watch scripts` is running.",
    },
    mend: "Correct the mistakes that the messages above it name, and save again.",
  },
  GB4121: {
    title: "A server that would be open to the network",
    means:
      "The server was to listen for other machines too, while no secret is set that could tell whose requests are genuine.",
    example: { kind: "settings", settings: "HOST=0.0.0.0", script: HELLO },
    mend: "Set the secrets of the handlers, or listen on 127.0.0.1. For a moment and at your own risk, start with --insecure.",
  },
  GB4122: {
    title: "A server that is not ready for production",
    means: "Settings are missing that production needs. The messages before it name each of them.",
    example: {
      kind: "settings",
      settings: "NODE_ENV=production",
      script: HELLO,
      also: ["GB5008"],
    },
    mend: "Set them in the environment or in `.env`; `docs/configuration.md` tells what each is for.",
  },
  GB4123: {
    title: "Nothing to serve",
    means: "The scripts hold no handler, so there is nothing that a request could reach.",
    example: { kind: "settings", settings: "", script: `PRINT "hello"` },
    mend: "Write a handler, or name the folder that has some. `gbasic run` runs a script without one.",
  },
  GB4128: {
    title: "--insecure in production",
    means:
      "Production never takes unsigned requests on handlers that are not OPEN, so --insecure would do nothing.",
    example: {
      kind: "command",
      command: "gbasic serve script.bas --production --insecure",
      script: HELLO,
    },
    mend: "Leave it out, or declare the handlers OPEN that anyone may call.",
  },
};
