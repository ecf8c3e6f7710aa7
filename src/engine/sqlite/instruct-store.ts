import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { storeMessages } from "../../diagnostics/codes/store.ts";
import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { createSqliteEngine } from "./create-sqlite-engine.ts";
import { type Instruction, type InstructionOutcome, outcomeSchema } from "./instruction.ts";
import { InstructionTable } from "./instruction-table.ts";
import { MIGRATIONS } from "./migrations.ts";
import {
  codeOf,
  DATABASE_FILE,
  isInUse,
  meansInUse,
  unusable,
  versionOf,
} from "./open-database.ts";
import { StoreError } from "./store-error.ts";
import type { SqliteEngine } from "./sqlite-engine.ts";

/** Time between two looks for the answer of a server; ms. */
const LOOK_MS = 50;
/** A server that ends leaves the lock of the folder; looked at seldom, as a look takes the lock. */
const LOOKS_AT_LOCK = 20;
/** Time after which a server counts as one that does not answer; runs of a person may take long. */
const PATIENCE_MS = { retry: 30_000, discard: 30_000, forget: 120_000 } as const;
/** How long a write waits for one of the server; ms. */
const WRITE_WAIT_MS = 10_000;

/** Where an instruction goes, and how time passes. */
export interface InstructStoreOptions {
  /** The data folder, absolute. */
  readonly folder: string;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
}

/**
 * Has an instruction carried out: by the server that uses the folder, else by this process.
 * @throws StoreError GB5301, GB5303 and GB5304 where the store cannot be used, GB5310 where there is
 *   none, GB5325 where the server does not answer, GB5326 where it is an older gbasic
 */
export async function instructStore(
  instruction: Instruction,
  options: InstructStoreOptions,
): Promise<InstructionOutcome> {
  const path = join(options.folder, DATABASE_FILE);
  requireStore(path, options.folder);
  const startedAt = options.timers.elapsed();
  for (;;) {
    const engine = openUnlessInUse(options);
    if (engine !== undefined) return await carryOut(instruction, engine);
    const outcome = await askServer(
      instruction,
      path,
      options,
      startedAt + PATIENCE_MS[instruction.action],
    );
    if (outcome !== undefined) return outcome;
  }
}

function requireStore(path: string, folder: string): void {
  if (!existsSync(path)) throw new StoreError(storeMessages.noStore(folder));
  try {
    if (versionOf(path, MIGRATIONS.length) > 0) return;
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(path, error);
  }
  throw new StoreError(storeMessages.noStore(folder));
}

/** Undefined where a server uses the folder. */
function openUnlessInUse(options: InstructStoreOptions): SqliteEngine | undefined {
  try {
    return createSqliteEngine(options);
  } catch (error) {
    if (meansInUse(error)) return undefined;
    throw error;
  }
}

async function carryOut(
  instruction: Instruction,
  engine: SqliteEngine,
): Promise<InstructionOutcome> {
  try {
    await engine.start();
    return await engine.instructions.carryOut(instruction);
  } finally {
    await engine.close();
  }
}

/** Leaves the instruction in the store for the server. @returns undefined where the server ended */
async function askServer(
  instruction: Instruction,
  path: string,
  options: InstructStoreOptions,
  giveUpAt: number,
): Promise<InstructionOutcome | undefined> {
  const { folder, clock, timers } = options;
  if (versionOf(path, MIGRATIONS.length) < MIGRATIONS.length) {
    throw new StoreError(storeMessages.serverOlder(folder));
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: WRITE_WAIT_MS });
    const instructions = new InstructionTable(database);
    const seq = instructions.add(instruction, clock.now());
    const outcome = await waitForOutcome(instructions, seq, options, giveUpAt);
    // What was erased stands in the log of changes too, until it is emptied.
    if (instruction.action === "forget") database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    if (outcome !== undefined) return outcomeSchema.parse(JSON.parse(outcome));
    if (timers.elapsed() < giveUpAt) return undefined;
    throw new StoreError(
      storeMessages.serverSilent(folder, PATIENCE_MS[instruction.action] / 1000),
    );
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(path, error);
  } finally {
    database?.close();
  }
}

/** Gives the answer as it stands in the store; undefined where none came and it is taken back. */
async function waitForOutcome(
  instructions: InstructionTable,
  seq: number,
  { folder, timers }: InstructStoreOptions,
  giveUpAt: number,
): Promise<string | undefined> {
  for (let looks = 1; ; looks += 1) {
    await new Promise<void>((resolve) => timers.schedule(LOOK_MS, resolve));
    const outcome = instructions.outcome(seq);
    if (outcome !== undefined) {
      instructions.delete(seq);
      return outcome;
    }
    const isAnswerable =
      timers.elapsed() < giveUpAt && (looks % LOOKS_AT_LOCK > 0 || isInUse(folder));
    if (!isAnswerable && instructions.withdraw(seq)) return undefined;
  }
}
