import type { Program } from "../../compile/script.ts";
import { doubleMessages } from "../../diagnostics/codes/doubles.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { functions } from "../../functions/index.ts";
import { BasicError } from "../../runtime/error.ts";
import { withoutSigil } from "../../syntax/sigil.ts";
import { type Callee, describeCallee } from "./callee.ts";

/** What a test can replace: a SUB or FUNCTION of the script, or a library function that looks outside. */
export interface Replaceable {
  readonly key: string;
  readonly displayName: string;
  readonly kind: "sub" | "function";
  readonly takes: { readonly least: number; readonly most: number };
}

/** Finds what tests name. */
export class Replaceables {
  readonly #program: Program;
  #known: ReadonlyMap<string, Replaceable> | undefined;

  constructor(program: Program) {
    this.#program = program;
  }

  /**
   * @param statement as it begins, for messages: `MOCK FUNCTION`
   * @throws BasicError GB5521 where there is none, GB5522 for one of the other kind, GB5523 for
   *   arguments that it does not take, GB5524 for a library function that gives the same in every test
   */
  find(statement: string, kind: Replaceable["kind"], callee: Callee): Replaceable {
    this.#known ??= replaceablesOf(this.#program);
    const found = keysOf(callee.name).flatMap((key) => this.#known?.get(key) ?? [])[0];
    if (found === undefined) throw new BasicError(this.#missing(statement, kind, callee.name));
    const { displayName, takes } = found;
    if (found.kind !== kind) {
      throw new BasicError(doubleMessages.wrongKind(statement, displayName, found.kind));
    }
    const given = callee.args?.length ?? takes.least;
    if (given >= takes.least && given <= takes.most) return found;
    const shown = describeCallee(callee);
    throw new BasicError(doubleMessages.wrongArity(statement, shown, displayName, takes, given));
  }

  #missing(statement: string, kind: Replaceable["kind"], name: string) {
    const known = [...(this.#known ?? [])];
    const own = known.filter(([, one]) => one.kind === kind && !LIBRARY.has(one.key));
    const isFixed = functions.some((one) => keysOf(name).includes(one.name));
    if (isFixed) return doubleMessages.notReplaceable(statement, name);
    const proposed = suggest(
      keysOf(name)[0] ?? name,
      known.flatMap(([key, one]) => (one.kind === kind ? [key] : [])),
    );
    const names = own.map(([, { displayName }]) => displayName);
    return doubleMessages.noProcedure(statement, kind, name, names, proposed);
  }
}

const MOST_ARGUMENTS = Infinity;

/** Library functions that depend on more than their arguments: the clock, chance. */
const LIBRARY: ReadonlyMap<string, Replaceable> = new Map(
  functions
    .filter(({ needs }) => needs.length > 0)
    .map(({ name, displayName, parameters }) => {
      const least = parameters.filter(({ mode }) => mode === "required").length;
      const isOpen = parameters.at(-1)?.mode === "rest";
      const most = isOpen ? MOST_ARGUMENTS : parameters.length;
      return [name, { key: name, displayName, kind: "function", takes: { least, most } }];
    }),
);

/** What a script has of its own wins over the library, as everywhere. */
function replaceablesOf({ scripts }: Program): ReadonlyMap<string, Replaceable> {
  const own = scripts.flatMap(({ procedures }) => [...procedures]);
  return new Map([...LIBRARY, ...own]);
}

/** `PROCESS_ORDER` may be the name of `PROCESS ORDER`, which a test can also write in quotes. */
function keysOf(written: string): readonly string[] {
  const key = withoutSigil(written.trim().replaceAll(/\s+/g, " ").toUpperCase());
  return [key, key.replaceAll("_", " ")];
}
