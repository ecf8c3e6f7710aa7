import type { FunctionEntry } from "../functions/define.ts";
import type { RegistryEntry } from "../statements/define.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";

/** Every phrase, library function and method that scripts can use. */
export interface Registry {
  readonly phrases: readonly RegistryEntry[];
  /** By upper-case name without the optional `$`, aliases included. */
  readonly functions: ReadonlyMap<string, FunctionEntry>;
  /** By upper-case method name; the first parameter is the value before the dot. */
  readonly methods: ReadonlyMap<string, FunctionEntry>;
  /** Phrases of General Bots that are not provided, by the name that a call of them has. */
  readonly known: ReadonlyMap<string, KnownPhrase>;
}

/**
 * Finds a library function by its upper-case name or alias.
 * @param key as a script writes it, with or without the optional `$`
 */
export function findFunction({ functions }: Registry, key: string): FunctionEntry | undefined {
  return functions.get(key.replace(/\$$/, ""));
}

/**
 * Joins the lists of statements, functions and methods.
 * @throws Error where two functions share a name or alias, which is a bug in the lists
 */
export function createRegistry(
  phrases: readonly RegistryEntry[],
  entries: readonly FunctionEntry[],
  methods: ReadonlyMap<string, FunctionEntry>,
  knownPhrases: readonly KnownPhrase[] = [],
): Registry {
  const functions = new Map<string, FunctionEntry>();
  for (const entry of entries) {
    for (const name of [entry.name, ...entry.aliases]) {
      if (functions.has(name)) throw new Error(`two functions are named ${name}`);
      functions.set(name, entry);
    }
  }
  const known = new Map(knownPhrases.map((one) => [one.pattern.replaceAll(" ", "_"), one]));
  return { phrases, functions, methods, known };
}
