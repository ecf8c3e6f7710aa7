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

  /**
   * Notes that a test expects all of the errors that are meant, where there are as many as it says.
   * @returns how many there are
   */
  takeErrors(isMeant: (record: LogRecord) => boolean, expected: number): number {
    const found = this.errors.filter(isMeant);
    if (found.length === expected) for (const one of found) this.#expected.add(one);
    return found.length;
  }

  /** How many errors have a code, those included that a test expects. */
  countErrors(code: string): number {
    return this.records.filter((one) => one.level === "error" && hasCode(one, code)).length;
  }

  #keep(level: keyof Log, fields: LogFields, message: string): void {
    this.records.push({ level, fields, message, statement: this.#statement() });
  }
}

/** Tells whether an error has a code; what a channel said has one too, which the message tells. */
export function hasCode({ fields, message }: LogRecord, code: string): boolean {
  return fields["code"] === code || message.includes(`${code}:`);
}
