import type { ScriptTree } from "./ast.ts";

/** Tells whether two trees say the same, wherever their parts stand; comments say nothing. */
export function sameTree(one: ScriptTree, other: ScriptTree): boolean {
  return new Comparison().same({ ...one, comments: [] }, { ...other, comments: [] });
}

/** Places are no part of what a tree says. */
const PLACES: ReadonlySet<string> = new Set(["start", "end"]);

type Members = ReadonlyMap<string, unknown>;

class Comparison {
  /** WITH blocks are named by their place: each of one tree stands for one of the other. */
  readonly #blocks = new Map<unknown, unknown>();

  same(one: unknown, other: unknown): boolean {
    if (Object.is(one, other)) return true;
    if (typeof one !== "object" || typeof other !== "object") return false;
    if (one === null || other === null) return false;
    if (Array.isArray(one)) return Array.isArray(other) && this.#sameList(one, other);
    if (one instanceof Map) return other instanceof Map && this.#sameMap(one, other);
    return this.#sameMembers(new Map(Object.entries(one)), new Map(Object.entries(other)));
  }

  #sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
    return one.length === other.length && one.every((item, at) => this.same(item, other[at]));
  }

  #sameMap(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean {
    if (one.size !== other.size) return false;
    return [...one].every(([key, value]) => this.same(value, other.get(key)));
  }

  #sameMembers(one: Members, other: Members): boolean {
    const names = new Set([...one.keys(), ...other.keys()]);
    return [...names].every((name) => {
      if (PLACES.has(name)) return true;
      if (name === "subject") return this.#sameSubject(one.get(name), other.get(name));
      return this.same(one.get(name), other.get(name));
    });
  }

  #sameSubject(one: unknown, other: unknown): boolean {
    if (!isBlockName(one) || !isBlockName(other)) return this.same(one, other);
    if (!this.#blocks.has(one.key)) this.#blocks.set(one.key, other.key);
    return this.#blocks.get(one.key) === other.key;
  }
}

/** Tells the name of a WITH block from the subject of a SELECT, which is an expression. */
function isBlockName(node: unknown): node is { readonly key: unknown } {
  return typeof node === "object" && node !== null && "key" in node && !("kind" in node);
}
