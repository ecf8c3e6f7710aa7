import type { Instruction, InstructionOutcome } from "../engine/sqlite/instruction.ts";
import { instructStore } from "../engine/sqlite/instruct-store.ts";
import { StoreError } from "../engine/sqlite/store-error.ts";
import { patientTimers } from "../host/timers.ts";
import type { CommandIo } from "./io.ts";
import { type DataOptions, findDataFolder } from "./open-store.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Has the server that uses the store do something; without one this process does it.
 * @throws UsageError where the store cannot be used or the server does not answer
 */
export async function instruct(
  instruction: Instruction,
  options: DataOptions,
  io: CommandIo,
): Promise<InstructionOutcome> {
  const folder = await findDataFolder(options, io);
  const clock = { now: () => Date.now() };
  try {
    return await instructStore(instruction, { folder, clock, timers: patientTimers });
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.detail, { cause: error });
    throw error;
  }
}
