import { z } from "zod";
import { mailSecrets } from "../../host/configuration/secrets.ts";
import { createSmtpTransport } from "../mail/smtp-channel.ts";
import { createQuote } from "../redact.ts";
import { ask, type CredentialAnswer } from "./ask.ts";

const numberSchema = z.object({
  display_phone_number: z.string(),
  verified_name: z.string().optional(),
});
const graphError = z.object({ error: z.object({ message: z.string() }) });

/** Asks the Cloud API whether a token may use a number. @param apiUrl with its version */
export function askCloudApi(
  apiUrl: string,
  accessToken: string,
  phoneNumberId: string,
): Promise<CredentialAnswer> {
  const url = `${apiUrl}/${phoneNumberId}?fields=display_phone_number,verified_name`;
  const read = (json: unknown) => {
    const { display_phone_number: number, verified_name: name } =
      numberSchema.safeParse(json).data ?? {};
    if (number !== undefined) return name === undefined ? number : `${number}, ${name}`;
    return graphError.safeParse(json).data?.error.message;
  };
  return ask(url, { authorization: `Bearer ${accessToken}` }, read, createQuote([accessToken]));
}

const account = z.object({ friendly_name: z.string(), status: z.string() });
const twilioError = z.object({ message: z.string() });

/** Asks Twilio whether a token is that of an account. */
export function askTwilio(
  apiUrl: string,
  accountSid: string,
  authToken: string,
): Promise<CredentialAnswer> {
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const url = `${apiUrl}/2010-04-01/Accounts/${accountSid}.json`;
  const read = (json: unknown) => {
    const found = account.safeParse(json).data;
    if (found !== undefined) return `${found.friendly_name}, ${found.status}`;
    return twilioError.safeParse(json).data?.message;
  };
  return ask(url, { authorization: `Basic ${basic}` }, read, createQuote([authToken, basic]));
}

const models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Asks the endpoint of a language model whether it takes a key, and whether it has the model. */
export async function askModel(
  url: string,
  apiKey: string | undefined,
  model: string,
): Promise<CredentialAnswer> {
  const read = (json: unknown) => {
    const found = models.safeParse(json).data?.data;
    if (found === undefined) return graphError.safeParse(json).data?.error.message;
    return found.some(({ id }) => id === model)
      ? model
      : `the list of models does not have ${model}`;
  };
  const headers: Record<string, string> =
    apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  return ask(`${url}/models`, headers, read, createQuote(apiKey === undefined ? [] : [apiKey]));
}

/** Asks a mail server whether it takes user and password; no mail leaves. */
export async function askMailServer(smtpUrl: string): Promise<CredentialAnswer> {
  const transport = createSmtpTransport(smtpUrl);
  const quote = createQuote(mailSecrets(smtpUrl));
  try {
    await transport.verify();
    return { state: "valid", detail: new URL(smtpUrl).host };
  } catch (error) {
    const isRefused = error instanceof Error && "code" in error && error.code === "EAUTH";
    const reason = error instanceof Error ? error.message : String(error);
    return { state: isRefused ? "refused" : "unanswered", detail: quote(reason) };
  } finally {
    transport.close();
  }
}
