import type { Block, Statement } from "../syntax/ast.ts";
import type { Scope } from "./scope.ts";
import { walkBlock } from "./walk.ts";

/** How a body jumps, which decides how it is compiled. */
export interface Jumps {
  /** Keys of the labels that something in the body jumps to. */
  readonly targets: ReadonlySet<string>;
  /** True where a RETURN may belong to a GOSUB. */
  readonly gosubs: boolean;
  /** True where errors may be trapped: by an ON ERROR of the body, or of the file's top level. */
  readonly traps: boolean;
}

/** The places that jumps need beside the variables of a body; no name of a script is like them. */
export const jumpSlots = {
  /** Where a GOTO that is on its way leads. */
  target: "jump target",
  /** How many GOSUBs are open. */
  gosubs: "open gosubs",
  /** What ON ERROR said. */
  trap: "error trap",
  /** True while the lines behind the label of ON ERROR GOTO run. */
  handling: "error handling",
} as const;

/** Finds out how a body jumps. @param trapsOfFile true where the top level traps errors for it too */
export function jumpsOf(block: Block, trapsOfFile: boolean): Jumps {
  const targets = new Set<string>();
  let gosubs = false;
  let traps = trapsOfFile;
  walkBlock(block, {
    statement(statement) {
      const target = targetOf(statement);
      if (target !== undefined) targets.add(target.key);
      gosubs ||= statement.kind === "gosub";
      traps ||= statement.kind === "on-error";
    },
  });
  return { targets, gosubs, traps };
}

/** Finds the label that a statement jumps to, if it does. */
export function targetOf(statement: Statement) {
  switch (statement.kind) {
    case "goto":
    case "gosub":
      return statement.label;
    case "on-error":
      return statement.action === "goto" ? statement.label : undefined;
    case "resume":
      return statement.where === "label" ? statement.label : undefined;
    default:
      return undefined;
  }
}

/** Tells whether a top level goes on after errors, which then holds in the whole file. */
export function trapsForFile(topLevel: Block): boolean {
  let traps = false;
  walkBlock(topLevel, {
    statement(statement) {
      traps ||= statement.kind === "on-error" && statement.action === "resume-next";
    },
  });
  return traps;
}

/** Makes the places that a statement which jumps needs. */
export function reserveJumpSlots(statement: Statement, scope: Scope): void {
  if (targetOf(statement) !== undefined) scope.reserve(jumpSlots.target);
  if (statement.kind === "gosub") scope.reserve(jumpSlots.gosubs);
  if (statement.kind !== "on-error" && statement.kind !== "resume") return;
  scope.reserve(jumpSlots.trap);
  scope.reserve(jumpSlots.handling);
}
