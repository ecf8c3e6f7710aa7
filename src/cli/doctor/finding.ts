import type { Message } from "../../diagnostics/diagnostic.ts";

/** How something stands: well, well for now, worth a look, or in the way. */
export type FindingState = "ok" | "simulated" | "warning" | "error";

/** Where findings belong, in the order in which they are shown. */
export const AREAS = ["settings", "scripts", "channels", "routes", "machine", "online"] as const;

/** One thing that `gbasic doctor` looked at. */
export interface Finding {
  readonly area: (typeof AREAS)[number];
  /** What it is about: a variable, a channel, a route. */
  readonly subject: string;
  readonly state: FindingState;
  readonly text: string;
  readonly code?: string | undefined;
  readonly hint?: string | undefined;
}

/** Makes a finding of a message. @param state in place of the message's own severity */
export function findingOf(
  area: Finding["area"],
  subject: string,
  { code, message, hint, severity }: Message,
  state: FindingState = severity === "error" ? "error" : "warning",
): Finding {
  return { area, subject, state, text: message, code, hint };
}
