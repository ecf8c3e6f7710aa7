import type { Clock } from "../../host/host.ts";
import type { Cancel, Timers } from "../../host/timers.ts";
import type { Retention } from "../retention.ts";
import type { AliasTable } from "./alias-table.ts";
import type { DedupeTable } from "./dedupe-table.ts";
import type { FileTable } from "./file-table.ts";
import type { HistoryTable } from "./history-table.ts";
import type { InstructionTable } from "./instruction-table.ts";
import type { JournalTable } from "./journal-table.ts";
import type { OldEntries } from "./old-entries.ts";
import type { ResponseTable } from "./response-table.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

/** Time between two looks for old rows, and while there are many of them; in ms. */
const PAUSE_MS = 60 * 60_000;
const SHORT_PAUSE_MS = 200;
/** Rows of one table at once, so that nobody waits long for them. */
const MOST_AT_ONCE = 500;

interface PurgeParts {
  readonly oldEntries: OldEntries;
  readonly instructions: InstructionTable;
  readonly journal: JournalTable;
  readonly history: HistoryTable;
  readonly aliases: AliasTable;
  readonly dedupeKeys: DedupeTable;
  readonly responses: ResponseTable;
  readonly files: FileTable;
  readonly retention: Retention;
  readonly turn: TurnTransaction;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
}

/** Deletes, bit by bit, what is older than it is kept. */
export class Purge {
  readonly #parts: PurgeParts;
  #cancel: Cancel = () => {};

  constructor(parts: PurgeParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#cancel();
    this.#schedule(PAUSE_MS);
  }

  stop(): void {
    this.#cancel();
  }

  #schedule(delayMs: number): void {
    this.#cancel = this.#parts.timers.schedule(delayMs, () => {
      // Taken up again although a turn may fail, as on a full disk.
      this.#schedule(PAUSE_MS);
      this.#parts.turn.note(() => this.#deleteSome());
    });
  }

  #deleteSome(): void {
    const { oldEntries, dedupeKeys, responses, instructions, journal, history } = this.#parts;
    const { aliases, files, retention, clock } = this.#parts;
    const now = clock.now();
    instructions.purge(now);
    const hasMore = [
      oldEntries.step(now, retention, MOST_AT_ONCE, (id) => journal.delete(id)),
      dedupeKeys.purge(now, MOST_AT_ONCE) >= MOST_AT_ONCE,
      responses.purge(now, MOST_AT_ONCE) >= MOST_AT_ONCE,
      history.purge(now - retention.historyMs, MOST_AT_ONCE) >= MOST_AT_ONCE,
      aliases.purge(MOST_AT_ONCE) >= MOST_AT_ONCE,
      files.purge(now - (retention.filesMs ?? Infinity), MOST_AT_ONCE) >= MOST_AT_ONCE,
    ];
    if (!hasMore.includes(true)) return;
    this.#cancel();
    this.#schedule(SHORT_PAUSE_MS);
  }
}
