import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { type Instruction, instructionSchema } from "./instruction.ts";

const askedSchema = z.object({ seq: z.number(), instruction: z.string() });
const outcomeRowSchema = z.object({ outcome: z.string().nullable() });

/** A command that has not come for its answer by then has ended. */
const ANSWER_KEPT_MS = 60 * 60_000;

/** An instruction that nobody has answered. */
export interface AskedInstruction {
  readonly seq: number;
  readonly instruction: Instruction;
}

/** What people ask of the process that uses the folder, with what came of it. */
export class InstructionTable {
  readonly #add: StatementSync;
  readonly #next: StatementSync;
  readonly #answer: StatementSync;
  readonly #outcome: StatementSync;
  readonly #delete: StatementSync;
  readonly #withdraw: StatementSync;
  readonly #purge: StatementSync;

  constructor(database: DatabaseSync) {
    this.#add = database.prepare("INSERT INTO instruction (asked_at, instruction) VALUES (?, ?)");
    this.#next = database.prepare(
      "SELECT seq, instruction FROM instruction WHERE outcome IS NULL ORDER BY seq LIMIT 1",
    );
    this.#answer = database.prepare(
      "UPDATE instruction SET instruction = '', outcome = ? WHERE seq = ?",
    );
    this.#outcome = database.prepare("SELECT outcome FROM instruction WHERE seq = ?");
    this.#delete = database.prepare("DELETE FROM instruction WHERE seq = ?");
    this.#withdraw = database.prepare("DELETE FROM instruction WHERE seq = ? AND outcome IS NULL");
    this.#purge = database.prepare(
      "DELETE FROM instruction WHERE outcome IS NOT NULL AND asked_at <= ?",
    );
  }

  /** @returns by what it is known */
  add(instruction: Instruction, now: number): number {
    return Number(this.#add.run(now, JSON.stringify(instruction)).lastInsertRowid);
  }

  /** Gives the oldest one that nobody has answered. */
  next(): AskedInstruction | undefined {
    const row = this.#next.get();
    if (row === undefined) return undefined;
    const { seq, instruction } = askedSchema.parse(row);
    return { seq, instruction: instructionSchema.parse(JSON.parse(instruction)) };
  }

  /** Notes what came of one. @param outcome as JSON text */
  answer(seq: number, outcome: string): void {
    this.#answer.run(outcome, seq);
  }

  /** Gives what came of one as JSON text; undefined where nothing has yet. */
  outcome(seq: number): string | undefined {
    const row = this.#outcome.get(seq);
    return row === undefined ? undefined : (outcomeRowSchema.parse(row).outcome ?? undefined);
  }

  /** Takes back what nobody has answered. @returns false where somebody has */
  withdraw(seq: number): boolean {
    return this.#withdraw.run(seq).changes > 0;
  }

  /** Deletes answers that nobody came for. */
  purge(now: number): void {
    this.#purge.run(now - ANSWER_KEPT_MS);
  }

  delete(seq: number): void {
    this.#delete.run(seq);
  }
}
