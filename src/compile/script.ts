import type { HandlerDeclaration } from "../host/handler.ts";
import type { Capability } from "../host/host.ts";
import type { RunContext } from "../runtime/run.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";

/** A handler of a script, ready to run. Each run starts from a fresh top level. */
export interface CompiledHandler<D extends HandlerDeclaration = HandlerDeclaration> {
  readonly declaration: D;
  /** For logs and call stacks: `ON WEBHOOK POST TO "/twilio/voice"`. */
  readonly title: string;
  readonly script: CompiledScript;
  /** Where the declaration stands. */
  readonly span: Span;
  /** The response where the script says nothing at all; an empty one unless given. */
  readonly emptyReply?: Value;
  /**
   * Runs the top level, then the handler.
   * @returns what RETURN gave, or null
   * @throws BasicError with its place and call frames
   */
  run(context: RunContext): Promise<Value>;
}

/** A SUB or FUNCTION of a script that can be started from outside, as SPAWN does. */
export interface CompiledProcedure {
  readonly key: string;
  readonly displayName: string;
  readonly kind: "sub" | "function";
  /** How many arguments it takes. */
  readonly takes: { readonly least: number; readonly most: number };
  run(context: RunContext, args: readonly Value[]): Promise<Value>;
}

/** One script, compiled once and run many times. */
export interface CompiledScript {
  readonly file: SourceFile;
  /** Its file, and those that it includes. */
  readonly sources: readonly SourceFile[];
  readonly handlers: readonly CompiledHandler[];
  readonly procedures: ReadonlyMap<string, CompiledProcedure>;
  /** Capabilities that any part of the script uses. */
  readonly needs: ReadonlySet<Capability>;
  /** Runs the top level alone, as `gbasic run` does. */
  runMain(context: RunContext): Promise<Value>;
}

/** All scripts that are served together. Immutable: a reload makes a new one. */
export interface Program {
  readonly scripts: readonly CompiledScript[];
  readonly handlers: readonly CompiledHandler[];
  /** Finds a script by its path; jobs name their SUB by path and key. */
  script(path: string): CompiledScript | undefined;
}
