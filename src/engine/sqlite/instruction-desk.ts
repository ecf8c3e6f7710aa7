import type { Engine } from "../engine.ts";
import { Person } from "../person.ts";
import type { Instruction, InstructionOutcome } from "./instruction.ts";
import type { InstructionTable } from "./instruction-table.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

interface InstructionDeskParts {
  readonly instructions: InstructionTable;
  readonly turn: TurnTransaction;
  readonly engine: Pick<Engine, "retry" | "discard" | "erase">;
}

/** Does what people ask of the process that uses the folder. */
export class InstructionDesk {
  readonly #parts: InstructionDeskParts;

  constructor(parts: InstructionDeskParts) {
    this.#parts = parts;
  }

  /** Does what a person asked for, once. @throws EngineUnavailableError */
  async carryOut(instruction: Instruction): Promise<InstructionOutcome> {
    const { engine } = this.#parts;
    switch (instruction.action) {
      case "retry":
        return { changes: await engine.retry(instruction.ids, instruction), erased: undefined };
      case "discard":
        return { changes: await engine.discard(instruction.ids), erased: undefined };
      case "forget": {
        const person = Person.of(instruction.person);
        return { changes: [], erased: person && (await engine.erase(person)) };
      }
    }
  }

  /**
   * Carries out what commands left in the store, and answers them.
   * @throws EngineUnavailableError where the store cannot be written; to be called again then
   */
  async answerAll(): Promise<void> {
    const { instructions, turn } = this.#parts;
    for (;;) {
      const asked = instructions.next();
      if (asked === undefined) return;
      const outcome = JSON.stringify(await this.carryOut(asked.instruction));
      await turn.run(() => {
        instructions.answer(asked.seq, outcome);
        return () => {};
      });
    }
  }
}
