import type { Program } from "../../compile/script.ts";
import type { Place } from "../../host/host.ts";
import type { Doubles } from "../../runtime/run.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import { type Callee, hasArguments } from "./callee.ts";
import { Replaceables, type Replaceable } from "./replaceables.ts";

/** What a test says of calls of a SUB or FUNCTION. */
export interface ProcedureDouble extends Callee {
  /** Gives what the call gives. @throws BasicError where it is to fail */
  readonly outcome: (args: readonly Value[]) => Value;
  /** True where it stands in for one call and no more. */
  readonly once: boolean;
  /** The statement that says it; undefined where it is no test in BASIC. */
  readonly place?: Place;
}

/** A call that a double took. */
export interface DoubledCall {
  readonly key: string;
  readonly args: readonly Value[];
}

interface KeyedDouble extends ProcedureDouble {
  readonly key: string;
}

/** Stands in for the SUBs and FUNCTIONs of a script as a test says. */
export class ProcedureDoubles implements Doubles {
  /** The calls of what a test replaces, whether a double took them or the script's own. */
  readonly made: DoubledCall[] = [];
  readonly replaceables: Replaceables;
  readonly #replaced = new Set<string>();
  readonly #once: KeyedDouble[] = [];
  readonly #standing: KeyedDouble[] = [];

  constructor(program: Program) {
    this.replaceables = new Replaceables(program);
  }

  /** Stands in from now on; of several that fit, the last one counts, and those for one call come first. */
  replace({ key }: Replaceable, double: ProcedureDouble): void {
    this.#replaced.add(key);
    (double.once ? this.#once : this.#standing).push({ ...double, key });
  }

  /** Tells whether a test replaces something, so that its calls are known. */
  isReplaced({ key }: Replaceable): boolean {
    return this.#replaced.has(key);
  }

  /** The doubles for one call that were not used. */
  get unused(): readonly ProcedureDouble[] {
    return this.#once;
  }

  call(key: string, args: readonly Value[]): { readonly value: Value } | undefined {
    if (!this.#replaced.has(key)) return undefined;
    this.made.push({ key, args: args.map(copyOf) });
    const fits = (one: KeyedDouble) => one.key === key && hasArguments(one, args);
    const at = this.#once.findIndex(fits);
    const [first] = at === -1 ? [] : this.#once.splice(at, 1);
    const found = first ?? this.#standing.findLast(fits);
    return found && { value: copyOf(found.outcome(args)) };
  }
}

/** A script may change what it is given, and the next call must get it as the test wrote it. */
function copyOf(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  return objectFrom(Object.entries(value).map(([name, one]) => [name, copyOf(one)] as const));
}
