import { z } from "zod";
import { createQuote } from "../redact.ts";
import { ask } from "./ask.ts";

/** What a provider says of where it delivers to. */
export type WebhookAnswer =
  | { readonly state: "known"; readonly address: string | undefined }
  /** It did not say, for a reason that the question for the credentials tells of. */
  | { readonly state: "unknown" };

const UNKNOWN: WebhookAnswer = { state: "unknown" };

const metaSchema = z.object({
  webhook_configuration: z
    .object({
      phone_number: z.string().optional(),
      whatsapp_business_account: z.string().optional(),
      application: z.string().optional(),
    })
    .optional(),
});

/**
 * Asks Meta where it delivers the messages of a number: what is set for the number goes before what is set
 * for the account, and that before what is set for the app. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override/, read on
 * 2026-11-27.
 * @param apiUrl with its version
 */
export async function askMetaWebhook(
  apiUrl: string,
  accessToken: string,
  phoneNumberId: string,
): Promise<WebhookAnswer> {
  const url = `${apiUrl}/${phoneNumberId}?fields=webhook_configuration`;
  const headers = { authorization: `Bearer ${accessToken}` };
  return askJson(url, headers, [accessToken], metaSchema, ({ webhook_configuration: found }) => {
    if (found === undefined) return UNKNOWN;
    const { phone_number: number, whatsapp_business_account: account, application } = found;
    return { state: "known", address: number ?? account ?? application };
  });
}

/** What Twilio calls for a number. */
export interface TwilioWebhooks {
  readonly call: WebhookAnswer;
  readonly sms: WebhookAnswer;
}

const twilioSchema = z.object({
  incoming_phone_numbers: z.array(
    z.object({ voice_url: z.string().nullish(), sms_url: z.string().nullish() }),
  ),
});

/**
 * Asks Twilio which addresses it calls for a number. Source:
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource, read on 2026-11-27.
 * @param number with `+` and country code
 */
export async function askTwilioWebhooks(
  apiUrl: string,
  accountSid: string,
  authToken: string,
  number: string,
): Promise<TwilioWebhooks> {
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const query = new URLSearchParams([["PhoneNumber", number]]).toString();
  const url = `${apiUrl}/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json?${query}`;
  const headers = { authorization: `Basic ${basic}` };
  const numbers = await askJson(
    url,
    headers,
    [authToken, basic],
    twilioSchema,
    ({ incoming_phone_numbers: [found] }) => found,
  );
  // A number that is verified only, or of another account, is not among them.
  if (numbers === undefined || "state" in numbers) return { call: UNKNOWN, sms: UNKNOWN };
  const known = (address: string | null | undefined): WebhookAnswer => ({
    state: "known",
    address: address === null || address === "" ? undefined : address,
  });
  return { call: known(numbers.voice_url), sms: known(numbers.sms_url) };
}

async function askJson<T, R>(
  url: string,
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
  schema: z.ZodType<T>,
  read: (found: T) => R,
): Promise<R | typeof UNKNOWN> {
  let found: T | undefined;
  const note = (json: unknown) => {
    found = schema.safeParse(json).data;
    return undefined;
  };
  const { state } = await ask(url, headers, note, createQuote(secrets));
  return state !== "valid" || found === undefined ? UNKNOWN : read(found);
}
