import { GrowingTexts } from "../../src/runtime/value/growing-texts.ts";
import { expect } from "vitest";
import type { Host } from "../../src/host/host.ts";
import type { HandlerDeclaration } from "../../src/host/handler.ts";
import { BasicError } from "../../src/runtime/error.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import type { SlotArguments } from "../../src/statements/define.ts";
import { statements } from "../../src/statements/index.ts";
import { recordingHost } from "./recording-host.ts";

export const PLACE = { file: "scripts/orders.bas", line: 7 };

/** Invokes the phrase of that title as compiled code does, with its slots filled. */
export async function invoke(title: string, slots: SlotArguments, host?: Host): Promise<Value> {
  const entry = statements.find((known) => known.title === title);
  if (entry === undefined || entry.phraseKind === "declaration") {
    throw new Error(`no statement or function ${title}`);
  }
  const { signal } = new AbortController();
  const limits = { textLength: 10_000_000, listLength: 1_000_000 };
  return entry.invoke(slots, {
    host: host ?? recordingHost().host,
    limits,
    texts: new GrowingTexts(),
    signal,
    place: PLACE,
  });
}

/** Declares a handler as loading a script does. */
export function declare(title: string, slots: SlotArguments): HandlerDeclaration {
  const entry = statements.find((known) => known.title === title);
  if (entry?.phraseKind !== "declaration") throw new Error(`no declaration ${title}`);
  return entry.declare(slots, new Map());
}

/** Waits for the BasicError that something raises and gives its message and hint on two lines. */
export async function messageOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    const { code, message, hint } = error.detail;
    return hint === undefined ? `${code} ${message}` : `${code} ${message}\n${hint}`;
  }
  return expect.fail("no error was raised");
}
