import type { Configuration } from "./arrange.ts";

/** Returns every value of the settings that must not be seen, for redaction in logs. */
export function secretValues(configuration: Configuration): readonly string[] {
  const { whatsapp, twilio, mail, model } = configuration;
  return [
    ...whatsapp.verifyTokens,
    ...whatsapp.appSecrets,
    ...twilio.authTokens,
    ...[whatsapp.accessToken, model.apiKey].filter((value) => value !== undefined),
    ...(mail.smtpUrl === undefined ? [] : mailSecrets(mail.smtpUrl)),
  ];
}

/** Returns an SMTP address and its password, as it is written there and as it is sent. */
export function mailSecrets(smtpUrl: string): readonly string[] {
  const password = URL.parse(smtpUrl)?.password ?? "";
  return password === "" ? [smtpUrl] : [smtpUrl, password, decodeURIComponent(password)];
}
