import { encodeForm, type TwilioForm } from "./events/twilio/form.ts";
import { signatureOf, signRequest } from "./sign-request.ts";
import type { TestRequest } from "./test-bed.ts";

/** The account and number that the events of tests are for. */
export const TEST_TWILIO = {
  accountSid: `AC${"0".repeat(31)}1`,
  number: "+15550001111",
  /** Makes the id of a call or message. @param number from 1 */
  sid: (prefix: "CA" | "SM" | "MM" | "RE" | "TR", number: number) =>
    prefix + number.toString(16).padStart(32, "0"),
} as const;

/** What Twilio sends, before it is a request: the form of a GET goes into its query. */
export interface TwilioPost {
  /** Path and query. */
  readonly target: string;
  readonly method: "GET" | "POST";
  readonly form: TwilioForm;
}

/**
 * Makes the request that Twilio sends with a form.
 * @param number another one for each request; the same on every repeat of it
 * @param signature UNSIGNED, FORGED or nothing
 */
export function twilioRequest(
  { target, method, form }: TwilioPost,
  number: number,
  signature: string | undefined,
): TestRequest {
  const fields = encodeForm(form);
  const token = ["I-Twilio-Idempotency-Token", `test-${String(number)}`] as const;
  const type = ["Content-Type", "application/x-www-form-urlencoded"] as const;
  const request =
    method === "POST"
      ? { method, target, headers: [type, token], body: fields }
      : {
          method,
          target: `${target}${target.includes("?") ? "&" : "?"}${fields}`,
          headers: [token],
          body: "",
        };
  return signRequest(request, signatureOf(signature));
}
