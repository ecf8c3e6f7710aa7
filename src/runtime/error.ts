import type { Message } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";

/** A place in a script, as compiled code keeps it for its errors. */
export interface Site {
  readonly file: SourceFile;
  readonly span: Span;
}

/** One call of the script's own SUBs and FUNCTIONs that was open when an error passed. */
export interface CallFrame {
  /** As written in the header: `PROCESS WHATSAPP MESSAGE`, or the handler's title. */
  readonly name: string;
  /** Where the call stands. */
  readonly file: SourceFile;
  readonly span: Span;
}

/**
 * An error of a script at run time: what is wrong, where, and the BASIC calls that led there.
 * Thrown without a place by value operations and library functions; the compiled node that
 * called them adds it with `locate`. A plain `Error` means a bug in gbasic instead.
 */
export class BasicError extends Error {
  readonly detail: Message;
  /** Innermost call first. */
  readonly frames: CallFrame[] = [];
  file: SourceFile | undefined;
  span: Span | undefined;

  constructor(detail: Message, options?: ErrorOptions) {
    super(detail.message, options);
    this.name = "BasicError";
    this.detail = detail;
  }

  /** True for one that no script may catch, whatever it does about errors. */
  get isFinal(): boolean {
    return false;
  }

  get code(): string {
    return this.detail.code;
  }
}

/** Gives a BasicError its place unless it has one; any other error is returned as it is. */
export function locate(error: unknown, file: SourceFile, span: Span): unknown {
  if (error instanceof BasicError && error.span === undefined) {
    error.file = file;
    error.span = span;
  }
  return error;
}

/** Gives the BasicErrors of what it runs a place in the file that is read, unless they have one. */
export function errorsAt<T>(span: Span | undefined, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof BasicError) error.span ??= span;
    throw error;
  }
}
