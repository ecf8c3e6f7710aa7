import { warning } from "../message.ts";

/** As many paths as a hint shows. */
const MOST_PATHS = 6;

/** GB2673, GB2674: paths that nothing listens on; GB4802: handlers where Twilio tells of a status. */
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
  unheard: (
    by: string,
    path: string,
    there: { readonly near: string | undefined; readonly paths: readonly string[] },
  ) =>
    warning(
      "GB2673",
      `${by} names ${path}, and no handler of these scripts listens there`,
      inPlaceOf(there),
    ),
  otherMethod: (by: string, path: string, method: "POST" | "GET") =>
    warning(
      "GB2674",
      `${by} names ${path}, and no handler there takes ${method}, with which Twilio asks`,
      `write ON WEBHOOK ${method} TO ${JSON.stringify(path)}${method === "POST" ? ", or ON CALL TO it" : ""}`,
    ),
} as const;

function inPlaceOf({
  near,
  paths,
}: {
  readonly near: string | undefined;
  readonly paths: readonly string[];
}): string {
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  const shown = paths.slice(0, MOST_PATHS).join(", ");
  const more = paths.length > MOST_PATHS ? " …" : "";
  return `handlers listen on ${shown}${more}; for what another server answers, write its whole address`;
}
