import type { Place } from "../host/host.ts";
import type { Log, LogFields } from "../host/log.ts";

/** One line of the log. */
export interface LogRecord {
  readonly level: keyof Log;
  readonly fields: LogFields;
  readonly message: string;
  /** The statement of the test that ran then; undefined before the first one. */
  readonly statement: Place | undefined;
}

/** A log that keeps its lines. */
export class RecordedLog implements Log {
  readonly records: LogRecord[] = [];
  readonly #expected = new Set<LogRecord>();
  readonly #statement: () => Place | undefined;

  /** @param statement gives the statement of the test that runs; none unless given */
  constructor(statement: () => Place | undefined = () => undefined) {
    this.#statement = statement;
  }

  debug(fields: LogFields, message: string): void {
    this.#keep("debug", fields, message);
  }

  info(fields: LogFields, message: string): void {
    this.#keep("info", fields, message);
  }

  warn(fields: LogFields, message: string): void {
    this.#keep("warn", fields, message);
  }

  error(fields: LogFields, message: string): void {
    this.#keep("error", fields, message);
  }

  /** What scripts wrote with LOG: lines with a place in a script that no message belongs to. */
  get written(): readonly string[] {
    return this.records
      .filter(({ level, fields }) => level === "info" && "line" in fields && !("send" in fields))
      .map(({ message }) => message);
  }

  /** Errors that a person would have to look at, those left out that a test expects. */
  get errors(): readonly LogRecord[] {
    return this.records.filter((record) => record.level === "error" && !this.#expected.has(record));
  }

  /** Notes that a test expects one of the errors, the oldest that is meant. @returns whether there is one */
  takeError(isMeant: (record: LogRecord) => boolean): boolean {
    const found = this.errors.find(isMeant);
    if (found !== undefined) this.#expected.add(found);
    return found !== undefined;
  }

  #keep(level: keyof Log, fields: LogFields, message: string): void {
    this.records.push({ level, fields, message, statement: this.#statement() });
  }
}
