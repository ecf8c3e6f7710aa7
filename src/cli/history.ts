import { storeMessages } from "../diagnostics/codes/store.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { Person } from "../engine/person.ts";
import type { StoreReader } from "../engine/sqlite/store-reader.ts";
import type { PastMessage } from "../host/history.ts";
import { isoTime, toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { type DataOptions, lookIntoStore } from "./open-store.ts";
import { shortTime } from "./short-time.ts";
import { toColumns } from "./to-columns.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic history` was asked for. */
export interface HistoryOptions extends DataOptions {
  /** Messages at most, the newest ones. */
  readonly last: number;
  readonly json: boolean;
}

/**
 * Shows what a person wrote and was sent, the newest last; nothing is hidden.
 * @param written number, mail address or id
 * @throws UsageError GB5330 for a text that means nobody, GB5350 where nothing is kept of the
 *   person; where the store cannot be read
 */
export async function history(
  written: string,
  { last, json, ...options }: HistoryOptions,
  io: CommandIo,
): Promise<number> {
  const person = Person.of(written);
  if (person === undefined) throw new UsageError(storeMessages.nobodyNamed(written));
  const found = await lookIntoStore(options, io, (reader) => read(person, last + 1, reader));
  const messages = found.slice(-last);
  io.stdout(json ? toJson(messages.map(messageJson)) : messageTable(messages));
  if (found.length > last && !json) io.stderr("there are older ones; --last N shows N of them\n");
  return EXIT.ok;
}

function read(person: Person, limit: number, reader: StoreReader): readonly PastMessage[] {
  const [name = ""] = person.names;
  const found = reader.history(name, limit);
  if (found.length > 0) return found;
  const proposed = suggest(name, reader.newestPeople());
  throw new UsageError(storeMessages.noHistory(name, proposed));
}

function messageJson(message: PastMessage) {
  const { id, direction, channel, type, text, status, entry, subject, error } = message;
  const told = { subject: subject ?? null, error: error ?? null };
  const timestamp = isoTime(message.timestamp);
  return { id: id ?? null, direction, channel, type, text, status, entry, ...told, timestamp };
}

function messageTable(messages: readonly PastMessage[]): string {
  return toColumns([
    ["WHEN (UTC)", "DIRECTION", "CHANNEL", "STATUS", "TEXT"],
    ...messages.map((message) => [
      shortTime(message.timestamp),
      message.direction,
      message.channel,
      message.status,
      inOneLine(message),
    ]),
  ]);
}

function inOneLine({ type, subject, text, error }: PastMessage): string {
  const parts = [
    type === "text" ? "" : `[${type}]`,
    subject === undefined ? "" : `${subject}:`,
    text,
    error === undefined ? "" : `(${error})`,
  ];
  return parts
    .filter((part) => part !== "")
    .join(" ")
    .replaceAll(/\s+/g, " ");
}
