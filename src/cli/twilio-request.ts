import { randomBytes, randomUUID } from "node:crypto";
import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Configuration } from "../host/configuration.ts";
import { encodeForm, type TwilioForm } from "../testing/events/twilio/form.ts";
import type { PostedRequest } from "./post-request.ts";
import { signedUrl } from "./send-target.ts";

/** Whom the call or message is between. */
export interface Numbers {
  readonly from: string;
  /** The business's own; undefined for the one of the settings. */
  readonly number?: string;
}

/** How requests are signed. */
export interface TwilioSigning {
  readonly secret?: string;
  readonly unsigned: boolean;
  /** What Twilio calls the server; undefined for what the settings say. */
  readonly publicUrl?: string;
}

/** What every form of Twilio has. */
export interface CommonFields {
  readonly accountSid: string;
  readonly from: string;
  readonly to: string;
}

/** What is posted to a server. */
export interface TwilioPost {
  readonly url: URL;
  readonly form: TwilioForm;
  /** A GET has the form in its query. */
  readonly method: "GET" | "POST";
}

const ACCOUNT = "AC0123456789abcdef0123456789abcdef";
const OWN_NUMBER = "+15550001111";
const NO_FIELDS: TwilioForm = new Map();

/** Returns the account and the numbers, as Twilio writes them. */
export function commonFields({ twilio }: Configuration, numbers: Numbers): CommonFields {
  const { accountSid = ACCOUNT, from } = twilio;
  const own = numbers.number ?? (from?.startsWith("+") === true ? from : OWN_NUMBER);
  return { accountSid, from: asNumber(numbers.from), to: asNumber(own) };
}

/** Makes a request as Twilio sends it, signed where there is a token and nothing speaks against it. */
export async function twilioRequest(
  { url, form, method }: TwilioPost,
  { server, twilio }: Configuration,
  { unsigned, secret = twilio.authTokens[0], publicUrl = server.publicUrl }: TwilioSigning,
): Promise<PostedRequest> {
  const body = encodeForm(form);
  const called = method === "GET" ? withQuery(url, body) : url;
  const signed = method === "GET" ? NO_FIELDS : form;
  const address = signedUrl(called, publicUrl?.replace(/\/+$/, ""));
  const headers = {
    "User-Agent": "TwilioProxy/1.1",
    "I-Twilio-Idempotency-Token": randomUUID(),
    ...(method === "GET"
      ? {}
      : { "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" }),
    ...(unsigned || secret === undefined
      ? {}
      : { "X-Twilio-Signature": await signature(address, signed, secret) }),
  };
  return { url: called, headers, method, body: method === "GET" ? undefined : body };
}

/** Tells that a token is missing, where none is wanted away. */
export function missingToken(
  { twilio }: Configuration,
  { unsigned, secret = twilio.authTokens[0] }: TwilioSigning,
): Message | undefined {
  return unsigned || secret !== undefined ? undefined : sendMessages.unsigned("TWILIO_AUTH_TOKEN");
}

/** Makes an id as Twilio's are. @param kind `CA`, `SM` or `MM` */
export function newSid(kind: string): string {
  return `${kind}${randomBytes(16).toString("hex")}`;
}

async function signature(address: string, form: TwilioForm, token: string): Promise<string> {
  // What Twilio's package brings along is not for commands that sign nothing.
  const { signTwilio } = await import("../testing/events/sign-twilio.ts");
  return signTwilio(address, form, token);
}

function withQuery(url: URL, query: string): URL {
  const called = new URL(url);
  called.search = called.search === "" ? query : `${called.search.slice(1)}&${query}`;
  return called;
}

/** Writes a number as Twilio does; names of clients and SIP addresses stay as they are. */
function asNumber(written: string): string {
  return /^\+?[\d\s().-]+$/.test(written) ? `+${written.replaceAll(/\D/g, "")}` : written;
}
