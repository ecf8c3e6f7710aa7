import { error, warning } from "../message.ts";

/** A variable and the service that it belongs to. */
type Named = readonly [variable: string, title: string];

/** GB5490 to GB5499: services that pass WhatsApp's events on. */
export const providerSettingMessages = {
  samePath: (first: Named, second: Named, path: string) =>
    error(
      "GB5490",
      `${first[0]} and ${second[0]} are both ${path}, so nobody could tell what ${first[1]} delivers from what ${second[1]} does`,
      `set one of them to another path, and enter that at the service`,
    ),
  notListed: (variable: string, provider: string) =>
    warning(
      "GB5491",
      `${variable} is set, but WHATSAPP_PROVIDERS does not name ${provider}, so ON WHATSAPP handlers do not listen there`,
      `add ${provider} to WHATSAPP_PROVIDERS, or remove ${variable}`,
    ),
  missingSecret: (variable: string, title: string) =>
    error(
      "GB5492",
      `${variable} is missing, as ${title} delivers WhatsApp events here`,
      `set ${variable} to ${secretOf(variable, title)}; several with commas between them while it changes`,
    ),
  openToAnyone: (variable: string, title: string) =>
    error(
      "GB5493",
      `${variable} is missing, as ${title} delivers WhatsApp events here and nothing else says who may`,
      `set ${variable} to the addresses that ${title} delivers from, or set WHATSABLE_WEBHOOK_SECRET if it signs`,
    ),
  oneAtATime: (title: string) =>
    error(
      "GB5494",
      `${title} delivers each event in a request of its own`,
      "leave --batch out, or call the command again for each event",
    ),
} as const;

/** SuperWaba passes on what Meta signed, so the secret is that of the app at Meta. */
function secretOf(variable: string, title: string): string {
  return variable === "SUPERWABA_APP_SECRET"
    ? "the app secret that Meta's dashboard shows, or set WHATSAPP_APP_SECRET, which counts for it too"
    : `the secret that the dashboard of ${title} shows`;
}
