import type { doctorMessages, doctorWebhookMessages } from "../codes/doctor.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/doctor.ts`. */
export const doctorExplanations = {
  GB5500: {
    title: "No PUBLIC_URL",
    severity: "warning",
    means:
      "Providers are told an address once, in their dashboards, and gbasic cannot know under which one it is reached from outside. Twilio's signatures need it too.",
    example: {
      kind: "situation",
      text: "`npx gbasic doctor scripts` where PUBLIC_URL is not set.",
    },
    mend: "Set PUBLIC_URL to the https:// address.",
  },
  GB5501: {
    title: "A PUBLIC_URL that nobody calls",
    severity: "warning",
    means:
      "Meta, Twilio and the others call https:// addresses that are reachable from outside, and nothing else.",
    example: { kind: "situation", text: "PUBLIC_URL is http://localhost:3000." },
    mend: "Put a proxy or a tunnel with a certificate in front, and set PUBLIC_URL to its address.",
  },
  GB5502: {
    title: "A data folder that cannot be used",
    means:
      "The server stores what it is given before it acknowledges it, so without a folder that it may write to it does not start.",
    example: { kind: "situation", text: "GBASIC_DATA names a folder of another user." },
    mend: "Give the user that runs gbasic the right to write there, or name another folder.",
  },
  GB5503: {
    title: "A clock that is behind",
    means:
      "The clock shows a time before this gbasic was made, so it is wrong. Signatures with a time, certificates and the 24 hours of WhatsApp depend on it.",
    example: { kind: "situation", text: "A machine without a battery starts in 1970." },
    mend: "Set the clock, best by a time server.",
  },
  GB5504: {
    title: "A clock that differs from that of the services",
    severity: "warning",
    means:
      "The answers of the services say what time it is there, and the clock here is more than a minute off.",
    example: {
      kind: "situation",
      text: "`npx gbasic doctor scripts --online` on a machine whose clock is three minutes behind.",
    },
    mend: "Set the clock by a time server.",
  },
  GB5505: {
    title: "Credentials that are refused",
    means: "The service was asked whether it takes the credentials of the settings, and said no.",
    example: { kind: "situation", text: "WHATSAPP_ACCESS_TOKEN has expired." },
    mend: "Set the variable that the hint names to a credential that is valid.",
  },
  GB5506: {
    title: "A service that could not be asked",
    means:
      "The service gave no answer that says whether the credentials are right: it is not there, busy or broken.",
    example: {
      kind: "situation",
      text: "The machine may not call out, or WHATSAPP_API_URL has a slip.",
    },
    mend: "Look at the address in the settings, and try again later.",
  },
  GB5507: {
    title: "A certificate that ends",
    severity: "warning",
    means:
      "TLS_CERT names a certificate that ends within three weeks, or has ended. Providers call no server without a valid one.",
    example: { kind: "situation", text: "A certificate of three months that nobody renewed." },
    mend: "Get a new one, and start the server again.",
  },
  GB5508: {
    title: "Little room on the disk",
    severity: "warning",
    means:
      "The disk of the data folder has less than 200 MB left. What cannot be stored is not acknowledged.",
    example: { kind: "situation", text: "A log that nobody deletes fills the disk." },
    mend: "Make room, or move the data folder with GBASIC_DATA.",
  },
  GB5509: {
    title: "A PUBLIC_URL that does not lead here",
    means:
      "The address was called with /healthz behind it, as any provider could, and the answer was not that of a gbasic that runs.",
    example: { kind: "situation", text: "The proxy in front leads to another port." },
    mend: "Start the server, and look at the proxy, its certificate and PUBLIC_URL.",
  },
  GB5510: {
    title: "A version of Meta's API that ends",
    severity: "warning",
    means:
      "WHATSAPP_API_URL, or the address of a provider, names a version of the Graph API that Meta ends within 180 days, or has ended. Meta then takes an older request for one of another version, which may mean something else.",
    example: { kind: "situation", text: "WHATSAPP_API_URL is https://graph.facebook.com/v21.0." },
    mend: "Name a newer version, or leave WHATSAPP_API_URL out. gbasic serve tells of it when it starts, gbasic doctor at any time.",
  },
} satisfies ExplanationsOf<typeof doctorMessages>;

/** Explains GB4790 to GB4792 of `../codes/doctor.ts`. */
export const doctorWebhookExplanations = {
  GB4790: {
    title: "A provider that delivers nowhere",
    severity: "warning",
    means:
      "`gbasic doctor --online` asked Meta or Twilio where it delivers to, and no address is entered there. The scripts listen, and nothing comes.",
    example: {
      kind: "situation",
      text: 'The number at Twilio has no address under "A call comes in".',
    },
    mend: "Enter the address that the message shows in the provider's dashboard.",
  },
  GB4791: {
    title: "A provider that delivers elsewhere",
    severity: "warning",
    means:
      "Meta or Twilio delivers to an address on which no handler listens: another server, an old address, or another path.",
    example: {
      kind: "situation",
      text: "PUBLIC_URL is https://bot.example.com, and Meta's dashboard has https://old.example.com/webhooks/whatsapp.",
    },
    mend: "Enter the address of this server in the dashboard, or set PUBLIC_URL to what is entered there.",
  },
  GB5537: {
    title: "A provider that does not say where it delivers",
    severity: "warning",
    means:
      "`gbasic doctor --online` asked Meta or Twilio where it delivers to, and the answer does not have it: Meta left the webhook of the number out, or the number is not one of the account at Twilio.",
    example: {
      kind: "situation",
      text: "TWILIO_FROM is a number that was only verified as a caller, which Twilio calls nothing for.",
    },
    mend: "Look at the place in the dashboard that the message names, and enter the address there if it is another.",
  },
  GB5538: {
    title: "An app that is not subscribed to the WhatsApp account",
    severity: "warning",
    means:
      "Meta delivers what happens in a WhatsApp account to the apps that are subscribed to it. The app that the token belongs to is none of them, so nothing comes, though the callback URL is right.",
    example: {
      kind: "situation",
      text: "The number was added to an account of the business that the app had never been subscribed to.",
    },
    mend: "Subscribe the app with the command that the message shows, once.",
  },
  GB5539: {
    title: "An app that is not subscribed to messages",
    severity: "warning",
    means:
      "Meta delivers the fields that the app is subscribed to. Without the field messages neither messages nor their statuses come.",
    example: {
      kind: "situation",
      text: "The callback URL was verified in the dashboard, and the list of fields below it was left as it is.",
    },
    mend: "In the app, choose WhatsApp and Configuration, and subscribe to the field messages.",
  },
  GB4872: {
    title: "An account of which nothing is known",
    severity: "warning",
    means:
      "Which WhatsApp account the number is in, and which apps are subscribed to it, Meta tells with a token that has the permission whatsapp_business_management for that account. This one does not tell it.",
    example: {
      kind: "situation",
      text: "The token was made with the permission whatsapp_business_messaging alone.",
    },
    mend: "Generate the token with both permissions, or write to the number and look whether a message comes.",
  },
  GB4873: {
    title: "Fields of which nothing is known",
    severity: "warning",
    means:
      "Which fields an app is subscribed to, Meta tells the app alone, which is known by its id and the app secret. The secret is not set, or Meta did not take it.",
    example: {
      kind: "situation",
      text: "`npx gbasic doctor scripts --online` where WHATSAPP_APP_SECRET is not set.",
    },
    mend: "Look in the app under WhatsApp and Configuration whether the field messages is subscribed, or set WHATSAPP_APP_SECRET.",
  },
  GB4792: {
    title: "A token that cannot be checked",
    severity: "warning",
    means:
      "The pages of WhatsAble name no question that it answers without sending a message, so `gbasic doctor --online` cannot tell whether the token is right.",
    example: {
      kind: "situation",
      text: "`npx gbasic doctor scripts --online` where WHATSABLE_ACCESS_TOKEN is set.",
    },
    mend: "Send a message to yourself, and look whether it comes.",
  },
} satisfies ExplanationsOf<typeof doctorWebhookMessages>;
