import { z } from "zod";
import { askJson } from "./ask-json.ts";

/** What a provider says of where it delivers to. */
export type WebhookAnswer =
  | { readonly state: "known"; readonly address: string | undefined }
  /** It answered and did not say. */
  | { readonly state: "untold" }
  /** Refused or not answered, for a reason that the question for the credentials tells of. */
  | { readonly state: "unanswered" };

const metaSchema = z.object({
  webhook_configuration: z.object({
    phone_number: z.string().optional(),
    whatsapp_business_account: z.string().optional(),
    application: z.string().optional(),
  }),
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
  const answer = await askJson(url, headers, [accessToken], metaSchema);
  if (answer.state !== "told") return answer;
  const { webhook_configuration: found } = answer.found;
  const { phone_number: number, whatsapp_business_account: account, application } = found;
  return { state: "known", address: number ?? account ?? application };
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
  const answer = await askJson(url, headers, [authToken, basic], twilioSchema);
  if (answer.state !== "told") return { call: answer, sms: answer };
  const [found] = answer.found.incoming_phone_numbers;
  // A number that is verified only, or of another account, is not among them.
  if (found === undefined) return { call: { state: "untold" }, sms: { state: "untold" } };
  const known = (address: string | null | undefined): WebhookAnswer => ({
    state: "known",
    address: address === null || address === "" ? undefined : address,
  });
  return { call: known(found.voice_url), sms: known(found.sms_url) };
}
