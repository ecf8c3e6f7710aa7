import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { SentText } from "./meta.ts";

/** What people wrote and saw acknowledged, in the order of writing, by person. */
export type Acknowledged = ReadonlyMap<string, readonly string[]>;

/**
 * Finds what of the promise was broken, from the outside: what Meta was sent, and what the store
 * lists once nothing is left to do.
 * @param data the data folder of a server that has ended
 * @returns one line for each violation
 */
export function violations(
  acknowledged: Acknowledged,
  sent: readonly SentText[],
  data: string,
): string[] {
  const { unknown, waiting, dead } = readStore(data);
  const found = waiting.map((id) => `${id} was never finished`);
  found.push(...dead.map((id) => `${id} failed`));
  const copies = countOf(sent);
  for (const [key, count] of copies)
    if (count > 1) found.push(`${key} left ${String(count)} times`);
  for (const [to, texts] of acknowledged) {
    const expected = texts.flatMap((text) => [`first ${text}`, `second ${text}`]);
    for (const text of expected) {
      const key = `${to}: ${text}`;
      if (!copies.has(key) && !unknown.has(key)) found.push(`${key} is lost`);
    }
    const arrived = sent.filter((one) => one.to === to).map(({ text }) => text);
    const inOrder = expected.filter((text) => arrived.includes(text));
    if (arrived.join() !== inOrder.join()) found.push(`${to}: out of order: ${arrived.join(", ")}`);
  }
  return found;
}

function countOf(sent: readonly SentText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { to, text } of sent) {
    const key = `${to}: ${text}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const sendSchema = z.object({ message: z.object({ to: z.string(), text: z.string() }) });

function readStore(data: string) {
  const database = new DatabaseSync(join(data, "gbasic.db"), { readOnly: true });
  const ids = (condition: string) =>
    database
      .prepare(`SELECT id FROM entry WHERE ${condition}`)
      .all()
      .map(({ id }) => String(id));
  const unknown = database
    .prepare("SELECT item FROM entry WHERE state = 'unknown'")
    .all()
    .map(({ item }) => {
      const { to, text } = sendSchema.parse(JSON.parse(String(item))).message;
      return `${to}: ${text}`;
    });
  const store = {
    unknown: new Set(unknown),
    waiting: ids("finished_at IS NULL"),
    dead: ids("state = 'dead'"),
  };
  database.close();
  return store;
}
