import { hash } from "node:crypto";
import { z } from "zod";
import { storeMessages } from "../diagnostics/codes/store.ts";
import type { JournalEntry, JournalKind, Recollection } from "../engine/journal.ts";
import type { OutboundMessage } from "../host/message.ts";
import { BasicError } from "../runtime/error.ts";
import { possibleIdsOf } from "./dedupe-key.ts";
import { mayPass } from "./recorded-failure.ts";

/** One step of a run: a message, a job, or a question to the outside. */
export type Step =
  | { readonly kind: "send"; readonly message: OutboundMessage }
  | { readonly kind: "job"; readonly procedure: string; readonly args: string }
  | { readonly kind: JournalKind; readonly asked: string };

/** What a run was told before, and did. */
export interface Past {
  /** The readings of the clock, in their order. */
  readonly readings: readonly number[];
  /** True where a question is asked once more whose answer may be another by now. */
  isAskedAnew(number: number): boolean;
  /**
   * @param number the step's, from 1
   * @returns what came of a question then; undefined for any other step, for one that is new, and for
   * one that is asked anew
   */
  outcomeOf(number: number, step: Step): string | undefined;
}

/**
 * What earlier attempts of a run did. A repeated run goes the same way as far as they came: it does
 * nothing again and is told what they were told.
 */
export class RunPast implements Past {
  readonly #runId: string;
  readonly #effects: Recollection["effects"];
  readonly #told: ReadonlyMap<number, JournalEntry>;
  readonly #asksAnew: boolean;
  readonly readings: readonly number[];

  /** @param asksAnew whether failures of the outside that may pass, and were caught, are asked anew */
  constructor(runId: string, { effects, journal }: Recollection, asksAnew = false) {
    this.#asksAnew = asksAnew;
    this.#runId = runId;
    this.#effects = effects;
    const told = journal.filter(({ kind }) => kind !== "clock");
    this.#told = new Map(told.map((entry) => [entry.step, entry]));
    this.readings = readingsOf(journal);
  }

  isAskedAnew(number: number): boolean {
    const told = this.#told.get(number);
    return this.#asksAnew && told !== undefined && mayPass(told);
  }

  /**
   * Compares a step with the one that had its number.
   * @throws BasicError GB5340 where the step was another one
   */
  outcomeOf(number: number, step: Step): string | undefined {
    if (number > this.#effects.size + this.#told.size) return undefined;
    const told = this.#told.get(number);
    if (told !== undefined) {
      const isSame = told.kind === step.kind && "asked" in step && told.asked === step.asked;
      if (isSame) return this.isAskedAnew(number) ? undefined : told.outcome;
      throw this.#diverged(number, { kind: told.kind, asked: told.asked }, step);
    }
    const before = this.#effectAt(number);
    if (before === undefined || canonicalText(before) !== canonicalText(step)) {
      // What is not kept any more can only be known by its id.
      if (before === undefined && !("asked" in step) && this.#hasId(number)) return undefined;
      throw this.#diverged(number, before, step);
    }
    return undefined;
  }

  #effectAt(number: number): Step | undefined {
    const ids = possibleIdsOf(this.#runId, number);
    const made = ids.map((id) => this.#effects.get(id)).find((found) => found !== undefined);
    if (made === undefined) return undefined;
    if ("message" in made) return { kind: "send", message: made.message };
    return { kind: "job", procedure: made.procedure, args: made.args };
  }

  #hasId(number: number): boolean {
    return possibleIdsOf(this.#runId, number).some((id) => this.#effects.has(id));
  }

  #diverged(number: number, before: Step | undefined, now: Step): BasicError {
    const [then, nowText] = [
      before === undefined ? "another step" : describe(before),
      describe(now),
    ];
    const was = then === nowText ? "one with other content" : then;
    return new BasicError(storeMessages.diverged(number, nowText, was));
  }
}

/** The readings of the clock that a journal holds, in their order. */
export function readingsOf(journal: readonly JournalEntry[]): number[] {
  const entries = journal.filter(({ kind }) => kind === "clock");
  return entries.flatMap(({ outcome }) => {
    const readings: unknown = JSON.parse(outcome);
    return Array.isArray(readings) ? readings.map(Number) : [];
  });
}

function describe(step: Step): string {
  switch (step.kind) {
    case "send":
      return `a message for ${step.message.channel}`;
    case "job":
      return `SPAWN ${step.procedure}`;
    case "model":
      return "a question to the language model";
    case "http":
      return `a call over HTTP, ${callIn(step.asked)}`;
    case "history":
      return "a look at a message history";
    case "media":
      return "a file of WhatsApp";
    case "clock":
      return "a look at the clock";
  }
}

function callIn(asked: string): string {
  const read = z.object({ method: z.string(), address: z.string() }).safeParse(JSON.parse(asked));
  return read.success ? `${read.data.method} ${read.data.address}` : "to an address";
}

/** Gives the same text for the same value, whatever the order of members and kind of byte array. */
export function canonicalText(written: unknown): string {
  return JSON.stringify(written, (_name, value: unknown) => {
    if (value instanceof Uint8Array) return hash("sha256", value, "hex");
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if (isSerializedBuffer(value)) return hash("sha256", Uint8Array.from(value.data), "hex");
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What JSON makes of a Buffer before a replacer sees it. */
function isSerializedBuffer(value: object): value is { readonly data: readonly number[] } {
  return "type" in value && value.type === "Buffer" && "data" in value && Array.isArray(value.data);
}
