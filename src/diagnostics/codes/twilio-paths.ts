import { warning } from "../message.ts";

/** GB4802: handlers and blocks at paths at which Twilio asks for something else. */
export const twilioPathMessages = {
  behindStatuses: (
    handler: string,
    {
      about,
      path,
      variable,
    }: {
      readonly about: "sms" | "call";
      readonly path: string;
      /** The setting that the path of the handler comes from; undefined where the script names it. */
      readonly variable: string | undefined;
    },
  ) =>
    warning(
      "GB4802",
      `${handler} never runs, as Twilio tells at ${path} what became of ${about === "sms" ? "messages" : "calls"}`,
      variable === undefined ? "give the handler another path" : `set ${variable} to another path`,
    ),
} as const;
