import { signTwilio } from "../../src/testing/events/sign-twilio.ts";

/** The token that tests sign with. */
export const TOKEN = "token-of-a-test";

/** What a server answered to Twilio. */
export interface TwilioAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** Posts a form as Twilio does. */
export class TwilioClient {
  readonly #url: string;
  readonly #publicUrl: string;

  /** @param publicUrl what Twilio takes the server to be; its own address unless given */
  constructor(url: string, publicUrl = url) {
    this.#url = url;
    this.#publicUrl = publicUrl;
  }

  /**
   * @param path with its query, as Twilio has it
   * @param headers beside those of a signed form
   */
  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TwilioAnswer> {
    const form = new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));
    const signature = signTwilio(`${this.#publicUrl}${path}`, form, TOKEN);
    const response = await fetch(`${this.#url}${path}`, {
      method: "POST",
      headers: { "X-Twilio-Signature": signature, ...headers },
      body: new URLSearchParams(fields),
    });
    const type = response.headers.get("content-type");
    return { status: response.status, type, body: await response.text() };
  }
}

/** Writes the whole of a response of TwiML. */
export function twiml(verbs: string): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return verbs === "" ? `${head}<Response/>` : `${head}<Response>${verbs}</Response>`;
}
