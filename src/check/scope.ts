import type { Identifier } from "../syntax/ast.ts";

/** Where a variable lives: a slot of the running body, or of the file's top level. */
export interface VariableSlot {
  readonly where: "local" | "global";
  /** 0-based place in the array of slots. */
  readonly index: number;
}

/** The place of a file's top level that is true once an INCLUDE ran it; no name is like it. */
export const WAS_INCLUDED = "was included";

/** The places of a frame; the top levels of files that are included share one. */
export class SlotSpace {
  /** How many places there are. */
  size = 0;
}

/** The variables of one body: the top level, a SUB, a FUNCTION or a handler. */
export class Scope {
  /** The top level of the file; undefined in the top level itself. */
  readonly outer: Scope | undefined;
  readonly #space: SlotSpace;
  readonly #slots = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #dimmed = new Set<string>();
  readonly #constants = new Map<string, Identifier>();

  /** @param space where its variables get their places; one of its own unless given */
  constructor(outer?: Scope, space = new SlotSpace()) {
    this.outer = outer;
    this.#space = space;
  }

  /** How many slots a frame of this body needs. */
  get size(): number {
    return this.#space.size;
  }

  /** Every variable that can be read here, as first written. */
  get names(): readonly string[] {
    return [...this.#names.values(), ...(this.outer?.names ?? [])];
  }

  /** Makes a variable of this body, whatever the top level has. */
  declare(name: Identifier): number {
    const present = this.#slots.get(name.key);
    if (present !== undefined) return present;
    const index = this.#space.size++;
    this.#slots.set(name.key, index);
    this.#names.set(name.key, name.text);
    return index;
  }

  /** Makes a CONST of this body, whatever the top level has; of two of one name the first counts. */
  declareConstant(name: Identifier): void {
    this.declare(name);
    if (!this.#constants.has(name.key)) this.#constants.set(name.key, name);
  }

  /** Finds where a name is made a CONST; undefined where it is a variable or nothing at all. */
  constant(key: string): Identifier | undefined {
    if (this.#slots.has(key)) return this.#constants.get(key);
    return this.outer?.constant(key);
  }

  /** Makes a place for a value that no script can name. @param key unlike any name */
  reserve(key: string): void {
    if (!this.#slots.has(key)) this.#slots.set(key, this.#space.size++);
  }

  /** Notes an assignment: it sets the top level's variable of that name, or makes one here. */
  assign(name: Identifier): void {
    if (this.find(name.key) === undefined) this.declare(name);
  }

  /** Notes `DIM name(…)`, after which `name(i)` is an element and no call. */
  dim(name: Identifier): void {
    this.assign(name);
    const owner = this.#slots.has(name.key) ? this : (this.outer ?? this);
    owner.#dimmed.add(name.key);
  }

  /** Finds a variable by its key; undefined where it is never set. */
  find(key: string): VariableSlot | undefined {
    const local = this.#slots.get(key);
    // The frame of the top level has the globals as its own slots, which are faster to reach.
    if (local !== undefined) return { where: "local", index: local };
    const index = this.outer?.find(key)?.index;
    return index === undefined ? undefined : { where: "global", index };
  }

  isDimmed(key: string): boolean {
    if (this.#slots.has(key)) return this.#dimmed.has(key);
    return this.outer?.isDimmed(key) ?? false;
  }
}
