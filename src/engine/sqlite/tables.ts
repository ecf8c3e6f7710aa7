import type { DatabaseSync } from "node:sqlite";
import { AliasTable } from "./alias-table.ts";
import { DedupeTable } from "./dedupe-table.ts";
import { EntryTable } from "./entry-table.ts";
import { FailureFollower } from "./failure-follower.ts";
import { FileTable } from "./file-table.ts";
import { HistoryTable } from "./history-table.ts";
import { InstructionTable } from "./instruction-table.ts";
import { JournalTable } from "./journal-table.ts";
import { OldEntries } from "./old-entries.ts";
import { ReportTable } from "./report-table.ts";
import { ResponseTable } from "./response-table.ts";

/** The tables of the store. */
export interface Tables {
  readonly entries: EntryTable;
  readonly dedupeKeys: DedupeTable;
  readonly responses: ResponseTable;
  readonly instructions: InstructionTable;
  readonly journal: JournalTable;
  readonly oldEntries: OldEntries;
  readonly reports: ReportTable;
  readonly history: HistoryTable;
  readonly aliases: AliasTable;
  readonly files: FileTable;
  readonly failures: FailureFollower;
}

/** @param folder the data folder, absolute */
export function openTables(database: DatabaseSync, folder: string): Tables {
  const history = new HistoryTable(database);
  return {
    entries: new EntryTable(database),
    dedupeKeys: new DedupeTable(database),
    responses: new ResponseTable(database),
    instructions: new InstructionTable(database),
    journal: new JournalTable(database),
    oldEntries: new OldEntries(database, history),
    reports: new ReportTable(database),
    history,
    aliases: new AliasTable(database),
    files: new FileTable(database, folder),
    failures: new FailureFollower(database),
  };
}
