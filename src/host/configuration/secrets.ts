import type { Configuration } from "./arrange.ts";

/** Returns every value of the settings that must not be seen, for redaction in logs. */
export function secretValues(configuration: Configuration): readonly string[] {
  const { whatsapp, providers, twilio, mail, model } = configuration;
  const passing = Object.values(providers).flatMap(({ secrets, verifyTokens, accessToken }) => [
    ...secrets,
    ...verifyTokens,
    ...(accessToken === undefined ? [] : [accessToken]),
  ]);
  const found = [
    ...passing,
    ...whatsapp.verifyTokens,
    ...whatsapp.appSecrets,
    ...twilio.authTokens,
    ...[whatsapp.accessToken, model.apiKey].filter((value) => value !== undefined),
    ...[mail, ...mail.accounts.values()].flatMap(({ smtpUrl }) =>
      smtpUrl === undefined ? [] : mailSecrets(smtpUrl),
    ),
    ...(mail.dkim === undefined ? [] : [mail.dkim.privateKey]),
  ];
  return [...new Set(found)];
}

/** Returns an SMTP address and its password, as it is written there and as it is sent. */
export function mailSecrets(smtpUrl: string): readonly string[] {
  const password = URL.parse(smtpUrl)?.password ?? "";
  return password === "" ? [smtpUrl] : [smtpUrl, password, decodeURIComponent(password)];
}
