import type { serverMessages } from "../codes/server.ts";
import type { ExplanationsOf } from "../explanation.ts";

const HELLO = `ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`;
const SECRET = "WHATSAPP_APP_SECRET=0123456789abcdef0123456789abcdef";

/** Explains the codes of `../codes/server.ts` that answer a request. */
export const requestExplanations = {
  GB4101: {
    title: "A request without a signature",
    means:
      "The handler takes signed requests only, since a secret is set with which signatures are checked, or since the server runs in production. This request has none.",
    example: { kind: "request", settings: SECRET, script: HELLO, request: "/hello -d name=Ana" },
    mend: "Let the sender sign its requests. Where anyone may call, write OPEN after the path of the handler. To try things by hand, start without the secret on your own machine.",
  },
  GB4102: {
    title: "A signature that does not match",
    means:
      "The signature was not made with the secret that is set, or not over these bytes or this address. The log of the server says which address, port or secret would have matched, where it finds one.",
    example: {
      kind: "request",
      settings: SECRET,
      script: HELLO,
      request: `/hello -H 'X-Hub-Signature-256: sha256=${"0".repeat(64)}' -d name=Ana`,
    },
    mend: "Compare the secret in `.env` with the one in the dashboard. For Twilio, set PUBLIC_URL to the address that you typed in there.",
  },
  GB4103: {
    title: "A signature that cannot be checked",
    means: "The request is signed, but the secret for this kind of signature is not set.",
    example: {
      kind: "request",
      settings: SECRET,
      script: HELLO,
      request: "/hello -H 'X-Twilio-Signature: abc=' -d name=Ana",
    },
    mend: "Set the variable that the hint names.",
  },
  GB4104: {
    title: "An unsigned request from outside",
    means:
      "During development, while no secret is set, requests are taken from this machine alone. This one came from another machine, through a tunnel, or from a web page.",
    example: {
      kind: "request",
      script: HELLO,
      request: "/hello -H 'X-Forwarded-For: 203.0.113.7' -d name=Ana",
    },
    mend: "Set the secret that signs such requests. For a moment and at your own risk, start with --insecure.",
  },
  GB4105: {
    title: "A handshake without a verify token",
    means:
      "Meta asked whether this server is yours, which it proves by a token that you chose. No token is set here.",
    example: {
      kind: "request",
      script: HELLO,
      request: "'/hello?hub.mode=subscribe&hub.verify_token=abc&hub.challenge=1'",
    },
    mend: "Set WHATSAPP_VERIFY_TOKEN to the token that you type into Meta's dashboard.",
  },
  GB4106: {
    title: "A handshake that was refused",
    means:
      "Meta's question whether this server is yours came with another token than the one that is set, or without one of its parts.",
    example: {
      kind: "request",
      settings: "WHATSAPP_VERIFY_TOKEN=a-long-random-text",
      script: HELLO,
      request: "'/hello?hub.mode=subscribe&hub.verify_token=abc&hub.challenge=1'",
    },
    mend: "Type the same token into Meta's dashboard that WHATSAPP_VERIFY_TOKEN has.",
  },
  GB4107: {
    title: "A body that is too large",
    means: "The body of a request may have only so many bytes.",
    example: {
      kind: "request",
      settings: "GBASIC_MAX_BODY=10",
      script: HELLO,
      request: "/hello -d name=Ana-and-many-others",
    },
    mend: "Send less, or raise the limit with the setting GBASIC_MAX_BODY.",
  },
  GB4108: {
    title: "A compressed body",
    means:
      "The body is compressed. Signatures are made over the bytes as they are sent, and neither Meta nor Twilio compresses, so gbasic takes plain bodies only.",
    example: {
      kind: "request",
      script: HELLO,
      request: "/hello -H 'Content-Encoding: gzip' -d name=Ana",
    },
    mend: "Send the body uncompressed.",
  },
  GB4109: {
    title: "A form that cannot be read",
    means: "The body says that it is a form with several parts, but it is not written as one.",
    example: {
      kind: "request",
      script: HELLO,
      request: "/hello -H 'Content-Type: multipart/form-data' -d name=Ana",
    },
    mend: "Let the library of the sender write both the header Content-Type and the body.",
  },
  GB4110: {
    title: "A form with too many fields",
    means:
      "The form has more fields than gbasic reads, so that a request cannot occupy the server.",
    example: {
      kind: "request",
      script: HELLO,
      request: `/hello -d ${"&".repeat(1000)}`,
      shown: "/hello -d 'a=1&b=2& … 1,001 fields'",
    },
    mend: "Send the data as JSON.",
  },
  GB4111: {
    title: "A path that cannot be decoded",
    means:
      "A % in an address begins a character that is written as its code, and this one is none.",
    example: { kind: "request", script: HELLO, request: "/hello%ff -d name=Ana" },
    mend: "Encode the parts of the address with URLENCODE, or what the sender's language has for it.",
  },
  GB4112: {
    title: "No handler on this path",
    means: "The request came to an address on which none of the served scripts listens.",
    example: { kind: "request", script: HELLO, request: "/helo -d name=Ana" },
    mend: "Compare the address with the paths that `gbasic serve` lists at its start.",
  },
  GB4113: {
    title: "No handler for this method",
    means: "There is a handler on this path, but for requests of another method.",
    example: { kind: "request", script: HELLO, request: "/hello" },
    mend: "Send the request with the method in the message, or write a handler for this one.",
  },
  GB4126: {
    title: "A bug in gbasic",
    means:
      "Something went wrong that is not the fault of the script. The caller gets the status 500, and the log has the trace.",
    example: { kind: "situation", text: "It should not happen." },
    mend: "Report it with the lines of the log.",
  },
  GB4127: {
    title: "Metrics that are closed",
    means: "The metrics are open to this machine alone, as they tell what the server does.",
    example: {
      kind: "situation",
      text: "In production, another machine asks for `/metrics`, or somebody does so through a proxy on the same machine.",
    },
    mend: "Read them from the machine itself, or open them with the setting GBASIC_METRICS.",
  },
} satisfies Partial<ExplanationsOf<typeof serverMessages>>;
