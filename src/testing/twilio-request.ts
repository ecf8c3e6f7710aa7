import { encodeForm, type TwilioForm } from "./events/twilio/form.ts";
import { signatureOf, signRequest } from "./sign-request.ts";
import type { TestRequest } from "./test-bed.ts";

/** The account and number that the events of tests are for. */
export const TEST_TWILIO = {
  accountSid: `AC${"0".repeat(31)}1`,
  number: "+15550001111",
  /** Makes the id of a call or message. @param number from 1 */
  sid: (prefix: "CA" | "SM", number: number) => prefix + number.toString(16).padStart(32, "0"),
} as const;

/**
 * Makes the request that Twilio sends with a form.
 * @param number another one for each request; the same on every repeat of it
 * @param signature UNSIGNED, FORGED or nothing
 */
export function twilioRequest(
  target: string,
  form: TwilioForm,
  number: number,
  signature: string | undefined,
): TestRequest {
  const request = {
    method: "POST",
    target,
    headers: [
      ["Content-Type", "application/x-www-form-urlencoded"],
      ["I-Twilio-Idempotency-Token", `test-${String(number)}`],
    ] as const,
    body: encodeForm(form),
  };
  return signRequest(request, signatureOf(signature));
}
