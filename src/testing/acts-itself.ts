import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Capability } from "../host/host.ts";
import { statements } from "../statements/index.ts";
import type { Phrase } from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";

/** What a script does to the outside, by what it needs for it, as the end of "a test does not …". */
export const ACTS = {
  mail: "send a mail",
  whatsapp: "send a WhatsApp message",
  sms: "send an SMS",
  phone: "make a phone call",
  model: "ask the language model",
  systemPrompt: "set a system prompt",
  http: "call an address",
  sentHeaders: "set headers of calls",
} as const satisfies Partial<Record<Capability, string>>;

const needs: ReadonlyMap<PhraseEntry, readonly Capability[]> = new Map(
  statements.map((entry) => [entry, entry.needs] as const),
);

/** Tells of a statement of scripts that acts on the outside: in a test it would prove nothing. */
export function actsItself({ entry }: Phrase): Message | undefined {
  const needed = needs.get(entry) ?? [];
  const act = Object.entries(ACTS).find(([capability]) => needed.some((one) => one === capability));
  return act === undefined ? undefined : testingMessages.notInTests(act[1]);
}
