import type { configurationMessages } from "../codes/configuration.ts";
import type { ExplanationsOf } from "../explanation.ts";

const HELLO = `ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`;

/** Explains the codes of `../codes/configuration.ts`. */
export const configurationExplanations: ExplanationsOf<typeof configurationMessages> = {
  GB5001: {
    title: "A setting with a wrong value",
    means: "The value of a setting is not what it can be. Secrets are not shown in the message.",
    example: { kind: "settings", settings: "PORT=http" },
    mend: "Write it as the hint shows. `docs/configuration.md` tells what each setting is for.",
  },
  GB5002: {
    title: "A name that is no setting",
    severity: "warning",
    means:
      "The name looks like one of gbasic's settings, but there is none of this spelling, so it has no effect.",
    example: { kind: "settings", settings: "WHATSAPP_TOKEN=EAAG…" },
    mend: "Look at the spelling.",
  },
  GB5003: {
    title: "A setting that is not used",
    severity: "warning",
    means: "Two names for the same setting are set to different values. Only one of them counts.",
    example: {
      kind: "settings",
      settings: "WHATSAPP_VERIFY_TOKEN=one-long-random-text\nVERIFY_TOKEN=another-random-text",
    },
    mend: "Remove one of the two.",
  },
  GB5004: {
    title: "A file of settings that cannot be read",
    means: "The file `.env` is there, but the system does not let gbasic read it.",
    example: {
      kind: "situation",
      text: "`.env` is a folder, or it is not readable for the user that runs gbasic.",
    },
    mend: "Make it readable, or remove it.",
  },
  GB5005: {
    title: "A channel that stays simulated",
    severity: "warning",
    means:
      "Some of the settings of a channel are set and some are missing, so nothing is really sent: what would be sent is shown in the log.",
    example: { kind: "settings", settings: "SMTP_URL=smtp://127.0.0.1:9" },
    mend: "Set the others too, or remove those that are set.",
  },
  GB5006: {
    title: "One of two settings that belong together",
    means: "Two settings make sense only together, and one is missing.",
    example: { kind: "settings", settings: "TLS_CERT=certificate.pem" },
    mend: "Set both or none.",
  },
  GB5007: {
    title: "A setting that production needs",
    means:
      "In production nothing is simulated, so everything that the scripts use must be set up. The message names the setting and what needs it.",
    example: {
      kind: "settings",
      settings:
        "NODE_ENV=production\nTWILIO_AUTH_TOKEN=0123456789abcdef0123456789abcdef\nPUBLIC_URL=https://bot.example.com",
      script: `ON WEBHOOK POST TO "/hello" SIGNED BY TWILIO DO
  SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "It works."
END ON`,
      also: ["GB4122"],
    },
    mend: "Set it in the environment or in `.env`.",
  },
  GB5008: {
    title: "No secret that could verify requests",
    means:
      "In production a request must be signed, and no secret is set with which a signature could be checked. So every request would be refused.",
    example: {
      kind: "settings",
      settings: "NODE_ENV=production",
      script: HELLO,
      also: ["GB4122"],
    },
    mend: 'Set the secret of the service that calls, or declare the handler OPEN if anyone may call it: `ON WEBHOOK POST TO "/hello" OPEN DO`.',
  },
  GB5009: {
    title: "A handshake that cannot succeed",
    severity: "warning",
    means:
      "Before Meta delivers WhatsApp messages, it asks the server for a token that you chose. The setting for it is missing.",
    example: {
      kind: "settings",
      settings: "NODE_ENV=production\nWHATSAPP_APP_SECRET=0123456789abcdef0123456789abcdef",
      script: HELLO,
    },
    mend: "Choose a long random text, set WHATSAPP_VERIFY_TOKEN to it, and type the same into Meta's dashboard.",
  },
};
