import type { WrittenPath } from "../check/written-paths.ts";
import type { CompiledHandler } from "../compile/script.ts";
import { twilioPathMessages } from "../diagnostics/codes/twilio-paths.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { isOwnPath } from "../host/own-paths.ts";
import { parseTarget } from "./request-path.ts";
import { RouteTable, type StandardPaths } from "./route-table.ts";

/**
 * Returns a warning for each path that a script has Twilio ask and that no handler listens on.
 * @param handlers of everything that is served: another script may have the path
 */
export function findUnheardPaths(
  handlers: readonly CompiledHandler[],
  standard: StandardPaths,
  written: readonly WrittenPath[],
): readonly Diagnostic[] {
  if (written.length === 0) return [];
  const table = new RouteTable(handlers, standard);
  const paths = pathsToAsk(table);
  return written.flatMap(({ by, path, method, file, span }): Diagnostic[] => {
    const target = parseTarget(path.replace(/#.*$/s, ""));
    if (target === undefined || isOwnPath(target.path)) return [];
    const match = table.match(method ?? "POST", target.segments);
    if (match.kind === "found") return [];
    if (match.kind === "wrong-method") {
      if (method === undefined) return [];
      const message = twilioPathMessages.otherMethod(by, target.path, method);
      return [{ ...message, file, span }];
    }
    const near = suggest(target.path, paths);
    return [{ ...twilioPathMessages.unheard(by, target.path, { near, paths }), file, span }];
  });
}

/** Where handlers listen that a script may name; blocks are named by statements alone. */
function pathsToAsk({ routes }: RouteTable): readonly string[] {
  const all = routes.flatMap(({ path, handlers: { webhook } }) => {
    if (webhook === undefined) return [];
    const { declaration } = webhook;
    return declaration.kind === "twilio" && declaration.block !== undefined ? [] : [path];
  });
  return [...new Set(all)].sort();
}
