import { z } from "zod";

/** What the manual tells of a variable beside its name. */
export interface VariableFacts {
  readonly area:
    "server" | "whatsapp" | "providers" | "twilio" | "mail" | "model" | "http" | "limits";
  /** One sentence without its full stop. */
  readonly description: string;
  /** A value that is accepted, as it is typed. */
  readonly example: string;
  /** What holds while it is not set, as it would be typed; absent where nothing does. */
  readonly standard?: string;
  /** Names that other programs use for the same; the first one set counts. */
  readonly alsoAccepted?: readonly string[];
  /** True where the value must never be shown. */
  readonly secret?: true;
}

/** The facts of each variable of the schema. */
export const variableFacts = z.registry<VariableFacts>();
