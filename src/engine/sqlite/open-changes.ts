import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import type { Engine } from "../engine.ts";
import type { KeptFile } from "../kept-file.ts";
import { EntryChanges } from "./entry-changes.ts";
import { InstructionDesk } from "./instruction-desk.ts";
import { PersonEraser } from "./person-eraser.ts";
import type { Queues } from "./queues.ts";
import type { Tables } from "./tables.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

interface ChangesParts {
  readonly engine: Pick<Engine, "retry" | "discard" | "erase">;
  readonly tables: Tables;
  readonly turn: TurnTransaction;
  readonly queues: () => Queues;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
  /** Called once changes are on disk. */
  readonly changed: () => void;
}

/** What people can have done to a store: by a call, or by a command that leaves an instruction. */
export interface Changes {
  readonly entries: EntryChanges;
  readonly eraser: PersonEraser;
  readonly instructions: InstructionDesk;
  /** Notes a file that a run keeps. */
  keepFile(file: KeptFile): Promise<void>;
}

export function openChanges(
  database: DatabaseSync,
  { engine, tables, ...parts }: ChangesParts,
): Changes {
  const { journal, aliases, files, instructions } = tables;
  const entries = new EntryChanges(database, parts);
  const eraser = new PersonEraser(database, { ...parts, journal, aliases, files });
  const desk = { instructions, turn: parts.turn, engine };
  const keepFile = (file: KeptFile) =>
    parts.turn.run(() => {
      files.add(file, parts.clock.now());
      return () => {};
    });
  return { entries, eraser, instructions: new InstructionDesk(desk), keepFile };
}
