import type { Replayed } from "../delivery/replay.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import type { OutboundMessage } from "../host/message.ts";
import { describeEntry } from "./describe-entry.ts";
import { messageJson } from "./item-json.ts";
import type { MessageComparison } from "./replay-comparison.ts";

/** What came of a replay. */
export interface ReplayReport {
  readonly entry: StoredEntry;
  /** The path of the script that ran now. */
  readonly script: string;
  /** True where it sends what was sent and nothing fails. */
  readonly same: boolean;
  readonly replayed: Replayed;
  readonly messages: readonly MessageComparison[];
}

/** Gives a report for a program to read; nothing is hidden. */
export function replayJson({ entry, script, same, replayed, messages }: ReplayReport) {
  return {
    delivery: entry.id,
    script,
    same,
    runs: replayed.runs.map(({ id, kind, name, failure, response }) => ({
      ...{ id, kind, name, failure: failure ?? null },
      response:
        response === undefined
          ? null
          : { ...response, headers: Object.fromEntries(response.headers) },
    })),
    messages: messages.map(({ change, before, now }) => ({
      change,
      before: before === undefined ? null : beforeJson(before),
      now: now === undefined ? null : nowJson(now),
    })),
    notes: replayed.notes,
  };
}

function beforeJson({ entry, send }: NonNullable<MessageComparison["before"]>) {
  const { id, state, reason } = entry;
  const message = send === undefined ? null : messageJson(send.message);
  return { id, state, reason: reason ?? null, message };
}

function nowJson({ id, skipped, place, message }: NonNullable<MessageComparison["now"]>) {
  const where = { script: place.file, line: place.line };
  return { id, skipped: skipped ?? null, ...where, message: messageJson(message) };
}

/** Shows a report: `=` was sent and would be again, `-` was sent, `+` would be sent. */
export function replayText({ entry, script, same, replayed, messages }: ReplayReport): string {
  const lines = [`${entry.id} (${describeEntry(entry)}) with ${script}`];
  for (const { change, before, now } of messages) {
    if (change !== "same" && before !== undefined) {
      lines.push(`- ${shown(before.send?.message)} (${before.entry.state})`);
    }
    if (now === undefined) continue;
    const skipped = now.skipped === undefined ? "" : ` (not sent: ${now.skipped})`;
    lines.push(`${change === "same" ? "=" : "+"} ${shown(now.message)}${skipped}`);
  }
  if (messages.length === 0) lines.push("it sends nothing, and sent nothing");
  for (const { name, failure, response } of replayed.runs) {
    if (failure !== undefined) lines.push(`${name} fails now: ${failure}`);
    else if (response !== undefined && response.body !== "") {
      lines.push(`response: ${String(response.status)} ${response.body}`);
    }
  }
  lines.push(...replayed.notes.map((note) => `note: ${note}`));
  lines.push(same ? "it would send what was sent" : "it would not do the same");
  return `${lines.join("\n")}\n`;
}

function shown(message: OutboundMessage | undefined): string {
  if (message === undefined) return "(not kept)";
  const { channel, to } = message;
  const text = "text" in message ? (message.text ?? "") : "";
  const what = "subject" in message ? `${message.subject}: ${text}` : text;
  return `${channel} to ${[to].flat().join(", ")}: ${what.replaceAll("\n", "\\n")}`;
}
