import type { TwilioSubject } from "../facts/twilio-statuses.ts";
import type { PassingProvider } from "./whatsapp/providers.ts";

/** A signature that is an HMAC of the body, as many services make it: `SIGNED BY HMAC`, `SIGNED BY STRIPE`. */
export interface HmacVerification {
  readonly scheme: "hmac";
  /** As messages call it: `GitHub`; `HMAC` where the script says it all itself. */
  readonly title: string;
  readonly algorithm: "sha1" | "sha256" | "sha512";
  /** As the service writes it. */
  readonly header: string;
  /** The variable of the environment that holds the secret, or several with commas. */
  readonly secret: string;
  /**
   * What is signed and how it is written: `plain` the body, as hexadecimal or Base64 with or without a
   * beginning such as `sha256=`; `stripe` time and body, `t=…,v1=…`; `slack` the same in two headers.
   */
  readonly form: "plain" | "stripe" | "slack";
  /** By how many seconds the time of a signature may differ from the clock. */
  readonly tolerance: number;
}

/** How a request must prove where it comes from; `auto` looks at the request's own header. */
export type Verification = "auto" | "open" | "meta" | "twilio" | PassingProvider | HmacVerification;

/** Who may call a route, and how often, whatever the request proves. */
export interface Admission {
  /** Addresses and ranges that requests may come from; undefined for any. */
  readonly from?: readonly string[];
  /** How many requests one address may send in a time; undefined for any number. */
  readonly limit?: { readonly count: number; readonly seconds: number };
}

/** What a sender calls its deliveries by, the same when one comes again: `ONCE PER HEADER "webhook-id"`. */
export interface DeliveryName {
  readonly source: "header" | "field";
  /**
   * The headers or fields that together tell one delivery from another, as the script writes them; at
   * least one. A field is one of a form, or a member of JSON, `data.id` being one inside another.
   */
  readonly names: readonly string[];
}

/** A handler for requests of one method and path: `ON WEBHOOK POST TO "/path"`. */
export interface WebhookDeclaration {
  readonly kind: "webhook";
  /** Upper case, or ANY. */
  readonly method: string;
  /** Begins with `/`; segments that begin with `:` are parameters. */
  readonly path: string;
  readonly verification: Verification;
  /** True where the handler wants a WhatsApp delivery whole instead of once per message. */
  readonly raw: boolean;
  readonly admission?: Admission;
  /** Present where a delivery that comes again is not run again. */
  readonly once?: DeliveryName;
  /**
   * The name of a `WEBHOOK "orders"`, which answers at its path and below the folder of its file, has
   * the variables `params`, `body`, `headers`, `method` and `path`, and answers with `result_` variables.
   */
  readonly name?: string;
}

/** What an item of a WhatsApp delivery is: a message, the status of one, an error, or a change of another field. */
export type WhatsAppEvent = "message" | "status" | "error" | "field";

/** A handler for one kind of item of WhatsApp deliveries: `ON WHATSAPP STATUS`. */
export interface WhatsAppDeclaration {
  readonly kind: "whatsapp";
  readonly event: WhatsAppEvent;
  /** The changed field that it is for; undefined unless `event` is `field`. */
  readonly field: string | undefined;
  /** Which messages it is for; left out where `event` is no `message`, and where it is for all. */
  readonly message?: MessageFilter;
  /** The one status that it is for; left out where `event` is no `status`, and where it is for all. */
  readonly status?: string;
  readonly verification: Verification;
}

/** Which messages a handler is for. */
export interface MessageFilter {
  /** `button`, as GET WHATSAPP MESSAGE TYPE gives it. */
  readonly kind: string;
  /** The id of the one button or row that it is for; undefined for all of the kind. */
  readonly choice: string | undefined;
}

/** A handler for messages that failed for good: `ON SEND FAILED`. */
export interface SendFailedDeclaration {
  readonly kind: "send-failed";
  /** No request leads to it. */
  readonly verification: "open";
}

/**
 * What Twilio asks or tells: a call that begins, one of ours that is answered, what a caller gave to GATHER, what RECORD and DIAL came
 * to, a message that came in.
 */
export type TwilioEvent =
  | "call"
  | "answer"
  | "digits"
  | "speech"
  | "digits or speech"
  | "recording"
  | "transcription"
  | "dial"
  | "sms";

/** A handler for what Twilio asks or tells: `ON CALL`, or a block in which a call goes on. */
export interface TwilioDeclaration {
  readonly kind: "twilio";
  readonly event: TwilioEvent;
  /** Where it listens; undefined for the standard path, and for a block. */
  readonly path: string | undefined;
  /** The name of a block in which a call goes on; undefined for any other. */
  readonly block: string | undefined;
  readonly verification: "twilio";
}

/** A handler for what became of what Twilio was given: `ON SMS STATUS`, `ON CALL STATUS "busy"`. */
export interface TwilioStatusDeclaration {
  readonly kind: "twilio-status";
  readonly about: TwilioSubject;
  /** The one status that it is for; undefined for all that have no handler of their own. */
  readonly status: string | undefined;
  readonly verification: "twilio";
}

export type HandlerDeclaration =
  | WebhookDeclaration
  | WhatsAppDeclaration
  | TwilioDeclaration
  | TwilioStatusDeclaration
  | SendFailedDeclaration;

const WHATSAPP_NAMES = {
  message: "ON WHATSAPP MESSAGE RECEIVED",
  status: "ON WHATSAPP STATUS",
  error: "ON WHATSAPP ERROR",
  field: "ON WHATSAPP EVENT",
} as const;

/** Names what a handler listens to, the same after every reload: `POST /orders/:id`, `ON WHATSAPP STATUS`. */
export function handlerName(declaration: HandlerDeclaration): string {
  if (declaration.kind === "webhook") return `${declaration.method} ${declaration.path}`;
  if (declaration.kind === "send-failed") return "ON SEND FAILED";
  if (declaration.kind === "twilio") return twilioName(declaration);
  if (declaration.kind === "twilio-status") {
    const name = `ON ${declaration.about.toUpperCase()} STATUS`;
    return declaration.status === undefined ? name : `${name} "${declaration.status}"`;
  }
  const { event, field, message, status } = declaration;
  if (message !== undefined) {
    const name = `ON WHATSAPP ${message.kind.toUpperCase()}`;
    return message.choice === undefined ? name : `${name} "${message.choice}"`;
  }
  const name = WHATSAPP_NAMES[event];
  const only = field ?? status;
  return only === undefined ? name : `${name} "${only}"`;
}

const TWILIO_NAMES: Readonly<Record<TwilioEvent, string>> = {
  call: "ON CALL",
  answer: "ON ANSWER",
  digits: "ON DIGITS",
  speech: "ON SPEECH",
  "digits or speech": "ON DIGITS OR SPEECH",
  recording: "ON RECORDING",
  transcription: "ON TRANSCRIPTION",
  dial: "ON DIAL RESULT",
  sms: "ON SMS",
};

function twilioName({ event, path, block }: TwilioDeclaration): string {
  const name = TWILIO_NAMES[event];
  if (block !== undefined) return `${name} "${block}"`;
  return path === undefined ? name : `${name} TO "${path}"`;
}
