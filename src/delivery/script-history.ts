import { z } from "zod";
import type { Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import type { MessageHistory, MessageStatus, PastMessage } from "../host/history.ts";

/** Looks something up, or gives what was found before. */
export type AskHistory = (asked: string, perform: () => Promise<string>) => Promise<string>;

const STATUSES = [
  ...(["received", "queued", "sent", "delivered", "read"] as const),
  ...(["played", "failed", "unknown", "discarded"] as const),
] as const satisfies readonly MessageStatus[];

const optionalText = z
  .string()
  .optional()
  .transform((text) => text);
const messagesSchema: z.ZodType<readonly PastMessage[]> = z.array(
  z.object({
    direction: z.enum(["inbound", "outbound"]),
    channel: z.enum(["whatsapp", "sms", "call", "mail"]),
    type: z.string(),
    subject: optionalText,
    text: z.string(),
    id: optionalText,
    timestamp: z.number(),
    status: z.enum(STATUSES),
    error: optionalText,
    entry: z.string(),
  }),
);

/**
 * Makes the message history as one run sees it: the same whenever the run is repeated.
 * @param ask looks it up, or gives what an earlier attempt found
 */
export function createScriptHistory(
  engine: Pick<Engine, "history">,
  ask: AskHistory,
): MessageHistory {
  return {
    of: async (written, last) => {
      const person = Person.nameOf(written);
      const found = await ask(JSON.stringify({ person, last }), async () =>
        JSON.stringify(await engine.history({ person, limit: last })),
      );
      return messagesSchema.parse(JSON.parse(found));
    },
  };
}
