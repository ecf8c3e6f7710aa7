import type { Span } from "../source/span.ts";
import type { ScriptTree } from "./ast.ts";

/**
 * Visits every part of a tree that has a place, whatever its kind: statements, expressions, names,
 * branches, slots. The registry's own objects, which phrases refer to, are none of them.
 */
export function visitNodes(tree: ScriptTree, visit: (node: Span) => void): void {
  new NodeVisitor(visit).visit(tree);
}

const REGISTRY_MEMBERS: ReadonlySet<string> = new Set(["entry", "pattern"]);

class NodeVisitor {
  readonly #visit: (node: Span) => void;

  constructor(visit: (node: Span) => void) {
    this.#visit = visit;
  }

  visit(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (isPlaced(value)) this.#visit(value);
    if (value instanceof Map) for (const part of value.values()) this.visit(part);
    else {
      for (const [name, part] of Object.entries(value)) {
        if (!REGISTRY_MEMBERS.has(name)) this.visit(part);
      }
    }
  }
}

function isPlaced(value: object): value is Span {
  return (
    "start" in value &&
    "end" in value &&
    typeof value.start === "number" &&
    typeof value.end === "number"
  );
}
