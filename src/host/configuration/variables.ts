import { variableFacts, type VariableFacts } from "./facts.ts";
import { environmentSchema } from "./schema.ts";

/** One variable of the environment, as the manual shows it. */
export interface Variable extends VariableFacts {
  readonly name: string;
}

/** Every variable that gbasic reads, in the order of the manual. */
export const VARIABLES: readonly Variable[] = Object.entries(environmentSchema.shape).map(
  ([name, schema]) => {
    const facts = variableFacts.get(schema);
    if (facts === undefined) throw new Error(`the variable ${name} is not described`);
    return { name, ...facts };
  },
);

const BY_NAME: ReadonlyMap<string, Variable> = new Map(
  VARIABLES.flatMap((variable) =>
    [variable.name, ...(variable.alsoAccepted ?? [])].map((name) => [name, variable]),
  ),
);

/** Finds a variable by its name or by a name that is also accepted. */
export function findVariable(name: string): Variable | undefined {
  return BY_NAME.get(name);
}

/** Every name that gbasic reads, also accepted ones included. */
export function variableNames(): Iterable<string> {
  return BY_NAME.keys();
}
