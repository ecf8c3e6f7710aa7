import type { ScriptTree, Statement } from "../../syntax/ast.ts";
import type { LookAtFile } from "../../host/written-statement.ts";
import type { CheckedBody, CheckedScript } from "../script.ts";

/** What a lint looks at: a script, in which parts may be broken. */
export interface LintedScript {
  readonly tree: ScriptTree;
  readonly script: CheckedScript;
  /** True where another file includes it, which may use any of its SUBs and FUNCTIONs. */
  readonly isIncluded: boolean;
  /** True where the settings say that WhatsApp messages leave through Twilio. */
  readonly sendsThroughTwilio: boolean;
  /** Looks at the files that the script names. */
  readonly look: LookAtFile;
  /** The top level, SUBs, FUNCTIONs and handlers. */
  readonly bodies: readonly CheckedBody[];
}

/**
 * Puts together what lints look at.
 * @param about what is known of the script from elsewhere
 */
export function lintedScript(
  tree: ScriptTree,
  script: CheckedScript,
  about: Pick<LintedScript, "isIncluded" | "sendsThroughTwilio" | "look">,
): LintedScript {
  const { main, procedures, handlers } = script;
  const bodies = [
    main,
    ...[...procedures.values()].map(({ body }) => body),
    ...handlers.map(({ body }) => body),
  ];
  return { ...about, tree, script, bodies };
}

const HARMLESS: ReadonlySet<Statement["kind"]> = new Set([
  "assignment",
  "dim",
  "const",
  "include",
  "param",
  "description",
  "table",
]);

/**
 * Tells whether the SUBs and FUNCTIONs of a file are for others: one includes it, or it does nothing
 * by itself.
 */
export function isLibrary({ tree, script, isIncluded }: LintedScript): boolean {
  if (isIncluded) return true;
  if (script.handlers.length > 0 || script.procedures.size === 0) return false;
  return tree.body.every(({ kind }) => HARMLESS.has(kind));
}
