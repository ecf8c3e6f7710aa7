// The package's main module would load all of Twilio's API.
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";

/**
 * Signs a form as Twilio does, with Twilio's own function.
 * @param url the one that Twilio was told to call, with its query; a fragment is not signed
 * @returns the value of `X-Twilio-Signature`
 */
export function signTwilio(
  url: string,
  form: ReadonlyMap<string, readonly string[]>,
  authToken: string,
): string {
  const parameters = [...form].map(([name, values]) => [name, [...values]] as const);
  const [signed = url] = url.split("#", 1);
  // Unlike an assignment, fromEntries keeps a field named __proto__ an ordinary field.
  return getExpectedTwilioSignature(authToken, signed, Object.fromEntries(parameters));
}
