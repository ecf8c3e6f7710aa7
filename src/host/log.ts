/** Facts of one log record, by name; must hold no secrets and no texts of messages. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where the program writes its log, one structured record each; a pino logger is one. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
