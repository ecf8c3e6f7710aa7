import type { Configuration } from "../../host/configuration.ts";
import { statusPath } from "../../host/twilio-paths.ts";
import type { TwilioSubject } from "../../facts/twilio-statuses.ts";

/**
 * Gives where Twilio is to tell what became of what it was given: below the address that the server has
 * outside; undefined where it has none.
 */
export function statusUrlOf(
  about: TwilioSubject,
  { publicUrl }: Configuration["server"],
  { paths }: Configuration["twilio"],
): string | undefined {
  return publicUrl === undefined ? undefined : publicUrl + statusPath(about, paths);
}
