import type { CheckedProcedure } from "../check/script.ts";
import { ownName } from "../check/names.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { RunEnd } from "../runtime/run-end.ts";
import { Signal } from "../runtime/signal.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { StatementCode } from "./code.ts";
import { sigilConversion } from "./convert.ts";
import type { Conversion } from "./convert.ts";

/** A SUB or FUNCTION as its callers see it; calls may be compiled before its body is. */
export class ProcedureCode {
  readonly checked: CheckedProcedure;
  readonly displayName: string;
  readonly waits: boolean;
  /** Slots of a frame; the parameters are the first ones. */
  readonly size: number;
  /** What RETURN and an assignment to its own name convert to. */
  readonly convertResult: Conversion | undefined;
  readonly site: Site;
  /** The slot of its own name where it sets its result by assigning to it, else -1. */
  readonly #resultSlot: number;
  #code: StatementCode | undefined;
  #entryCode: StatementCode | undefined;
  readonly #compile: (isEntry: boolean) => StatementCode;

  /**
   * @param waits true where callers have to wait for it
   * @param compile compiles its body, as an entry point or not
   */
  constructor(
    checked: CheckedProcedure,
    file: SourceFile,
    waits: boolean,
    compile: (procedure: ProcedureCode, isEntry: boolean) => StatementCode,
  ) {
    const { procedure, body } = checked;
    const own = ownName(procedure);
    this.checked = checked;
    this.displayName = procedure.displayName;
    this.waits = waits;
    this.size = body.scope.size;
    this.site = { file, span: procedure.nameSpan };
    this.convertResult = sigilConversion(procedure.sigil, this.site);
    this.#compile = (isEntry) => compile(this, isEntry);
    this.#resultSlot = own === undefined ? -1 : (body.scope.find(own.key)?.index ?? -1);
  }

  /** Its body as loops and other bodies call it; compiled at the first use. */
  get code(): StatementCode {
    this.#code ??= this.#compile(false);
    if (this.#code.colour === "async" && !this.waits) {
      throw new Error(`${this.displayName} waits although the checker says that it does not`);
    }
    return this.#code;
  }

  /** Compiles its body before its first use. */
  prepare(): void {
    this.#code ??= this.#compile(false);
  }

  /** Its body as runs begin with it, or call it outside a loop: its loops give others a turn. */
  get entryCode(): StatementCode {
    return (this.#entryCode ??= this.#compile(true));
  }

  /**
   * Gives what a call of it gives, from how its body ended.
   * @throws RunEnd where it said EXIT
   */
  resultOf(frame: Frame, signal: Signal): Value {
    if (signal === Signal.endRun) throw new RunEnd();
    if (this.#resultSlot < 0 || frame.result !== null) return frame.result;
    const result = frame.locals[this.#resultSlot] ?? null;
    return result === null || this.convertResult === undefined
      ? result
      : this.convertResult(result);
  }
}
