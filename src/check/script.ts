import type { HandlerDeclaration } from "../host/handler.ts";
import type { Capability, Host } from "../host/host.ts";
import type { KnownObject } from "../host/known-object.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { RunnableEntry } from "../statements/define.ts";
import type { Block, Declaration, IncludeStatement, Procedure } from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import type { Jumps } from "./jumps.ts";
import type { Registry } from "./registry.ts";
import type { Scope, VariableSlot } from "./scope.ts";

/** What the names in a file can mean beside its variables. */
export interface FileNames {
  readonly registry: Registry;
  /** The SUBs and FUNCTIONs of the file and of those that it includes. By `Procedure.key`. */
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Those of the file itself. */
  readonly own: ReadonlyMap<string, Procedure>;
  /**
   * What lines of other languages would declare, such as `DEF FNA(X)`: they are told of there, and not
   * again where their names are used. Upper case.
   */
  readonly attempted: ReadonlySet<string>;
  /** The phrases that run, found by the entry that a phrase of the tree holds. */
  readonly runnable: ReadonlyMap<PhraseEntry, RunnableEntry>;
}

/** One body with its variables: the top level, a SUB, a FUNCTION or a handler. */
export interface Body {
  readonly kind: "main" | "sub" | "function" | "handler";
  readonly block: Block;
  readonly scope: Scope;
  /** What it is the body of, where it is a SUB or FUNCTION. */
  readonly procedure?: Procedure;
  /** As messages call it: `SUB GREET`. */
  readonly title: string;
  readonly jumps: Jumps;
}

/** A body that was looked through. */
export interface CheckedBody extends Body {
  /** True where something in it may have to wait: a phrase that suspends, SPAWN, a call of such. */
  readonly suspends: boolean;
  /** True where it may take long without waiting: it holds a loop or calls what holds one. */
  readonly loops: boolean;
  /** True where it may take long without a loop: calls from it lead into a circle of calls. */
  readonly recurses: boolean;
}

/** A SUB or FUNCTION with its body. */
export interface CheckedProcedure {
  readonly procedure: Procedure;
  readonly body: CheckedBody;
}

/** A variable of a handler that has its value before the body begins. */
export interface HandlerVariable {
  /** Upper case, with its sigil. */
  readonly key: string;
  readonly slot: VariableSlot;
  readonly read: (host: Pick<Host, "request">) => Value;
  /** What is in it; undefined where that is no object, or nobody knows. */
  readonly holds: KnownObject | undefined;
}

/** A handler with what it listens to and its body. */
export interface CheckedHandler {
  readonly source: Declaration;
  readonly declaration: HandlerDeclaration;
  readonly variables: readonly HandlerVariable[];
  readonly body: CheckedBody;
}

/** A file that is included by a script: its handlers are not served. */
export interface CheckedFile {
  readonly file: SourceFile;
  readonly names: FileNames;
  readonly main: CheckedBody;
  /** What each INCLUDE brings in. */
  readonly included: ReadonlyMap<IncludeStatement, CheckedFile>;
  /** Those of the file itself, by `Procedure.key`. */
  readonly procedures: ReadonlyMap<string, CheckedProcedure>;
}

/** A script whose names have a meaning; ready to be compiled where no error was reported. */
export interface CheckedScript extends CheckedFile {
  readonly handlers: readonly CheckedHandler[];
  /** The bodies of handlers that are not served. */
  readonly unserved: readonly Body[];
  /** Every capability that a phrase or function of the script, or of what it includes, asks for. */
  readonly needs: ReadonlySet<Capability>;
}
