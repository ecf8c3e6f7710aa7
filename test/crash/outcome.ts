import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";

/** What a store lists of what did not simply end well. */
export interface Outcome {
  readonly unknown: readonly { readonly to: string; readonly text: string }[];
  readonly waiting: readonly string[];
  readonly leased: readonly string[];
  readonly dead: readonly string[];
}

const sendSchema = z.object({ message: z.object({ to: z.string(), text: z.string() }) });

/** Reads a store that no server uses. @param data the data folder */
export function readOutcome(data: string): Outcome {
  const database = new DatabaseSync(join(data, "gbasic.db"), { readOnly: true });
  const ids = (condition: string) =>
    database
      .prepare(`SELECT id FROM entry WHERE ${condition}`)
      .all()
      .map(({ id }) => String(id));
  const unknown = database
    .prepare("SELECT item FROM entry WHERE state = 'unknown'")
    .all()
    .map(({ item }) => sendSchema.parse(JSON.parse(String(item))).message);
  const outcome = {
    unknown,
    waiting: ids("finished_at IS NULL"),
    leased: ids("leased = 1"),
    dead: ids("state = 'dead'"),
  };
  database.close();
  return outcome;
}
