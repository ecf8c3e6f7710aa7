import { renderDiagnostic } from "../diagnostics/render.ts";
import type { Diagnostic, Message } from "../diagnostics/diagnostic.ts";
import { BasicError } from "../runtime/error.ts";
import { renderError } from "../runtime/render-error.ts";

/** Says what is wrong with a script, or with what a test asked of its bed, and how to mend it. */
export class BedError extends Error {
  /** Of what is wrong, or of the first thing that is: `GB3511`. */
  readonly code: string;

  constructor(code: string, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = "BedError";
    this.code = code;
  }
}

/** Makes the error of a message that no line of a script is to blame for. */
export function bedError(detail: Message, options?: ErrorOptions): BedError {
  return new BedError(detail.code, renderError({ detail }), options);
}

/** Makes the error of scripts that cannot be run. */
export function faultyScripts(findings: readonly Diagnostic[]): BedError {
  const text = findings.map(renderDiagnostic).join("\n");
  return new BedError(findings[0]?.code ?? "", text);
}

/** Does something, with its errors in the form that tests in TypeScript see. @throws BedError */
export async function asBedError<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    throw bedError(error.detail, { cause: error });
  }
}
